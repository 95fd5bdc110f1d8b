"""Queries for show: the entries that a horizon lets through, with the markings that hold on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from goodoffices.record.entry import JudgementEntry, RejectionEntry, ReportEntry, StatementEntry
from goodoffices.record.judgement import Judgement
from goodoffices.record.statement import Statement
from goodoffices.record.view import Line

from . import schema
from .moment import read_moment
from .rows import read_content, read_report, with_markings
from .schema import judgement_rests_on, report, report_text, statement
from .visible import Horizon

__all__ = ["judgements", "lines", "rejections", "reports", "statements"]

_ROWS = {"yield_per": 1000}
_TEXTS = {"yield_per": 20}


def reports(connection: sa.Connection, horizon: Horizon, *only: sa.ColumnElement[bool]) -> Iterator[ReportEntry]:
    """Give the reports, whole, in the order of their arrival."""
    marked = horizon.marking_of(report).label("marked")
    query = (
        sa.select(report.c.id, report.c.content, report.c.at, report_text.c.utf8, marked)
        .join_from(report, report_text)
        .where(horizon.shows_report(), *only)
        .order_by(report.c.seq)
    )
    for each in connection.execute(query, execution_options=_TEXTS):
        found = read_report(each.content, each.utf8, where=f"report {each.id}")
        yield ReportEntry(at=read_moment(each.at), report=with_markings(found, each.marked))


def lines(connection: sa.Connection, horizon: Horizon) -> Iterator[Line]:
    """Give the reports as a list shows them; no text is read."""
    counts = _counts(connection, horizon)
    marked = horizon.marking_of(report).label("marked")
    query = sa.select(report, marked).where(horizon.shows_report()).order_by(report.c.seq)
    for each in connection.execute(query, execution_options=_ROWS):
        found = read_report(each.content, None, where=f"report {each.id}")
        yield Line(
            report=with_markings(found, each.marked),
            characters=each.characters,
            at=read_moment(each.at),
            statements=counts.get(each.seq, {}),
        )


def _counts(connection: sa.Connection, horizon: Horizon) -> Mapping[int, dict[str, int]]:
    query = (
        sa.select(statement.c.report, statement.c.kind, sa.func.count())
        .join_from(statement, report)
        .where(horizon.shows_statement())
        .group_by(statement.c.report, statement.c.kind)
        .order_by(statement.c.kind)
    )
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for seq, kind, count in connection.execute(query):
        counts[seq][kind] = count
    return counts


def statements(connection: sa.Connection, horizon: Horizon, *only: sa.ColumnElement[bool]) -> Iterator[StatementEntry]:
    """Give the statements, in the order of their reports' arrival, then of their own."""
    query = (
        sa.select(
            statement.c.id,
            statement.c.content,
            statement.c.at,
            horizon.marking_of(statement).label("marked"),
            horizon.marking_of(report).label("report_marked"),
        )
        .join_from(statement, report)
        .where(horizon.shows_statement(), *only)
        .order_by(statement.c.report, statement.c.seq)
    )
    for each in connection.execute(query, execution_options=_ROWS):
        found = read_content(Statement, each.content, where=f"statement {each.id}")
        marked = with_markings(found, each.marked, each.report_marked)
        yield StatementEntry(at=read_moment(each.at), statement=marked)


def judgements(connection: sa.Connection, horizon: Horizon) -> Iterator[JudgementEntry]:
    """Give the judgements, in the order in which the record learned them."""
    markings = _judged_markings(connection, horizon)
    table = schema.judgement
    query = sa.select(table).where(horizon.shows_judgement()).order_by(table.c.at, table.c.seq)
    for each in connection.execute(query, execution_options=_ROWS):
        found = read_content(Judgement, each.content, where=f"judgement {each.id}")
        marked = with_markings(found, each.marking, *sorted(set(markings[each.seq])))
        yield JudgementEntry(at=read_moment(each.at), judgement=marked)


def _judged_markings(connection: sa.Connection, horizon: Horizon) -> Mapping[int, list[str]]:
    # The markings of all that each judgement rests on: it is as restricted as the strictest of them.
    query = (
        sa.select(judgement_rests_on.c.judgement, horizon.marking_of(statement), horizon.marking_of(report))
        .join_from(judgement_rests_on, statement)
        .join(report)
    )
    markings: defaultdict[int, list[str]] = defaultdict(list)
    for seq, *marked in connection.execute(query):
        markings[seq] += marked
    return markings


def rejections(connection: sa.Connection, horizon: Horizon) -> Iterator[RejectionEntry]:
    """Give what was not taken, in the order of its arrival."""
    table = schema.rejection
    query = sa.select(table).join_from(table, report, isouter=True).where(horizon.shows_rejection())
    for each in connection.execute(query.order_by(table.c.seq), execution_options=_ROWS):
        yield read_content(RejectionEntry, each.content, where=f"rejection {each.id}")
