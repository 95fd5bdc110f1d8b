"""Large files of incidents loaded, and very many incidents counted, in processes of their own: no page waits."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError, Marking
from goodoffices.watch.book import Book
from goodoffices.watch.book.load import Load
from goodoffices.watch.incidents import IncidentRejection
from goodoffices.watch.viewer import Viewer

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen

__all__ = ["LARGE_BYTES", "ToLoad", "await_counts", "load_apart", "load_rows"]

LARGE_BYTES = 4_000_000
"""Files up to which loading takes about a second, and is done at once."""
_MANY_ROWS = 60_000
"""Incidents up to which they are counted where a page waits for them."""
_SECONDS = 900.0
_CONTEXT = multiprocessing.get_context("spawn")
"""Not forked: the workbench runs threads, whose locks a fork would copy as they stand."""
_lock = threading.Lock()
_counting: dict[Path, SpawnProcess] = {}


class ToLoad(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be loaded into which book, by whom, and how.

    Attributes:
        folder: Of the book.
        path: The file.
        by: Who loads it.
        source: What the file is called.
        mapping: Our column -> header, where it does not speak for itself.
        marking: Of rows that do not say it.
        circles: The same.
        now: When.
        loader: Who loads, as far as circles go.
        most: Rejections that are handed back.
    """

    folder: str
    path: str
    by: str
    source: str
    mapping: Mapping[str, Any] | None
    marking: Marking
    circles: tuple[str, ...]
    now: dt.datetime
    loader: Viewer
    most: int


class _Answer(msgspec.Struct, frozen=True):
    load: Load | None
    rejections: tuple[IncidentRejection, ...] = ()
    left_out: int = 0
    fault: str = ""


def load_rows(asked: ToLoad) -> tuple[Load, tuple[IncidentRejection, ...], int]:
    """Load a file; give what came of it, the first rejections, and how many more there are."""
    load, rejections = Book(asked.folder).load(
        asked.path,
        asked.mapping,
        now=asked.now,
        marking=asked.marking,
        by=asked.by,
        source=asked.source,
        circles=asked.circles,
        loader=asked.loader,
    )
    return load, tuple(rejections[: asked.most]), max(0, len(rejections) - asked.most)


def load_apart(asked: ToLoad) -> tuple[Load, tuple[IncidentRejection, ...], int]:
    """Do the same in a process that goes behind all others.

    Raises:
        InputError: The file cannot be loaded, or takes more time or memory than there is.
    """
    pipe, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(theirs, msgspec.msgpack.encode(asked)), daemon=True)
    process.start()
    theirs.close()
    try:
        if not pipe.poll(_SECONDS):
            process.kill()
            msg = "this file takes longer than a quarter of an hour; load it with: goodoffices watch load"
            raise InputError(msg)
        found = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Answer)
    except (EOFError, OSError):
        msg = "loading was stopped before it was done, perhaps for want of memory; use: goodoffices watch load"
        raise InputError(msg) from None
    finally:
        pipe.close()
    if found.load is None:
        raise InputError(found.fault)
    return found.load, found.rejections, found.left_out


def _serve(pipe: Connection, asked: bytes) -> None:
    if hasattr(os, "nice"):
        os.nice(10)
    wanted = msgspec.msgpack.decode(asked, type=ToLoad)
    try:
        answer = _Answer(*load_rows(wanted))
    except InputError as error:
        answer = _Answer(None, fault=str(error))
    pipe.send_bytes(msgspec.msgpack.encode(answer))
    pipe.close()


def await_counts(seen: Seen) -> None:
    """See to it that very many incidents are counted apart: pages that rest on the counts come when they are done.

    Raises:
        NotReady: They are being counted; what is counted is kept beside the book.
        InputError: They could not be.
    """
    rows = sum(each.rows_for(seen.viewer) for each in seen.book.loads().loads)
    if rows <= _MANY_ROWS:
        return
    path = seen.book.ledger_path(seen.known, seen.viewer)
    if path.is_file():
        return
    with _lock:
        going = _counting.get(path)
        if going is None and not any(each.is_alive() for each in _counting.values()):
            given = (str(seen.book.folder), msgspec.msgpack.encode(seen.viewer))
            going = _counting[path] = _CONTEXT.Process(target=_count, args=given, daemon=True)
            going.start()
    if going is not None and not going.is_alive() and not path.is_file():
        msg = "so many incidents could not be counted here; count them with: goodoffices watch report"
        raise InputError(msg)
    msg = f"{rows:,} incidents are being counted beside the workbench; try again in a minute"
    raise NotReady(msg)


def _count(folder: str, viewer: bytes) -> None:
    if hasattr(os, "nice"):
        os.nice(10)
    Book(Path(folder)).ledger(None, msgspec.msgpack.decode(viewer, type=Viewer))
