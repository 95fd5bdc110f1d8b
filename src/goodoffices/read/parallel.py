"""Many reports on all cores: reading processes that each load the model once, and results in the order of the reports.

A process that dies costs nothing: what it was reading is read again by another one, and becomes a listed rejection if
that one dies of it too. A process is replaced after some hundreds of reports, so that the words it has learnt do not
pile up, and no more than a few reports a process are under way, so memory does not grow with their number.
"""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from goodoffices.record import Rejection, Report

from .crew import Crew, Job

__all__ = ["FEW_REPORTS", "cores", "read_in_processes"]

R = TypeVar("R")

FEW_REPORTS = 30
"""Up to this many are read in this process: starting others takes as long as reading about twenty reports."""
_AHEAD = 4
"""Reports under way or waiting for an earlier one, for each process."""


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_in_processes(
    taken: Iterable[Report | Rejection], read: Callable[[Report], R], jobs: int | None = None
) -> Iterator[R | Rejection]:
    """Read reports in several processes.

    Args:
        taken: What was handed in; it is drawn as fast as reading goes, and not faster.
        read: Reads one report; it is sent to each process once, so it must be picklable, and so must what it gives.
        jobs: How many processes, at least 1; None reads the first `FEW_REPORTS` here, and what comes behind them on
            all cores.

    Yields:
        For each thing in `taken` what came of it, in the same order.

    Raises:
        GoodOfficesError: If a process cannot be started, or `read` raises it.
    """
    rest = iter(taken)
    if jobs is None:
        yield from _read_here(itertools.islice(rest, FEW_REPORTS), read)
        jobs = cores()
    if jobs == 1:
        yield from _read_here(rest, read)
        return
    first = list(itertools.islice(rest, 1))
    if not first:
        return
    crew: Crew[R] = Crew(read, jobs)
    try:
        yield from _Queue(itertools.chain(first, rest), crew, _AHEAD * jobs).results()
    finally:
        crew.close()


def _read_here(taken: Iterable[Report | Rejection], read: Callable[[Report], R]) -> Iterator[R | Rejection]:
    for each in taken:
        yield each if isinstance(each, Rejection) else read(each)


class _Queue(Generic[R]):
    """What is under way, kept in the order in which it was handed in."""

    def __init__(self, taken: Iterator[Report | Rejection], crew: Crew[R], ahead: int) -> None:
        self._taken = taken
        self._crew = crew
        self._ahead = ahead
        self._numbers = itertools.count()
        self._again: deque[Job] = deque()
        self._done: dict[int, R | Rejection] = {}
        self._open = 0
        self._more = True

    def results(self) -> Iterator[R | Rejection]:
        """Hand out and collect until all is read."""
        for number in itertools.count():
            while number not in self._done:
                self._hand_out(number)
                if number in self._done:
                    break
                if not self._open:
                    return
                self._collect()
            yield self._done.pop(number)

    def _hand_out(self, number: int) -> None:
        """Give reports to the processes, as long as these take them and not too many wait for report `number`."""
        while job := self._next(number):
            if not self._crew.give(job):
                self._again.appendleft(job)
                return
            self._open += 1

    def _next(self, number: int) -> Job | None:
        if self._again:
            return self._again.popleft()
        while self._more and self._open + len(self._done) < self._ahead:
            try:
                each = next(self._taken)
            except StopIteration:
                self._more = False
                break
            if not isinstance(each, Rejection):
                return Job(next(self._numbers), each)
            self._done[next(self._numbers)] = each
            if number in self._done:
                break
        return None

    def _collect(self) -> None:
        for job, outcome in self._crew.wait():
            self._open -= 1
            if outcome is None:
                self._again.append(job)
            else:
                self._done[job.number] = outcome
