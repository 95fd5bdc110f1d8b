"""Reaching a case: a SQLite file or a PostgreSQL server, each set up so that what is committed is on the disk."""

from __future__ import annotations

import importlib.util
import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa

from goodoffices.record.errors import CaseError, CaseNotFound

__all__ = [
    "WRITING",
    "is_url",
    "new_sqlite_file",
    "postgresql_engine",
    "sqlite_engine",
    "sqlite_file",
    "write_ahead",
]

WRITING = {"goodoffices_writing": True}
"""The option of a connection that is going to write: it takes SQLite's one write lock at once, or waits for it."""

_HEADER = b"SQLite format 3\0"


def is_url(place: str) -> bool:
    """Is `place` a URL and not a path?"""
    return "://" in place


def sqlite_file(path: Path) -> None:
    """Check that `path` is a SQLite file before anything is opened.

    Raises:
        CaseNotFound: If there is nothing.
        CaseError: If it is something else, or cannot be read.
    """
    try:
        if not path.exists():
            msg = f"there is no case at {str(path)!r}; make one with: goodoffices case new {path}"
            raise CaseNotFound(msg)
        if not path.is_file():
            msg = f"{str(path)!r} is a folder, not a case" if path.is_dir() else f"{str(path)!r} is no file"
            raise CaseError(msg)
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        msg = f"{str(path)!r} cannot be read: {error.strerror}"
        raise CaseError(msg) from error
    if header != _HEADER:
        msg = f"{str(path)!r} is not a case; make a case with: goodoffices case new NAME.goodoffices"
        raise CaseError(msg)


def new_sqlite_file(path: Path) -> None:
    """Make the empty file at `path`, which becomes a case.

    Raises:
        CaseError: If something is there already, or nothing can be made there.
    """
    try:
        path.open("xb").close()
    except FileExistsError:
        msg = f"there is something at {str(path)!r} already; choose another name, or move it away"
        raise CaseError(msg) from None
    except OSError as error:
        msg = f"no case can be made at {str(path)!r}: {error.strerror}"
        raise CaseError(msg) from error


def write_ahead(engine: sa.Engine) -> None:
    """Have a SQLite file keep a log ahead of itself: readers and the one writer do not wait for each other."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL").close()
    finally:
        connection.close()


def sqlite_engine(path: Path, *, wait_seconds: float) -> sa.Engine:
    """Reach the SQLite file at `path`, which is there."""
    uri = f"file:{quote(str(path.absolute()))}?{_mode(path)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=wait_seconds, check_same_thread=False)

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.QueuePool)
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _mode(path: Path) -> str:
    # A case on a read-only disk: SQLite cannot put its two side files there, and needs to be told that none changes.
    side = path.with_name(path.name + "-wal")
    effective = os.access in os.supports_effective_ids
    writable = os.access(path.parent, os.W_OK, effective_ids=effective)
    frozen = not writable and not (side.exists() and side.stat().st_size)
    return "immutable=1" if frozen else "mode=rw"


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own connection
    connection.isolation_level = None  # the driver would commit before DDL; transactions are begun below
    connection.execute("PRAGMA foreign_keys=ON")
    # So that INSERT OR REPLACE, which deletes, meets the guards of the audit log; one against inserts would cost more.
    connection.execute("PRAGMA recursive_triggers=ON")
    # FULL: a commit waits for the disk, so that a report once added outlives a power cut, not only a crash.
    connection.execute("PRAGMA synchronous=FULL")


def _begin_sqlite(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("goodoffices_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def postgresql_engine(place: str, *, wait_seconds: float) -> sa.Engine:
    """Reach the PostgreSQL database at the URL `place`.

    Raises:
        CaseError: If it is no such URL, or the driver is not installed.
    """
    try:
        url = sa.make_url(place)
    except (sa.exc.ArgumentError, ValueError):
        msg = "the URL of the case cannot be read; write it as postgresql://user:password@host:5432/database"
        raise CaseError(msg) from None
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        msg = f"{url.drivername!r} is no kind of case; use a path of a file or a postgresql:// URL"
        raise CaseError(msg)
    if importlib.util.find_spec("psycopg") is None:
        msg = "a case on PostgreSQL needs the driver psycopg; install it with: pip install 'goodoffices[postgresql]'"
        raise CaseError(msg)
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"connect_timeout": max(2, round(wait_seconds))},
        pool_pre_ping=True,
    )
    wait_ms = int(wait_seconds * 1000)

    def set_up(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own connection
        connection.execute(f"SET lock_timeout = {wait_ms}")
        connection.commit()

    sa.event.listen(engine, "connect", set_up)
    return engine
