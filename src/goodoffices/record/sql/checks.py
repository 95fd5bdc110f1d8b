"""What only the store itself can check: its file, its references, its columns and its index of words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from goodoffices.record.circle import circle_name
from goodoffices.record.errors import InputError
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.store import Fault

from . import schema, search, shelf_checks
from .moment import write_moment

__all__ = ["faults"]


class _Said(msgspec.Struct):
    # The part of a statement's content that tells its kind.
    type: str = ""


class _Head(msgspec.Struct):
    # What the columns of a row repeat of its content.
    id: str | None = None
    marking: str | None = None
    target: str | None = None
    published: str | None = None
    retired: bool | None = None
    circle: str | None = None
    confined: bool | None = None
    at: dt.datetime | None = None
    content: _Said | None = None

    def column(self, name: str) -> object:
        match name:
            case "kind":
                return self.content.type if self.content else None
            case "at":
                return write_moment(self.at) if self.at else None
            case "retired" | "confined":
                return int(bool(getattr(self, name)))
            case "circle":
                return circle_name(self.circle or "-")
        return getattr(self, name)


_CHECKED = {
    schema.report: ("id", "marking", "published"),
    schema.statement: ("id", "marking", "kind"),
    schema.marking: ("target", "marking", "at"),
    schema.retirement: ("target", "retired", "at"),
    schema.judgement: ("id",),
    schema.rejection: ("marking", "at"),
    schema.note: ("id", "marking", "kind"),
    schema.wall: ("target", "circle", "confined", "at"),
}


def faults(connection: sa.Connection) -> Iterator[Fault]:
    """Give everything that is wrong with the tables themselves.

    Args:
        connection: In a transaction of its own; nothing is written.
    """
    if connection.dialect.name == "sqlite":
        yield from _sqlite_faults(connection)
    for table, columns in _CHECKED.items():
        yield from _column_faults(connection, table, columns)
    yield from _lone_faults(connection)
    yield from _rest_faults(connection)
    yield from _ground_faults(connection)
    yield from _index_faults(connection)
    yield from shelf_checks.faults(connection)


def _sqlite_faults(connection: sa.Connection) -> Iterator[Fault]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if line != "ok":
            yield Fault("file", str(line))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Fault(str(table), f"row {row} refers to a row of {parent} that is not there")


def _column_faults(connection: sa.Connection, table: sa.Table, columns: tuple[str, ...]) -> Iterator[Fault]:
    decoder = msgspec.json.Decoder(_Head)
    query = sa.select(table.c.content, *(table.c[column] for column in columns), table.c.id.label("row_id"))
    for row in connection.execute(query, execution_options={"yield_per": 1000}):
        try:
            head = decoder.decode(row.content)
        except msgspec.DecodeError:
            continue  # told of where the row is read
        for column in columns:
            said, kept = head.column(column), row._mapping[column]  # noqa: SLF001  SQLAlchemy's own public name
            if said != kept:
                yield Fault(row.row_id, f"its column {column!r} says {kept!r}, its content {said!r}")


def _lone_faults(connection: sa.Connection) -> Iterator[Fault]:
    # What an insert that was not whole would leave: a report without its text, a judgement that rests on nothing.
    texts, rests = schema.report_text, schema.judgement_rests_on
    for query, problem in (
        (sa.select(schema.report.c.id).where(schema.report.c.seq.not_in(sa.select(texts.c.report))), "it has no text"),
        (
            sa.select(schema.judgement.c.id).where(schema.judgement.c.seq.not_in(sa.select(rests.c.judgement))),
            "it rests on no statement",
        ),
    ):
        for thing in connection.scalars(query):
            yield Fault(thing, problem)


def _rest_faults(connection: sa.Connection) -> Iterator[Fault]:
    # A judgement whose statements are not all in the table would be shown to those who may not see them.
    rests, statement = schema.judgement_rests_on, schema.statement
    kept: defaultdict[int, set[str]] = defaultdict(set)
    for seq, held in connection.execute(sa.select(rests.c.judgement, statement.c.id).join_from(rests, statement)):
        kept[seq].add(held)
    wanted: dict[str, set[str]] = {}
    table = schema.judgement
    for each in connection.execute(sa.select(table.c.seq, table.c.id, table.c.content).order_by(table.c.seq)):
        try:
            judgement = msgspec.json.decode(each.content, type=Judgement)
        except msgspec.DecodeError:
            continue  # told of where the row is read
        wanted[each.id] = {*judgement.statements, *judgement.other_statements}.union(
            target for target in (judgement.target, judgement.other) if target and target.startswith("s-")
        ) | wanted.get(judgement.target, set())  # a retraction rests on what the retracted one does
        for missing in sorted(wanted[each.id] - kept[each.seq]):
            yield Fault(each.id, f"its table of what it rests on does not hold {missing}")


def _ground_faults(connection: sa.Connection) -> Iterator[Fault]:
    # A note whose grounds are not in the table would be shown to those who may not see them.
    kept: defaultdict[int, set[str]] = defaultdict(set)
    for seq, target in connection.execute(sa.select(schema.note_rests_on)):
        kept[seq].add(target)
    for each in connection.execute(sa.select(schema.note.c.seq, schema.note.c.id, schema.note.c.content)):
        try:
            grounds = msgspec.json.decode(each.content, type=Note).rests_on
        except (msgspec.DecodeError, InputError):
            continue  # told of where the row is read
        for target in sorted(set(grounds) - kept[each.seq]):
            yield Fault(each.id, f"its table of grounds does not hold {target}")


def _index_faults(connection: sa.Connection) -> Iterator[Fault]:
    indexed = search.indexed(connection)
    for seq, thing in connection.execute(sa.select(schema.report.c.seq, schema.report.c.id)).all():
        if seq not in indexed:
            yield Fault(thing, "the index of words does not hold it")
