"""The time of what an entry of a log tells: what its words say, else the day of the entry."""

from __future__ import annotations

from goodoffices.record import (
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    MeetingContent,
    PositionContent,
)

__all__ = ["time_in_entry"]

_TIMED = (EventContent, IssueStatusContent, MeetingContent, PositionContent)
_COARSE_DAYS = 27
"""A month or more."""


def time_in_entry(content: Content, when: Interval | None, day: Interval) -> Interval | None:
    """Tell the time of what an entry of a log tells.

    Args:
        content: What is told.
        when: The time that its words give, if any.
        day: The days of the entry.

    Returns:
        That of the words, but where they give none, or only a month or a year of something that an event bears on,
        that of the entry; None for a meeting to come without a day.
    """
    if when is not None and when.known and not _is_of_something_else(content, when, day):
        return when
    ahead = isinstance(content, MeetingContent) and content.status == "planned"
    return when if ahead or not isinstance(content, _TIMED) else day


def _is_of_something_else(content: Content, when: Interval, day: Interval) -> bool:
    whole = when.earliest is None or when.latest is None or (when.latest - when.earliest).days >= _COARSE_DAYS
    return isinstance(content, EventContent) and whole and when.latest != day.latest
