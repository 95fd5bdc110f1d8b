"""Queries for show: the entries that an audience sees, with the markings that hold on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from goodoffices.record.entry import RejectionEntry, ReportEntry, StatementEntry
from goodoffices.record.statement import Statement
from goodoffices.record.view import Line

from . import schema, tallying
from .listed import listed
from .moment import read_moment
from .rows import read_content, read_report, with_markings
from .schema import rejection_shelf, report, report_shelf, report_text, statement
from .sight import Sight

__all__ = ["lines", "rejection_count", "rejections", "reports", "statements"]

_ROWS = {"yield_per": 1000}
_TEXTS = {"yield_per": 20}


def reports(connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool]) -> Iterator[ReportEntry]:
    """Give the reports, whole, in the order of their arrival."""
    marked = sight.marking_of(report).label("marked")
    query = (
        sa.select(report.c.id, report.c.content, report.c.at, report_text.c.utf8, marked)
        .join_from(report, report_text)
        .where(sight.shows_report(connection), *only)
        .order_by(report.c.seq)
    )
    for each in connection.execute(query, execution_options=_TEXTS):
        found = read_report(each.content, each.utf8, where=f"report {each.id}")
        yield ReportEntry(at=read_moment(each.at), report=with_markings(found, each.marked))


def lines(connection: sa.Connection, sight: Sight, seqs: Sequence[int] | None = None) -> Iterator[Line]:
    """Give the reports as a list shows them, all or those with these numbers in their order; no text is read."""
    counts = tallying.by_report(connection, sight, seqs)
    query = sa.select(report, sight.marking_of(report).label("marked")).where(sight.shows_report(connection))
    if seqs is None:
        rows = iter(connection.execute(query.order_by(report.c.seq), execution_options=_ROWS))
    else:
        found = {each.seq: each for each in connection.execute(query.where(report.c.seq.in_(listed(connection, seqs))))}
        rows = iter([found[seq] for seq in seqs])
    for each in rows:
        yield Line(
            report=with_markings(read_report(each.content, None, where=f"report {each.id}"), each.marked),
            characters=each.characters,
            at=read_moment(each.at),
            statements=counts.get(each.seq, {}),
        )


def statements(connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool]) -> Iterator[StatementEntry]:
    """Give the statements, in the order of their reports' arrival, then of their own."""
    query = (
        sa.select(
            statement.c.id,
            statement.c.content,
            statement.c.at,
            sight.marking_of(statement).label("marked"),
            sight.marking_of(report).label("report_marked"),
        )
        .join_from(statement, report)
        .where(sight.shows_statement(connection), *only)
        .order_by(statement.c.report, statement.c.seq)
    )
    for each in connection.execute(query, execution_options=_ROWS):
        found = read_content(Statement, each.content, where=f"statement {each.id}")
        marked = with_markings(found, each.marked, each.report_marked)
        yield StatementEntry(at=read_moment(each.at), statement=marked)


def rejections(connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool]) -> Iterator[RejectionEntry]:
    """Give what was not taken, in the order of its arrival."""
    table = schema.rejection
    query = sa.select(table).join_from(table, report, isouter=True).where(_shows_rejection(connection, sight), *only)
    for each in connection.execute(query.order_by(table.c.seq), execution_options=_ROWS):
        yield read_content(RejectionEntry, each.content, where=f"rejection {each.id}")


def rejection_count(connection: sa.Connection, sight: Sight) -> int:
    """Count what was not taken and has not been read since, the same for the same reason once."""
    table, shelf = schema.rejection, rejection_shelf
    query = (
        sa.select(sa.func.count(sa.distinct(shelf.c.said)))
        .select_from(
            table.join(shelf, shelf.c.rejection == table.c.seq).outerjoin(report, table.c.report == report.c.seq)
        )
        .where(_shows_rejection(connection, sight), not_read_since(connection, sight))
    )
    return connection.scalar(query) or 0


def not_read_since(connection: sa.Connection, sight: Sight) -> sa.ColumnElement[bool]:
    """Is the row of `rejection` no file that has been read since, as far as is shown?"""
    table, read, shelf = schema.rejection, report_shelf, rejection_shelf.alias()
    again = sa.exists().where(
        shelf.c.rejection == table.c.seq,
        read.c.path == shelf.c.what,
        read.c.report == report.c.seq,
        sight.shows_report(connection),
    )
    return sa.or_(table.c.report.is_not(None), sa.not_(again.correlate(table)))


def _shows_rejection(connection: sa.Connection, sight: Sight) -> sa.ColumnElement[bool]:
    # The row of `rejection`, outer-joined with its `report`.
    table = schema.rejection
    there = sa.or_(table.c.report.is_(None), sa.and_(report.c.seq.is_not(None), sight.shows_report(connection)))
    return sa.and_(sight.horizon.known(table), table.c.marking.in_(sight.allowed), there)
