"""A time axis: where a day stands, and which days are named on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from goodoffices.brief.wording import wording

__all__ = ["Axis"]

_TICKS = 8  # at most, so that their labels keep apart
_STEPS_DAYS = (1, 2, 7, 14, 28)
_STEPS_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)


class Axis(msgspec.Struct, frozen=True):
    """Days laid out from left to right.

    Attributes:
        first: The first day.
        last: The last.
        left: x of the first, in pixels.
        right: x of the last, in pixels.
    """

    first: dt.date
    last: dt.date
    left: float
    right: float

    @classmethod
    def over(cls, days: Iterable[dt.date], left: float, right: float) -> Axis | None:
        """An axis that holds all `days`; None where there are none."""
        known = sorted(days)
        return cls(known[0], known[-1], left, right) if known else None

    def x(self, day: dt.date) -> float:
        """Where a day stands, in pixels; the middle where all is one day."""
        length = (self.last - self.first).days
        if not length:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (day - self.first).days / length

    def ticks(self) -> list[tuple[dt.date, str]]:
        """The days named on the axis, evenly, at most eight, with their labels."""
        length = (self.last - self.first).days
        for step in _STEPS_DAYS:
            if length / step < _TICKS:
                return self._by_days(step)
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next(step for step in _STEPS_MONTHS if months / step < _TICKS or step == _STEPS_MONTHS[-1])
        return self._by_months(step)

    def _by_days(self, step: int) -> list[tuple[dt.date, str]]:
        count = (self.last - self.first).days // step + 1
        days = [self.first + dt.timedelta(days=n * step) for n in range(count)]
        return [(day, self._label(day, days[n - 1] if n else None)) for n, day in enumerate(days)]

    @staticmethod
    def _label(day: dt.date, before: dt.date | None) -> str:
        month = wording().months[day.month - 1][:3]
        year = f" {day.year}" if before is None or before.year != day.year else ""
        return f"{day.day} {month}{year}"

    def _by_months(self, step: int) -> list[tuple[dt.date, str]]:
        start = self.first.year * 12 + self.first.month - 1
        start += -start % step
        named = []
        for number in range(start, self.last.year * 12 + self.last.month, step):
            day = dt.date(number // 12, number % 12 + 1, 1)
            if self.first <= day <= self.last:
                named.append(
                    (day, str(day.year) if step % 12 == 0 else f"{wording().months[day.month - 1][:3]} {day.year}")
                )
        return named
