"""In what order things are shown: by the day of the thing, or by the day of the report; unknown days last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from goodoffices.brief.model import Entry

__all__ = ["by_day", "newest_first", "oldest_first"]


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By the day as of which they stand, the latest first, unknown days last; else in the order given."""
    return tuple(sorted(entries, key=lambda e: (e.as_of is None, -e.as_of.toordinal() if e.as_of else 0)))


def oldest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By the day on which they were first reported, unknown days last; else in the order given."""
    return tuple(sorted(entries, key=lambda e: e.first_reported or dt.date.max))


def by_day(entry: Entry) -> tuple[bool, dt.date, dt.date]:
    """Sort key: when the thing itself was, unknown last."""
    when = entry.when
    if when is None or not when.known:
        return True, dt.date.max, dt.date.max
    first = when.earliest or when.latest or dt.date.max
    return False, first, when.latest or first
