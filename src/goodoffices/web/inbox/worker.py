"""The reading process: one at a time, niced, until nothing waits or whoever started it is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.record.errors import GoodOfficesError
from goodoffices.record.store import Store, open_case
from goodoffices.web.moments import now

from .claims import Claims
from .file import InboxFile
from .reading import read_claim

if TYPE_CHECKING:
    from filelock import FileLock

__all__ = ["IDLE_SECONDS", "work"]

IDLE_SECONDS = 300.0
"""How long the process stays where nothing waits: it has the language model loaded."""
_JOBS = 500
"""After so many it gives way to a new one: the words that it has learnt pile up."""
_LOOK_SECONDS = 0.3
_WAIT_SECONDS = 60.0
"""For others who write to the case."""


def work(folder: str, case: str, *, public: bool) -> None:
    """Read what waits in an inbox.

    Args:
        folder: Of the inbox.
        case: Path or URL of the case.
        public: Fetch addresses from the public network alone.
    """
    from filelock import FileLock  # noqa: PLC0415  comes with the extra

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the person talks to
    if hasattr(os, "nice"):
        os.nice(10)
    file = InboxFile(Path(folder))
    lock = FileLock(Path(folder) / "reading.lock")
    if not _taken(lock):
        return
    try:
        claims = Claims(file)
        claims.release()
        file.sweep(now())
        with open_case(case, wait_seconds=_WAIT_SECONDS) as store:
            _work(file, claims, store, public=public)
    except GoodOfficesError as error:
        file.set_trouble(" ".join(str(error).split()))
        raise SystemExit(1) from None
    finally:
        lock.release()


def _taken(lock: FileLock) -> bool:
    """Wait until a process that outlived its workbench has read to the end of what it was at."""
    from filelock import Timeout  # noqa: PLC0415  as above

    while _wanted():
        try:
            lock.acquire(timeout=1.0)
        except Timeout:
            continue
        return True
    return False


def _work(file: InboxFile, claims: Claims, store: Store, *, public: bool) -> None:
    last = time.monotonic()
    done = 0
    while _wanted() and done < _JOBS and time.monotonic() - last < IDLE_SECONDS:
        claim = claims.claim()
        if claim is None:
            time.sleep(_LOOK_SECONDS)
            continue
        try:
            # The first user may be made while this runs; from then on strangers to this machine may name addresses.
            read_claim(claim, claims, store, public=public or store.accounts().any_active())
        except GoodOfficesError:
            claims.release()  # nothing is wrong with the job: the case cannot be written to, or no model is installed
            raise
        file.set_trouble("")
        done += 1
        last = time.monotonic()


def _wanted() -> bool:
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()
