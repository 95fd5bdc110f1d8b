"""The foreman: starts the reading process when something waits, and a new one when it dies or is stuck."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import threading
import time
from multiprocessing.context import SpawnProcess

from goodoffices.web.moments import now

from .claims import Claims
from .queue import Inbox
from .worker import work

__all__ = ["Foreman"]

_LOOK_SECONDS = 0.5
_STUCK_SECONDS = 600.0
"""Longest time for one report or for fetching one page. A report at the limit of length takes six seconds."""
_RESTS = (0.0, 1.0, 5.0, 30.0)
"""Seconds before the next process is started, by how many ended badly in a row."""
_CONTEXT = multiprocessing.get_context("spawn")
"""Not forked: the workbench runs threads, whose locks a fork would copy as they stand."""


class Foreman:
    """Has an inbox read.

    Args:
        inbox: What is read.
        case: Path or URL of the case.
        public: Fetch addresses from the public network alone.
    """

    def __init__(self, inbox: Inbox, case: str, *, public: bool) -> None:
        self._inbox, self._case, self._public = inbox, case, public
        self._claims = Claims(inbox.file)
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._process: SpawnProcess | None = None
        self._bad_ends = 0
        self._not_before = 0.0
        if self._claims.any_waiting() or self._claims.any_held():
            self.wake()

    def wake(self) -> None:
        """Something was handed in."""
        with self._lock:
            if self._ended.is_set():
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="goodoffices-foreman", daemon=True)
                self._thread.start()
        self._woken.set()

    def close(self) -> None:
        """End the reading process at once: what it was reading is read from its beginning next time."""
        self._ended.set()
        self._woken.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(timeout=10)
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _watch(self) -> None:
        while not self._ended.is_set():
            self._look()
            idle = self._process is None and not self._claims.any_waiting()
            self._woken.wait(timeout=None if idle else _LOOK_SECONDS)
            self._woken.clear()

    def _look(self) -> None:
        process = self._process
        if process is not None and not process.is_alive():
            self._bury(process)
        elif process is not None and self._is_stuck(process):
            process.kill()
            process.join()
            self._bury(process)
        waits = self._claims.any_waiting() or self._claims.any_held()
        if self._process is None and waits and time.monotonic() >= self._not_before:
            self._start()

    def _start(self) -> None:
        folder = str(self._inbox.file.folder)
        self._process = _CONTEXT.Process(
            target=work,
            args=(folder, self._case),
            kwargs={"public": self._public},
            daemon=True,
            name="goodoffices-inbox",
        )
        self._process.start()

    def _bury(self, process: SpawnProcess) -> None:
        if process.exitcode == 0:
            self._bad_ends = 0
        else:
            self._claims.died(process.pid or 0)
            self._bad_ends += 1
            if self._bad_ends >= len(_RESTS) and not self._inbox.file.trouble():
                self._inbox.file.set_trouble(f"the reading process ends each time (exit status {process.exitcode})")
        self._not_before = time.monotonic() + _RESTS[min(self._bad_ends, len(_RESTS) - 1)]
        self._process = None

    def _is_stuck(self, process: SpawnProcess) -> bool:
        since = self._claims.still_since(process.pid or 0)
        return bool(since) and now() - dt.datetime.fromisoformat(since) > dt.timedelta(seconds=_STUCK_SECONDS)
