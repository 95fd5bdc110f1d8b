"""The door at which passwords are checked: a few at a time, a short queue, and nobody else waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .refusals import Crowded

__all__ = ["Door"]

_INSIDE = 2
"""Checked at once: each check takes 64 MiB, and a crowd at the door must not take all there is."""
_QUEUE = 6
"""Others who may wait. Each holds a thread of the workbench, which has forty: pages go on while the door is crowded."""


class Door:
    """Lets a few in at a time.

    Args:
        inside: How many at once.
        queue: How many others may wait.
    """

    def __init__(self, inside: int = _INSIDE, queue: int = _QUEUE) -> None:
        self._places = threading.BoundedSemaphore(inside + queue)
        self._inside = threading.BoundedSemaphore(inside)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Go in when there is room.

        Raises:
            Crowded: If too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise Crowded
        try:
            with self._inside:
                yield
        finally:
            self._places.release()
