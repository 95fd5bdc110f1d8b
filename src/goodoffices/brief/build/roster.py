"""Who is who: names, kinds and sides of the actors that the findings speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from goodoffices.record import ActorContent, Findings, fold

__all__ = ["Roster"]

_UNNAMED = "an actor not shown"
_LONGEST_NAME = 5  # words of a name that `named_in` looks for


class Roster(msgspec.Struct, frozen=True):
    """The actors of a set of findings.

    Attributes:
        actors: Actor id -> what is said of it.
        by_name: Folded name or alias -> actor id, for names that mean one actor only.
    """

    actors: Mapping[str, ActorContent]
    by_name: Mapping[str, str]

    @classmethod
    def of(cls, findings: Findings) -> Roster:
        """Read the roster from the findings that there is such an actor."""
        actors: dict[str, ActorContent] = {}
        for finding in findings.of_kind("actor"):
            if isinstance(finding.content, ActorContent):
                actors.setdefault(finding.content.actor, finding.content)
        return cls(actors=actors, by_name=_unambiguous(actors.values()))

    def name(self, actor: str | None) -> str:
        """The fullest name of an actor; a plain word where this audience is not shown who it is."""
        if actor is None:
            return ""
        known = self.actors.get(actor)
        return known.name if known else _UNNAMED

    def names(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The names of several actors, in alphabetical order."""
        return tuple(sorted(self.name(actor) for actor in actors))

    def kind(self, actor: str) -> str:
        """State, organisation, group or person; empty where unknown."""
        known = self.actors.get(actor)
        return known.kind if known else ""

    def side(self, actor: str) -> str:
        """The side that an actor belongs to: itself, or whom it speaks for, up to the last."""
        seen: set[str] = set()
        while actor not in seen:
            seen.add(actor)
            known = self.actors.get(actor)
            if known is None or known.side is None or known.side not in self.actors:
                break
            actor = known.side
        return actor

    def sides(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The sides of several actors, each once, by name."""
        return tuple(sorted({self.side(actor) for actor in actors}, key=lambda a: (self.name(a), a)))

    def is_party(self, actor: str) -> bool:
        """Can it sit at a table of its own: a known state, organisation or group?"""
        return self.kind(actor) in {"state", "organisation", "group"}

    def named_in(self, text: str) -> frozenset[str]:
        """The actors whose names or aliases stand in a text, by whole words."""
        words = fold(text).split()
        found = set()
        for start in range(len(words)):
            for length in range(1, min(_LONGEST_NAME, len(words) - start) + 1):
                actor = self.by_name.get(" ".join(words[start : start + length]))
                if actor:
                    found.add(actor)
        return frozenset(found)


def _unambiguous(actors: Iterable[ActorContent]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for content in actors:
        for name in (content.name, *content.aliases):
            folded = fold(name)
            if re.search(r"\w{2}", folded):
                owners.setdefault(folded, set()).add(content.actor)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}
