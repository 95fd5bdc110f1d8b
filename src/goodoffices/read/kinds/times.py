"""Times: the time expressions of a stretch of a report."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..dates import interval_of, read_alone

if TYPE_CHECKING:
    from goodoffices.record import Interval

    from ..context import Context
    from ..dates import TimeExpression

__all__ = ["is_only_time", "time_of_cell", "times_in"]

_LINKS = frozenset({"the", "that", "this", "date", "a", "an", "of", "and", "on", "at", "late", "early"})


def times_in(context: Context, start: int, end: int) -> list[TimeExpression]:
    """The time expressions that start in ``[start, end)`` of the text, in order."""
    first = bisect_left(context.times, start, key=lambda time: time.span[0])
    last = bisect_left(context.times, end, lo=first, key=lambda time: time.span[0])
    return context.times[first:last]


_DATED = re.compile(r"\b(?:by|before|until|till|from|since|on|in|after|end of)\b", re.IGNORECASE)
"""Without one of these a cell names no time, and most cells need no reading for one."""


def time_of_cell(context: Context, text: str) -> Interval | None:
    """The one time that a cell of a table names ("to be closed by December 2008"), None where it names none, or two.

    Args:
        context: The report.
        text: Words of the cell.
    """
    if _DATED.search(text) is None:
        return None
    told = [time for time in read_alone(text, context.report.published) if time.type == "DATE"]
    known = [interval for time in told if (interval := interval_of(time)).known]
    return known[0] if len(known) == 1 else None


def is_only_time(context: Context, start: int, end: int) -> bool:
    """Do the words in ``[start, end)`` say when, and nothing else ("after 8 April", "until Friday")?"""
    spans = [time.span for time in times_in(context, start, end) if time.type in {"DATE", "TIME"}]
    text, at, rest = context.report.text, start, ""
    for first, last in spans:
        rest, at = rest + text[at:first] + " ", max(at, last)
    words = (rest + text[at:end]).split()
    return not words or (bool(spans) and all(word.strip(",.").lower() in _LINKS for word in words))
