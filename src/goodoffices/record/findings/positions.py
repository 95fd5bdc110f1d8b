"""Positions: one party on one issue with one stance, whose clauses carry one matter and no other numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import PositionContent
from goodoffices.record.dates import Interval

from .cast import Cast
from .choice import clause, fullest
from .claims import Claim
from .kind import Kind
from .wording import agree, alike, folded, matter, turned

__all__ = ["Positions", "position_words"]


def position_words(content: PositionContent, cast: Cast) -> frozenset[str]:
    """The words that carry the matter of a position: not those of the stance or the party, where others are left."""
    return matter(content.text, "stance") - cast.words(content.party) or matter(content.text)


class Positions(Kind[PositionContent]):
    """How positions are gathered."""

    content = PositionContent

    def __init__(self, cast: Cast) -> None:
        """Take who is who."""
        self._cast = cast

    def _cell(self, claim: Claim[PositionContent]) -> tuple[str, str, str, bool]:
        """Party, issue, stance, and whether the clause turns its meaning round."""
        said = claim.content
        return said.party, said.issue, said.stance, turned(said.text, refusing=said.stance == "rejects")

    def form(self, claim: Claim[PositionContent]) -> Hashable:
        """Cell and folded text."""
        return *self._cell(claim), folded(claim.content.text)

    def marks(self, claim: Claim[PositionContent]) -> Iterable[Hashable]:
        """Cell and each word."""
        cell = self._cell(claim)
        return [(*cell, word) for word in position_words(claim.content, self._cast)]

    def fits(self, one: Claim[PositionContent], other: Claim[PositionContent]) -> bool:
        """One cell, like words, no other numbers."""
        if self._cell(one) != self._cell(other) or not agree(one.content.text, other.content.text):
            return False
        return alike(position_words(one.content, self._cast), position_words(other.content, self._cast))

    def rank(self, claim: Claim[PositionContent]) -> tuple[int, ...]:
        """Fuller clauses first."""
        return (-len(position_words(claim.content, self._cast)),)

    def merge(self, claims: Sequence[Claim[PositionContent]]) -> PositionContent:
        """The clause that most reports give; firm where any report has it so."""
        said = [claim.content for claim in claims]
        return PositionContent(
            party=said[0].party,
            issue=said[0].issue,
            stance=said[0].stance,
            text=clause(content.text for content in said),
            firm=any(content.firm for content in said),
            condition=fullest(content.condition for content in said),
            shift=any(content.shift for content in said),
        )

    def when(self, claims: Sequence[Claim[PositionContent]]) -> Interval | None:
        """The earliest time that is told: since when the party holds it."""
        told = [claim.when for claim in claims if claim.when is not None]
        return min(told, key=_start) if told else None


def _start(when: Interval) -> tuple[bool, dt.date, str, str]:
    start = when.earliest or when.latest
    return start is None, start or dt.date.max, when.iso(), when.text
