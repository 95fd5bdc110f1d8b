"""Clashes over one meeting that two reports put at two places."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from goodoffices.record.content import MeetingContent

from .cast import Cast
from .clash import Clash, voice_of
from .places import same_place
from .shelf import Shelf
from .woven import Woven

__all__ = ["clashes_of_whereabouts"]

_TWO = 2
_MOST = 30
_REPORT_DAYS = 10


def clashes_of_whereabouts(meetings: Iterable[Woven[MeetingContent]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find the meetings of the same few people on one day that one report has elsewhere than another.

    Talks go on for days and come back to a place, so that two days of one table contradict nothing; two places of one
    day do, where persons meet: delegations can be at both.
    """
    tables: dict[tuple[frozenset[str], dt.date], list[Woven[MeetingContent]]] = defaultdict(list)
    for woven in meetings:
        day, people = _day(woven), frozenset(filter(cast.is_person, woven.content.participants))
        if woven.content.status == "held" and len(people) >= _TWO and day is not None:
            tables[people, day].append(woven)
    for held in tables.values():
        for one, other in itertools.combinations(held[:_MOST], 2):
            if same_place(one.content.place, other.content.place) is False and _apart(one, other, shelf):
                quotes = (each.claims[0].statement.evidence[0].quote for each in (one, other))
                voices = tuple(voice_of(each.finding, quote) for each, quote in zip((one, other), quotes, strict=True))
                yield Clash(about="Where they met", issue="process", voices=voices, pairs=((one.id, other.id),))


def _day(woven: Woven[MeetingContent]) -> dt.date | None:
    """The one day on which it was, where it is told."""
    when = woven.finding.when
    return when.earliest if when is not None and when.earliest is not None and when.earliest == when.latest else None


def _apart(one: Woven[MeetingContent], other: Woven[MeetingContent], shelf: Shelf) -> bool:
    """Do two sources of about one time tell of them?"""
    first, second = ({shelf.source(report) for report in each.finding.reports} for each in (one, other))
    days = one.finding.first_reported, other.finding.first_reported
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_REPORT_DAYS)
    return near and not first & second
