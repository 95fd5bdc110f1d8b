"""The queue: what was handed in is whole and on the disk before anybody is told so.

Its file holds the content too: what comes from outside is never the name of a file here.
"""

from __future__ import annotations

import datetime as dt
import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from goodoffices.record import InputError, NotInCase
from goodoffices.web.moments import now

from .file import InboxFile
from .job import Fallen, Given, Job, State, Taken
from .onlooker import Onlooker

__all__ = ["Full", "Inbox"]

_JOBS_EACH = 5_000
_BYTES_EACH = 1_000_000_000
"""What one person may have waiting."""
_PARTS_SHOWN = 50


class Full(InputError):  # noqa: N818  as the other refusals are named
    """Somebody has as much waiting as one person may have."""


class Inbox:
    """What was handed in. Threads and processes may use one folder at once.

    Args:
        folder: Where it is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.file = InboxFile(folder)

    def hand_in(self, things: Iterable[tuple[Given, bytes]], sidecar: bytes = b"") -> tuple[str, ...]:
        """Keep what was handed in; when this returns, it is on the disk.

        Args:
            things: What is said of each, and its content.
            sidecar: The ``meta.json`` that came with them, or nothing.

        Returns:
            The ids of their jobs.

        Raises:
            Full: If somebody has too much waiting already; then nothing was kept.
        """
        ids = []
        with self.file.writing() as connection:
            for given, content in things:
                _require_room(connection, given.by, len(content))
                ids.append(_insert(connection, given, content, sidecar))
        return tuple(ids)

    def counts(self, onlooker: Onlooker) -> Mapping[State, int]:
        """How many jobs somebody may see, by how far they have come."""
        sql, values = onlooker.condition()
        with self.file.reading() as connection:
            rows = connection.execute(f"SELECT state, count(*) AS n FROM job WHERE {sql} GROUP BY state", values)  # noqa: S608  ours
            found = {State(row["state"]): int(row["n"]) for row in rows}
        return {state: found.get(state, 0) for state in State}

    def jobs(
        self,
        onlooker: Onlooker,
        states: Sequence[State],
        *,
        limit: int = 50,
        start: int = 0,
        oldest_first: bool = False,
    ) -> tuple[Job, ...]:
        """The jobs that somebody may see, the last moved first; or in the order in which they were handed in."""
        sql, values = onlooker.condition()
        marks = ",".join("?" * len(states))
        order = "seq" if oldest_first else "moved DESC, seq DESC"
        query = f"SELECT * FROM job WHERE state IN ({marks}) AND {sql} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608  the same
        with self.file.reading() as connection:
            rows = connection.execute(query, (*(each.value for each in states), *values, limit, start)).fetchall()
            return tuple(_job(connection, row) for row in rows)

    def job(self, job_id: str, onlooker: Onlooker) -> Job:
        """One job.

        Raises:
            NotInCase: If there is none that they may see; the words are the same where there is none at all.
        """
        with self.file.reading() as connection:
            row = _row(connection, job_id, onlooker)
            return _job(connection, row)

    def again(self, job_id: str, onlooker: Onlooker) -> None:
        """Have a rejected job read once more.

        Raises:
            NotInCase: As `job`.
            InputError: If it was not rejected.
        """
        with self.file.writing() as connection:
            seq = _rejected(connection, job_id, onlooker)
            for table in ("fallen", "death"):
                connection.execute(f"DELETE FROM {table} WHERE job = ?", (seq,))  # noqa: S608  one of two names of ours
            sql = "UPDATE job SET state = 'waiting', moved = ?, part = '' WHERE seq = ?"
            connection.execute(sql, (now().isoformat(), seq))

    def dismiss(self, job_id: str, onlooker: Onlooker) -> None:
        """Take a rejected job out of the list, with its content.

        Raises:
            NotInCase: As `job`.
            InputError: If it was not rejected.
        """
        with self.file.writing() as connection:
            connection.execute("DELETE FROM job WHERE seq = ?", (_rejected(connection, job_id, onlooker),))


def _require_room(connection: sqlite3.Connection, by: str, size: int) -> None:
    sql = "SELECT count(*) AS n, coalesce(sum(size), 0) AS bytes FROM job WHERE by = ? AND state = 'waiting'"
    row = connection.execute(sql, (by,)).fetchone()
    if row["n"] >= _JOBS_EACH or row["bytes"] + size > _BYTES_EACH:
        msg = "you have as much waiting as one person may have; hand in the rest when some of it has been read"
        raise Full(msg)


def _insert(connection: sqlite3.Connection, given: Given, content: bytes, sidecar: bytes) -> str:
    job_id = f"j-{secrets.token_hex(10)}"
    row = (
        job_id,
        msgspec.json.encode(given).decode("utf-8"),
        given.by,
        given.marking.value,
        given.circle,
        State.WAITING.value,
        given.at.isoformat(),
        len(content),
    )
    sql = "INSERT INTO job (id, given, by, marking, circle, state, moved, size) VALUES (?,?,?,?,?,?,?,?)"
    seq = connection.execute(sql, row).lastrowid
    connection.execute("INSERT INTO content VALUES (?,?,?)", (seq, content, sidecar))
    return job_id


def _row(connection: sqlite3.Connection, job_id: str, onlooker: Onlooker) -> sqlite3.Row:
    sql, values = onlooker.condition()
    row: sqlite3.Row | None = connection.execute(
        f"SELECT * FROM job WHERE id = ? AND {sql}",  # noqa: S608  ours
        (job_id, *values),
    ).fetchone()
    if row is None:
        msg = f"nothing that was handed in here is called {job_id[:40]!r}; the inbox shows what there is"
        raise NotInCase(msg)
    return row


def _rejected(connection: sqlite3.Connection, job_id: str, onlooker: Onlooker) -> int:
    row = _row(connection, job_id, onlooker)
    if row["state"] != State.REJECTED.value:
        msg = "this was not rejected; there is nothing to try again or to put away"
        raise InputError(msg)
    return int(row["seq"])


def _job(connection: sqlite3.Connection, row: sqlite3.Row) -> Job:
    seq = row["seq"]
    total = connection.execute(
        "SELECT count(*), coalesce(sum(statements), 0) FROM taken WHERE job = ?", (seq,)
    ).fetchone()
    taken = connection.execute("SELECT body FROM taken WHERE job = ? LIMIT ?", (seq, _PARTS_SHOWN))
    fallen = connection.execute("SELECT body FROM fallen WHERE job = ? LIMIT ?", (seq, _PARTS_SHOWN))
    return Job(
        id=row["id"],
        given=msgspec.json.decode(row["given"], type=Given),
        state=State(row["state"]),
        moved=dt.datetime.fromisoformat(row["moved"]),
        size=row["size"],
        taken=tuple(msgspec.json.decode(each["body"], type=Taken) for each in taken),
        reports=total[0],
        statements=total[1],
        fallen=tuple(msgspec.json.decode(each["body"], type=Fallen) for each in fallen),
    )
