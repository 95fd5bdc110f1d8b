"""Incidents before the agreement and since: the baseline against which a ceasefire is held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
import numpy as np

from ..agreement import Agreement
from ..course.steps import moment
from ..ledger import Ledger
from ..log import Effort, Log
from ..report import UNITS, Looking, Period, chance_of, looking

__all__ = ["Baseline", "baselines_of"]

_LONGEST_DAYS = 365
"""A baseline reaches back a year at most: what was longer ago was another war."""


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents of one area or kind before the agreement and since.

    Attributes:
        area: Zone, by id; "" for everywhere.
        kind: Kind of incident; "" for all.
        before: How many before; None where nothing was loaded of that time.
        before_days: Over how many days; 0 where nothing was loaded.
        since: How many since.
        since_days: Over how many days, the day asked about included.
        rate_before: A day; None where unknown.
        rate_since: A day.
        unit: What both were held against: "days", or "hours", "patrols", "cameras" where the effort of both is known;
            "" where the effort of only one is, so that they cannot be compared.
        chance: How likely a difference as large would be if nothing had changed, in [0, 1]; None where unknown.
    """

    area: str
    kind: str
    before: int | None
    before_days: int
    since: int
    since_days: int
    rate_before: float | None
    rate_since: float
    unit: str
    chance: float | None


def baselines_of(agreement: Agreement, log: Log, ledger: Ledger, on: dt.datetime) -> tuple[Baseline, ...]:
    """Hold the incidents since the entry into force against those before it.

    The baseline goes back to the first incident that was loaded, a year at most. Empty before the entry into force.

    Args:
        agreement: What was agreed.
        log: As it is known; the effort is in it.
        ledger: The incidents.
        on: The day, to its end.
    """
    start = agreement.in_force.date()
    if on.date() < start:
        return ()
    since = Period(start, on.date())
    first = ledger.minutes[ledger.first].min() if ledger.first.any() else None
    opened = moment(int(first)).date() if first is not None else start
    opened = max(opened, start - dt.timedelta(days=_LONGEST_DAYS))
    before = Period(opened, start - dt.timedelta(days=1)) if opened < start else None
    return tuple(_lines(ledger, list(log.of(Effort)), since, before))


def _lines(ledger: Ledger, efforts: list[Effort], since: Period, before: Period | None) -> Iterator[Baseline]:
    """The whole, then each kind, then each zone."""
    nothing = np.zeros(0, dtype=np.int64)
    then, now = (
        ledger.select(since=each.minutes[0], before=each.minutes[1]) if each else nothing for each in (before, since)
    )
    kinds = sorted({name for rows in (then, now) for name in ledger.kinds[rows].counts() if name})
    zones_then, zones_now = ledger.rows_of_zone(then), ledger.rows_of_zone(now)
    parted = [("", "", len(then), len(now))]
    parted += [
        ("", kind, int((ledger.kinds[then] == kind).sum()), int((ledger.kinds[now] == kind).sum())) for kind in kinds
    ]
    parted += [
        (zone, "", len(zones_then.get(zone, nothing)), len(zones_now.get(zone, nothing)))
        for zone in sorted({*zones_then, *zones_now})
    ]
    for area, kind, earlier, later in parted:
        yield _line(
            Baseline(
                area=area,
                kind=kind,
                before=None,
                before_days=0,
                since=later,
                since_days=since.days,
                rate_before=None,
                rate_since=later / since.days,
                unit="days",
                chance=None,
            ),
            earlier,
            (looking(efforts, area, before), looking(efforts, area, since)) if before else None,
            before,
        )


def _line(base: Baseline, earlier: int, looked: tuple[Looking, Looking] | None, before: Period | None) -> Baseline:
    """The same with what was before, where that is known."""
    if looked is None or before is None:
        return base
    unit, share = _measure(looked, before.days, base.since_days)
    return msgspec.structs.replace(
        base,
        before=earlier,
        before_days=before.days,
        rate_before=earlier / before.days,
        unit=unit,
        chance=chance_of(base.since, earlier, share) if unit else None,
    )


def _measure(looked: tuple[Looking, Looking], days_before: int, days_since: int) -> tuple[str, float]:
    """What two counts are held against, and the share of it that fell to the later."""
    then, now = looked
    for unit in UNITS:
        own, other = getattr(now, unit), getattr(then, unit)
        if own and other:
            return unit, own / (own + other)
    if any(getattr(each, unit) for each in looked for unit in UNITS):
        return "", 0.5
    return "days", days_since / (days_since + days_before)
