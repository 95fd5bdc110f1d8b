"""The actors of a case as a person names them: by any form of a name, and the sides that they speak for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.build.roster import Roster
from goodoffices.record import ActorContent, InputError, fold

from .asking import nearest, said

__all__ = ["Cast"]

_NAMED = 12
"""How many names an error lists."""


class Cast(msgspec.Struct, frozen=True):
    """The actors of a brief.

    Attributes:
        named: Folded name or other form of it -> ids of all who are called so.
        roster: Who they are, and for whom they speak.
        parties: Names of the sides, the one with most findings first.
    """

    named: Mapping[str, frozenset[str]]
    roster: Roster
    parties: tuple[str, ...]

    @classmethod
    def of(cls, brief: Brief) -> Self:
        """Take the actors of a brief."""
        told = [entry.content for entry in brief.entries if isinstance(entry.content, ActorContent)]
        named: dict[str, set[str]] = {}
        for content in told:
            for name in (content.name, *content.aliases):
                named.setdefault(fold(name), set()).add(content.actor)
        return cls(
            named={name: frozenset(ids) for name, ids in named.items()},
            roster=Roster(actors={content.actor: content for content in told}, by_name={}),
            parties=tuple(party.name for party in brief.parties),
        )

    def find(self, asked: str) -> frozenset[str]:
        """Find who is meant by an id, a name or another form of it, whatever case and accents.

        Raises:
            InputError: If nobody is called so; the message names those who come near, or the parties.
        """
        if asked in self.roster.actors:
            return frozenset({asked})
        found = self.named.get(fold(asked))
        if not found:
            raise InputError(self._nobody(asked))
        return found

    def with_sides(self, actors: Iterable[str]) -> frozenset[str]:
        """Some actors, and the sides that they speak for."""
        return frozenset(each for actor in actors for each in (actor, self.roster.side(actor)))

    def _nobody(self, asked: str) -> str:
        folded = fold(asked)
        holding = [name for name in self.named if folded and folded in name]
        near = holding or nearest(folded, self.named, 3)
        meant = dict.fromkeys(self.roster.name(actor) for name in near for actor in sorted(self.named[name]))
        if meant:
            return f"nobody here is called {said(asked)}; did you mean {', '.join(list(meant)[:_NAMED])}?"
        return f"nobody here is called {said(asked)}; the parties are {', '.join(self.parties[:_NAMED]) or 'not known'}"
