"""Instants, intervals and deadlines in words; all in UTC."""

from __future__ import annotations

import datetime as dt

from goodoffices.brief.build.phrases import day_words
from goodoffices.brief.wording import wording

__all__ = ["between", "days_words", "deadline_words", "moment_words", "short_day"]

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)


def short_day(day: dt.date, *, year: bool = False) -> str:
    """Write a day for a drawing or a table: ``7 Jan``, ``7 Jan 2026``."""
    return f"{day.day} {wording().months[day.month - 1][:3]}" + (f" {day.year}" if year else "")


def moment_words(at: dt.datetime) -> str:
    """Write an instant: a day where it is the start of one, else with the time."""
    return day_words(at.date()) if at.time() == dt.time() else f"{day_words(at.date())}, {at:%H:%M} UTC"


def between(first: dt.datetime, last: dt.datetime) -> str:
    """Write when something was: an instant, a day, or from when to when where that is not known."""
    if first == last:
        return moment_words(first)
    if first.time() == dt.time() and last - first in {_DAY - _MINUTE, _DAY - dt.timedelta(seconds=1)}:
        return day_words(first.date())
    if first.date() == last.date():
        return f"{day_words(first.date())}, {first:%H:%M}–{last:%H:%M} UTC"
    return f"between {moment_words(first)} and {moment_words(last)}"


def deadline_words(due: dt.datetime | None) -> str:
    """Write a deadline, given the first instant at which it is too late: the last day, or the time.

    Returns:
        ``by 30 March 2026``, ``by 15 March 2026, 20:30 UTC``, or "" for None.
    """
    if due is None:
        return ""
    return f"by {day_words((due - _MINUTE).date())}" if due.time() == dt.time() else f"by {moment_words(due)}"


def days_words(first: dt.date, last: dt.date) -> str:
    """Write some days: one, or from one to another."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    months = wording().months
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {months[first.month - 1]}{year} – {day_words(last)}"
