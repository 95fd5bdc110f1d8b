"""What the rules make of words before the scene is known: each meaning can be read in a scene."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

import msgspec

from .away import Later
from .calendar import Period, Unit, period_of
from .length import Length
from .recurring import Recurring
from .scene import UNKNOWN, Reading, Scene, dated

__all__ = [
    "Clock",
    "Deictic",
    "Fixed",
    "Later",
    "Meaning",
    "Nth",
    "PartOfDay",
    "Reference",
    "Repeat",
    "Stretch",
    "Within",
    "day_of",
]


class Fixed(msgspec.Struct, frozen=True):
    """A period that the words give in full."""

    period: Period
    value: str = ""

    def read(self, scene: Scene) -> Reading:
        """Read it; the scene changes nothing."""
        del scene
        reading = dated(self.period)
        return msgspec.structs.replace(reading, value=self.value) if self.value else reading


class Stretch(msgspec.Struct, frozen=True):
    """From one period to another under one roof: "3-5 May", "1992-95"."""

    first: Fixed | Recurring
    last: Fixed | Recurring

    def read(self, scene: Scene) -> Reading | None:
        """Read both ends; they belong to one year."""
        last = read_recurring(self.last, scene) if isinstance(self.last, Recurring) else self.last.read(scene)
        if isinstance(self.first, Recurring):
            near = scene if last.period is None else msgspec.structs.replace(scene, year=last.period.first.year)
            first = read_recurring(self.first, near)
        else:
            first = self.first.read(scene)
        if first.latest and last.latest and first.latest > last.latest:
            return None
        value = f"{first.value}/{last.value}"
        return Reading(type="DATE", value=value, earliest=first.earliest, latest=last.latest, period=last.period)


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
        season: Season or part that the unknown value names.
    """

    unit: Unit
    offset: int = 0
    told: bool = False

    def read(self, scene: Scene) -> Reading:
        """Read it; unknown where the report's day is."""
        period = self.placed(scene)
        return dated(period) if period else Reading(type="DATE", value=UNKNOWN[self.unit])

    def placed(self, scene: Scene) -> Period | None:
        """Find the period, or None where nothing is known to count from."""
        base = scene.last_told(self.unit) if self.told else None
        if base is None and scene.published:
            base = Period(scene.published, "day")
        return period_of(self.unit, base.first).shift(self.offset) if base else None


class Reference(msgspec.Struct, frozen=True):
    """Present, past or future as a whole."""

    value: str

    def read(self, scene: Scene) -> Reading:
        """Bound it by the report's day."""
        earliest = None if self.value == "PAST_REF" else scene.published
        latest = None if self.value == "FUTURE_REF" else scene.published
        return Reading(type="DATE", value=self.value, earliest=earliest, latest=latest)


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """What happens again and again: a TIMEX3 set."""

    value: str
    quant: str | None = None
    freq: str | None = None

    def read(self, scene: Scene) -> Reading:
        """Read it; a set has no days of its own."""
        del scene
        return Reading(type="SET", value=self.value, quant=self.quant, freq=self.freq)


class PartOfDay(msgspec.Struct, frozen=True):
    """A part of a day: its TIMEX3 code, and the day where the words name one."""

    part: str
    day: DayMeaning | None = None

    def read(self, scene: Scene) -> Reading:
        """Read the day, then the part."""
        day = day_of(self.day, scene)
        value = f"{day.value}T{self.part}"
        return Reading(type="TIME", value=value, earliest=day.earliest, latest=day.latest, period=day.period)


class Clock(msgspec.Struct, frozen=True):
    """A time of day: ``HH:MM``, and the day where the words name one."""

    time: str
    day: DayMeaning | None = None

    def read(self, scene: Scene) -> Reading:
        """Read the day, then the time."""
        day = day_of(self.day, scene)
        hour = None
        if day.period and self.time[:2] != "24":
            hour = dt.datetime.combine(day.period.first, dt.time.fromisoformat(self.time))
        value = f"{day.value}T{self.time}"
        return Reading(type="TIME", value=value, earliest=day.earliest, latest=day.latest, period=day.period, hour=hour)


DayMeaning: TypeAlias = Fixed | Recurring | Deictic | Later


def day_of(day: DayMeaning | None, scene: Scene) -> Reading:
    """Read the day of a clock time; without one, it is the day told last, else the report's."""
    if isinstance(day, Recurring):
        return read_recurring(day, scene)
    reading = day.read(scene) if day else None
    return reading or Deictic(unit="day", told=True).read(scene)


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


class Nth(msgspec.Struct, frozen=True, kw_only=True):
    """A day or week counted within a month: "the second week of May", "the first Monday of March".

    Attributes:
        which: Which one, from 1; -1 is the last.
        of: What is counted: "day", "week", "weekend", or an ISO weekday.
        month: The month.
    """

    which: int
    of: str | int
    month: Fixed | Recurring

    def read(self, scene: Scene) -> Reading:
        """Place the month, then count in it; a week counts where its first day lies in the month."""
        month = (
            read_recurring(self.month, scene) if isinstance(self.month, Recurring) else self.month.read(scene)
        ).period
        day = self._counted(month) if month else None
        if day is None:
            value = self.month.pattern if isinstance(self.month, Recurring) else self.month.period.value
            return Reading(type="DATE", value=value)
        return dated(period_of("week" if self.of == "week" else "weekend" if self.of == "weekend" else "day", day))

    def _counted(self, month: Period) -> dt.date | None:
        weekday = {"week": 1, "weekend": 6}.get(str(self.of), self.of)
        days = [month.first + dt.timedelta(days=more) for more in range((month.last - month.first).days + 1)]
        fitting = [day for day in days if weekday == "day" or day.isoweekday() == weekday]
        index = self.which if self.which < 0 else self.which - 1
        return fitting[index] if index < len(fitting) else None


Meaning: TypeAlias = (
    Fixed | Nth | Stretch | Recurring | Deictic | Later | Length | Reference | Repeat | PartOfDay | Clock | Within
)
