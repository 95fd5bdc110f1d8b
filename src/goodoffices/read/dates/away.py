"""A time some amounts away from another: "three years ago", "two days later", "12 hours later"."""

from __future__ import annotations

import datetime as dt

import msgspec

from .calendar import Period, Unit, period_of
from .length import Amount, Length, moved
from .scene import UNKNOWN, Reading, Scene, dated

__all__ = ["Later", "LikeBefore"]

_WEEK_DAYS = 7


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """A time some amounts away: "three years ago", "two days later", "a week from now".

    Attributes:
        amounts: How far, the largest unit first.
        sign: -1 is before, 1 behind.
        told: Count from what was told last, not from the report's day.
    """

    amounts: tuple[Amount, ...]
    sign: int
    told: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """Read it; what is vague ("years ago") lies in the past or the future, no more is known."""
        if any(amount.parts is None for amount in self.amounts):
            return self._vague(scene)
        if self.amounts[-1].unit in {"hour", "minute", "second"}:
            return self._hours(scene)
        base = scene.last_told(self.amounts[0].calendar_unit) if self.told else None
        if base is None and scene.published:
            base = Period(scene.published, "day")
        parts = tuple(part for amount in self.amounts for part in amount.parts or ())
        period = moved(base, parts, self.sign, keep=self.told) if base else None
        unit = parts[-1].calendar_unit
        reading = dated(period) if period else Reading(type="DATE", value=UNKNOWN[unit])
        day = self._same_weekday(base) if period is not None and period.unit == "week" else None
        return reading if day is None else msgspec.structs.replace(reading, earliest=day, latest=day)

    def _same_weekday(self, base: Period | None) -> dt.date | None:
        """ "Two weeks ago" is understood of a day, though its value is the week."""
        parts = [part for amount in self.amounts for part in amount.parts or ()]
        if base is None or base.unit != "day" or len(parts) != 1 or parts[0].unit != "week":
            return None
        day = base.shift(round(_WEEK_DAYS * self.sign * float(parts[0].count)))
        return day.first if day is not None else None

    def _vague(self, scene: Scene) -> Reading:
        if self.told:
            return Length(amounts=self.amounts).read(scene)
        if self.sign < 0:
            return Reading(type="DATE", value="PAST_REF", latest=scene.published)
        return Reading(type="DATE", value="FUTURE_REF", earliest=scene.published)

    def _hours(self, scene: Scene) -> Reading:
        if self.told and scene.hour:
            seconds = sum(amount.seconds for amount in self.amounts) * self.sign
            try:
                hour = scene.hour + dt.timedelta(seconds=seconds)
            except OverflowError:
                return Length(amounts=self.amounts).read(scene)
            day = Period(hour.date(), "day")
            value = hour.isoformat(timespec="minutes")
            return Reading(type="TIME", value=value, earliest=day.first, latest=day.last, period=day, hour=hour)
        if self.told or scene.published is None:
            return Length(amounts=self.amounts).read(scene)
        return Reading(type="TIME", value=f"{scene.published}TXX")


_REPORTED: tuple[tuple[Unit, ...], ...] = (("quarter", "half"), ("month", "year"))
"""Periods that accounts are given for; a quarter, where one was told, before a year that only frames it."""


class LikeBefore(msgspec.Struct, frozen=True, kw_only=True):
    """A period like the one that was told, one unit before it: "the year-earlier quarter", "the year-ago period".

    Attributes:
        unit: How far before.
        like: What it is, or None where the words leave it to what was told.
    """

    unit: Unit
    like: Unit | None = None

    def read(self, scene: Scene) -> Reading:
        """Place it; what comes behind still counts from the period that was told, not from this one."""
        kinds = ((self.like,),) if self.like else _REPORTED
        told = next((period for units in kinds for period in reversed(scene.told) if period.unit in units), None)
        if told is None and scene.published:
            told = period_of(self.like or self.unit, scene.published)
        period = told.shift_by(self.unit, -1) if told else None
        reading = dated(period) if period else Reading(type="DATE", value=UNKNOWN[self.like or self.unit])
        return msgspec.structs.replace(reading, period=None)
