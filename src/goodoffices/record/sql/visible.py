"""What an audience may see at a moment, said once in SQL; every query for show is built on it."""

from __future__ import annotations

import datetime as dt

import msgspec
import sqlalchemy as sa

from goodoffices.record.circle import walls_hold
from goodoffices.record.release import Marking

from .moment import write_moment
from .schema import (
    judgement,
    judgement_rests_on,
    marking,
    note,
    note_rests_on,
    rejection,
    report,
    retirement,
    statement,
    wall,
)

__all__ = ["Horizon"]


class Horizon(msgspec.Struct, frozen=True):
    """An audience with its circles, or None for the record's keeper, who sees all; a moment, or None for no bound."""

    audience: Marking | None
    as_of: dt.datetime | None
    circles: tuple[str, ...] = ()

    @property
    def walls_hold(self) -> bool:
        """Are things that are confined to other circles left out?"""
        return self.audience is not None and walls_hold(self.audience, self.circles)

    @property
    def bound(self) -> str | None:
        """The moment as the tables write it, or None."""
        return write_moment(self.as_of) if self.as_of else None

    def known(self, table: sa.FromClause) -> sa.ColumnElement[bool]:
        """Had the record learned the row by then?"""
        return table.c.at <= self.bound if self.as_of else sa.true()

    def marking_of(self, table: sa.FromClause) -> sa.ColumnElement[str]:
        """The marking that held for the row: the latest given to it, or the one it came with."""
        return sa.func.coalesce(self._latest(marking, marking.c.marking, table), table.c.marking)

    def shows_report(self) -> sa.ColumnElement[bool]:
        """May the row of `report` be shown?"""
        return self.shows(report)

    def shows_statement(self) -> sa.ColumnElement[bool]:
        """May the row of `statement`, joined with its `report`, be shown?"""
        return sa.and_(self.shows(report), self.shows(statement))

    def shows_judgement(self) -> sa.ColumnElement[bool]:
        """May the row of `judgement` be shown: it, and every statement that it rests on?"""
        hidden = (
            sa.select(judgement_rests_on.c.judgement)
            .join_from(judgement_rests_on, statement, judgement_rests_on.c.statement == statement.c.seq)
            .join(report, statement.c.report == report.c.seq)
            .where(sa.not_(self.shows_statement()))
        )
        return sa.and_(
            self.known(judgement), self._allows(judgement.c.marking), judgement.c.seq.not_in(hidden.scalar_subquery())
        )

    def shows_rejection(self) -> sa.ColumnElement[bool]:
        """May the row of `rejection`, outer-joined with its `report`, be shown?"""
        there = sa.or_(rejection.c.report.is_(None), sa.and_(report.c.seq.is_not(None), self.shows(report)))
        return sa.and_(self.known(rejection), self._allows(rejection.c.marking), there)

    def shows_note(self) -> sa.ColumnElement[bool]:
        """May the row of `note` be shown: it, and everything that it rests on?"""
        rests, ground = note_rests_on, note.alias("ground")
        seen = sa.or_(
            sa.exists().where(report.c.id == rests.c.target, self.shows(report)),
            sa.exists().where(
                statement.c.id == rests.c.target, statement.c.report == report.c.seq, self.shows_statement()
            ),
            sa.exists().where(ground.c.id == rests.c.target, self.shows(ground)),
        )
        hidden = sa.select(rests.c.note).where(sa.not_(seen))
        rested = note.c.seq.not_in(hidden.scalar_subquery())
        if self.walls_hold:  # what was shown to whom is for the keepers, who keep it when the thing itself is retired
            return sa.and_(self.shows(note), note.c.kind != "shared", rested)
        return sa.and_(self.shows(note), sa.or_(note.c.kind == "shared", rested))

    def shows(self, table: sa.FromClause) -> sa.ColumnElement[bool]:
        """May the row of a table of things that are marked, retired and confined be shown, for itself?"""
        retired = sa.func.coalesce(self._latest(retirement, retirement.c.retired, table), 0)
        return sa.and_(self.known(table), retired == 0, self._allows(self.marking_of(table)), self._within(table))

    def _within(self, table: sa.FromClause) -> sa.ColumnElement[bool]:
        # Not confined to any circle, or to one of the audience's.
        if not self.walls_hold:
            return sa.true()
        now, later = wall.alias(), wall.alias()
        after = sa.or_(later.c.at > now.c.at, sa.and_(later.c.at == now.c.at, later.c.seq > now.c.seq))
        changed = sa.exists().where(
            later.c.target == now.c.target, later.c.circle == now.c.circle, after, self.known(later)
        )
        holds = sa.and_(now.c.target == table.c.id, now.c.confined == 1, self.known(now), sa.not_(changed))
        member = sa.exists().where(holds, now.c.circle.in_(self.circles))
        return sa.or_(sa.not_(sa.exists().where(holds)), member)

    def _allows(self, marked: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        if self.audience is None:
            return sa.true()
        return marked.in_([each.value for each in Marking if self.audience.may_see(each)])

    def _latest(self, history: sa.Table, column: sa.Column[str], table: sa.FromClause) -> sa.ScalarSelect[str]:
        return (
            sa.select(column)
            .where(history.c.target == table.c.id, self.known(history))
            .order_by(history.c.at.desc(), history.c.seq.desc())
            .limit(1)
            .correlate(table)
            .scalar_subquery()
        )
