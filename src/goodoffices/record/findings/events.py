"""Events: of one kind, at a time and place that can be one, by the same actors, told in like words and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import EventContent
from goodoffices.record.dates import Interval

from .cast import Cast
from .choice import clause, fullest
from .claims import Claim
from .kind import Kind
from .places import same_place
from .times import same_time
from .wording import agree, alike, folded, matter, shared

__all__ = ["Events", "may_be_one_event"]

_DAYS = 3
"""Days before its report at which an event without a date can have happened, at most."""
_WORDS = 2
_MORE_WORDS = 3
_HALF = 0.5


def may_be_one_event(one: Claim[EventContent], other: Claim[EventContent], cast: Cast) -> bool:
    """Are two claims of one event, as far as kind, time, place, actors and words go? Their numbers may differ."""
    first, second = one.content, other.content
    time, place = same_time(one.when, other.when), same_place(first.place, second.place)
    if first.kind != second.kind or time is False or place is False or not _meet(first, second, cast):
        return False
    if time is None and _told_of(one).overlaps(_told_of(other)) is False:
        return False
    words, others = matter(first.text), matter(second.text)
    if place and len(words & others) >= (_WORDS if time else _MORE_WORDS) and shared(words, others) >= _HALF:
        return True
    return alike(words, others, cover_from=3)


def _told_of(claim: Claim[EventContent]) -> Interval:
    """When it happened, or else the days before its report: what is no news is told with its date."""
    if claim.when is not None and claim.when.known:
        return claim.when
    return Interval(claim.day - dt.timedelta(days=_DAYS), claim.day) if claim.day else Interval()


def _meet(one: EventContent, other: EventContent, cast: Cast) -> bool:
    first, second = {cast.side(actor) for actor in one.actors}, {cast.side(actor) for actor in other.actors}
    return not first or not second or bool(first & second)


class Events(Kind[EventContent]):
    """How events are gathered."""

    content = EventContent

    def __init__(self, cast: Cast) -> None:
        """Take who is who."""
        self._cast = cast

    def form(self, claim: Claim[EventContent]) -> Hashable:
        """All that it says, with its time and the day of its report."""
        said, when = claim.content, claim.when
        return (
            said.kind,
            said.actors,
            folded(said.text),
            folded(said.place or ""),
            when.iso() if when else "",
            str(claim.day),
        )

    def marks(self, claim: Claim[EventContent]) -> Iterable[Hashable]:
        """Kind and each word."""
        return [(claim.content.kind, word) for word in matter(claim.content.text)]

    def fits(self, one: Claim[EventContent], other: Claim[EventContent]) -> bool:
        """It may be one event, and the numbers agree."""
        return may_be_one_event(one, other, self._cast) and agree(one.content.text, other.content.text)

    def rank(self, claim: Claim[EventContent]) -> tuple[int, ...]:
        """Dated ones first, then those in a known place, then fuller clauses."""
        return claim.when is None, claim.content.place is None, -len(matter(claim.content.text))

    def vague(self, claim: Claim[EventContent]) -> bool:
        """Without a date, it joins only where one event alone fits."""
        return claim.when is None or not claim.when.known

    def merge(self, claims: Sequence[Claim[EventContent]]) -> EventContent:
        """All actors that any report names; the clause, place and type that most give."""
        said = [claim.content for claim in claims]
        return EventContent(
            kind=said[0].kind,
            actors=tuple(sorted({actor for content in said for actor in content.actors})),
            text=clause(content.text for content in said),
            place=fullest(content.place for content in said),
            plover=fullest(content.plover for content in said),
        )
