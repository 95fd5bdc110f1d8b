"""Incidents by the day: what a trend is looked for in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..course.steps import EPOCH
from ..ledger import Ledger
from ..log import Effort
from ..report import UNITS

__all__ = ["Series", "daily_series"]

_DAY_MINUTES = 24 * 60


class Series(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Counts of each day.

    Attributes:
        zone: Zone by id; "" for everywhere.
        kind: Kind of incident; "" for all.
        party: Party to which they are attributed; "" for anyone and no one.
        first: First day.
        counts: Incidents of each day, int64, shape (days,).
        effort: Effort of each day in ``unit``, float64, shape (days,); None where it is not known for every day.
        unit: Of the effort; "" where it is not known.
    """

    zone: str = ""
    kind: str = ""
    party: str = ""
    first: dt.date
    counts: NDArray[np.int64]
    effort: NDArray[np.float64] | None = None
    unit: str = ""

    @property
    def total(self) -> int:
        """Incidents in all."""
        return int(self.counts.sum())

    def day(self, place: int) -> dt.date:
        """The day at a place."""
        return self.first + dt.timedelta(days=place)


def daily_series(
    ledger: Ledger,
    first: dt.date,
    last: dt.date,
    *,
    zone: str = "",
    kind: str = "",
    party: str = "",
    efforts: Collection[Effort] = (),
) -> Series:
    """Count the incidents of each day.

    Args:
        ledger: The incidents.
        first: First day.
        last: Last day, inclusive.
        zone: Only those of a zone.
        kind: Only those of a kind.
        party: Only those attributed to a party.
        efforts: How hard one looked; of a zone only its own counts.
    """
    start = (dt.datetime(first.year, first.month, first.day, tzinfo=dt.UTC) - EPOCH) // dt.timedelta(minutes=1)
    days = (last - first).days + 1
    rows = ledger.select(
        kinds=(kind,) if kind else (),
        zones=(zone,) if zone else (),
        parties=(party,) if party else (),
        since=start,
        before=start + days * _DAY_MINUTES,
    )
    places = (ledger.minutes[rows] - start) // _DAY_MINUTES
    effort, unit = _effort((each for each in efforts if not zone or each.zone == zone), first, days)
    return Series(
        zone=zone,
        kind=kind,
        party=party,
        first=first,
        counts=np.bincount(places, minlength=days).astype(np.int64),
        effort=effort,
        unit=unit,
    )


def _effort(efforts: Iterable[Effort], first: dt.date, days: int) -> tuple[NDArray[np.float64] | None, str]:
    """Effort of each day, spread evenly over the days that an entry covers, in the first unit known for all days."""
    known = list(efforts)
    for unit in UNITS:
        each_day = np.zeros(days)
        for effort in known:
            value = getattr(effort, unit)
            if value is None:
                continue
            span = (effort.last - effort.first).days + 1
            begin, end = (effort.first - first).days, (effort.last - first).days + 1
            each_day[max(0, begin) : max(0, end)] += value if unit == "cameras" else value / span
        if known and (each_day > 0).all():
            return each_day, unit
    return None, ""
