"""The reading processes: started when there is work for them, watched while they work, and replaced when they die."""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

import msgspec

from goodoffices.record import GoodOfficesError, Rejection, Report

__all__ = ["Crew", "Job"]

R = TypeVar("R")

_REPORTS_EACH = 500
"""Reports after which a process is replaced: it has then grown by some tens of MB; starting takes two seconds."""
_PATIENCE_SECONDS = 300.0
"""Longest time for one report. A report at the limit of length takes six seconds on a free core."""
_QUEUED_BYTES = 7_000
"""A report up to this size fits the buffer of a pipe on every system: it can wait there, and giving it never blocks."""
_FAILED_STARTS = 3
_CONTEXT = multiprocessing.get_context("spawn")
"""Not forked: the program may run threads (a server, a progress bar), whose locks a fork would copy as they stand."""


class Job(msgspec.Struct, eq=False):
    """A report on its way: its place in the order, and how many processes have died while they read it."""

    number: int
    report: Report
    deaths: int = 0


class Crew(Generic[R]):
    """A number of reading processes."""

    def __init__(self, read: Callable[[Report], R], size: int) -> None:
        """Start nothing yet.

        Args:
            read: What each process does with a report.
            size: How many processes at most.
        """
        self._read = read
        self._size = size
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def give(self, job: Job) -> bool:
        """Give a report to the process with the least to do, or to a new one where all have something to do.

        Returns:
            False where none can take it now.
        """
        data = pickle.dumps(job.report)
        free = min((w for w in self._workers if w.has_room(len(data))), key=lambda w: len(w.jobs), default=None)
        if (free is None or free.jobs) and len(self._workers) < self._size:
            free = _Worker(self._read)
            self._workers.append(free)
        if free is None:
            return False
        free.give(job, data)
        return True

    def wait(self) -> Iterator[tuple[Job, R | Rejection | None]]:
        """Wait until something has come of a report.

        Yields:
            The report, and what came of it; None where it has to be given again.

        Raises:
            GoodOfficesError: If processes do not start, or one raises it.
        """
        patience = min(worker.seconds_left() for worker in self._workers)
        ready = wait([worker.connection for worker in self._workers], timeout=patience)
        for worker in [w for w in self._workers if w.connection in ready]:
            yield from self._receive(worker)
        for worker in [w for w in self._workers if w.jobs and w.seconds_left() <= 0]:
            self._dismiss(worker)
            late = worker.jobs.popleft()
            reason = f"could not be read within {_PATIENCE_SECONDS:g} seconds; split it, or hand in its text alone"
            yield late, Rejection(late.report.path, reason)
            yield from ((job, None) for job in worker.jobs)

    def close(self) -> None:
        """End all processes at once; what they were reading is lost."""
        for worker in list(self._workers):
            self._dismiss(worker)

    def _receive(self, worker: _Worker) -> Iterator[tuple[Job, R | Rejection | None]]:
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if not worker.ready:
            worker.start_clock()
            self._failed_starts = 0
        elif isinstance(answer, GoodOfficesError):
            raise answer
        else:
            yield worker.jobs.popleft(), answer
            worker.start_clock()
            if worker.is_old and not worker.jobs:
                self._dismiss(worker)

    def _bury(self, worker: _Worker) -> Iterator[tuple[Job, R | Rejection | None]]:
        """Take leave of a process that died: whatever it had is given again, unless a report has killed two."""
        self._dismiss(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise GoodOfficesError(_cannot_start(worker))
        elif worker.jobs:
            killer = worker.jobs[0]
            killer.deaths += 1
            if killer.deaths > 1:
                worker.jobs.popleft()
                yield killer, Rejection(killer.report.path, _death(worker))
        yield from ((job, None) for job in worker.jobs)

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.end()


class _Worker:
    """One process, the reports that it has been given, and since when it reads the first of them."""

    def __init__(self, read: Callable[[Report], Any]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.jobs: deque[Job] = deque()
        self.ready = False
        self._given = 0
        self._since = time.monotonic()
        self.process = _CONTEXT.Process(target=_work, args=(theirs, read), daemon=True, name="goodoffices-read")
        with _interrupts_held():
            self.process.start()
        theirs.close()

    @property
    def is_old(self) -> bool:
        return self._given >= _REPORTS_EACH

    def has_room(self, size_bytes: int) -> bool:
        """Has it nothing to do, or one report that it reads, and can this one wait in the pipe?"""
        return not self.is_old and (not self.jobs or (len(self.jobs) == 1 and size_bytes <= _QUEUED_BYTES))

    def give(self, job: Job, data: bytes) -> None:
        if not self.jobs:
            self._since = time.monotonic()
        self._given += 1
        self.jobs.append(job)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it has died: the next wait will tell
            self.connection.send_bytes(data)

    def start_clock(self) -> None:
        self.ready = True
        self._since = time.monotonic()

    def seconds_left(self) -> float:
        """How long the report that it reads may still take; a whole report's time where it reads none."""
        return max(0.0, self._since + _PATIENCE_SECONDS - time.monotonic()) if self.jobs else _PATIENCE_SECONDS

    def end(self) -> None:
        self.process.kill()  # it holds nothing but a report that is lost anyway
        self.process.join()
        self.connection.close()


def _work(connection: Connection, read: Callable[[Report], Any]) -> None:
    """What a process does: read what it is sent until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the person talks to
    connection.send(None)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            try:
                answer = read(connection.recv())
            except GoodOfficesError as error:
                answer = error
            connection.send(answer)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from a process that starts: it would die of it with a traceback, before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Its first start lets Ctrl-C through to whatever starts next: it has to be behind us.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cannot_start(worker: _Worker) -> str:
    how = f"reading processes end before they start (exit status {worker.process.exitcode})"
    return f"{how}; read with one (--jobs 1), or, in a script, call it under `if __name__ == '__main__':`"


def _death(worker: _Worker) -> str:
    status = worker.process.exitcode or 0
    how = f"signal {-status}" if status < 0 else f"exit status {status}"
    return f"ended two processes that read it ({how}: perhaps out of memory); split it, or hand in its text alone"
