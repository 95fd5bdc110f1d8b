"""Trends, as a page shows them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from goodoffices.record import Marking

from .incidents import IncidentView

__all__ = ["MarkView", "SeriesView", "StretchView", "TrendPage", "TurnView", "WeekView"]


class MarkView(msgspec.Struct, frozen=True):
    """A day on which something was agreed or an obligation changed, with the number that the drawings give it."""

    number: int
    day: dt.date
    words: str


class TurnView(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the rate.

    Attributes:
        day: First day of the new rate.
        earliest: Nineteen times in twenty it is not before this day.
        latest: Nineteen times in twenty it is not after this day.
        before: Incidents a day, or for each unit of effort, before.
        after: The same after.
        chance: How likely chance alone would do as much, over all series together, in (0, 0.05].
        marks: Numbers of the marks between ``earliest`` and ``latest``: at the same time, not therefore.
        words: All that in a sentence.
    """

    day: dt.date
    earliest: dt.date
    latest: dt.date
    before: float
    after: float
    chance: float
    marks: tuple[int, ...]
    words: str


class StretchView(msgspec.Struct, frozen=True):
    """A stretch of days with one rate.

    Attributes:
        first: First day.
        last: Last day, inclusive.
        number: Incidents in it.
        rate: Incidents a day, or for each unit of effort.
        per_day: Incidents a day.
    """

    first: dt.date
    last: dt.date
    number: int
    rate: float
    per_day: float


class SeriesView(msgspec.Struct, frozen=True, kw_only=True):
    """One series with its changes.

    Attributes:
        zone: Zone by id; "" for everywhere.
        kind: Kind of incident; "" for all.
        party: Party to which they are attributed; "" for anyone and no one.
        label: What it counts, for people.
        first: First day.
        total: Incidents in all.
        counts: Incidents of each day.
        effort: Effort of each day, in ``unit``; None where it is not known for every day.
        unit: Of the effort; "" where it is not known.
        is_rate: Were rates looked at? Otherwise it may be the looking that changed.
        too_few: There are too few incidents to say anything.
        turns: Its changes; none is claimed that chance would do as well.
        stretches: The stretches between them.
        sentences: What is to be said of it.
    """

    zone: str
    kind: str
    party: str
    label: str
    first: dt.date
    total: int
    counts: tuple[int, ...]
    effort: tuple[float, ...] | None
    unit: str
    is_rate: bool
    too_few: bool
    turns: tuple[TurnView, ...]
    stretches: tuple[StretchView, ...]
    sentences: tuple[str, ...]


class WeekView(msgspec.Struct, frozen=True):
    """The incidents of seven days, by id, from a day on."""

    first: dt.date
    last: dt.date
    incidents: tuple[str, ...]


class TrendPage(msgspec.Struct, frozen=True, kw_only=True):
    """Trends over some time.

    Attributes:
        format: Name of the format.
        title: The agreement.
        first: First day.
        last: Last day, inclusive.
        generated: When this was written; None where that is not said.
        marking: The most restricted of all entries of the log that it rests on.
        sentences: The whole in a few sentences.
        cautions: What it does not say.
        marks: What was agreed, and which obligations changed, by day.
        series: Every series, the whole first.
        weeks: The incidents week by week; empty where the page was made without them, or they are more than 50,000.
        incidents: Every incident of the time, by time; the same.
    """

    format: Literal["goodoffices.watch.trend/1"] = "goodoffices.watch.trend/1"
    title: str
    first: dt.date
    last: dt.date
    generated: dt.datetime | None = None
    marking: Marking
    sentences: tuple[str, ...]
    cautions: tuple[str, ...]
    marks: tuple[MarkView, ...]
    series: tuple[SeriesView, ...]
    weeks: tuple[WeekView, ...]
    incidents: tuple[IncidentView, ...]
