"""Lengths of time: amounts of units, their TIMEX3 value, and what they reach from the report's day."""

from __future__ import annotations

import datetime as dt
import math
from typing import Literal, TypeAlias

import msgspec

from .calendar import Period, Unit, period_of
from .scene import Reading, Scene

__all__ = ["Amount", "Length", "moved"]

Reach: TypeAlias = Literal["", "past", "future"]

_CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
_SECONDS_A_DAY = 86_400
_OF_A_DAY = {"second": 1, "minute": 60, "hour": 3600}
_SMALLER = {
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}


class Amount(msgspec.Struct, frozen=True):
    """A count of a unit.

    Attributes:
        count: How many; "X" where the words do not say.
        unit: A key of the vocabulary's units: "second" to "millennium".
    """

    count: float | int | str
    unit: str

    @property
    def seconds(self) -> float:
        """Its length in seconds, for units shorter than a day."""
        return float(self.count) * _OF_A_DAY[self.unit]

    @property
    def calendar_unit(self) -> Unit:
        """The unit of the calendar that it counts in."""
        special: dict[str, Unit] = {"night": "day", "fortnight": "week", "millennium": "century"}
        units: Unit = special.get(self.unit) or ("day" if self.unit in _OF_A_DAY else self.unit)  # type: ignore[assignment]
        return units

    @property
    def steps(self) -> int:
        """How many of `calendar_unit` it is; whole counts only."""
        return int(self.count) * {"fortnight": 2, "millennium": 10}.get(self.unit, 1)

    @property
    def whole(self) -> Amount:
        """Half an hour as 30 minutes; itself where its count is whole, vague, or more than one."""
        if isinstance(self.count, str) or self.count >= 1 or self.unit not in _SMALLER:
            return self
        unit, size = _SMALLER[self.unit]
        return Amount(int(self.count * size), unit)

    @property
    def parts(self) -> tuple[Amount, ...] | None:
        """It in whole counts, so three and a half years as 3 years and 6 months; None where it is vague."""
        if isinstance(self.count, str):
            return None
        whole, rest = int(self.count), self.count - int(self.count)
        if not rest:
            return (Amount(whole, self.unit),)
        smaller = Amount(rest, self.unit).whole
        return (*((Amount(whole, self.unit),) if whole else ()), smaller) if smaller.unit != self.unit else (self,)

    def value(self) -> str:
        """Write it as ISO 8601 does, without the leading P or PT."""
        amount = self.whole
        count = (
            amount.count if isinstance(amount.count, str) else amount.count * (2 if amount.unit == "fortnight" else 1)
        )
        if isinstance(count, float) and count.is_integer():
            count = int(count)
        return f"{count}{_CODES[amount.unit]}"


class Length(msgspec.Struct, frozen=True, kw_only=True):
    """A duration.

    Attributes:
        amounts: Largest unit first.
        mod: TIMEX3 modifier, or None.
        reach: Whether it ends on the report's day ("the past week") or starts there ("the next week").
    """

    amounts: tuple[Amount, ...]
    mod: str | None = None
    reach: Reach = ""

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        days = "".join(amount.value() for amount in self.amounts if amount.whole.unit not in _OF_A_DAY)
        hours = "".join(amount.value() for amount in self.amounts if amount.whole.unit in _OF_A_DAY)
        return f"P{days}" + (f"T{hours}" if hours else "")

    def read(self, scene: Scene) -> Reading:
        """Read it; where it reaches from the report's day, its ends are days."""
        earliest, latest = self._ends(scene.published)
        return Reading(type="DURATION", value=self.value, mod=self.mod, earliest=earliest, latest=latest)

    def _ends(self, published: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
        if published is None or not self.reach:
            return None, None
        far = None
        if all(isinstance(amount.count, int) for amount in self.amounts):
            far = _shift_day(published, self.amounts, -1 if self.reach == "past" else 1)
        return (far, published) if self.reach == "past" else (published, far)


def _shift_day(day: dt.date, amounts: tuple[Amount, ...], sign: int) -> dt.date | None:
    """Move a day; hours count as the days that they reach into."""
    period: Period | None = Period(day, "day")
    for amount in amounts:
        steps = math.ceil(amount.seconds / _SECONDS_A_DAY) if amount.unit in _OF_A_DAY else amount.steps
        period = period and period.shift_by(amount.calendar_unit, sign * steps)
    return period.first if period else None


def moved(base: Period, amounts: tuple[Amount, ...], sign: int, *, keep: bool) -> Period | None:
    """Move a period by some amounts.

    Args:
        base: Where to start.
        amounts: How far.
        sign: -1 for back.
        keep: Keep a month or quarter as long as it is ("a year earlier" than the third quarter is a third quarter);
            otherwise the result is as long as the finest unit of the amounts.
    """
    unit = amounts[-1].calendar_unit
    period: Period | None = base
    for amount in amounts:
        period = period and period.shift_by(amount.calendar_unit, sign * amount.steps)
    if period is None:
        return None
    named = keep and (base.unit != "day" or unit == "week") and base.is_finer_than(unit)
    return period if named else period_of(unit, period.first)
