"""Trends by zone, kind and party: changes that chance does not bear out are not claimed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

import msgspec
import numpy as np

from ..agreement import Agreement
from ..course import Course
from ..ledger import Ledger
from ..log import Effort, Happening, Log, What
from .scan import scan
from .series import Series, daily_series

__all__ = ["Mark", "Trend", "Turn", "find_trends", "marks_of", "trend_of"]

_LEAST = 10
"""Fewer incidents than this are too few to say anything of."""
_SEED = 20_260_101
_LEVEL = 0.05
_ORDERS = 999
_ORDERS_A_SERIES = 40


class Mark(msgspec.Struct, frozen=True):
    """A day on which something was agreed, or an obligation changed.

    Attributes:
        day: The day.
        words: What it was.
    """

    day: dt.date
    words: str


class Turn(msgspec.Struct, frozen=True):
    """A change of the rate.

    Attributes:
        day: First day of the new rate.
        earliest: Nineteen times in twenty it is not before this day.
        latest: Nineteen times in twenty it is not after this day.
        before: Incidents a day, or a unit of effort, before.
        after: The same after.
        chance: How likely chance alone would do as much, over all series that were looked at together (Holm).
        marks: What was agreed or changed between ``earliest`` and ``latest``: at the same time, not therefore.
    """

    day: dt.date
    earliest: dt.date
    latest: dt.date
    before: float
    after: float
    chance: float
    marks: tuple[Mark, ...] = ()


class Trend(msgspec.Struct, frozen=True, eq=False):
    """A series with its changes.

    Attributes:
        series: The counts.
        turns: Its changes, by day.
        too_few: There are too few incidents to say anything.
    """

    series: Series
    turns: tuple[Turn, ...] = ()
    too_few: bool = False

    @property
    def is_rate(self) -> bool:
        """Is it a rate for each unit of effort? Otherwise it may be the looking that changed."""
        return self.series.effort is not None


def find_trends(
    ledger: Ledger,
    log: Log,
    first: dt.date,
    last: dt.date,
    *,
    marks: Collection[Mark] = (),
    by: Collection[str] = ("zone", "kind", "party"),
) -> tuple[Trend, ...]:
    """Look for changes everywhere, and in each zone, of each kind and by each party.

    Args:
        ledger: The incidents, attributed.
        log: As it is known; the effort is in it.
        first: First day.
        last: Last day, inclusive.
        marks: What was agreed when.
        by: By what the incidents are parted; each alone.

    Returns:
        The whole first. A change is kept only if fewer than one random order in twenty does as well, over all series
        together (Holm 1979): more series looked at, more is asked of each.
    """
    efforts = list(log.of(Effort))
    every = [daily_series(ledger, first, last, efforts=efforts)]
    every += [daily_series(ledger, first, last, efforts=efforts, **part) for part in _parts(ledger, by)]
    some = [series for series in every if series.total]
    asked = sum(series.total >= _LEAST for series in some)
    orders = max(_ORDERS, _ORDERS_A_SERIES * asked)  # so many that the surest of all series can be told from chance
    return _together([trend_of(series, marks=marks, orders=orders) for series in some], marks, orders)


def trend_of(series: Series, *, marks: Collection[Mark] = (), level: float = _LEVEL, orders: int = _ORDERS) -> Trend:
    """Look for changes in one series.

    Args:
        series: The counts.
        marks: What was agreed when.
        level: Share of random orders that may do as well as a change that is kept.
        orders: How many random orders are tried.
    """
    if series.total < _LEAST:
        return Trend(series, too_few=True)
    splits = scan(series.counts, series.effort, np.random.default_rng(_SEED), level, orders)
    turns = []
    for split in splits:
        earliest, latest = series.day(split.earliest), series.day(split.latest)
        near = tuple(mark for mark in marks if earliest <= mark.day <= latest)
        day = series.day(split.place)
        turns.append(Turn(day, earliest, latest, split.before, split.after, split.chance, near))
    return Trend(series, tuple(turns))


def marks_of(agreement: Agreement, log: Log, course: Course) -> tuple[Mark, ...]:
    """The days on which something was agreed or an obligation changed, in order."""
    marks = {Mark(agreement.in_force.date(), f"{agreement.name}: in force")}
    marks |= {
        Mark(each.earliest.date(), f"{each.subject}: {each.note or 'happened'}")
        for each in log.of(Happening)
        if each.what is What.HAPPENED and not each.ref and each.earliest.date() == each.latest.date()
    }
    telling = {"active", "fulfilled", "suspended", "discharged"}
    marks |= {
        Mark(each.at.date(), f"{each.subject}: {each.after}")
        for each in course.changes
        if each.after in telling and "/" not in each.subject
    }
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.words)))


def _parts(ledger: Ledger, by: Iterable[str]) -> Iterator[dict[str, str]]:
    if "zone" in by:
        yield from ({"zone": zone} for zone in ledger.zones)
    if "kind" in by:
        yield from ({"kind": kind} for kind in ledger.kinds.labels if kind)
    if "party" in by:
        yield from ({"party": party} for party in ledger.party_names)


def _together(trends: list[Trend], marks: Collection[Mark], orders: int) -> tuple[Trend, ...]:
    """Hold the changes of all series to one level: Holm's step-down over the surest change of each.

    A series some of whose changes do not reach the level that falls to it is looked at anew at that level, so that what
    is left is reckoned without them.
    """
    looked_at = sum(not each.too_few for each in trends)
    surest = sorted(
        (number for number, each in enumerate(trends) if each.turns), key=lambda number: _surest(trends[number])
    )
    kept, worst = list(trends), 0.0
    for rank, number in enumerate(surest):
        factor = looked_at - rank
        worst = max(worst, _surest(trends[number]) * factor)
        found = trends[number]
        if worst > _LEVEL:
            kept[number] = msgspec.structs.replace(found, turns=())
            continue
        if any(turn.chance * factor > _LEVEL for turn in found.turns):
            found = trend_of(found.series, marks=marks, level=_LEVEL / factor, orders=orders)
        kept[number] = msgspec.structs.replace(
            found,
            turns=tuple(
                msgspec.structs.replace(turn, chance=min(1.0, max(worst, turn.chance * factor))) for turn in found.turns
            ),
        )
    return tuple(kept)


def _surest(trend: Trend) -> float:
    return min(turn.chance for turn in trend.turns)
