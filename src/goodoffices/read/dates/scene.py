"""What an expression is read against: the report's day, the tense of its clause, and what was said before it."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from .calendar import Period, Unit
from .expression import TimeType

__all__ = ["UNKNOWN", "Reading", "Scene", "Tense", "dated"]

Tense: TypeAlias = Literal["past", "future", ""]


UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""TIMEX3 values of periods that cannot be placed."""


class Scene(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where an expression stands.

    Attributes:
        published: The report's day, or None where unknown: then nothing relative is resolved.
        tense: Where the clause lies in time, or empty where that cannot be told.
        told: Periods that the text has named so far, the latest one last.
        hour: The last clock time named, with its day, or None.
        year: The year that the sentence has named before, or None.
    """

    published: dt.date | None
    tense: Tense = ""
    told: tuple[Period, ...] = ()
    hour: dt.datetime | None = None
    year: int | None = None

    def last_told(self, unit: Unit) -> Period | None:
        """The last period named that is no longer than `unit`; the report's day where none was."""
        for period in reversed(self.told):
            if period.unit == unit or period.is_finer_than(unit):
                return period
        return Period(self.published, "day") if self.published else None


class Reading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an expression means in its scene: fields of a `TimeExpression`, and what later words may count from."""

    type: TimeType
    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    period: Period | None = None
    hour: dt.datetime | None = None


def dated(period: Period, mod: str | None = None) -> Reading:
    """Read a period of the calendar as a date."""
    return Reading(type="DATE", value=period.value, earliest=period.first, latest=period.last, period=period, mod=mod)
