"""What takes long is worked out once, beside the request that asks for it; who waits too long is told to come again."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillAtIt
from typing import Any, TypeVar

from goodoffices.desk.shelf import NotReady

__all__ = ["WORKING", "Working"]

T = TypeVar("T")

_KEPT = 96
_AT_ONCE = 2
_QUEUE = 12


class Working:
    """Answers by key: each is made once, in a thread of its own, and kept for those who ask the same.

    Args:
        kept: How many answers are kept.
    """

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._made: OrderedDict[Hashable, tuple[float, Future[Any]]] = OrderedDict()

    def answer(
        self, key: Hashable, make: Callable[[], T], *, wait_seconds: float = 8.0, fresh_seconds: float | None = None
    ) -> T:
        """Give what `make` makes.

        Args:
            key: Names all that the answer rests on.
            make: Makes it.
            wait_seconds: How long whoever asks waits for it; it is gone on with afterwards.
            fresh_seconds: How long it may be kept, or None for as long as there is room.

        Raises:
            NotReady: It takes longer, or too much is being worked out.
        """
        future = self._begun(key, make, fresh_seconds)
        try:
            found: T = future.result(wait_seconds)
        except StillAtIt:
            if future.done():  # it was the work itself that ran out of time
                raise
            msg = "this takes a while with so many incidents; it is being worked out, so try again in a moment"
            raise NotReady(msg) from None
        return found

    def _begun(self, key: Hashable, make: Callable[[], T], fresh_seconds: float | None) -> Future[T]:
        with self._lock:
            known = self._made.get(key)
            if known is not None and not _is_stale(known, fresh_seconds):
                self._made.move_to_end(key)
                return known[1]
            if sum(not future.done() for _, future in self._made.values()) >= _QUEUE:
                msg = "much is being worked out at this moment; try again soon"
                raise NotReady(msg)
            future: Future[T] = Future()
            self._made[key] = (time.monotonic(), future)
            self._thin_out()
        threading.Thread(target=self._work, args=(future, make), daemon=True).start()
        return future

    def _work(self, future: Future[T], make: Callable[[], T]) -> None:
        with self._turns:
            try:
                future.set_result(make())
            except BaseException as error:  # noqa: BLE001  handed on to whoever asked, who sees to it
                future.set_exception(error)

    def _thin_out(self) -> None:
        done = [key for key, (_, future) in self._made.items() if future.done()]
        for key in done[: max(0, len(self._made) - self._kept)]:
            del self._made[key]


def _is_stale(known: tuple[float, Future[Any]], fresh_seconds: float | None) -> bool:
    at, future = known
    if not future.done():
        return False
    too_old = fresh_seconds is not None and time.monotonic() - at > fresh_seconds
    return too_old or future.exception() is not None


WORKING = Working()
"""What is worked out for all open workbenches; keys name the book."""
