"""Meetings: of the same sides, at one place, at one time, as far as each is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence

from goodoffices.record.content import MeetingContent, MeetingState
from goodoffices.record.dates import Interval

from .cast import Cast
from .choice import fullest
from .claims import Claim
from .kind import Kind
from .places import lies_in, place_marks, same_place
from .times import days_apart, months, placed, same_time
from .wording import folded

__all__ = ["Meetings", "both_ways", "may_be_one_meeting"]

_HELD = frozenset({"held", "under_way"})
_STEPS: tuple[MeetingState, ...] = ("planned", "cancelled", "under_way", "held")
"""The states that a meeting goes through."""
_DAYS = 14
"""Days between two reports of meetings without a date, or between one's report and the other's date, at most."""
_MANY = 2
_HALF = 0.5


class _Table:
    """Who sat at the table, by side."""

    def __init__(self, content: MeetingContent, cast: Cast) -> None:
        self.sides = frozenset(cast.side(actor) for actor in content.participants)
        self.persons: dict[str, set[str]] = {}
        self.whole: set[str] = set()
        for actor in content.participants:
            if cast.is_person(actor):
                self.persons.setdefault(cast.side(actor), set()).add(actor)
            else:
                self.whole.add(cast.side(actor))

    def other_people(self, other: _Table) -> bool:
        """Do both name persons alone, and no person in common (two calls on one day are two)?"""
        if self.whole or other.whole or not self.persons or not other.persons:
            return False
        common = self.persons.keys() & other.persons.keys()
        return bool(common) and all(not self.persons[side] & other.persons[side] for side in common)


def may_be_one_meeting(one: Claim[MeetingContent], other: Claim[MeetingContent], cast: Cast) -> bool:
    """Are two claims of one meeting, as far as sides, place and time go? Their status is not looked at."""
    place = same_place(one.content.place, other.content.place)
    time = same_time(one.when, other.when)
    if place is False or time is False or (place and _only_around(one, other)):
        return False
    first, second = _Table(one.content, cast), _Table(other.content, cast)
    if not place and first.other_people(second):
        return False
    if time:
        return _sides_meet_dated(first.sides, second.sides, place=bool(place))
    if not place or not _reports_meet(one, other):
        return False
    return _sides_meet_undated(first.sides, second.sides, one_report=one.report == other.report)


def _only_around(one: Claim[MeetingContent], other: Claim[MeetingContent]) -> bool:
    """A meeting planned somewhere in a country "by March", and one held in a town of it: are they two?"""
    first, second = folded(one.content.place or "").split(), folded(other.content.place or "").split()
    if set(first) <= set(second) or set(second) <= set(first):
        return False
    planned = (one.content.status == "planned") != (other.content.status == "planned")
    return planned and any(c.when is None or c.when.days is None for c in (one, other))


def _sides_meet_dated(one: frozenset[str], other: frozenset[str], *, place: bool) -> bool:
    """Overlap of sides that is enough where the dates overlap."""
    common = one & other
    if not one or not other or ((one <= other or other <= one) and len(common) < _MANY):
        return place
    return one <= other or other <= one or (len(common) >= _MANY and len(common) >= _HALF * len(one | other))


def _sides_meet_undated(one: frozenset[str], other: frozenset[str], *, one_report: bool) -> bool:
    """Overlap of sides that is enough where a date is unknown; a report itself tells its meetings apart by place."""
    if one_report:
        return bool(one & other) and (one <= other or other <= one)
    return one == other and len(one) >= _MANY


def _reports_meet(one: Claim[MeetingContent], other: Claim[MeetingContent]) -> bool:
    """Where a date is unknown: do the reports' days, and the date that is known, allow one occasion?"""
    apart = days_apart(one.day, other.day)
    if apart is not None and apart > _DAYS:
        return False
    if not _status_moves_on(one, other):
        return False
    return all(_tells_of(claim.day, when) for claim, when in ((one, other.when), (other, one.when)) if placed(when))


