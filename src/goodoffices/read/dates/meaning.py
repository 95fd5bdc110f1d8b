"""What the rules make of words before the scene is known: each meaning can be read in a scene."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

import msgspec

from .away import Later, LikeBefore
from .length import Length
from .monthday import DayOfMonth
from .periods import Around, Deictic, Fixed, FromTold, Nth, Within, read_recurring
from .recurring import Recurring
from .scene import Reading, Scene

__all__ = [
    "Around",
    "Clock",
    "DayOfMonth",
    "Deictic",
    "Fixed",
    "FromTold",
    "Later",
    "LikeBefore",
    "Meaning",
    "Nth",
    "PartOfDay",
    "Reference",
    "Repeat",
    "Stretch",
    "Within",
    "day_of",
]


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
    """A time of day.

    Attributes:
        time: ``HH:MM``.
        day: The day where the words name one.
        spelled: Told in words ("half past eight"): without a day, these say when in a day, and of which is a guess.
    """

    time: str
    day: DayMeaning | None = None
    spelled: bool = False

    def read(self, scene: Scene) -> Reading:
        """Read the day, then the time."""
        day = day_of(self.day, scene)
        value = f"{day.value}T{self.time}"
        if self.spelled and self.day is None:
            return Reading(type="TIME", value=value)
        hour = None
        if day.period and self.time[:2] != "24":
            hour = dt.datetime.combine(day.period.first, dt.time.fromisoformat(self.time))
        return Reading(type="TIME", value=value, earliest=day.earliest, latest=day.latest, period=day.period, hour=hour)


DayMeaning: TypeAlias = Fixed | Recurring | Deictic | Later | DayOfMonth


def day_of(day: DayMeaning | None, scene: Scene) -> Reading:
    """Read the day of a clock time; without one, it is the day told last, else the report's."""
    if isinstance(day, Recurring):
        return read_recurring(day, scene)
    reading = day.read(scene) if day else None
    return reading or Deictic(unit="day", told=True).read(scene)


Meaning: TypeAlias = (
    Fixed
    | FromTold
    | Nth
    | Around
    | Stretch
    | Recurring
    | Deictic
    | Later
    | Length
    | Reference
    | Repeat
    | PartOfDay
    | Clock
    | Within
    | DayOfMonth
    | LikeBefore
)
