"""Whether the indexes of the record say what the record does."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from goodoffices.record.store import Fault

from . import schema, shelving
from .schema import case_tally, judgement_shelf, rejection_shelf, report_shelf, report_tally, statement

__all__ = ["faults"]


def faults(connection: sa.Connection) -> Iterator[Fault]:
    """Give everything in which the indexes differ from the record; `reshelving.rebuild` makes them anew."""
    yield from _unshelved(connection)
    yield from _misshelved(connection)
    yield from _miscounted(connection)
    yield from _unindexed(connection)


def _unshelved(connection: sa.Connection) -> Iterator[Fault]:
    for table, shelf in (
        (schema.report, report_shelf.c.report),
        (schema.rejection, rejection_shelf.c.rejection),
        (schema.judgement, judgement_shelf.c.judgement),
    ):
        for thing in connection.scalars(sa.select(table.c.id).where(table.c.seq.not_in(sa.select(shelf)))):
            yield Fault(thing, "the index of lists does not hold it")


def _misshelved(connection: sa.Connection) -> Iterator[Fault]:
    report = schema.report
    shelved = sa.select(report.c.id, report.c.content, report_shelf.c.outlet, report_shelf.c.path)
    for each in connection.execute(shelved.join_from(report, report_shelf), execution_options={"yield_per": 1000}):
        try:
            keys = shelving.report_keys(each.content)
        except msgspec.DecodeError:
            continue  # told of where the row is read
        if keys != (each.outlet, each.path):
            yield Fault(each.id, "the index of lists holds it under another name")
    judgement = schema.judgement
    marked = sa.select(judgement.c.seq, judgement.c.id, judgement.c.marking, judgement_shelf.c.marking.label("kept"))
    for each in connection.execute(marked.join_from(judgement, judgement_shelf)).all():
        if each.kept != shelving.judgement_marking(connection, each.seq, each.marking):
            yield Fault(each.id, f"the index of lists holds it as {each.kept}, which is not what it rests on")


def _miscounted(connection: sa.Connection) -> Iterator[Fault]:
    said, of = report_tally.c, (statement.c.report, statement.c.at, statement.c.kind, statement.c.marking)
    counted = sa.select(*of, sa.func.count()).group_by(*of)
    kept = sa.select(said.report, said.at, said.kind, said.marking, said.statements)
    wrong = {
        row[0]
        for one, other in ((counted, kept), (kept, counted))
        for row in connection.execute(sa.except_(one, other))
    }
    for seq in sorted(wrong):
        thing = connection.scalar(sa.select(schema.report.c.id).where(schema.report.c.seq == seq))
        yield Fault(str(thing), "the count of its statements is not right")
    tally, day = case_tally.c, sa.func.substr(said.at, sa.literal_column("1"), sa.literal_column("10"))
    of_case = (day, schema.report.c.marking, said.kind, said.marking)
    summed = sa.select(*of_case, sa.cast(sa.func.sum(said.statements), sa.BigInteger)).join_from(
        report_tally, schema.report
    )
    whole = sa.select(tally.day, tally.report_marking, tally.kind, tally.marking, tally.statements)
    for one, other in ((summed.group_by(*of_case), whole), (whole, summed.group_by(*of_case))):
        if connection.execute(sa.except_(one, other)).first() is not None:
            yield Fault("case_tally", "the count of all statements is not right")
            return


def _unindexed(connection: sa.Connection) -> Iterator[Fault]:
    column = "rowid" if connection.dialect.name == "sqlite" else "statement"
    index = sa.table("statement_search", sa.column(column, sa.BigInteger))
    for thing in connection.scalars(
        sa.select(statement.c.id).where(statement.c.seq.not_in(sa.select(index.c[column])))
    ):
        yield Fault(thing, "the index of words does not hold it")
