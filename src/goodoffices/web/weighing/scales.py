"""Processes that weigh: two of them, each job with a time limit, each answer kept.

A model is what somebody typed: it can be made so that weighing it never ends. It is then given up, and its process with
it; the workbench itself never waits long.
"""

from __future__ import annotations

import functools
import hashlib
import queue
import threading
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitedInVain

import msgspec

from goodoffices.desk.shelf import NotReady

from .job import Done, Job, Weigh, WeighText
from .process import Process, TooLong

__all__ = ["Busy", "Scales", "TooLong", "scales"]

_AT_ONCE = 2
"""As many as the cores that a workbench has at least."""
_SECONDS = 30.0
"""Of work for one weighing. Nine parties and fifty million packages take ten."""
_FORGIVEN = 300.0
"""Seconds after which a model that took too long is tried again: perhaps the machine was busy."""
_DRAFT_SECONDS = 90.0
_PATIENCE = 12.0
"""Seconds to wait for a free process."""
_SOON = 2.5
"""Seconds that a page waits before it shows itself without its answer."""
_WAITING = 10
"""Requests that wait at once; the server's threads must not all stand here."""
_KEPT = 96


class Busy(NotReady):
    """Others are weighing; try again in a moment."""


class Scales:
    """Does jobs, each within its time, and keeps what models came to.

    Args:
        seconds: Longest time for one weighing.
        patience: Seconds that a job waits for a free process.
    """

    def __init__(self, *, seconds: float = _SECONDS, patience: float = _PATIENCE) -> None:
        self._seconds, self._patience = seconds, patience
        self._free: queue.LifoQueue[Process] = queue.LifoQueue()
        self._all = [Process() for _ in range(_AT_ONCE)]
        for each in self._all:
            self._free.put(each)
        self._waiting = threading.BoundedSemaphore(_WAITING)
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Done | tuple[str, float]] = OrderedDict()
        self._turns: dict[str, threading.Semaphore] = {}
        self._later = ThreadPoolExecutor(_WAITING, thread_name_prefix="goodoffices-scales")

    def do(self, job: Job, *, account: str = "") -> Done:
        """Do a job, or give what it came to before.

        Args:
            job: The job. What a model or text comes to depends on that alone, so it is kept; a draft is made each time.
            account: Who asks: nobody has more than one process at a time, so that one cannot keep all others waiting.

        Raises:
            Busy: If too many others weigh.
            TooLong: If it takes too long.
        """
        key = _key(job)
        if (known := self._found(key)) is not None:
            return known
        if not self._waiting.acquire(blocking=False):
            raise _busy()
        try:
            return self._in_turn(job, key, account)
        finally:
            self._waiting.release()

    def known(self, job: Job) -> Done | None:
        """What a job came to before; None where it was not done, or was given up."""
        try:
            return self._found(_key(job))
        except TooLong:
            return None

    def soon(self, job: Job, *, account: str = "", seconds: float = _SOON) -> Done | None:
        """Do a job, and wait for it so long; None where it takes longer: it goes on, and is known when it is done.

        Raises:
            Busy: If too many others weigh.
            TooLong: If it was given up.
        """
        if (known := self._found(_key(job))) is not None:
            return known
        try:
            return self._later.submit(self.do, job, account=account).result(timeout=seconds)
        except WaitedInVain:
            return None

    def _in_turn(self, job: Job, key: str, account: str) -> Done:
        if not (isinstance(job, WeighText) or (isinstance(job, Weigh) and job.analysed)):
            account = ""  # to read a model is short, and a page waits for it
        with self._lock:
            turn = self._turns.setdefault(account, threading.Semaphore(1 if account else _WAITING))
        if not turn.acquire(timeout=max(self._patience, 2 * self._seconds)):
            raise _busy()
        try:
            if (known := self._found(key)) is not None:
                return known  # somebody asked the same while this one waited
            return self._done(job, key)
        finally:
            turn.release()

    def _done(self, job: Job, key: str) -> Done:
        try:
            process = self._free.get(timeout=self._patience)
        except queue.Empty:
            raise _busy() from None
        try:
            done = process.do(job, self._seconds if isinstance(job, Weigh | WeighText) else _DRAFT_SECONDS)
        except TooLong as error:
            self._keep(key, (str(error), time.monotonic()))
            raise
        finally:
            self._free.put(process)
        self._keep(key, done)
        return done

    def _found(self, key: str) -> Done | None:
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
        if isinstance(known, tuple):
            words, since = known
            if time.monotonic() - since < _FORGIVEN:
                raise TooLong(words)
            return None
        return known

    def _keep(self, key: str, done: Done | tuple[str, float]) -> None:
        if not key:
            return
        with self._lock:
            self._known[key] = done
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)

    def close(self) -> None:
        """Stop what is being weighed."""
        self._later.shutdown(wait=False, cancel_futures=True)
        for each in self._all:
            each.stop()


@functools.cache
def scales() -> Scales:
    """The scales of this program: one pair for all cases that it has open."""
    return Scales()


def _busy() -> Busy:
    return Busy("others are weighing at the moment; try again in a few seconds")


def _key(job: Job) -> str:
    kept = isinstance(job, Weigh | WeighText)
    return hashlib.sha256(msgspec.msgpack.encode(job)).hexdigest() if kept else ""
