"""Times: the time expressions of a stretch of a report."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..context import Context
    from ..dates import TimeExpression

__all__ = ["is_only_time", "times_in"]

_LINKS = frozenset({"the", "that", "this", "date", "a", "an", "of", "and", "on", "at", "late", "early"})


def times_in(context: Context, start: int, end: int) -> list[TimeExpression]:
    """The time expressions that start in ``[start, end)`` of the text, in order."""
    first = bisect_left(context.times, start, key=lambda time: time.span[0])
    last = bisect_left(context.times, end, lo=first, key=lambda time: time.span[0])
    return context.times[first:last]


def is_only_time(context: Context, start: int, end: int) -> bool:
    """Do the words in ``[start, end)`` say when, and nothing else ("after 8 April", "until Friday")?"""
    spans = [time.span for time in times_in(context, start, end) if time.type in {"DATE", "TIME"}]
    text, at, rest = context.report.text, start, ""
    for first, last in spans:
        rest, at = rest + text[at:first] + " ", max(at, last)
    words = (rest + text[at:end]).split()
    return not words or (bool(spans) and all(word.strip(",.").lower() in _LINKS for word in words))
