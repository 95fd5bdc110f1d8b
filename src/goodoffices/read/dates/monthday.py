"""A day that is told by its number alone: "the 18th", "Tuesday the 18th"."""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

from .calendar import Period, shift_months
from .periods import Deictic
from .scene import Reading, Scene, dated

__all__ = ["DayOfMonth"]

_MOST_MONTHS = 6
"""How many months off a weekday and its number are looked for."""


class DayOfMonth(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a month that the words leave to the scene.

    Attributes:
        day: Number of the day.
        weekday: ISO weekday that the words add, or 0.
        month: The month where the words count it ("the 20th of next month"), or None.
    """

    day: int
    weekday: int = 0
    month: Deictic | None = None

    def read(self, scene: Scene) -> Reading:
        """Place it in the month that is named, told last, or next to the report's day as the tense says."""
        period = self._placed(scene)
        return dated(period) if period else Reading(type="DATE", value=f"XXXX-XX-{self.day:02}")

    def _placed(self, scene: Scene) -> Period | None:
        if self.month is not None:
            month = self.month.placed(scene)
            return self._within(month.first) if month else None
        base = scene.last_told("month")
        if base is None:
            return None
        near = [day for day in self._around(base.first) if self.weekday in {0, day.first.isoweekday()}]
        fitting = [day for day in near if _agrees(day, scene)] or near
        return min(fitting, key=lambda day: _order(day, base), default=None)

    def _around(self, base: dt.date) -> list[Period]:
        """The day in the months around a day."""
        reach = _MOST_MONTHS if self.weekday else 1
        months = (shift_months(base, more) for more in range(-reach, reach + 1))
        return [day for month in months if month for day in [self._within(month)] if day]

    def _within(self, month: dt.date) -> Period | None:
        fits = 1 <= self.day <= calendar.monthrange(month.year, month.month)[1]
        return Period(month.replace(day=self.day), "day") if fits else None


def _agrees(day: Period, scene: Scene) -> bool:
    """Does a day lie where the clause lies?"""
    if scene.published is None:
        return True
    return {"past": day.first <= scene.published, "future": day.first >= scene.published}.get(scene.tense, True)


def _order(day: Period, base: Period) -> tuple[int, int]:
    """The month that was told first, then the nearest one; of two, the one that lies ahead."""
    months = (day.first.year - base.first.year) * 12 + day.first.month - base.first.month
    return abs(months), -months
