"""Reports read on a Dask cluster (extra ``goodoffices[dask]``): the same statements, in the same order.

Dask gives what a lost worker had to another one. A report that workers keep dying of becomes a listed rejection.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar, cast

from goodoffices.record import GoodOfficesError, InputError, Rejection, Report

__all__ = ["read_on_cluster"]

R = TypeVar("R")

_AHEAD = 4
"""Reports under way or waiting for an earlier one, for each thread of the cluster."""
_LEAST_AHEAD = 16
"""The same while the cluster has no worker yet, or few."""
_CONNECT_SECONDS = 20
_ATTEMPTS = 2
"""Dask gives a report up after four workers died that held it. They held others too, so each is tried once more."""
_ONE_AT_A_TIME = threading.Lock()
"""A worker with several threads reads one report at a time: the parser is not made for more."""


def read_on_cluster(
    taken: Iterable[Report | Rejection], read: Callable[[Report], R], address: str
) -> Iterator[R | Rejection]:
    """Read reports on the workers of a Dask cluster, each of which has this version of goodoffices.

    Args:
        taken: What was handed in; it is drawn as fast as reading goes, and not faster.
        read: Reads one report; it must be picklable, and so must what it gives.
        address: Address of the scheduler: ``tcp://host:8786``.

    Yields:
        For each thing in `taken` what came of it, in the same order.

    Raises:
        InputError: If Dask is not installed here, or no scheduler answers.
        GoodOfficesError: If the scheduler is lost on the way.
    """
    client = _connect(address)
    waiting: deque[_Sent[R] | _Refused] = deque()
    try:
        for each in taken:
            waiting.append(_Refused(each) if isinstance(each, Rejection) else _Sent(client, read, each))
            if len(waiting) >= _LEAST_AHEAD and len(waiting) >= _AHEAD * sum(client.nthreads().values()):
                yield waiting.popleft().outcome()
        while waiting:
            yield waiting.popleft().outcome()
    finally:
        client.close()


def _connect(address: str) -> Any:  # noqa: ANN401  Dask is not typed
    try:
        from distributed import Client  # noqa: PLC0415  only where a cluster is asked for
    except ImportError:
        msg = "reading on a cluster needs Dask; install it: pip install 'goodoffices[dask]'"
        raise InputError(msg) from None
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask is not typed
    except (OSError, ValueError) as error:
        msg = f"no Dask scheduler answers at {address!r} ({error}); give its address as tcp://host:8786"
        raise InputError(msg) from None


class _Refused:
    """Something that was not taken, waiting for its turn."""

    def __init__(self, rejection: Rejection) -> None:
        self._rejection = rejection

    def outcome(self) -> Rejection:
        return self._rejection


class _Sent(Generic[R]):
    """A report on its way."""

    def __init__(self, client: Any, read: Callable[[Report], R], report: Report) -> None:  # noqa: ANN401  as above
        self._client = client
        self._read = read
        self._report = report
        self._send()

    def _send(self) -> None:
        self._future = self._client.submit(_read_alone, self._read, self._report, pure=False)

    def outcome(self) -> R | Rejection:
        """Wait for what comes of it."""
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415  only where a cluster is asked for

        for attempt in range(_ATTEMPTS):
            if attempt:
                self._send()
            try:
                return cast("R", self._future.result())
            except KilledWorker:
                continue
            except (CancelledError, OSError) as error:
                msg = f"the Dask cluster was lost ({type(error).__name__}); what was read till then is kept"
                raise GoodOfficesError(msg) from None
        reason = "ended the workers that read it, perhaps out of memory; split it, or hand in its text alone"
        return Rejection(self._report.path, reason)


def _read_alone(read: Callable[[Report], Any], report: Report) -> Any:  # noqa: ANN401  whatever `read` gives
    with _ONE_AT_A_TIME:
        return read(report)
