"""What the reading process does with the queue: claim a job, keep what came of each part of it, and finish it.

Each step is one transaction. Whatever a process had claimed when it died is claimed by the next one, which goes on
behind what was kept; a part over which processes die twice is left out.
"""

from __future__ import annotations

import os
import sqlite3

import msgspec

from goodoffices.web.moments import now

from .file import InboxFile
from .job import Fallen, Given, State, Taken

__all__ = ["TRIES", "Claim", "Claims"]

TRIES = 2
"""Processes that may die over one part of a job."""

_NEXT = """
SELECT seq, given FROM job WHERE state = 'waiting'
ORDER BY (SELECT coalesce(max(other.started), '') FROM job other WHERE other.by = job.by), seq LIMIT 1
"""
"""The next job: in turn of those who hand in, so that a thousand files do not keep others waiting."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A job that this process reads.

    Attributes:
        seq: Its number in the queue.
        given: What was said of it.
        content: What was handed in; of a link nothing.
        sidecar: The ``meta.json`` that came with it, or nothing.
        done: Ids of the reports that an earlier process has added already.
        deadly: Parts over which so many processes have died that they are left out; "" for finding the parts.
    """

    seq: int
    given: Given
    content: bytes = b""
    sidecar: bytes = b""
    done: frozenset[str] = frozenset()
    deadly: frozenset[str] = frozenset()


class Claims:
    """The queue, as those see it who read it.

    Args:
        file: Of the inbox.
    """

    def __init__(self, file: InboxFile) -> None:
        self._file = file

    def any_waiting(self) -> bool:
        """Is there anything to be read?"""
        with self._file.reading() as connection:
            return connection.execute("SELECT 1 FROM job WHERE state = 'waiting' LIMIT 1").fetchone() is not None

    def any_held(self) -> bool:
        """Is anything claimed?"""
        with self._file.reading() as connection:
            return connection.execute("SELECT 1 FROM job WHERE state = 'reading' LIMIT 1").fetchone() is not None

    def release(self) -> None:
        """Put back what processes of an earlier workbench had claimed; whoever calls it is the only one who reads."""
        with self._file.writing() as connection:
            connection.execute("UPDATE job SET state = 'waiting' WHERE state = 'reading'")

    def claim(self) -> Claim | None:
        """Claim the next job, or None where nothing waits."""
        with self._file.writing() as connection:
            row = connection.execute(_NEXT).fetchone()
            if row is None:
                return None
            moment, seq = now().isoformat(), row["seq"]
            sql = "UPDATE job SET state = 'reading', moved = ?, started = ?, reader = ?, part = '' WHERE seq = ?"
            connection.execute(sql, (moment, moment, os.getpid(), seq))
            return _claim(connection, seq, msgspec.json.decode(row["given"], type=Given))

    def begin(self, claim: Claim, part: str) -> None:
        """Keep which part is begun, so that it is known over what the process died."""
        with self._file.writing() as connection:
            connection.execute("UPDATE job SET part = ?, moved = ? WHERE seq = ?", (part, now().isoformat(), claim.seq))

    def took(self, claim: Claim, taken: Taken) -> None:
        """Keep a report that came of it."""
        row = (claim.seq, taken.report, taken.statements, _json(taken))
        with self._file.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO taken VALUES (?,?,?,?)", row)

    def taken_elsewhere(self, claim: Claim, report: str) -> bool:
        """Did a report come of another job?"""
        with self._file.reading() as connection:
            sql = "SELECT 1 FROM taken WHERE report = ? AND job <> ? LIMIT 1"
            return connection.execute(sql, (report, claim.seq)).fetchone() is not None

    def fell(self, claim: Claim, fallen: Fallen) -> None:
        """Keep what was not taken of it."""
        with self._file.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO fallen VALUES (?,?)", (claim.seq, _json(fallen)))

    def finish(self, claim: Claim) -> None:
        """It is read: done if any report came of it, or rejected. What was rejected is kept, to be tried again."""
        with self._file.writing() as connection:
            taken = connection.execute("SELECT 1 FROM taken WHERE job = ? LIMIT 1", (claim.seq,)).fetchone()
            state = State.DONE if taken else State.REJECTED
            sql = "UPDATE job SET state = ?, moved = ?, part = '' WHERE seq = ?"
            connection.execute(sql, (state.value, now().isoformat(), claim.seq))
            if taken:
                connection.execute("DELETE FROM content WHERE job = ?", (claim.seq,))

    def died(self, reader: int) -> None:
        """A process that had claimed jobs died: others may have them, and it counts against the part it was reading."""
        with self._file.writing() as connection:
            sql = "SELECT seq, part FROM job WHERE state = 'reading' AND reader = ?"
            for row in connection.execute(sql, (reader,)).fetchall():
                connection.execute(
                    "INSERT INTO death VALUES (?,?,1) ON CONFLICT (job, part) DO UPDATE SET deaths = deaths + 1",
                    (row["seq"], row["part"]),
                )
                connection.execute("UPDATE job SET state = 'waiting' WHERE seq = ?", (row["seq"],))

    def still_since(self, reader: int) -> str:
        """The moment since when a process has got no further, or nothing where it reads nothing."""
        with self._file.reading() as connection:
            sql = "SELECT min(moved) AS moment FROM job WHERE state = 'reading' AND reader = ?"
            row = connection.execute(sql, (reader,)).fetchone()
            return str(row["moment"] or "")


def _claim(connection: sqlite3.Connection, seq: int, given: Given) -> Claim:
    held = connection.execute("SELECT bytes, sidecar FROM content WHERE job = ?", (seq,)).fetchone()
    done = connection.execute("SELECT report FROM taken WHERE job = ?", (seq,))
    deadly = connection.execute("SELECT part FROM death WHERE job = ? AND deaths >= ?", (seq, TRIES))
    return Claim(
        seq=seq,
        given=given,
        content=held["bytes"] if held else b"",
        sidecar=held["sidecar"] if held else b"",
        done=frozenset(each["report"] for each in done),
        deadly=frozenset(each["part"] for each in deadly),
    )


def _json(thing: object) -> str:
    return msgspec.json.encode(thing).decode("utf-8")
