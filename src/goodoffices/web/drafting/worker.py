"""Work on texts with a limit of time: short texts at once, long ones in a process that is stopped when it takes longer.

A page never waits longer than the limit, whatever somebody pasted into it.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, LifoQueue
from typing import Any

from goodoffices.record.errors import GoodOfficesError

__all__ = ["TooLong", "timed"]

AT_ONCE = 60_000
"""Characters up to which a text is worked on at once: less than a second of work."""
SECONDS = 12.0
_WORKERS = 2
_KEPT = 96
_KEPT_BYTES = 96_000_000
_IDLE_SECONDS = 300.0
_CONTEXT = multiprocessing.get_context("spawn")
"""Not forked: the workbench runs threads, whose locks a fork would copy as they stand."""


class TooLong(GoodOfficesError):  # noqa: N818  says it all
    """A text takes longer than a page may take."""


def timed(task: Callable[..., Any], *given: Any, size: int, seconds: float | None = None, kept: bool = True) -> Any:  # noqa: ANN401  what the task gives
    """Do a task; its result is kept by what it was given.

    Args:
        task: A function of a module, of its arguments alone.
        given: What it takes; can be pickled.
        size: Characters of all texts in `given`.
        seconds: How long it may take; `SECONDS` where not given.
        kept: Keep the result.

    Raises:
        TooLong: If it takes longer, or everybody else's texts do.
    """
    key = _key(task, given) if kept else b""
    if kept and (known := _known(key)) is not None:
        return known[0]
    found = task(*given) if size <= AT_ONCE else _elsewhere(task, given, seconds or SECONDS)
    if kept:
        _keep(key, found, size)
    return found


_lock = threading.Lock()
_results: OrderedDict[bytes, tuple[Any, int]] = OrderedDict()


def _key(task: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
    return hashlib.sha256(pickle.dumps((task.__module__, task.__qualname__, given))).digest()


def _known(key: bytes) -> tuple[Any, int] | None:
    with _lock:
        if (known := _results.get(key)) is not None:
            _results.move_to_end(key)
        return known


def _keep(key: bytes, found: Any, size: int) -> None:  # noqa: ANN401  as above
    with _lock:
        _results[key] = (found, size)
        while len(_results) > _KEPT or sum(each for _, each in _results.values()) > _KEPT_BYTES:
            _results.popitem(last=False)


class _Worker:
    """A process that does one task after another."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def do(self, task: Callable[..., Any], given: tuple[Any, ...], seconds: float) -> Any:  # noqa: ANN401  as above
        pipe = self._ready()
        try:
            pipe.send((task, given))
            if not pipe.poll(seconds):
                self._stop()
                raise TooLong(_said(seconds))
            failed, found = pipe.recv()
        except (EOFError, OSError):
            self._stop()
            msg = "this text cannot be worked on: the process that did so ran out of memory or was stopped"
            raise TooLong(msg) from None
        if failed:
            raise found
        return found

    def _ready(self) -> Connection:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._pipe, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _said(seconds: float) -> str:
    return f"this text is too long for that: it takes more than {seconds:g} seconds; use goodoffices draft, or cut it"


_workers: LifoQueue[_Worker] = LifoQueue()
for _ in range(_WORKERS):
    _workers.put(_Worker())


def _elsewhere(task: Callable[..., Any], given: tuple[Any, ...], seconds: float) -> Any:  # noqa: ANN401  as above
    try:
        worker = _workers.get(timeout=seconds)
    except Empty:
        msg = "others are having long texts worked on; try again in a minute"
        raise TooLong(msg) from None
    try:
        return worker.do(task, given, seconds)
    finally:
        _workers.put(worker)


def _serve(pipe: Connection) -> None:
    """Do what is asked for, until nobody asks for a while or whoever asked is gone."""
    import signal  # noqa: PLC0415  for the process alone

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the person talks to
    while pipe.poll(_IDLE_SECONDS):
        try:
            task, given = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, Any] = (False, task(*given))
        except GoodOfficesError as error:
            answer = (True, error)
        except (MemoryError, RecursionError):
            answer = (True, TooLong("this text is nested too deep, or too long"))
        pipe.send(answer)
