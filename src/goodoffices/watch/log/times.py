"""Days and times as people type them into an entry of the log."""

from __future__ import annotations

import datetime as dt

from goodoffices.record import InputError

from .entries import Entry

__all__ = ["deadline_of", "end_of", "future_fault", "start_of"]


def start_of(text: str) -> dt.datetime:
    """A day, from its start, or a time; in UTC.

    Raises:
        InputError: It is neither.
    """
    try:
        at = dt.datetime.fromisoformat(text.strip())
        return at.replace(tzinfo=at.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError) as odd:
        message = f"{text[:40]!r} is no day or time; write it as 2026-03-15 or 2026-03-15T18:30"
        raise InputError(message) from odd


def deadline_of(text: str) -> dt.datetime:
    """When a day is over, or a time; in UTC.

    Raises:
        InputError: It is neither, or the last day that calendars know.
    """
    at = start_of(text)
    try:
        return at + dt.timedelta(days=1) if _is_day(text) else at
    except OverflowError as odd:
        message = f"{text[:40]!r} lies where calendars end; choose an earlier day"
        raise InputError(message) from odd


def end_of(text: str) -> dt.datetime:
    """The last minute of a day, or a time; in UTC.

    Raises:
        InputError: It is neither.
    """
    return start_of(text) + dt.timedelta(hours=23, minutes=59) if _is_day(text) else start_of(text)


def _is_day(text: str) -> bool:
    return ":" not in text and "T" not in text.upper()


def future_fault(entry: Entry) -> str:
    """What is wrong with the time of an entry: that it has not come yet; "" where nothing is."""
    day = getattr(entry, "earliest", None) or getattr(entry, "at", None) or getattr(entry, "first", None)
    if day is None:
        return ""
    day = day.date() if isinstance(day, dt.datetime) else day
    # Somewhere it is tomorrow already.
    ahead = day > entry.known.date() + dt.timedelta(days=1)
    return f"{day} lies in the future: set down what has happened, when it has" if ahead else ""
