"""What an audience sees of a large case: almost all of it as it came, but for the few things that were moved since.

A thing is shown by the marking that it came with, unless it was marked anew, retired or confined. Those few are judged
once, by the rule of `Horizon` (see `looking`), and every query then names them. The answers are
those of the rule, to the letter.
"""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from goodoffices.record.release import Marking

from .listed import listed
from .schema import marking, report, statement
from .visible import Horizon

__all__ = ["Moved", "Sight"]


class Moved(msgspec.Struct, frozen=True):
    """A statement whose own history makes it shown, or not shown, against the marking that it came with.

    Attributes:
        seq: Its number.
        report: The number of its report.
        kind: Its kind.
        marking: The marking that it came with.
        at: When the record learned it, as the tables write it.
        shown: Is it shown now?
    """

    seq: int
    report: int
    kind: str
    marking: str
    at: str
    shown: bool


class Sight(msgspec.Struct, frozen=True):
    """A horizon, with the things that were moved.

    Attributes:
        horizon: Whose, and as of when.
        reports_in: Numbers of the reports that are shown though the marking that they came with does not allow it.
        reports_out: Of those that are not shown though it does.
        moved: The statements likewise.
        judgements_in: Numbers of the judgements that are shown though one of the markings that they and their grounds
            came with does not allow it.
        judgements_out: Of those that are not shown though all of these do.
    """

    horizon: Horizon
    reports_in: tuple[int, ...] = ()
    reports_out: tuple[int, ...] = ()
    moved: tuple[Moved, ...] = ()
    judgements_in: tuple[int, ...] = ()
    judgements_out: tuple[int, ...] = ()

    @property
    def allowed(self) -> tuple[str, ...]:
        """The markings that the audience may see, the least restricted first."""
        audience = self.horizon.audience
        return tuple(each.value for each in Marking if audience is None or audience.may_see(each))

    @property
    def statements_in(self) -> tuple[int, ...]:
        """The moved statements that are shown where their reports are."""
        return tuple(each.seq for each in self.moved if each.shown)

    @property
    def statements_out(self) -> tuple[int, ...]:
        """The moved statements that are not shown."""
        return tuple(each.seq for each in self.moved if not each.shown)

    def shows_report(self, connection: sa.Connection) -> sa.ColumnElement[bool]:
        """May the row of `report` be shown?"""
        return self._shows(connection, report, self.reports_in, self.reports_out)

    def shows_own(self, connection: sa.Connection) -> sa.ColumnElement[bool]:
        """May the row of `statement` be shown where its report is?"""
        return self._shows(connection, statement, self.statements_in, self.statements_out)

    def shows_statement(self, connection: sa.Connection) -> sa.ColumnElement[bool]:
        """May the row of `statement`, joined with its `report`, be shown?"""
        return sa.and_(self.shows_report(connection), self.shows_own(connection))

    def marking_of(self, table: sa.FromClause) -> sa.ColumnElement[str]:
        """The marking that holds for the row, as `Horizon.marking_of` says."""
        marked_anew = table.c.id.in_(sa.select(marking.c.target))
        return sa.case((marked_anew, self.horizon.marking_of(table)), else_=table.c.marking)

    def _shows(
        self, connection: sa.Connection, table: sa.Table, moved_in: tuple[int, ...], moved_out: tuple[int, ...]
    ) -> sa.ColumnElement[bool]:
        shown: sa.ColumnElement[bool] = table.c.marking.in_(self.allowed)
        if moved_out:
            shown = sa.and_(shown, table.c.seq.not_in(listed(connection, moved_out)))
        if moved_in:
            # The sum keeps SQLite from looking up these few first, in an order of their own.
            shown = sa.or_(shown, (table.c.seq + 0).in_(listed(connection, moved_in)))
        return sa.and_(self.horizon.known(table), shown)
