"""The indexes of the record, made anew from it: where a case is older than they are, or they are damaged."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from . import schema, sentences, shelving
from .schema import case_tally, judgement_shelf, rejection_shelf, report_shelf, report_tally

__all__ = ["fill", "rebuild"]

_AT_ONCE = 5_000
"""Statements that are read at once."""


def rebuild(connection: sa.Connection) -> None:
    """Throw the indexes away and make them anew from the record."""
    for table in (report_shelf, rejection_shelf, judgement_shelf, report_tally, case_tally):
        connection.execute(sa.delete(table))
    sentences.clear(connection)
    fill(connection)


def fill(connection: sa.Connection) -> None:
    """Make the indexes of all that the record holds, where there are none yet."""
    table = schema.report
    markings = {}
    for seq, marking, content in connection.execute(sa.select(table.c.seq, table.c.marking, table.c.content)).all():
        shelving.report(connection, seq, content)
        markings[seq] = marking
    _fill_counts(connection)
    _fill_words(connection, markings)
    rejection = schema.rejection
    shelving.shelve_rejections(connection, connection.execute(sa.select(rejection.c.seq, rejection.c.content)).all())
    _fill_judgements(connection)


def _fill_counts(connection: sa.Connection) -> None:
    table = schema.statement
    of_report = (table.c.report, table.c.at, table.c.kind, table.c.marking)
    counted = sa.select(*of_report, sa.func.count()).group_by(*of_report)
    connection.execute(sa.insert(report_tally).from_select(["report", "at", "kind", "marking", "statements"], counted))
    tally, reports = report_tally.c, schema.report.c
    day = sa.func.substr(tally.at, sa.literal_column("1"), sa.literal_column("10"))
    of_case = (day, reports.marking, tally.kind, tally.marking)
    total = sa.cast(sa.func.sum(tally.statements), sa.BigInteger)
    summed = sa.select(*of_case, total).join_from(report_tally, schema.report).group_by(*of_case)
    connection.execute(
        sa.insert(case_tally).from_select(["day", "report_marking", "kind", "marking", "statements"], summed)
    )


def _fill_words(connection: sa.Connection, markings: Mapping[int, str]) -> None:
    table, last = schema.statement, 0
    columns = (table.c[name] for name in ("seq", "report", "kind", "marking", "content"))
    query = sa.select(*columns).order_by(table.c.seq).limit(_AT_ONCE)
    while rows := connection.execute(query.where(table.c.seq > last)).all():
        last = rows[-1].seq
        sentences.index(
            connection,
            [
                sentences.Words(
                    each.seq,
                    each.report,
                    each.kind,
                    shelving.strictest(markings[each.report], each.marking),
                    sentences.words_of(each.content),
                )
                for each in rows
            ],
        )


def _fill_judgements(connection: sa.Connection) -> None:
    table = schema.judgement
    for seq, marking in connection.execute(sa.select(table.c.seq, table.c.marking)).all():
        shelving.judgement(connection, seq, marking)
