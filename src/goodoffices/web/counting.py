"""How much an audience sees, counted once for each standing of the case."""

from __future__ import annotations

import threading
from collections import OrderedDict

from goodoffices.desk.audience import Audience
from goodoffices.record.paging import Standing, Tally
from goodoffices.record.store import Store

__all__ = ["Tallies"]

_KEPT = 64


class Tallies:
    """The counts of late.

    Args:
        store: The open case.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Audience, Standing], Tally] = OrderedDict()

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
