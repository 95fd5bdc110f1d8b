"""Pages of the statements that hold words, the last learned first: the order of arrival is that of the index.

On SQLite the index is asked for what came with a marking that the audience may see; what was moved out is left out, and
what was moved in is looked for beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from goodoffices.record.paging import COUNTED
from goodoffices.record.release import Marking

from . import sentences
from .cursor import no_place, read_place, write_place
from .listed import listed
from .schema import report, statement
from .search import phrase
from .sight import Sight
from .statement_pages import Asked, StatementPage

__all__ = ["found"]

_INDEX = sa.table("statement_search", sa.column("rowid", sa.Integer), sa.column("statement_search", sa.Text))
_PAGES = sa.table("statement_search", sa.column("statement", sa.BigInteger), sa.column("words", postgresql.TSVECTOR))


def found(connection: sa.Connection, sight: Sight, asked: Asked, limit: int, after: str | None) -> StatementPage:
    """Find the statements of one page of those that hold words.

    Args:
        connection: In a transaction.
        sight: For whom.
        asked: Which; it has words.
        limit: How many at most.
        after: The place behind which the page begins, or None for the first.

    Raises:
        InputError: If `after` is no place.
    """
    size, last = max(1, limit), None if after is None else _seq(connection, sight, after)
    look, beside = _looks(connection, sight, asked)
    moved_in = [] if beside is None else list(connection.scalars(beside))
    total = len(moved_in) + _count(connection, look)
    (column,) = look.selected_columns
    rows = look if last is None else look.where(column < last)
    came = connection.scalars(rows.order_by(column.desc()).limit(size + 1))
    seqs = sorted([*came, *(seq for seq in moved_in if last is None or seq < last)], reverse=True)
    shown, more = seqs[:size], len(seqs) > size
    end = sa.select(statement.c.id).where(statement.c.seq == shown[-1]) if more else None
    place = None if end is None else write_place("", str(connection.scalar(end)))
    return StatementPage(tuple(shown), place, min(total, COUNTED))


def _seq(connection: sa.Connection, sight: Sight, after: str) -> int:
    _, last = read_place(after)
    there = sa.select(statement.c.seq).join_from(statement, report).where(statement.c.id == last)
    seq: int | None = connection.scalar(there.where(sight.shows_statement(connection)))
    if seq is None:
        raise no_place(after)
    return seq


def _count(connection: sa.Connection, look: sa.Select[int]) -> int:
    counted = look.limit(COUNTED).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(counted)) or 0


def _looks(connection: sa.Connection, sight: Sight, asked: Asked) -> tuple[sa.Select[int], sa.Select[int] | None]:
    # The query of almost all, and that of the few that were moved in.
    if connection.dialect.name == "sqlite":
        return _sqlite(connection, sight, asked)
    return _postgresql(connection, sight, asked), None


def _postgresql(connection: sa.Connection, sight: Sight, asked: Asked) -> sa.Select[int]:
    words = sa.cast(
        sa.literal(" & ".join(f"({phrase(each, 'postgresql')})" for each in asked.words), sa.Text), postgresql.TSQUERY
    )
    look = (
        sa.select(statement.c.seq)
        .join_from(_PAGES, statement, _PAGES.c.statement == statement.c.seq)
        .join(report, statement.c.report == report.c.seq)
        .where(_PAGES.c.words.op("@@", is_comparison=True)(words), sight.shows_statement(connection))
    )
    if asked.kind is not None:
        look = look.where(statement.c.kind == asked.kind)
    return look if asked.report is None else look.where(statement.c.report == asked.report)


def _sqlite(connection: sa.Connection, sight: Sight, asked: Asked) -> tuple[sa.Select[int], sa.Select[int] | None]:
    look = _look(asked, sight.allowed)
    if sight.horizon.as_of is not None:
        row = (statement.c.seq == _INDEX.c.rowid, statement.c.report == report.c.seq)
        look = look.where(sa.exists().where(*row, sight.shows_statement(connection)).correlate(_INDEX))
    elif sight.reports_out or sight.statements_out:
        look = look.where(_INDEX.c.rowid.not_in(_of(connection, sight.reports_out, sight.statements_out)))
    if not (sight.reports_in or sight.statements_in):
        return look, None
    moved_in = _of(connection, sight.reports_in, sight.statements_in)
    beside = _look(asked, [each.value for each in Marking if each.value not in sight.allowed])
    # The sum keeps SQLite from asking the index for each of them.
    number = _INDEX.c.rowid + 0
    return look, beside.where(number.in_(_shown(connection, sight, statement.c.seq.in_(moved_in))))


def _look(asked: Asked, markings: Iterable[str]) -> sa.Select[int]:
    words = sentences.matching(asked.words, markings, kind=asked.kind, report=asked.report)
    return sa.select(_INDEX.c.rowid).where(_INDEX.c.statement_search.op("MATCH", is_comparison=True)(words))


def _shown(connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool]) -> sa.Select[int]:
    shown = sa.select(statement.c.seq).join_from(statement, report)
    return shown.where(sight.shows_statement(connection), *only)


def _of(connection: sa.Connection, reports: Iterable[int], statements: Iterable[int]) -> sa.CompoundSelect[int]:
    said = sa.select(statement.c.seq).where(statement.c.report.in_(listed(connection, reports)))
    return sa.union_all(said, listed(connection, statements))
