"""The judgements that an audience sees: by the markings that they and their grounds came with, but for those moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import sqlalchemy as sa

from goodoffices.record.entry import JudgementEntry
from goodoffices.record.judgement import Judgement

from .listed import listed, listed_ids
from .moment import read_moment
from .rows import read_content, with_markings
from .schema import judgement, judgement_rests_on, judgement_shelf, marking, report, statement
from .sight import Sight

__all__ = ["count", "on", "read", "shown"]

_ROWS = {"yield_per": 1000}
_FEW = 200
"""Of so many judgements each is looked at; of more only those that need it."""
_SHELVED = judgement.join(judgement_shelf, judgement_shelf.c.judgement == judgement.c.seq + 0)
"""The sum keeps SQLite from beginning with the shelf."""


def shown(connection: sa.Connection, sight: Sight) -> sa.ColumnElement[bool]:
    """May the row of `judgement`, joined with its `judgement_shelf`, be shown: it, and all that it rests on?"""
    if sight.horizon.as_of is not None:
        own = sa.and_(sight.horizon.known(judgement), judgement.c.marking.in_(sight.allowed))
        return sa.and_(own, judgement.c.seq.not_in(_hidden(connection, sight)))
    found: sa.ColumnElement[bool] = judgement_shelf.c.marking.in_(sight.allowed)
    if sight.judgements_out:
        found = sa.and_(found, judgement.c.seq.not_in(listed(connection, sight.judgements_out)))
    if sight.judgements_in:
        found = sa.or_(found, judgement.c.seq.in_(listed(connection, sight.judgements_in)))
    return found


def _hidden(connection: sa.Connection, sight: Sight) -> sa.Select[tuple[int]]:
    # What a judgement rests on may be said to have been learned after it.
    rests = judgement_rests_on
    return (
        sa.select(rests.c.judgement)
        .join_from(rests, statement, rests.c.statement == statement.c.seq)
        .join(report, statement.c.report == report.c.seq)
        .where(sa.not_(sight.shows_statement(connection)))
        .correlate(None)
    )


def count(connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool]) -> int:
    """Count the judgements that are shown."""
    query = sa.select(sa.func.count()).select_from(_SHELVED).where(shown(connection, sight), *only)
    return connection.scalar(query) or 0


def on(connection: sa.Connection, statements: Iterable[str]) -> sa.ColumnElement[bool]:
    """Does the row of `judgement` rest on one of these statements?"""
    rests = judgement_rests_on.c
    asked = sa.select(statement.c.seq).where(statement.c.id.in_(listed_ids(connection, statements)))
    return judgement.c.seq.in_(sa.select(rests.judgement).where(rests.statement.in_(asked)))


def read(
    connection: sa.Connection, sight: Sight, *only: sa.ColumnElement[bool], latest: int | None = None
) -> Iterator[JudgementEntry]:
    """Give the judgements, in the order in which the record learned them.

    Args:
        connection: In a transaction.
        sight: For whom.
        only: What holds of their rows.
        latest: How many of the last learned alone, the last first; all of them where not given.
    """
    query = sa.select(judgement, judgement_shelf.c.marking.label("came_with")).select_from(_SHELVED)
    query = query.where(shown(connection, sight), *only)
    if latest is None:
        query = query.order_by(judgement.c.at, judgement.c.seq)
    else:
        query = query.order_by(judgement.c.at.desc(), judgement.c.id).limit(latest)
    rows = connection.execute(query).all()
    markings = _markings(connection, sight, [each.seq for each in rows])
    for each in rows:
        found = read_content(Judgement, each.content, where=f"judgement {each.id}")
        marked = with_markings(found, *(markings.get(each.seq) or (each.came_with,)), each.marking)
        yield JudgementEntry(at=read_moment(each.at), judgement=marked)


def _markings(connection: sa.Connection, sight: Sight, seqs: list[int]) -> Mapping[int, tuple[str, ...]]:
    # The markings that hold on the grounds of those judgements that rest on something that was marked anew.
    if len(seqs) > _FEW:
        seqs = sorted(_on_marked_anew(connection).intersection(seqs))
    query = (
        sa.select(judgement_rests_on.c.judgement, sight.marking_of(statement), sight.marking_of(report))
        .join_from(judgement_rests_on, statement)
        .join(report)
        .where(judgement_rests_on.c.judgement.in_(listed(connection, seqs)))
    )
    markings: defaultdict[int, set[str]] = defaultdict(set)
    for seq, *marked in connection.execute(query, execution_options=_ROWS):
        markings[seq].update(marked)
    return {seq: tuple(sorted(each)) for seq, each in markings.items()}


def _on_marked_anew(connection: sa.Connection) -> set[int]:
    rests, anew = judgement_rests_on.c, sa.select(marking.c.target)
    reports = sa.select(report.c.seq).where(report.c.id.in_(anew))
    said = sa.select(statement.c.seq).where(statement.c.report.in_(reports))
    own = sa.select(statement.c.seq).where(statement.c.id.in_(anew))
    found = (sa.select(rests.judgement).where(rests.statement.in_(each)) for each in (said, own))
    return {seq for query in found for seq in connection.scalars(query)}
