"""What comes again (7 January, March, Tuesday, the third quarter, Easter): which one of them a text means."""

from __future__ import annotations

import calendar as std_calendar
import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from .calendar import SEASON_STARTS, Period, Unit, period_of
from .holidays import holiday_on
from .scene import Scene

__all__ = ["Direction", "Recurring", "RecurringKind"]

RecurringKind: TypeAlias = Literal["day", "month", "weekday", "weekend", "season", "quarter", "half", "holiday"]
Direction: TypeAlias = Literal["", "last", "next", "this", "coming"]

_FAR_DAYS = 270
"""How far off a day without a year can lie: beyond it, writers say the year, so the nearer day is meant."""


class Recurring(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name that fits one period of each year (or of each week).

    Attributes:
        kind: What recurs.
        number: Month, ISO weekday, quarter or half; 0 where a name says it.
        day: Day of the month, for a day.
        name: Season code or name of the holiday.
        direction: What stands before it: "last", "next", "this" or "coming".
    """

    kind: RecurringKind
    number: int = 0
    day: int = 0
    name: str = ""
    direction: Direction = ""

    @property
    def unit(self) -> Unit:
        """The length of what it names."""
        return "day" if self.kind in {"weekday", "holiday", "day"} else self.kind  # type: ignore[return-value]

    @property
    def pattern(self) -> str:
        """Its TIMEX3 value while the year is unknown."""
        return {
            "day": f"XXXX-{self.number:02}-{self.day:02}",
            "month": f"XXXX-{self.number:02}",
            "weekday": f"XXXX-WXX-{self.number}",
            "weekend": "XXXX-WXX-WE",
            "season": f"XXXX-{self.name}",
            "quarter": f"XXXX-Q{self.number}",
            "half": f"XXXX-H{self.number}",
            "holiday": "XXXX-XX-XX",
        }[self.kind]

    def in_year(self, year: int) -> Period | None:
        """The one of a year, or None where that year has none (29 February)."""
        if not 1 <= year < dt.MAXYEAR:
            return None
        if self.kind == "holiday":
            day = holiday_on(self.name, year)
            return Period(day, "day") if day else None
        if self.kind == "day":
            fits = 1 <= self.day <= std_calendar.monthrange(year, self.number)[1]
            return Period(dt.date(year, self.number, self.day), "day") if fits else None
        month = {
            "month": self.number,
            "season": SEASON_STARTS.get(self.name, 1),
            "quarter": self.number * 3 - 2,
            "half": self.number * 6 - 5,
        }[self.kind]
        return Period(dt.date(year, month, 1), self.unit)

    def near(self, scene: Scene) -> Period | None:
        """The one that the text means, or None where the report's day is unknown."""
        if scene.published is None:
            return None
        if self.kind == "weekday":
            return self._weekday_near(scene)
        if self.kind == "weekend":
            return _weekend_near(scene.published, scene)
        around = (self.in_year(year) for year in range(scene.published.year - 8, scene.published.year + 9))
        return _choose(self, sorted(filter(None, around)), scene)

    def _weekday_near(self, scene: Scene) -> Period | None:
        today = scene.published or dt.date.min
        back = (today.isoweekday() - self.number) % 7
        forward = (self.number - today.isoweekday()) % 7
        if self.direction == "last":
            days = -(back or 7)
        elif self.direction == "next":
            days = forward or 7
        elif scene.tense == "future" or (self.direction in {"this", "coming"} and scene.tense != "past"):
            days = forward
        else:
            days = -back
        return Period(today, "day").shift(days)

    def after(self, start: dt.date) -> Period | None:
        """The first one after a day ("the following Friday")."""
        if self.kind == "weekday":
            return Period(start, "day").shift((self.number - start.isoweekday()) % 7 or 7)
        years = (self.in_year(start.year + more) for more in range(9))
        return next((period for period in years if period and period.first > start), None)


def _weekend_near(today: dt.date, scene: Scene) -> Period | None:
    """This weekend on its days and where the clause lies ahead; else the one before."""
    weekend = period_of("weekend", today)
    return weekend if scene.tense == "future" or today >= weekend.first else weekend.shift(-1)


def _choose(what: Recurring, candidates: list[Period], scene: Scene) -> Period | None:
    """Choose among the years' candidates, in order: by direction, by the year named, by tense, by nearness."""
    today = scene.published or dt.date.min
    if what.direction:
        return _by_direction(what, candidates, today)
    named = what.in_year(scene.year) if scene.year is not None else None
    if named is not None and not (scene.tense == "future" and named.last < today):
        return named  # but "the truce of August 2006 was extended until 31 March" looks ahead
    if what.kind in {"quarter", "half"} and scene.tense != "future":
        return next((period for period in reversed(candidates) if period.last <= today), None)
    past = [period for period in candidates if period.first <= period_of(what.unit, today).first]
    future = [period for period in candidates if period.last >= today]
    by_tense = {"past": past[-1:], "future": future[:1]}.get(scene.tense, [])
    if by_tense and (what.kind != "day" or _distance(by_tense[0], today) <= _FAR_DAYS):
        return by_tense[0]
    return min(candidates, key=lambda period: (_distance(period, today), period.first), default=None)


def _by_direction(what: Recurring, candidates: list[Period], today: dt.date) -> Period | None:
    """Follow "last", "next", "coming" or "this"."""
    now = period_of(what.unit, today)
    if what.direction == "last":
        return next((period for period in reversed(candidates) if period.first < now.first), None)
    if what.direction == "this":
        return what.in_year(today.year)
    return next((period for period in candidates if period.first > now.first), None)


def _distance(period: Period, today: dt.date) -> int:
    """Days between a period and a day, 0 where it lies inside."""
    if period.first <= today <= period.last:
        return 0
    return min(abs((period.first - today).days), abs((period.last - today).days))
