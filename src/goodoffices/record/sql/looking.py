"""Looking for what was moved, by the rule of `Horizon`; what was found is kept until another thing is moved."""

from __future__ import annotations

import threading

import msgspec
import sqlalchemy as sa

from .listed import listed
from .schema import judgement, judgement_rests_on, judgement_shelf, marking, report, retirement, statement, wall
from .sight import Moved, Sight
from .visible import Horizon

__all__ = ["Sights"]


class _Kept(msgspec.Struct, frozen=True):
    # A sight, the histories that it rests on, and the last judgement that was looked at for it.
    histories: tuple[int, ...]
    judgement: int
    sight: Sight


class Sights:
    """The sights of one open case, each kept until something is marked, retired or confined."""

    _MOST = 64

    def __init__(self) -> None:
        self._kept: dict[Horizon, _Kept] = {}
        self._lock = threading.Lock()

    def sight(self, connection: sa.Connection, horizon: Horizon) -> Sight:
        """Find what was moved for a horizon.

        Args:
            connection: In the transaction of the queries that the sight is for: it holds for what that sees.
            horizon: Whose, and as of when.
        """
        *found, last = connection.execute(_NOW).one()
        histories, kept = tuple(found), self._kept.get(horizon)
        if kept is None or kept.histories != histories or kept.judgement > last:
            kept = _Kept(histories, 0, _look(connection, horizon))
        elif kept.judgement == last:
            return kept.sight
        kept = _Kept(histories, last, _look_at_judgements(connection, kept.sight, kept.judgement))
        with self._lock:
            if len(self._kept) >= self._MOST:
                self._kept.clear()
            self._kept[horizon] = kept
        return kept.sight


_NOW = sa.select(
    *(
        sa.func.coalesce(sa.select(sa.func.max(table.c.seq)).scalar_subquery(), 0)
        for table in (marking, retirement, wall, judgement)
    )
)


def _look(connection: sa.Connection, horizon: Horizon) -> Sight:
    sight = Sight(horizon)
    reports = sa.select(report.c.seq, horizon.shows(report).label("shown"), report.c.marking)
    moved = [
        (each.seq, bool(each.shown))
        for each in connection.execute(reports.where(report.c.id.in_(_touched())))
        if bool(each.shown) != (each.marking in sight.allowed)
    ]
    columns = (statement.c[name] for name in ("seq", "report", "kind", "marking", "at"))
    statements = sa.select(*columns, horizon.shows(statement).label("shown"))
    return Sight(
        horizon,
        tuple(seq for seq, shown in moved if shown),
        tuple(seq for seq, shown in moved if not shown),
        tuple(
            Moved(each.seq, each.report, each.kind, each.marking, each.at, bool(each.shown))
            for each in connection.execute(statements.where(statement.c.id.in_(_touched())))
            if bool(each.shown) != (each.marking in sight.allowed)
        ),
    )


def _touched() -> sa.CompoundSelect[tuple[str]]:
    return sa.union(*(sa.select(table.c.target) for table in (marking, retirement, wall)))


def _look_at_judgements(connection: sa.Connection, sight: Sight, after: int) -> Sight:
    # Those that the record learned after the last one looked at, and that rest on something that was moved.
    if not (seqs := _on_moved(connection, sight, after)):
        return sight
    rests = judgement_rests_on
    hidden = (
        sa.select(rests.c.judgement)
        .join_from(rests, statement, rests.c.statement == statement.c.seq)
        .join(report, statement.c.report == report.c.seq)
        .where(rests.c.judgement.in_(listed(connection, seqs)), sa.not_(sight.shows_statement(connection)))
    )
    not_shown = set(connection.scalars(hidden))
    own = sa.select(judgement.c.seq, judgement.c.marking, judgement_shelf.c.marking.label("came_with"))
    own = own.join_from(judgement, judgement_shelf).where(judgement.c.seq.in_(listed(connection, seqs)))
    moved_in, moved_out = list(sight.judgements_in), list(sight.judgements_out)
    for each in connection.execute(own):
        shown = each.marking in sight.allowed and each.seq not in not_shown
        if shown != (each.came_with in sight.allowed):
            (moved_in if shown else moved_out).append(each.seq)
    return msgspec.structs.replace(sight, judgements_in=tuple(moved_in), judgements_out=tuple(moved_out))


def _on_moved(connection: sa.Connection, sight: Sight, after: int) -> list[int]:
    rests, found = judgement_rests_on.c, set[int]()
    new = sa.select(rests.judgement).where(rests.judgement > after)
    if reports := (*sight.reports_in, *sight.reports_out):
        said = sa.select(statement.c.seq).where(statement.c.report.in_(listed(connection, reports)))
        found.update(connection.scalars(new.where(rests.statement.in_(said))))
    if sight.moved:
        seqs = listed(connection, (each.seq for each in sight.moved))
        found.update(connection.scalars(new.where(rests.statement.in_(seqs))))
    return sorted(found)
