"""What an audience may see at a moment, said once in SQL; every query for show is built on it."""

from __future__ import annotations

import datetime as dt

import msgspec
import sqlalchemy as sa

from goodoffices.record.release import Marking

from .moment import write_moment
from .schema import judgement, judgement_rests_on, marking, rejection, report, retirement, statement

__all__ = ["Horizon"]


class Horizon(msgspec.Struct, frozen=True):
    """An audience, or None for the record's keeper, who sees all; and a moment, or None for all that is known."""

    audience: Marking | None
    as_of: dt.datetime | None

    def known(self, table: sa.Table) -> sa.ColumnElement[bool]:
        """Had the record learned the row by then?"""
        return table.c.at <= write_moment(self.as_of) if self.as_of else sa.true()

    def marking_of(self, table: sa.Table) -> sa.ColumnElement[str]:
        """The marking that held for the row: the latest given to it, or the one it came with."""
        return sa.func.coalesce(self._latest(marking, marking.c.marking, table), table.c.marking)

    def shows_report(self) -> sa.ColumnElement[bool]:
        """May the row of `report` be shown?"""
        return self._shows(report)

    def shows_statement(self) -> sa.ColumnElement[bool]:
        """May the row of `statement`, joined with its `report`, be shown?"""
        return sa.and_(self._shows(report), self._shows(statement))

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
        there = sa.or_(rejection.c.report.is_(None), sa.and_(report.c.seq.is_not(None), self._shows(report)))
        return sa.and_(self.known(rejection), self._allows(rejection.c.marking), there)

    def _shows(self, table: sa.Table) -> sa.ColumnElement[bool]:
        retired = sa.func.coalesce(self._latest(retirement, retirement.c.retired, table), 0)
        return sa.and_(self.known(table), retired == 0, self._allows(self.marking_of(table)))

    def _allows(self, marked: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        if self.audience is None:
            return sa.true()
        return marked.in_([each.value for each in Marking if self.audience.may_see(each)])

    def _latest(self, history: sa.Table, column: sa.Column[str], table: sa.Table) -> sa.ScalarSelect[str]:
        return (
            sa.select(column)
            .where(history.c.target == table.c.id, self.known(history))
            .order_by(history.c.at.desc(), history.c.seq.desc())
            .limit(1)
            .correlate(table)
            .scalar_subquery()
        )
