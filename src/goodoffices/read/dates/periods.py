"""What names one period of the calendar: in full, counted from what was told or the report's day, or within a month."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from .calendar import Period, Unit, period_of
from .recurring import Recurring
from .scene import UNKNOWN, Reading, Scene, dated

__all__ = ["Around", "Deictic", "Fixed", "FromTold", "Nth", "Within", "read_recurring"]

_MIDDLE = 15
"""The last day of the first half of a month."""
_WEEK = 7


class Fixed(msgspec.Struct, frozen=True):
    """A period that the words give in full."""

    period: Period
    value: str = ""
    mod: str | None = None

    def read(self, scene: Scene) -> Reading:
        """Read it; the scene changes nothing."""
        del scene
        reading = dated(self.period, self.mod)
        return msgspec.structs.replace(reading, value=self.value) if self.value else reading


def read_recurring(what: Recurring, scene: Scene) -> Reading:
    """Place what comes again, or write it with X where it cannot be placed."""
    period = what.near(scene)
    return dated(period) if period else Reading(type="DATE", value=what.pattern)


class Deictic(msgspec.Struct, frozen=True, kw_only=True):
    """A period counted from the report's day or from what was told last: "last week", "that day", "tomorrow".

    Attributes:
        unit: Length of the period.
        offset: How many of them before (negative) or after.
        told: Count from what was told last, not from the report's day.
        side: Which side of the report's day is meant: "earlier this month" ends on it, "later this month" starts on it.
        mod: TIMEX3 modifier that the words hold themselves ("year-end").
    """

    unit: Unit
    offset: int = 0
    told: bool = False
    side: Literal["", "earlier", "later"] = ""
    mod: str | None = None

    def read(self, scene: Scene) -> Reading:
        """Read it; unknown where the report's day is."""
        period = self.placed(scene)
        if period is None:
            return Reading(type="DATE", value=UNKNOWN[self.unit])
        reading, today = dated(period, self.mod), scene.published
        if self.side and today is not None and period.first <= today <= period.last:
            ends = {"latest": today} if self.side == "earlier" else {"earliest": today}
            return msgspec.structs.replace(reading, **ends)
        return reading

    def placed(self, scene: Scene) -> Period | None:
        """Find the period, or None where nothing is known to count from."""
        base = scene.last_told(self.unit) if self.told else None
        if base is None and scene.published:
            base = Period(scene.published, "day")
        return period_of(self.unit, base.first).shift(self.offset) if base else None


class FromTold(msgspec.Struct, frozen=True):
    """What comes again, counted from what was told last: "the following May", "that December"."""

    what: Recurring
    same_year: bool = False

    def read(self, scene: Scene) -> Reading:
        """Find the first one behind what was told, or the one of its year."""
        base = scene.last_told(self.what.unit)
        told = self.what.in_year(base.first.year) if base and self.same_year else None
        period = told or (self.what.after(base.last) if base else None)
        return dated(period) if period else Reading(type="DATE", value=self.what.pattern)


class Within(msgspec.Struct, frozen=True):
    """A recurring period of a year or week that the words name: "the first half of this year", "Friday last week"."""

    what: Recurring
    container: Deictic | Fixed

    def read(self, scene: Scene) -> Reading:
        """Place the container, then what lies in it."""
        outer = self.container.read(scene).period
        if outer is None:
            return Reading(type="DATE", value=self.what.pattern)
        if self.what.kind == "weekday":
            day = Period(outer.first, "day").shift(self.what.number - 1)
            return dated(day) if day else Reading(type="DATE", value=self.what.pattern)
        period = self.what.in_year(outer.first.year)
        return dated(period) if period else Reading(type="DATE", value=self.what.pattern)


class Around(msgspec.Struct, frozen=True):
    """The week that a day lies in: "the week of 6 November"."""

    day: Fixed | Recurring

    def read(self, scene: Scene) -> Reading:
        """Place the day, then its week."""
        day = (read_recurring(self.day, scene) if isinstance(self.day, Recurring) else self.day.read(scene)).period
        return dated(period_of("week", day.first)) if day else Reading(type="DATE", value=UNKNOWN["week"])


class Nth(msgspec.Struct, frozen=True, kw_only=True):
    """A day, week or half counted within a month: "the second week of May", "the first Monday of March".

    Attributes:
        which: Which one, from 1; -1 is the last.
        of: What is counted: "day", "week", "weekend", "half", or an ISO weekday.
        month: The month.
    """

    which: int
    of: str | int
    month: Fixed | Recurring

    def read(self, scene: Scene) -> Reading:
        """Place the month, then count in it; a week has the name of the first to begin there, and seven days of it."""
        month = (
            read_recurring(self.month, scene) if isinstance(self.month, Recurring) else self.month.read(scene)
        ).period
        if month is not None and self.of == "half":
            middle = month.first.replace(day=_MIDDLE)
            first, last = (month.first, middle) if self.which == 1 else (middle + dt.timedelta(days=1), month.last)
            return msgspec.structs.replace(dated(month), earliest=first, latest=last)
        day = self._counted(month) if month else None
        if day is None or month is None:
            value = self.month.pattern if isinstance(self.month, Recurring) else self.month.period.value
            return Reading(type="DATE", value=value)
        if self.of == "week":
            from_start = month.first + dt.timedelta(days=_WEEK * (self.which - 1))
            first = from_start if self.which > 0 else month.last - dt.timedelta(days=_WEEK - 1)
            week = dated(period_of("week", day))
            return msgspec.structs.replace(week, earliest=first, latest=first + dt.timedelta(days=_WEEK - 1))
        return dated(period_of("weekend" if self.of == "weekend" else "day", day))

    def _counted(self, month: Period) -> dt.date | None:
        weekday = {"week": 1, "weekend": 6}.get(str(self.of), self.of)
        days = [month.first + dt.timedelta(days=more) for more in range((month.last - month.first).days + 1)]
        fitting = [day for day in days if weekday == "day" or day.isoweekday() == weekday]
        index = self.which if self.which < 0 else self.which - 1
        return fitting[index] if index < len(fitting) else None
