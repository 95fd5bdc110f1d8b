"""Proving the audit log: its chain, and that what it says was written is there, and nothing else.

The log is read once. Each row of the record is then held against the line that tells of it: what no line tells of was
added behind the log's back, what a line tells of and is not there was taken out, and what differs was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa

from goodoffices.record.account import account_key
from goodoffices.record.audit import AuditEntry, AuditHead, chain_fault
from goodoffices.record.errors import CaseDamaged
from goodoffices.record.store import Fault

from . import schema
from .accounts import account_state
from .auditing import read_entry, row_hash, rows_digest

__all__ = ["log_faults"]

_ROWS = {"yield_per": 1000}
_SINGLE = (schema.marking, schema.retirement, schema.judgement, schema.note, schema.wall, schema.rejection)
_Row = tuple[str, str, str, str]
"""Of a thing: its id, when the record learned it, its marking, what it says."""


class _Sealed(NamedTuple):
    """What a line seals: its number, how many rows (one but for statements and rejections of a report), their hash."""

    line: int
    seal: str
    rows: int = 1


class _Log:
    """Reads the log once: proves its chain, and keeps what the lines seal."""

    def __init__(self, connection: sa.Connection, head: AuditHead | None) -> None:
        self.things: dict[str, _Sealed] = {}
        self.users: dict[str, _Sealed] = {}
        self.statements: defaultdict[str, list[_Sealed]] = defaultdict(list)
        self.rejections: dict[str, _Sealed] = {}
        self._connection = connection
        self._sought = head

    def faults(self) -> Iterator[Fault]:
        last, sought = AuditHead(), self._sought
        query = sa.select(schema.audit).order_by(schema.audit.c.number)
        for row in self._connection.execute(query, execution_options=_ROWS):
            try:
                entry = read_entry(row)
            except CaseDamaged as error:
                yield Fault(f"audit {row.number}", str(error))
                last = AuditHead(row.number, row.hash)
                continue
            if problem := chain_fault(last, entry):
                yield Fault(f"audit {entry.number}", problem)
            if sought and entry.number == sought.number and entry.hash != sought.hash:
                yield Fault(f"audit {entry.number}", f"its hash is not {sought.hash}, which was written down")
            last = entry.head
            self._take(entry)
        if sought and sought.number > last.number:
            yield Fault("audit", f"it ends with line {last.number}, and line {sought.number} was written down")

    def _take(self, entry: AuditEntry) -> None:
        detail, number = entry.detail, entry.number
        match entry.act:
            case "add" | "extend":
                self._take_report(entry)
            case "began" if "digest" in detail:
                self._take_report(entry)
            case "began" | "confine" | "judge" | "mark" | "note" | "reject" | "restore" | "retire":
                self.things[str(detail.get("id"))] = _Sealed(number, str(detail.get("hash")))
            case act if act.startswith("user-"):
                self.users[account_key(entry.target)] = _Sealed(number, str(detail.get("state")))

    def _take_report(self, entry: AuditEntry) -> None:
        detail, number = entry.detail, entry.number
        if "hash" in detail:
            self.things[entry.target] = _Sealed(number, str(detail["hash"]))
        if rows := int(detail.get("statements", 0)):
            self.statements[entry.target].append(_Sealed(number, str(detail.get("digest")), rows))
        if rows := int(detail.get("rejections", 0)):
            self.rejections[entry.target] = _Sealed(number, str(detail.get("rejected")), rows)


def log_faults(connection: sa.Connection, head: AuditHead | None = None) -> Iterator[Fault]:
    """Yield everything that is wrong with the audit log, and with the record where the log says otherwise.

    Args:
        connection: In a transaction of its own; nothing is written.
        head: A line that the log is known to have held.
    """
    yield from _trigger_faults(connection)
    log = _Log(connection, head)
    yield from log.faults()
    yield from _report_faults(connection, log)
    yield from _single_faults(connection, log)
    yield from _user_faults(connection, log)
    for gone, sealed in log.things.items():
        yield _gone(gone, sealed.line)


def _gone(thing: str, line: int) -> Fault:
    return Fault(thing, f"line {line} of the audit log says that it was written, and it is not there")


def _unknown(thing: str) -> Fault:
    return Fault(thing, "the audit log does not know it: it was put there behind its back")


def _trigger_faults(connection: sa.Connection) -> Iterator[Fault]:
    wanted = {"audit_is_not_changed"}
    if connection.dialect.name == "sqlite":
        wanted |= {"audit_is_not_deleted"}
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
    else:
        wanted |= {"audit_is_not_emptied"}
        sql = "SELECT tgname FROM pg_trigger WHERE tgrelid = 'audit'::regclass AND tgenabled <> 'D'"
    for name in sorted(wanted - set(connection.exec_driver_sql(sql).scalars())):
        yield Fault("audit", f"its guard {name!r} was taken away")


def _report_faults(connection: sa.Connection, log: _Log) -> Iterator[Fault]:
    report, text = schema.report, schema.report_text
    query = sa.select(report, text.c.utf8).join_from(report, text, isouter=True)
    ids = {}
    for row in connection.execute(query, execution_options=_ROWS):
        ids[row.seq] = row.id
        yield from _held_against(log, row.id, row_hash(row.at, row.marking, row.content, bytes(row.utf8 or b"")))
    yield from _statement_faults(connection, log, ids)
    yield from _rejection_faults(connection, log, ids)


def _held_against(log: _Log, thing: str, seal: str) -> Iterator[Fault]:
    # What is left in `things` in the end is gone.
    sealed = log.things.pop(thing, None)
    if sealed is None:
        yield _unknown(thing)
    elif sealed.seal != seal:
        yield Fault(thing, f"it is not what line {sealed.line} of the audit log says was written")


def _grouped(
    connection: sa.Connection, table: sa.Table, *only: sa.ColumnElement[bool]
) -> Iterator[tuple[int, list[_Row]]]:
    # The rows of each report, in the order in which they were written.
    query = sa.select(table.c.report, table.c.id, table.c.at, table.c.marking, table.c.content)
    rows = connection.execute(query.where(*only).order_by(table.c.report, table.c.seq), execution_options=_ROWS)
    for seq, group in groupby(rows, key=lambda row: row.report):
        yield seq, [(row.id, row.at, row.marking, row.content) for row in group]


def _statement_faults(connection: sa.Connection, log: _Log, ids: dict[int, str]) -> Iterator[Fault]:
    # Whoever writes holds the case for themselves, so the statements of one line follow on those of the line before.
    for seq, rows in _grouped(connection, schema.statement):
        report = ids.get(seq, f"report {seq}")
        sealed = log.statements.pop(report, [])
        start = 0
        for each in sealed:
            group = rows[start : start + each.rows]
            start += each.rows
            if rows_digest(group) != each.seal:
                yield _not_those(report, "statements", each, len(group))
        for row in rows[start:]:
            yield _unknown(row[0])
    for report, left in log.statements.items():
        for each in left:
            yield _not_those(report, "statements", each, 0)


def _not_those(report: str, what: str, sealed: _Sealed, there: int) -> Fault:
    return Fault(
        report,
        f"its {there} {what} are not the {sealed.rows} that line {sealed.line} of the audit log says were written",
    )


def _rejection_faults(connection: sa.Connection, log: _Log, ids: dict[int, str]) -> Iterator[Fault]:
    # Those that came with a report; those that came later have a line each.
    rejection = schema.rejection
    for seq, rows in _grouped(connection, rejection, rejection.c.report.is_not(None)):
        report = ids.get(seq, f"report {seq}")
        came = [row for row in rows if row[0] not in log.things]
        sealed = log.rejections.pop(report, None)
        if sealed is None:
            yield from (_unknown(row[0]) for row in came)
        elif rows_digest(came) != sealed.seal:
            yield _not_those(report, "rejections", sealed, len(came))
    for report, sealed in log.rejections.items():
        yield _not_those(report, "rejections", sealed, 0)


def _single_faults(connection: sa.Connection, log: _Log) -> Iterator[Fault]:
    for table in _SINGLE:
        for row in connection.execute(_sealed_columns(table), execution_options=_ROWS):
            if table is schema.rejection and row.report is not None and row.id not in log.things:
                continue  # it came with its report, as held against above
            yield from _held_against(log, row.id, row_hash(row.at, row.marking, row.content))


def _sealed_columns(table: sa.Table) -> sa.Select[tuple[Any, ...]]:
    columns: Sequence[sa.ColumnElement[Any]] = [table.c.id, table.c.at, table.c.content]
    marking = table.c.marking if "marking" in table.c else sa.literal("").label("marking")
    report = (table.c.report,) if "report" in table.c else ()
    return sa.select(*columns, marking, *report)


def _user_faults(connection: sa.Connection, log: _Log) -> Iterator[Fault]:
    for row in connection.execute(sa.select(schema.account)):
        sealed = log.users.pop(row.name_key, None)
        if sealed is None:
            yield _unknown(f"user {row.name}")
        elif sealed.seal != account_state(row):
            yield Fault(f"user {row.name}", f"it is not what line {sealed.line} of the audit log says of it")
    for name, sealed in log.users.items():
        yield _gone(f"user {name}", sealed.line)
