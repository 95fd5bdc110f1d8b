"""Times compared, as far as they are known: of things, and of the reports that tell them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from goodoffices.record.dates import Interval

from .claims import Claim

__all__ = ["days_apart", "months", "placed", "same_time", "within_days"]

_LONG_DAYS = 92
"""An interval longer than this ("in 2025") does not say which of several occasions is meant."""


def placed(when: Interval | None) -> bool:
    """Does the interval say when, well enough to tell occasions apart?"""
    return when is not None and when.days is not None and when.days <= _LONG_DAYS


def same_time(one: Interval | None, other: Interval | None) -> bool | None:
    """Can two things be of one time? None where either time is unknown or too wide to tell."""
    if one is None or other is None or not one.known or not other.known:
        return None
    if not one.overlaps(other):
        return False
    return True if placed(one) and placed(other) else None


def days_apart(one: dt.date | None, other: dt.date | None) -> int | None:
    """Days between two days, 0 or more; None where either is unknown."""
    return abs((one - other).days) if one and other else None


def within_days(one: Claim[Any], other: Claim[Any], limit: int) -> bool:
    """Are two reports no more than `limit` days apart, as far as is known?"""
    apart = days_apart(one.day, other.day)
    return apart is None or apart <= limit


def months(when: Interval | None) -> tuple[str, ...]:
    """The months that an interval touches (``2026-01``), where it says when; else none."""
    if when is None or not placed(when) or when.earliest is None or when.latest is None:
        return ()
    first = when.earliest.year * 12 + when.earliest.month - 1
    last = when.latest.year * 12 + when.latest.month - 1
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))
