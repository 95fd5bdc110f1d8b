"""Pages of reports: the next lines of a list that is sorted by day or arrival, found without reading the rest."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from goodoffices.record.errors import InputError
from goodoffices.record.paging import Order, Outlet
from goodoffices.record.words import Sought

from . import search, shelving
from .cursor import read_place, write_place
from .listed import listed
from .schema import report, report_shelf
from .sight import Sight

__all__ = ["Asked", "ReportPage", "outlets", "page"]


class Asked(msgspec.Struct, frozen=True):
    """What a list of reports is narrowed down to, and its order.

    Attributes:
        order: See `Order`.
        outlet: The outlet alone, or None.
        words: Reports that hold all of these alone.
        since: Reports that the record learned after this moment alone, as the tables write it, or None.
    """

    order: Order = "newest"
    outlet: str | None = None
    words: tuple[Sought, ...] = ()
    since: str | None = None


class ReportPage(msgspec.Struct, frozen=True):
    """The numbers of the reports on a page, the place of the next one, and how many there are in all."""

    seqs: tuple[int, ...]
    next: str | None
    total: int


_KEYS = {
    "newest": sa.func.coalesce(report.c.published, sa.literal_column("''")),
    "oldest": sa.func.coalesce(report.c.published, sa.literal_column("'9999-99-99'")),
    "added": report.c.at,
}
"""What each order sorts by first, as the indexes write it; then by id."""


def page(connection: sa.Connection, sight: Sight, asked: Asked, limit: int, after: str | None) -> ReportPage:
    """Find the reports of one page.

    Args:
        connection: In a transaction.
        sight: For whom.
        asked: Which, in which order.
        limit: How many at most.
        after: The place behind which the page begins, or None for the first.

    Raises:
        InputError: If there is no such order, or `after` is no place.
    """
    if asked.order not in _KEYS:
        msg = f"{asked.order!r} is no order of reports; use one of {', '.join(_KEYS)}"
        raise InputError(msg)
    key, wanted = _KEYS[asked.order], _wanted(connection, sight, asked)
    query = sa.select(report.c.seq, report.c.id, key.label("key")).where(wanted)
    if after is not None:
        place, last = read_place(after)
        query = query.where(_behind(key, place, last, ascending=asked.order == "oldest"))
    in_order = query.order_by(key if asked.order == "oldest" else key.desc(), report.c.id)
    rows = connection.execute(in_order.limit(max(1, limit) + 1)).all()
    shown, more = rows[: max(1, limit)], len(rows) > max(1, limit)
    total = connection.scalar(sa.select(sa.func.count()).select_from(report).where(wanted)) or 0
    end = write_place(shown[-1].key, shown[-1].id) if more else None
    return ReportPage(tuple(each.seq for each in shown), end, total)


def _wanted(connection: sa.Connection, sight: Sight, asked: Asked) -> sa.ColumnElement[bool]:
    wanted = [sight.shows_report(connection)]
    number = report.c.seq + 0  # a sum, so that SQLite goes by the index of the order and not by this
    if asked.outlet is not None:
        of_outlet = report_shelf.c.outlet == shelving.outlet_key(asked.outlet)
        wanted.append(number.in_(sa.select(report_shelf.c.report).where(of_outlet)))
    if asked.words:
        wanted.append(number.in_(_matching(connection, asked.words)))
    if asked.since is not None:
        wanted.append(report.c.at > asked.since)
    return sa.and_(*wanted)


def _matching(connection: sa.Connection, words: Sequence[Sought]) -> sa.Select[tuple[int]]:
    if connection.dialect.name == "sqlite":
        return search.matching_query(words)
    return listed(connection, sorted(search.matching(connection, words)))


def _behind(key: sa.ColumnElement[str], place: str, thing_id: str, *, ascending: bool) -> sa.ColumnElement[bool]:
    at_or_behind = key >= place if ascending else key <= place
    return sa.and_(at_or_behind, sa.or_(key != place, report.c.id > thing_id))


def outlets(connection: sa.Connection, sight: Sight) -> tuple[Outlet, ...]:
    """Count the reports of each outlet, those with the most first."""
    name = sa.func.min(report.c.seq).label("first")
    query = (
        sa.select(report_shelf.c.outlet, name, sa.func.count().label("number"))
        .join_from(report, report_shelf)
        .where(sight.shows_report(connection), report_shelf.c.outlet != "")
        .group_by(report_shelf.c.outlet)
    )
    rows = {each.first: each.number for each in connection.execute(query)}
    named = sa.select(report.c.seq, report.c.content).where(report.c.seq.in_(listed(connection, rows)))
    found = [
        Outlet(name=msgspec.json.decode(each.content)["outlet"], reports=rows[each.seq])
        for each in connection.execute(named)
    ]
    return tuple(sorted(found, key=lambda each: (-each.reports, each.name)))
