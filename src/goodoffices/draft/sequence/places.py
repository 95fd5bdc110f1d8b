"""Where the provisions of a text stand, by their numbers, and which ones a reference names."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from ..text import call_provisions
from .clauses import Entry, Outline
from .references import NAMED, Reference, read_path, singular
from .words import data

__all__ = ["Gazetteer"]


class Gazetteer:
    """Where the provisions of a text stand, by their numbers."""

    def __init__(self, text: Outline) -> None:
        self._order = [each.id for each in text.entries]
        self._entries = {each.id: each for each in text.entries}
        self._clauses = text.clauses
        self._paths: dict[str, tuple[str, ...]] = {}
        self._units: dict[str, str] = {}
        self._by_label: dict[str, list[str]] = {}
        self._by_prefix: dict[tuple[str, ...], list[str]] = {}
        self.children: dict[str, list[str]] = {}
        for each in text.entries:
            self._place(each)

    def _place(self, entry: Entry) -> None:
        unit, own = _own_number(entry)
        above = self._paths.get(entry.parent, ())
        path = own if above and own[: len(above)] == above and len(own) > len(above) else (*above, *own)
        self._paths[entry.id] = path
        self._units[entry.id] = unit
        self.children.setdefault(entry.parent, []).append(entry.id)
        if own:
            self._by_label.setdefault(path[-1], []).append(entry.id)
            if not entry.parent:
                for length in range(1, len(path)):
                    self._by_prefix.setdefault(path[:length], []).append(entry.id)

    @property
    def numbered(self) -> bool:
        """Does the text number its provisions at all?"""
        return bool(self._by_label)

    def has_unit(self, unit: str) -> bool:
        """Does any provision call itself by that unit?"""
        return unit in self._units.values()

    def number(self, provision: str) -> str:
        """What a provision is called in messages: "9", "Article 1(2)"; its first words where it has no number.

        Args:
            provision: Its id; "" is the preamble.
        """
        return self._called.get(provision, provision or "the preamble")

    @functools.cached_property
    def _called(self) -> dict[str, str]:
        first: dict[str, str] = {}
        for clause in self._clauses:
            first.setdefault(clause.provision, clause.text)
        return call_provisions(self._entries.values(), lambda each: first.get(each, ""))

    def parent(self, provision: str) -> str:
        """The provision that one stands directly under, or ""."""
        entry = self._entries.get(provision)
        return entry.parent if entry else ""

    def above(self, provision: str) -> list[str]:
        """The provisions that one stands under, the nearest first."""
        found: list[str] = []
        while (entry := self._entries.get(provision)) and entry.parent and entry.parent not in found:
            found.append(entry.parent)
            provision = entry.parent
        return found

    def resolve(self, reference: Reference, provision: str) -> tuple[str, ...]:
        """The provisions that a reference names, seen from the one in which it stands; those not found are left out."""
        if reference.outside:
            return ()
        if reference.previous:
            return self._before(provision)
        found = (each for path in reference.paths for each in self.find(reference.unit, path, provision))
        return tuple(dict.fromkeys(found))

    def _before(self, provision: str) -> tuple[str, ...]:
        entry = self._entries.get(provision)
        family = self.children.get(entry.parent, []) if entry else []
        place = family.index(provision) if provision in family else 0
        return (family[place - 1],) if place else ()

    def find(self, unit: str, path: Sequence[str], provision: str) -> tuple[str, ...]:
        """The provision of that number nearest to where the reference stands.

        Where none has it but some begin with it ("7.1" and "7.2" for Article 7), all of those; else empty.
        """
        wanted = tuple(path)
        fitting = [
            each
            for each in self._by_label.get(wanted[-1], ())
            if self._paths[each][-len(wanted) :] == wanted and self._answers(each, unit)
        ]
        exact = [each for each in fitting if self._units[each] == unit]
        here = self._paths.get(provision, ())
        nearest = min(exact or fitting, key=lambda each: self._distance(each, wanted, here), default="")
        return (
            (nearest,)
            if nearest
            else tuple(each for each in self._by_prefix.get(wanted, ()) if self._answers(each, unit))
        )

    def _answers(self, provision: str, unit: str) -> bool:
        own = self._units[provision]
        if own:
            return own == unit or (
                own in {"article", "section", "point"} and unit in {"point", "paragraph", "provision"}
            )
        return unit not in data("places")["own"] or unit in data("places")["loose"]

    def _distance(self, provision: str, wanted: tuple[str, ...], here: tuple[str, ...]) -> tuple[int, int]:
        """How far a provision is: 0 in the same part of the text, 1 at the top, 2 elsewhere."""
        frame = self._paths[provision][: -len(wanted)]
        scope = 0 if frame and here[: len(frame)] == frame else 1 if not frame else 2
        return scope, -len(frame) if scope == 0 else len(frame)


def _own_number(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """The unit and the number that a provision gives itself, in its number or at the head of its heading."""
    for text in (entry.number, entry.heading):
        named = NAMED.match(text)
        if named:
            return singular(named["unit"]), read_path(named["label"])
    return "", read_path(entry.number) if re.search(r"\w", entry.number) else ()