def _tells_of(day: dt.date | None, when: Interval | None) -> bool:
    """Can a report of that day tell of a meeting of that time?"""
    if day is None or when is None or when.earliest is None or when.latest is None:
        return True
    return when.earliest - dt.timedelta(days=_DAYS) <= day <= when.latest + dt.timedelta(days=_DAYS)


def _status_moves_on(one: Claim[MeetingContent], other: Claim[MeetingContent]) -> bool:
    """Without a date, a planned meeting is the held one only where it was told of before, in a dated report."""
    if (one.content.status in _HELD) == (other.content.status in _HELD):
        return True
    early, late = (one, other) if other.content.status in _HELD else (other, one)
    return early.day is not None and late.day is not None and early.day < late.day


def both_ways(one: MeetingState, other: MeetingState) -> bool:
    """Is it held one way, and cancelled the other?"""
    return "cancelled" in {one, other} and bool({one, other} & _HELD)


class Meetings(Kind[MeetingContent]):
    """How meetings are gathered."""

    content = MeetingContent

    def __init__(self, cast: Cast) -> None:
        """Take who is who."""
        self._cast = cast

    def form(self, claim: Claim[MeetingContent]) -> Hashable:
        """Who, where, when, in what state, told when; without a place and a date, each report's is its own."""
        said, when = claim.content, claim.when
        time = when.iso() if when is not None and placed(when) else ""
        own = "" if time or (said.place and len(said.participants) > 1) else claim.source
        return said.participants, folded(said.place or ""), said.status, time, str(claim.day), own

    def marks(self, claim: Claim[MeetingContent]) -> Iterator[Hashable]:
        """Side and place, side and month, place and month."""
        sides = sorted({self._cast.side(actor) for actor in claim.content.participants})
        around = sorted(place_marks(claim.content.place)) if claim.content.place else []
        for month in months(claim.when):
            yield from ((month, side) for side in sides)
            yield from ((month, place) for place in around)
        yield from ((side, place) for side in sides for place in around)

    def fits(self, one: Claim[MeetingContent], other: Claim[MeetingContent]) -> bool:
        """It may be one meeting, and it was not both held and cancelled."""
        return not both_ways(one.content.status, other.content.status) and may_be_one_meeting(one, other, self._cast)

    def rank(self, claim: Claim[MeetingContent]) -> tuple[int, ...]:
        """Dated ones first, then those of most participants, then those in a known place."""
        said = claim.content
        return not placed(claim.when), -len(said.participants), said.place is None, -_STEPS.index(said.status)

    def vague(self, claim: Claim[MeetingContent]) -> bool:
        """Without a date, it joins only where one meeting alone fits."""
        return not placed(claim.when)

    def merge(self, claims: Sequence[Claim[MeetingContent]]) -> MeetingContent:
        """All who took part in any report; the place that most give; the state that was reached."""
        said = [claim.content for claim in claims]
        return MeetingContent(
            participants=tuple(sorted({actor for content in said for actor in content.participants})),
            place=_place(content.place for content in said),
            status=_reached(claims),
            topic=fullest(content.topic for content in said),
            convenor=fullest(content.convenor for content in said),
            condition=fullest(content.condition for content in said),
        )


def _place(places: Iterable[str | None]) -> str | None:
    """The place that most give, with the wider or the narrower one that another gives ("Accra, Ghana")."""
    given = [place for place in places if place]
    chosen = fullest(given)
    if chosen is None:
        return None
    others = sorted({place for place in given if not _says(chosen, place) and not _says(place, chosen)})
    for other in others:
        inside, around = lies_in(other, chosen), lies_in(chosen, other)
        if inside != around:
            return f"{other}, {chosen}" if inside else f"{chosen}, {other}"
    return chosen


def _says(place: str, other: str) -> bool:
    return folded(other) in folded(place)


def _reached(claims: Iterable[Claim[MeetingContent]]) -> MeetingState:
    """The state of the meeting: held or under way once any report has it so, else that of the latest report."""
    told = sorted(
        (claim.content.status in _HELD, claim.day or dt.date.min, _STEPS.index(claim.content.status))
        for claim in claims
    )
    held = [step for was_held, _, step in told if was_held]
    return _STEPS[max(held) if held else told[-1][2]]
