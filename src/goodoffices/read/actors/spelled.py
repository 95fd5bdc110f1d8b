"""Whose names stand in a few words outside the prose (a cell, a label), found without trying every name."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from goodoffices.record import fold

from .roster import Actor, Roster

__all__ = ["Spelled", "folded"]

folded = functools.lru_cache(maxsize=32_768)(fold)
"""As `fold`, kept: labels and cells are held against the same names again and again."""


class Spelled:
    """The names of a roster by their first words: a table of 10,000 rows does not meet each of 3,000 names."""

    def __init__(self, roster: Roster) -> None:
        """Take the names of a roster; actors that are entered later are looked up as well."""
        self._roster = roster
        self._known = 0
        self._persons: dict[str, dict[str, list[int]]] = {}
        self._bodies: dict[str, dict[str, list[int]]] = {}
        self._ids: list[str] = []

    def persons(self, words: str) -> tuple[str, ...]:
        """Ids of the persons whose name or surname stands in folded words, in the order of the roster."""
        return self._found(self._persons, words)

    def bodies(self, words: str) -> tuple[str, ...]:
        """Ids of the bodies and groups one of whose names stands in folded words, in the order of the roster."""
        return self._found(self._bodies, words)

    def _found(self, index: dict[str, dict[str, list[int]]], words: str) -> tuple[str, ...]:
        self._catch_up()
        padded = f" {words} "
        beginning = (index.get(word, {}) for word in dict.fromkeys(words.split()))
        held = (places for names in beginning for name, places in names.items() if f" {name} " in padded)
        return tuple(self._ids[place] for place in sorted(set(itertools.chain.from_iterable(held))))

    def _catch_up(self) -> None:
        if self._known == len(self._roster.actors):
            return
        for actor in itertools.islice(self._roster.actors.values(), self._known, None):
            index = self._persons if actor.kind == "person" else self._bodies
            for name in dict.fromkeys(_names_of(actor)):
                index.setdefault(name.split()[0], {}).setdefault(name, []).append(len(self._ids))
            self._ids.append(actor.id)
        self._known = len(self._roster.actors)


def _names_of(actor: Actor) -> Iterator[str]:
    """The folded names by which an actor is looked up."""
    if actor.kind == "person":
        name = folded(actor.name)
        forms = [name, *name.split()[-1:]]
    elif actor.kind in {"organisation", "group"}:
        forms = [folded(form) for form in (actor.name, *actor.aliases)]
    else:
        forms = []
    yield from (form for form in forms if form.strip())
