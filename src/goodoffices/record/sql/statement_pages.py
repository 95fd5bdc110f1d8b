"""Pages of statements: report after report, the newest first, each in the order of its arrival.

The order rests on what is shown alone. Those that hold words are found by `statement_search`.
"""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from goodoffices.record.words import Sought

from . import tallying
from .cursor import read_place, write_place
from .schema import report, statement
from .sight import Sight

__all__ = ["Asked", "StatementPage", "page"]

_day = sa.func.coalesce(report.c.published, sa.literal_column("''"))


class Asked(msgspec.Struct, frozen=True):
    """What a list of statements is narrowed down to.

    Attributes:
        kind: The kind alone, or None.
        report: The number of the report alone, or None.
        words: Statements that hold all of these alone.
    """

    kind: str | None = None
    report: int | None = None
    words: tuple[Sought, ...] = ()


class StatementPage(msgspec.Struct, frozen=True):
    """The numbers of the statements on a page, the place of the next one, and how many there are in all."""

    seqs: tuple[int, ...]
    next: str | None
    total: int


def page(connection: sa.Connection, sight: Sight, asked: Asked, limit: int, after: str | None) -> StatementPage:
    """Find the statements of one page, of all, of a kind or of a report.

    Args:
        connection: In a transaction.
        sight: For whom.
        asked: Which; its words are left aside.
        limit: How many at most.
        after: The place behind which the page begins, or None for the first.

    Raises:
        InputError: If `after` is no place.
    """
    # The sum keeps SQLite from beginning with the statements: report by report it need not sort them all.
    query = (
        sa.select(statement.c.seq, statement.c.id, report.c.id.label("of"), _day.label("day"))
        .join_from(report, statement, statement.c.report == report.c.seq + 0)
        .where(sight.shows_statement(connection))
    )
    if asked.kind is not None:
        query = query.where(statement.c.kind == asked.kind)
    if asked.report is not None:
        query = query.where(report.c.seq == asked.report)
    if after is not None:
        query = query.where(_behind(connection, sight, after))
    in_order = query.order_by(_day.desc(), report.c.id, statement.c.seq)
    rows = connection.execute(in_order.limit(max(1, limit) + 1)).all()
    shown, more = rows[: max(1, limit)], len(rows) > max(1, limit)
    end = write_place(shown[-1].day, shown[-1].of, shown[-1].id) if more else None
    return StatementPage(tuple(each.seq for each in shown), end, _total(connection, sight, asked))


def _behind(connection: sa.Connection, sight: Sight, after: str) -> sa.ColumnElement[bool]:
    day, of, last = read_place(after, ids=2)
    there = sa.select(statement.c.seq).join_from(statement, report).where(statement.c.id == last, report.c.id == of)
    seq = connection.scalar(there.where(sight.shows_statement(connection)))
    not_before = sa.and_(_day <= day, sa.or_(_day != day, report.c.id >= of))
    # Where the last line is shown no longer, its report begins anew: better a line twice than one passed over.
    return not_before if seq is None else sa.and_(not_before, sa.or_(report.c.id != of, statement.c.seq > seq))


def _total(connection: sa.Connection, sight: Sight, asked: Asked) -> int:
    if asked.report is None:
        counts = tallying.statements(connection, sight)
    else:
        shown = sa.select(report.c.seq).where(report.c.seq == asked.report, sight.shows_report(connection))
        if connection.scalar(shown) is None:
            return 0
        counts = tallying.by_report(connection, sight, [asked.report]).get(asked.report, {})
    return sum(counts.values()) if asked.kind is None else counts.get(asked.kind, 0)
