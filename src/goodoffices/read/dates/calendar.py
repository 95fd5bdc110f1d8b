"""Stretches of the calendar: a day, a week, a quarter ..., with their TIMEX3 values and the arithmetic on them."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

__all__ = ["FINENESS", "SEASON_STARTS", "Period", "Unit", "period_of", "shift_months"]

Unit: TypeAlias = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Months in which the seasons of the northern hemisphere start, as meteorologists count them."""

_SEASONS = {month: name for name, month in SEASON_STARTS.items()}
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
FINENESS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
"""The units, the shortest first."""


def shift_months(day: dt.date, months: int) -> dt.date | None:
    """Move the first day of a month by whole months; None outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1) if 1 <= year <= dt.MAXYEAR else None


class Period(msgspec.Struct, frozen=True, order=True, gc=False):
    """One stretch of the calendar.

    Attributes:
        first: Its first day.
        unit: How long it is.
    """

    first: dt.date
    unit: Unit

    @property
    def last(self) -> dt.date:
        """Its last day."""
        if self.unit in _DAYS:
            length = {"day": 1, "week": 7, "weekend": 2}[self.unit]
            return self.first + min(dt.timedelta(days=length - 1), dt.date.max - self.first)
        after = shift_months(self.first, _MONTHS[self.unit])
        return after - dt.timedelta(days=1) if after else dt.date.max

    @property
    def value(self) -> str:
        """Its TIMEX3 value; a decade has three digits and a century two, as TIMEX2 and TIMEX3 write them."""
        first = self.first
        if self.unit == "day":
            return first.isoformat()
        if self.unit in {"week", "weekend"}:
            iso_year, week, _ = first.isocalendar()
            return f"{iso_year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        part = {
            "month": f"-{first.month:02}",
            "quarter": f"-Q{(first.month + 2) // 3}",
            "half": "-H1" if first.month == 1 else "-H2",
            "season": f"-{_SEASONS.get(first.month, '')}",
        }.get(self.unit, "")
        digits = {"decade": 3, "century": 2}.get(self.unit, 4)
        return f"{first.year:04}"[:digits] + part

    def shift(self, count: int) -> Period | None:
        """Move it by `count` of its own length; None outside the calendar."""
        return self.shift_by(self.unit, count)

    def shift_by(self, unit: Unit, count: int) -> Period | None:
        """Move it by `count` of another unit and keep its own length, so a quarter a year earlier is a quarter."""
        if unit in _DAYS:
            try:
                return Period(self.first + dt.timedelta(days=_DAYS[unit] * count), self.unit)
            except OverflowError:
                return None
        months = _MONTHS[unit] * count
        if self.unit in _MONTHS:
            first = shift_months(self.first, months)
            return Period(first, self.unit) if first else None
        moved = shift_months(self.first, months)
        if moved is None:
            return None
        long_enough = min(self.first.day, Period(moved, "month").last.day)
        return period_of(self.unit, moved.replace(day=long_enough))

    def is_finer_than(self, unit: Unit) -> bool:
        """Is it shorter than `unit`?"""
        return FINENESS.index(self.unit) < FINENESS.index(unit)


def period_of(unit: Unit, day: dt.date) -> Period:
    """Find the period of a length that `day` lies in; for a weekend, that of its week."""
    if unit in {"day", "week", "weekend"}:
        into = {"day": 0, "week": day.weekday(), "weekend": day.weekday() - 5}[unit]
        ordinal = min(max(day.toordinal() - into, 1), dt.date.max.toordinal())
        return Period(dt.date.fromordinal(ordinal), unit)
    if unit == "season":
        month = next(m for m in range(day.month, day.month - 3, -1) if (m - 1) % 12 + 1 in _SEASONS)
        return Period(dt.date(max(day.year - (month < 1), 1), (month - 1) % 12 + 1, 1), unit)
    length = _MONTHS[unit]
    months = (day.year * 12 + day.month - 1) // length * length
    year, month = divmod(months, 12)
    return Period(dt.date(max(year, 1), month + 1, 1), unit)
