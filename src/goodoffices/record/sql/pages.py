"""The part of the view over SQL that a screen asks: pages, counts and what is new."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from goodoffices.record.judgement import Judgement
from goodoffices.record.paging import Learned, Order, Outlet, Page, Tally
from goodoffices.record.report import Report
from goodoffices.record.statement import Statement
from goodoffices.record.view import Hit, Line
from goodoffices.record.words import Sought, places, sought

from . import judged, report_pages, schema, showing, statement_pages, statement_search, tallying
from .failure import spoken
from .listed import listed, listed_ids
from .looking import Sights
from .moment import write_moment
from .sight import Sight
from .visible import Horizon

__all__ = ["SqlPages"]

_KIND = re.compile(r"[a-z_]{1,64}")
Reading = tuple[sa.Connection, Sight]


class SqlPages:
    """What one audience may see of a case at one moment, page by page.

    Args:
        engine: Reaches the case.
        name: The case, as messages name it.
        horizon: For whom and as of when.
        sights: What was moved, as far as the case's other views have found it.
    """

    def __init__(self, engine: sa.Engine, name: str, horizon: Horizon, sights: Sights | None = None) -> None:
        # On PostgreSQL all that one call asks must see the same: what was moved is asked first, and the rest after it.
        still = engine.dialect.name == "postgresql"
        self._engine = engine.execution_options(isolation_level="REPEATABLE READ") if still else engine
        self._name = name
        self._horizon = horizon
        self._sights = sights or Sights()

    @contextmanager
    def _seeing(self) -> Iterator[Reading]:
        with spoken(self._name), self._engine.connect() as connection:
            yield connection, self._sights.sight(connection, self._horizon)

    def tally(self) -> Tally:
        """How much the audience sees, as `View.tally` says."""
        with self._seeing() as (connection, sight):
            return Tally(
                reports=tallying.reports(connection, sight),
                statements=tallying.statements(connection, sight),
                judgements=judged.count(connection, sight),
                rejections=showing.rejection_count(connection, sight),
            )

    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets of the reports, as `View.outlets` says."""
        with self._seeing() as (connection, sight):
            return report_pages.outlets(connection, sight)

    def page_of_reports(
        self,
        limit: int = 50,
        after: str | None = None,
        *,
        order: Order = "newest",
        outlet: str | None = None,
        text: str | None = None,
    ) -> Page[Line]:
        """One page of the list of reports, as `View.page_of_reports` says."""
        asked = report_pages.Asked(order, outlet, sought(text) if text is not None else ())
        with self._seeing() as (connection, sight):
            return _lines(connection, sight, report_pages.page(connection, sight, asked, limit, after))

    def page_of_hits(self, text: str, limit: int = 20, after: str | None = None) -> Page[Hit]:
        """One page of what a search finds, as `View.page_of_hits` says."""
        words = sought(text)
        with self._seeing() as (connection, sight):
            page = report_pages.page(connection, sight, report_pages.Asked(words=words), limit, after)
            numbered = schema.report.c.seq.in_(listed(connection, page.seqs))
            found = {entry.report.id: entry.report for entry in showing.reports(connection, sight, numbered)}
            ids = _ids(connection, schema.report, page.seqs)
        return Page(found=tuple(_hit(found[each], words) for each in ids), next=page.next, total=page.total)

    def search(self, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Find the reports that hold the words, as `View.search` says."""
        return self.page_of_hits(text, limit).found

    def page_of_statements(
        self,
        limit: int = 50,
        after: str | None = None,
        *,
        kind: str | None = None,
        report: str | None = None,
        text: str | None = None,
    ) -> Page[Statement]:
        """One page of statements, as `View.page_of_statements` says."""
        words = sought(text) if text is not None else ()
        with self._seeing() as (connection, sight):
            of = None if report is None else self._number(connection, sight, report)
            if (report is not None and of is None) or (kind is not None and not _KIND.fullmatch(kind)):
                return Page(found=(), next=None, total=0)
            find = statement_search.found if words else statement_pages.page
            page = find(connection, sight, statement_pages.Asked(kind, of, words), limit, after)
            found = _statements(connection, sight, schema.statement.c.seq.in_(listed(connection, page.seqs)))
            ids = _ids(connection, schema.statement, page.seqs)
        return Page(found=tuple(found[each] for each in ids if each in found), next=page.next, total=page.total)

    def reports_by_id(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports with these ids, as `View.reports_by_id` says."""
        wanted = tuple(dict.fromkeys(ids))
        with self._seeing() as (connection, sight):
            which = schema.report.c.id.in_(listed_ids(connection, wanted))
            found = {each.report.id: each.report for each in showing.reports(connection, sight, which)}
        return tuple(found[each] for each in wanted if each in found)

    def statements_by_id(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """The statements with these ids, as `View.statements_by_id` says."""
        wanted = tuple(dict.fromkeys(ids))
        with self._seeing() as (connection, sight):
            found = _statements(connection, sight, schema.statement.c.id.in_(listed_ids(connection, wanted)))
        return tuple(found[each] for each in wanted if each in found)

    def judgements_on(self, statement_ids: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements that rest on these statements, as `View.judgements_on` says."""
        with self._seeing() as (connection, sight):
            entries = judged.read(connection, sight, judged.on(connection, tuple(statement_ids)))
            found = [entry.judgement for entry in entries]
        return tuple(sorted(found, key=lambda each: (each.at, each.id)))

    def since(self, moment: dt.datetime, limit: int = 50) -> Learned[Line]:
        """What the record learned after a moment, as `View.since` says."""
        after = write_moment(moment)
        late = schema.judgement.c.at > after
        with self._seeing() as (connection, sight):
            asked = report_pages.Asked("added", since=after)
            reports = _lines(connection, sight, report_pages.page(connection, sight, asked, limit, None))
            judgements = [each.judgement for each in judged.read(connection, sight, late, latest=max(1, limit))]
            total = judged.count(connection, sight, late)
            counts = tallying.statements(connection, sight, tallying.Span(after=after))
        return Learned(
            reports=reports, statements=counts, judgements=Page(found=tuple(judgements), next=None, total=total)
        )

    def _number(self, connection: sa.Connection, sight: Sight, report_id: str) -> int | None:
        asked = schema.report.c.id.in_(listed_ids(connection, [report_id]))
        seq: int | None = connection.scalar(sa.select(schema.report.c.seq).where(asked, sight.shows_report(connection)))
        return seq


def _lines(connection: sa.Connection, sight: Sight, page: report_pages.ReportPage) -> Page[Line]:
    found = tuple(showing.lines(connection, sight, page.seqs))
    return Page(found=found, next=page.next, total=page.total)


def _statements(connection: sa.Connection, sight: Sight, which: sa.ColumnElement[bool]) -> dict[str, Statement]:
    return {entry.statement.id: entry.statement for entry in showing.statements(connection, sight, which)}


def _ids(connection: sa.Connection, table: sa.Table, seqs: tuple[int, ...]) -> list[str]:
    query = sa.select(table.c.seq, table.c.id).where(table.c.seq.in_(listed(connection, seqs)))
    ids = {row[0]: row[1] for row in connection.execute(query)}
    return [ids[seq] for seq in seqs]


def _hit(report: Report, asked: tuple[Sought, ...]) -> Hit:
    return Hit(report=report, evidence=tuple(report.evidence(*place) for place in places(report.text, asked)))
