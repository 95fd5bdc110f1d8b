"""Counts of a period beside those of the period before, by area and kind, with rates where the effort is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..ledger import Ledger
from .effort import UNITS, Looking
from .period import Period

__all__ = ["Count", "Line", "chance_of", "count_lines"]

Rows = NDArray[np.int64]
_LEVEL = 0.05


class Count(msgspec.Struct, frozen=True, eq=False):
    """How many in one period.

    Attributes:
        number: Incidents, each once.
        rows: Their rows in the ledger.
        rate: Incidents for each unit of effort; None where the effort is not known.
        effort: The effort, in ``unit``; None where it is not known.
        unit: Of the effort: "hours", "patrols" or "cameras"; "" where it is not known in both periods.
    """

    number: int
    rows: Rows
    rate: float | None = None
    effort: float | None = None
    unit: str = ""


class Line(msgspec.Struct, frozen=True, eq=False):
    """One area and kind.

    Attributes:
        area: Zone by id, or region by name; "" for everywhere.
        kind: Kind of incident; "" for all.
        now: In the period.
        before: In the period before.
        chance: How likely a difference as large would be if nothing had changed, in [0, 1]; None where the effort of
            only one of the periods is known.
    """

    area: str
    kind: str
    now: Count
    before: Count
    chance: float | None

    @property
    def is_change(self) -> bool | None:
        """Is it more than chance would do, at 5 %? None where that cannot be said."""
        return None if self.chance is None else self.chance < _LEVEL


def count_lines(ledger: Ledger, period: Period, efforts: Mapping[str, tuple[Looking, Looking]]) -> Iterator[Line]:
    """Count everywhere, then by area, each whole and by kind; areas without incidents in both periods are left out.

    Args:
        ledger: The incidents.
        period: The period; it is held against the one before.
        efforts: By zone, the effort of the period and of the one before; "" for everywhere.
    """
    now, before = (ledger.select(since=each.minutes[0], before=each.minutes[1]) for each in (period, period.before))
    nothing = (Looking(), Looking())
    yield from _by_kind(ledger, "", now, before, efforts.get("", nothing))
    areas_now, areas_before = _by_area(ledger, now), _by_area(ledger, before)
    none = np.zeros(0, dtype=np.int64)
    for area in sorted({*areas_now, *areas_before}):
        parts = areas_now.get(area, none), areas_before.get(area, none)
        yield from _by_kind(ledger, area, *parts, efforts.get(area, nothing))


def chance_of(now: int, before: int, share: float) -> float:
    """How likely two counts are that far apart or further, if the rate is the same.

    Given their sum, the first is binomial with the share of the effort that fell to it: the conditional test of two
    Poisson counts (Przyborowski and Wilenski 1940).

    Args:
        now: First count.
        before: Second count.
        share: Share of the effort that fell to the first, in (0, 1).

    Returns:
        The two-sided probability, in [0, 1].
    """
    from scipy.stats import binomtest  # noqa: PLC0415  heavy, and only reports need it

    return float(binomtest(now, now + before, share).pvalue) if now + before else 1.0


def _by_area(ledger: Ledger, rows: Rows) -> dict[str, Rows]:
    """Part rows by zone, and those of no zone by region."""
    zones = ledger.rows_of_zone(rows)
    if zones:
        return zones
    codes = ledger.regions.codes[rows]
    return {
        label: rows[codes == code]
        for code, label in enumerate(ledger.regions.labels)
        if label and (codes == code).any()
    }


def _by_kind(ledger: Ledger, area: str, now: Rows, before: Rows, efforts: tuple[Looking, Looking]) -> Iterator[Line]:
    yield _line(area, "", now, before, efforts)
    codes = ledger.kinds.codes
    for code in np.unique(np.concatenate([codes[now], codes[before]])):
        kind = ledger.kinds.labels[code]
        yield _line(area, kind, now[codes[now] == code], before[codes[before] == code], efforts)


def _line(area: str, kind: str, now: Rows, before: Rows, efforts: tuple[Looking, Looking]) -> Line:
    unit = next((each for each in UNITS if all(getattr(effort, each) for effort in efforts)), "")
    known = any(getattr(effort, each) for effort in efforts for each in UNITS)
    share = 0.5
    if unit:
        own, other = (getattr(effort, unit) for effort in efforts)
        share = own / (own + other)
    chance = None if known and not unit else chance_of(len(now), len(before), share)
    return Line(area, kind, _count(now, efforts[0], unit), _count(before, efforts[1], unit), chance)


def _count(rows: Rows, effort: Looking, unit: str) -> Count:
    amount = getattr(effort, unit) if unit else None
    return Count(len(rows), rows, len(rows) / amount if amount else None, amount, unit)
