"""Reports read on a Dask cluster (extra ``goodoffices[dask]``): the same statements, in the same order.

Dask gives what a lost worker had to another one. A report that workers keep dying of becomes a listed rejection.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from goodoffices.record import InputError, Rejection, Report

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["read_on_cluster"]

R = TypeVar("R")

_AHEAD = 8
"""Reports under way or waiting for an earlier one, for each thread of the cluster."""
_LEAST_AHEAD = 32
"""The same while the cluster has no worker yet, or few."""
_CONNECT_SECONDS = 20
_DEATHS = 3
"""Workers that may die while they hold a report before it is given up: a worker holds several, one is to blame."""


def read_on_cluster(
    taken: Iterable[Report | Rejection], read: Callable[[Report], R], address: str
) -> Iterator[R | Rejection]:
    """Read reports on the workers of a Dask cluster, each of which needs this version of goodoffices.

    Args:
        taken: What was handed in; it is drawn as fast as reading goes, and not faster.
        read: Reads one report; it must be picklable, and so must what it gives.
        address: Address of the scheduler: ``tcp://host:8786``.

    Yields:
        For each thing in `taken` what came of it, in the same order.

    Raises:
        InputError: If Dask is not installed here, or no scheduler answers.
    """
    client = _connect(address)
    waiting: deque[Future | Rejection] = deque()
    try:
        for each in taken:
            waiting.append(each if isinstance(each, Rejection) else _submit(client, read, each))
            if len(waiting) >= max(_LEAST_AHEAD, _AHEAD * sum(client.nthreads().values())):
                yield _outcome(waiting.popleft())
        while waiting:
            yield _outcome(waiting.popleft())
    finally:
        client.close()


def _connect(address: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415  only where a cluster is asked for
    except ImportError:
        msg = "reading on a cluster needs Dask; install it: pip install 'goodoffices[dask]'"
        raise InputError(msg) from None
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        msg = f"no Dask scheduler answers at {address!r} ({error}); give its address as tcp://host:8786"
        raise InputError(msg) from None


def _submit(client: Client, read: Callable[[Report], R], report: Report) -> Future:
    """Send one report; the same report sent twice is read twice, for a key of ours would find an older answer."""
    return client.submit(_read_named, read, report, pure=False, retries=0)


def _read_named(read: Callable[[Report], Any], report: Report) -> Any:  # noqa: ANN401  whatever `read` gives
    return read(report)


def _outcome(waiting: Future | Rejection) -> Any:  # noqa: ANN401  whatever `read` gives
    from distributed import KilledWorker  # noqa: PLC0415  as above

    if isinstance(waiting, Rejection):
        return waiting
    try:
        return waiting.result()
    except KilledWorker:
        return Rejection("", "workers of the cluster ended while they read it")
