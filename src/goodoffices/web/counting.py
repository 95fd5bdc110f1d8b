"""How much an audience sees, counted once for each standing of the case; and whose reports, counted now and then."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from goodoffices.desk.audience import Audience
from goodoffices.record.paging import Outlet, Standing, Tally
from goodoffices.record.store import Store

__all__ = ["Tallies"]

_KEPT = 64
_MANY = 2_000
_OUTLETS_HOLD = 30.0
"""Seconds for which, with many reports, the outlets that can be chosen stay as they are while more come in."""


class Tallies:
    """The counts of late.

    Args:
        store: The open case.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Audience, Standing], Tally] = OrderedDict()
        self._outlets: dict[Audience, tuple[Standing, float, tuple[Outlet, ...]]] = {}

    def of(self, audience: Audience) -> Tally:
        """How much an audience sees; the case as of now."""
        key = (audience, self._store.standing())
        with self._lock:
            if (known := self._kept.get(key)) is not None:
                return known
        counted = audience.view(self._store).tally()
        with self._lock:
            self._kept[key] = counted
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return counted

    def outlets(self, audience: Audience) -> tuple[Outlet, ...]:
        """The outlets of the reports that an audience sees.

        Where there are many, the latest reports are left out for a while; one that was taken from sight never stays.
        """
        standing, now = self._store.standing(), time.monotonic()
        known = self._outlets.get(audience)
        if known is not None and (known[0] == standing or _holds(known[0], standing, now - known[1])):
            return known[2]
        found = audience.view(self._store).outlets()
        with self._lock:
            if len(self._outlets) >= _KEPT:
                self._outlets.clear()
            self._outlets[audience] = (standing, now, found)
        return found


def _holds(then: Standing, now: Standing, seconds: float) -> bool:
    return now.reports > _MANY and seconds < _OUTLETS_HOLD and _release(then) == _release(now)


def _release(standing: Standing) -> tuple[int, int, int]:
    """What decides who may see what."""
    return standing.markings, standing.retirements, standing.walls
