"""The days over the entries of a log: "Thu 4 July", "Wed 26 – Thu 27 June", "Week of 22 April", "12:40"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from goodoffices.record import Interval

from .calendar import period_of
from .find import read_alone

__all__ = ["days_of_labels"]

_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?[ ]?(?:[ap]\.?m\.?|hrs|GMT|UTC)?")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FROM = re.compile(r"(?:[^\W\d]+[.,]?[ ])?(\d{1,2})(?:st|nd|rd|th)?[ ]?(?:[–—-]|to|and)[ ]?")
_YEAR = re.compile(r"\b\d{4}\b")
_BARE = re.compile(r"(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[.,]?(?:[ ](?P<day>\d{1,2})(?:st|nd|rd|th)?)?")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEARCHED_DAYS = 400
_AHEAD_DAYS = 60
"""A log tells of what was: a day without its year that is further ahead than this is of the year before."""


def days_of_labels(labels: Iterable[tuple[int, str]], published: dt.date | None) -> dict[int, Interval]:
    """Read the days that the entries of a log are headed with.

    Args:
        labels: The labels in order, each with its offset in the text.
        published: The report's day, or None where unknown.

    Returns:
        Offset of a label -> its days; those that cannot be placed are left out. An hour alone is of the report's day,
        or of the day last named.
    """
    days: dict[int, Interval] = {}
    known = published
    for offset, label in labels:
        placed = _days(label, known)
        if placed is None:
            continue
        days[offset] = Interval(earliest=placed[0], latest=placed[1], text=label)
        known = published or placed[1]
    return days


def _days(label: str, known: dt.date | None) -> tuple[dt.date, dt.date] | None:
    if _HOUR.fullmatch(label):
        return (known, known) if known else None
    pointed = _POINTED.fullmatch(label)
    if pointed:
        return _pointed(*(int(part) for part in pointed.groups()))
    bare = _BARE.fullmatch(label)
    if bare:
        return _back_to(bare["weekday"][:3], int(bare["day"] or 0), known)
    read = read_alone(label, known)
    first = min((e.earliest for e in read if e.earliest), default=None)
    last = max((e.latest for e in read if e.latest), default=None)
    if first is None or last is None:
        return None
    if known and (first - known).days > _AHEAD_DAYS and not _YEAR.search(label) and (first.month, first.day) != (2, 29):
        first, last = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    if label.startswith("Week of "):
        week = period_of("week", first)
        return week.first, week.last
    return _opened(label, first), last


def _opened(label: str, first: dt.date) -> dt.date:
    """The first day of "Wed 26 – Thu 27 June", where only the second has its month."""
    found = _FROM.match(label)
    if found is None or not 0 < int(found[1]) < first.day:
        return first
    return first.replace(day=int(found[1]))


def _back_to(weekday: str, day: int, known: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The last day before a known one that was that weekday, and that day of a month where it is given."""
    for back in range(_SEARCHED_DAYS if known else 0):
        placed = (known or dt.date.min) - dt.timedelta(days=back)
        if _WEEKDAYS[placed.weekday()] == weekday and day in {0, placed.day}:
            return placed, placed
    return None


def _pointed(day: int, month: int, year: int) -> tuple[dt.date, dt.date] | None:
    try:
        placed = dt.date(year, month, day)
    except ValueError:
        return None
    return placed, placed
