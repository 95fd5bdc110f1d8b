"""Holidays: the day of a year on which one falls, by the calendars of the data file."""

from __future__ import annotations

import calendar
import datetime as dt

from .vocabulary import table

__all__ = ["easter", "fixed_year", "holiday_on"]

_FIRST_GREGORIAN_YEAR = 1583
_LAST_YEAR = 9998


def easter(year: int, *, orthodox: bool = False) -> dt.date:
    """Find Easter Sunday in the Gregorian calendar.

    Args:
        year: 1583 to 9998.
        orthodox: Count as the Orthodox churches do.

    The algorithms are Meeus's (Astronomical Algorithms, chapter 8): the anonymous Gregorian one and the Julian one.
    """
    if orthodox:
        cycle = (19 * (year % 19) + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - cycle + 34) % 7
        month, day = divmod(cycle + weekday + 114, 31)
        behind_days = year // 100 - year // 400 - 2
        return dt.date(year, month, day + 1) + dt.timedelta(days=behind_days)
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)


def fixed_year(name: str) -> int | None:
    """The one year that a name means ("9/11"), or None where it comes again each year."""
    year = table("holidays")[name].get("year")
    return int(year) if year else None


def holiday_on(name: str, year: int) -> dt.date | None:
    """Find the day of a holiday in a year, or None outside the Gregorian calendar."""
    entry = table("holidays")[name]
    if not _FIRST_GREGORIAN_YEAR <= year <= _LAST_YEAR:
        return None
    if "easter" in entry:
        return easter(year, orthodox=entry.get("orthodox", False)) + dt.timedelta(days=entry["easter"])
    if "weekday" in entry:
        month, weekday, which = entry["weekday"]
        return _nth_weekday(year, month, weekday, which)
    return dt.date(year, *entry["on"])


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    last = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, last + 1) if dt.date(year, month, day).isoweekday() == weekday]
    return dt.date(year, month, days[which - 1 if which > 0 else which])
