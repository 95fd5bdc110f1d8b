"""Sessions that were logged out of: a cookie or token that somebody kept of one lets nobody in any more."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

__all__ = ["Ended"]


class Ended:
    """Sessions that ended before they ran out.

    Args:
        place: A file of their hashes, so that they stay ended when the workbench is opened again.
        clock: Gives seconds since 1970.
    """

    def __init__(self, place: Path, clock: Callable[[], float] = time.time) -> None:
        self._place, self._clock = place, clock
        self._lock = threading.Lock()
        self._until = dict(_read(place, clock()))

    def end(self, key: str, until: float) -> None:
        """End a session.

        Args:
            key: Of the session.
            until: When it would have run out; it need not be remembered for longer.
        """
        with self._lock:
            now = self._clock()
            self._until = {each: end for each, end in self._until.items() if end > now}
            self._until[_hashed(key)] = until
            lines = "".join(f"{end:.0f} {each}\n" for each, end in self._until.items())
            new = self._place.with_name(f"{self._place.name}.new")
            new.write_text(lines, encoding="ascii")
            new.chmod(0o600)
            new.replace(self._place)

    def __contains__(self, key: str) -> bool:
        return _hashed(key) in self._until


def _hashed(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def _read(place: Path, now: float) -> Iterator[tuple[str, float]]:
    if not place.is_file():
        return
    for line in place.read_text(encoding="ascii", errors="replace").splitlines():
        end, _, hashed = line.partition(" ")
        if end.isdecimal() and float(end) > now:
            yield hashed, float(end)
