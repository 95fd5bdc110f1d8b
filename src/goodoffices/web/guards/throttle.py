"""A brake on guessing passwords: after some failures each next try waits, by name and by address."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Throttle"]

_FREE = 5
"""Failures that cost nothing: people mistype."""
_FREE_OF_ADDRESS = 20
"""The same of a key that begins with ``from``: a house has one address for all who work there."""
_LONGEST = 900.0
"""Seconds that nobody waits longer than; a longer wait would let a stranger lock somebody out for a day."""
_REMEMBERED = 10_000
_FORGOTTEN = 3600.0


class Throttle:
    """Failures of late, by key (a name, an address).

    Args:
        clock: Gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, *keys: str) -> float:
        """Seconds until any of `keys` may try again; 0 for now."""
        now = self._clock()
        with self._lock:
            return max((self._until(key, now) for key in keys), default=0.0)

    def begin(self, *keys: str) -> float:
        """Begin a try, which counts as failed until it is forgiven; return the seconds to wait first, 0 for none.

        Where there is a wait, nothing has begun.
        """
        now = self._clock()
        with self._lock:
            wait = max((self._until(key, now) for key in keys), default=0.0)
            if not wait:
                self._count(keys, now)
            return wait

    def failed(self, *keys: str) -> None:
        """Keep that a try failed."""
        with self._lock:
            self._count(keys, self._clock())

    def forgive(self, *keys: str) -> None:
        """Take one failure back, of the try that turned out well."""
        with self._lock:
            for key in keys:
                count, last = self._failures.get(key, (0, 0.0))
                if count > 1:
                    self._failures[key] = (count - 1, last)
                else:
                    self._failures.pop(key, None)

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of `keys`."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def _count(self, keys: tuple[str, ...], now: float) -> None:
        for key in keys:
            count, last = self._failures.pop(key, (0, now))
            self._failures[key] = (1 if now - last > _FORGOTTEN else count + 1, now)
        while len(self._failures) > _REMEMBERED:
            self._failures.popitem(last=False)

    def _until(self, key: str, now: float) -> float:
        count, last = self._failures.get(key, (0, now))
        over = count - (_FREE_OF_ADDRESS if key.startswith("from ") else _FREE)
        if over <= 0:
            return 0.0
        return max(0.0, last + min(_LONGEST, 2.0 ** min(over, 30)) - now)
