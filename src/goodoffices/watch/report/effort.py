"""How hard one looked, by zone and period. Without it a count says as much of the looking as of what was there."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..log import Effort
from .period import Period

__all__ = ["UNITS", "Looking", "looking"]

UNITS = ("hours", "patrols", "cameras")
"""What rates are reckoned by, the first that is known."""


class Looking(msgspec.Struct, frozen=True):
    """Effort of a zone in a period; None where nobody said.

    Attributes:
        hours: Hours of observation.
        patrols: Patrols made.
        cameras: Camera days.
        denied: Times that access was denied.
        days: Days of the period of which anything is known.
    """

    hours: float | None = None
    patrols: float | None = None
    cameras: float | None = None
    denied: float | None = None
    days: int = 0


def looking(efforts: Iterable[Effort], zone: str, period: Period) -> Looking:
    """Add up the effort of a zone in a period.

    An effort of several days of which only some lie in the period counts in proportion. Cameras at work count by the
    day. A zone of "" takes the effort of all zones.
    """
    sums: dict[str, float] = {}
    days: set[int] = set()
    for effort in efforts:
        inside = period.overlap_days(effort.first, effort.last)
        if not inside or (zone and effort.zone != zone):
            continue
        days.update(range(max(effort.first, period.first).toordinal(), min(effort.last, period.last).toordinal() + 1))
        share = inside / ((effort.last - effort.first).days + 1)
        for name in ("hours", "patrols", "denied"):
            if (value := getattr(effort, name)) is not None:
                sums[name] = sums.get(name, 0.0) + value * share
        if effort.cameras is not None:
            sums["cameras"] = sums.get("cameras", 0.0) + effort.cameras * inside
    return Looking(**sums, days=len(days))
