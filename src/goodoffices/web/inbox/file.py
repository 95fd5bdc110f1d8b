"""The file of the inbox: SQLite, on the disk with each commit, one connection a call so that threads need not wait."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

__all__ = ["InboxFile"]

_WAIT_SECONDS = 20.0
_DONE_DAYS, _REJECTED_DAYS = 14, 90
"""Days for which it is shown what came of a job; the record keeps the reports and the rejections for good."""


class InboxFile:
    """The file in its folder.

    Args:
        folder: Made where it is not there, for nobody's eyes but its owner's.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self._place = folder / "inbox.sqlite"
        self._place.touch(mode=0o600)
        with self.reading() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            sql = resources.files(__package__).joinpath("data/inbox.sql").read_text(encoding="utf-8")
            connection.executescript(sql)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open it to look."""
        connection = sqlite3.connect(self._place, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            # What was read is gone from the file too: it may have been secret.
            connection.executescript("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;")
            yield connection
        finally:
            connection.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open it for one change, which is whole and on the disk when this ends, or not there at all."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def trouble(self) -> str:
        """Why nothing is read at the moment, in words; empty where all is well."""
        with self.reading() as connection:
            row = connection.execute("SELECT words FROM trouble").fetchone()
            return str(row["words"]) if row else ""

    def set_trouble(self, words: str) -> None:
        """Keep why nothing is read at the moment, or (with no words) that all is well."""
        if words == self.trouble():
            return
        with self.writing() as connection:
            connection.execute("DELETE FROM trouble")
            if words:
                connection.execute("INSERT INTO trouble VALUES (1, ?)", (words[:500],))

    def sweep(self, at: dt.datetime) -> None:
        """Forget what came of jobs of long ago."""
        with self.writing() as connection:
            for state, days in (("done", _DONE_DAYS), ("rejected", _REJECTED_DAYS)):
                before = (at - dt.timedelta(days=days)).isoformat()
                connection.execute("DELETE FROM job WHERE state = ? AND moved < ?", (state, before))
