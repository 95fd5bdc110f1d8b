"""The audit log in the tables: its lines are appended in the transaction of the write that they tell of."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from goodoffices.record.audit import GENESIS, AuditEntry, AuditHead, as_written, next_entry
from goodoffices.record.errors import CaseDamaged
from goodoffices.record.ids import canonical_json
from goodoffices.record.release import Marking

from .moment import read_moment, write_moment
from .schema import audit

__all__ = [
    "append",
    "head",
    "hold",
    "read_entry",
    "row_hash",
    "rows_digest",
    "select_log",
    "written",
    "written_report",
    "written_statements",
]

Detail = dict[str, str | int]


def hold(connection: sa.Connection) -> None:
    """Let nobody else write to this case until the transaction ends; SQLite's one write lock does so already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7102618, hashtext(current_schema()))")


def head(connection: sa.Connection) -> AuditHead:
    """Find the last line of the log."""
    transaction = connection.get_transaction()
    kept = connection.info.get(_KEPT)
    if kept and transaction is not None and kept[0] is transaction:
        return AuditHead(*kept[1:])
    last = connection.execute(_LAST).first()
    return AuditHead(last.number, last.hash) if last else AuditHead(0, GENESIS)


_KEPT = "goodoffices_audit_head"
"""Of a connection: the transaction that appended last, and where it came to. While it lasts, nobody else appends."""
_LAST = sa.select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)


def append(
    connection: sa.Connection,
    act: str,
    *,
    target: str = "",
    by: str = "",
    at: dt.datetime | None = None,
    detail: Mapping[str, str | int] | None = None,
    marking: Marking = Marking.RED,
) -> AuditEntry:
    """Append a line.

    Args:
        connection: In the transaction of what the line tells of, which holds the case for itself.
        act: What was done.
        target: What it was done to.
        by: Who did it.
        at: When; now where not given.
        detail: What else is to be known.
        marking: Who may see the line.
    """
    moment = at or dt.datetime.now(dt.UTC)
    entry = next_entry(head(connection), act, at=moment, by=by, target=target, detail=detail, marking=marking)
    connection.exec_driver_sql(_INSERT[connection.dialect.name], _columns(entry))
    connection.info[_KEPT] = (connection.get_transaction(), entry.number, entry.hash)
    return entry


_COLUMNS = tuple(audit.c.keys())
_INSERT = {
    dialect: f"INSERT INTO audit ({', '.join(_COLUMNS)}) VALUES ({', '.join([mark] * len(_COLUMNS))})"  # noqa: S608  our own names
    for dialect, mark in (("sqlite", "?"), ("postgresql", "%s"))
}
"""As the drivers take it: an insert that SQLAlchemy writes takes twice the time, and each report comes with one."""


def _columns(entry: AuditEntry) -> tuple[str | int, ...]:
    return (
        entry.number,
        write_moment(entry.at),
        entry.by,
        entry.act,
        entry.target,
        entry.marking.value,
        canonical_json(entry.detail).decode("utf-8"),
        entry.previous,
        entry.hash,
    )


_DETAIL = msgspec.json.Decoder(Detail)


def read_entry(row: Any) -> AuditEntry:  # noqa: ANN401  a row of the table, whose columns SQLAlchemy types as Any
    """Read a line.

    Raises:
        CaseDamaged: If it is not what it should be.
    """
    try:
        return AuditEntry(
            number=row.number,
            at=read_moment(row.at),
            by=row.who,
            act=row.act,
            target=row.target,
            detail=_DETAIL.decode(row.detail),
            marking=Marking(row.marking),
            previous=row.previous,
            hash=row.hash,
        )
    except (msgspec.DecodeError, ValueError, TypeError) as error:
        msg = f"line {row.number} of the audit log cannot be read ({error}); run `goodoffices case verify` on the case"
        raise CaseDamaged(msg) from error


def select_log(
    *, after: int, before: int | None, act: str | None, by: str | None, target: str | None
) -> sa.Select[tuple[Any, ...]]:
    """Ask for the lines between two numbers, neither of them included, that are of an act, a person or a thing."""
    query = sa.select(audit).where(audit.c.number > after)
    if before is not None:
        query = query.where(audit.c.number < before)
    for column, wanted in ((audit.c.act, act), (audit.c.who, by), (audit.c.target, target)):
        if wanted is not None:
            query = query.where(column == as_written(wanted))
    return query


def row_hash(at: str, marking: str, content: str, utf8: bytes = b"") -> str:
    """Seal one row: when the record learned it, the marking that it came with, what it says, and a report's text."""
    return hashlib.sha256(f"{at} {marking} {content}\n".encode() + utf8).hexdigest()


def rows_digest(rows: Iterable[tuple[str, str, str, str]]) -> str:
    """Seal rows (id, moment, marking, content) that were written together, in the order of their ids."""
    lines = "".join([f"{at} {marking} {content}\n" for _, at, marking, content in sorted(rows)])
    return hashlib.sha256(lines.encode()).hexdigest()


def _sealed(row: Mapping[Any, Any], utf8: bytes = b"") -> str:
    return row_hash(row["at"], row.get("marking", ""), row["content"], utf8)


def _digest(rows: Iterable[Mapping[Any, Any]]) -> str:
    return rows_digest([(row["id"], row["at"], row["marking"], row["content"]) for row in rows])


def written(
    connection: sa.Connection,
    act: str,
    row: Mapping[Any, Any],
    *,
    target: str,
    by: str,
    **detail: str | int,
) -> None:
    """Append the line of one row that was written: a marking, a judgement, a note, ..."""
    append(connection, act, target=target, by=by, detail={"id": row["id"], "hash": _sealed(row), **detail})


def written_report(
    connection: sa.Connection,
    row: Mapping[Any, Any],
    utf8: bytes,
    *,
    statements: Sequence[Mapping[Any, Any]],
    rejections: Sequence[Mapping[Any, Any]],
    by: str = "",
    act: str = "add",
) -> None:
    """Append the line of a report that was written with all that was found in it."""
    detail: Detail = {"hash": _sealed(row, utf8), "statements": len(statements), "digest": _digest(statements)}
    if rejections:
        detail |= {"rejections": len(rejections), "rejected": _digest(rejections)}
    append(connection, act, target=row["id"], by=by, detail=detail)


def written_statements(
    connection: sa.Connection, report: str, rows: Sequence[Mapping[Any, Any]], *, by: str, by_hand: int = 0
) -> None:
    """Append the line of statements that were added to a report, where there are any, and how many of them by hand."""
    if rows:
        detail: Detail = {"statements": len(rows), "digest": _digest(rows)}
        append(connection, "extend", target=report, by=by, detail=detail | ({"by_hand": by_hand} if by_hand else {}))
