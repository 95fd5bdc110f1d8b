"""Clashes over one meeting that two reports put at two places, or on two days."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from goodoffices.record.content import MeetingContent

from .clash import Clash, voice_of
from .places import same_place
from .shelf import Shelf
from .woven import Woven

__all__ = ["clashes_of_whereabouts"]

_TWO = 2
_MOST = 30
_APART_DAYS = 3
_REPORT_DAYS = 10


def clashes_of_whereabouts(meetings: Iterable[Woven[MeetingContent]], shelf: Shelf) -> Iterator[Clash]:
    """Find the meetings of the same few people that one report has elsewhere, or on another day, than another."""
    tables: dict[frozenset[str], list[Woven[MeetingContent]]] = defaultdict(list)
    for woven in meetings:
        if woven.content.status == "held" and len(woven.content.participants) >= _TWO and _day(woven) is not None:
            tables[frozenset(woven.content.participants)].append(woven)
    for held in tables.values():
        for one, other in itertools.combinations(held[:_MOST], 2):
            if not _apart(one, other, shelf):
                continue
            gap = abs((_day(one) or dt.date.min) - (_day(other) or dt.date.max)).days
            same = same_place(one.content.place, other.content.place)
            if (gap == 0 and same is False) or (0 < gap <= _APART_DAYS and same and not _both_days(one, other, held)):
                about = "Where they met" if gap == 0 else "When they met"
                voices = tuple(
                    voice_of(each.finding, each.claims[0].statement.evidence[0].quote) for each in (one, other)
                )
                yield Clash(about=about, issue="process", voices=voices, pairs=((one.id, other.id),))


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


def _both_days(one: Woven[MeetingContent], other: Woven[MeetingContent], held: Iterable[Woven[MeetingContent]]) -> bool:
    """Does one of the reports have them meet on both days? They met twice then."""
    days = {_day(one), _day(other)}
    reports = {*one.finding.reports, *other.finding.reports}
    return any({_day(each) for each in held if report in each.finding.reports} >= days for report in reports)
