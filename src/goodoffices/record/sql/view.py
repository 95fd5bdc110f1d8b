"""The `View` over SQL: each query asks only for what its audience may see."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from goodoffices.record.entry import Entry
from goodoffices.record.errors import NotInCase
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.release import Marking
from goodoffices.record.report import Rejection, Report
from goodoffices.record.statement import Statement
from goodoffices.record.view import Hit, Line
from goodoffices.record.words import Sought, places, sought

from . import noting, schema, search, showing
from .failure import spoken
from .visible import Horizon

__all__ = ["SqlView"]


class SqlView:
    """What one audience may see of a case at one moment.

    Args:
        engine: Reaches the case.
        name: The case, as messages name it.
        horizon: For whom (never None) and as of when.
    """

    def __init__(self, engine: sa.Engine, name: str, horizon: Horizon) -> None:
        assert horizon.audience is not None  # noqa: S101  whoever keeps the record reads its entries
        self._engine = engine
        self._name = name
        self._audience = horizon.audience
        self._horizon = horizon

    @property
    def audience(self) -> Marking:
        """The most restricted marking that may be shown."""
        return self._audience

    @property
    def as_of(self) -> dt.datetime | None:
        """The moment as of which the record is shown, or None for all that it knows."""
        return self._horizon.as_of

    @property
    def circles(self) -> tuple[str, ...]:
        """The circles that the audience belongs to."""
        return self._horizon.circles

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with spoken(self._name), self._engine.connect() as connection:
            yield connection

    def reports(self) -> tuple[Report, ...]:
        """All reports, whole, as `View.reports` says."""
        with self._reading() as connection:
            found = [entry.report for entry in showing.reports(connection, self._horizon)]
        return tuple(sorted(found, key=_by_day))

    def lines(self) -> tuple[Line, ...]:
        """All reports as a list shows them, as `View.lines` says."""
        with self._reading() as connection:
            found = list(showing.lines(connection, self._horizon))
        return tuple(sorted(found, key=lambda line: _by_day(line.report)))

    def report(self, report_id: str) -> Report:
        """One report, whole, as `View.report` says."""
        with self._reading() as connection:
            found = list(showing.reports(connection, self._horizon, schema.report.c.id == report_id))
        if not found:
            raise self._absent(report_id)
        return found[0].report

    def statements(self, kind: str | None = None, report: str | None = None) -> tuple[Statement, ...]:
        """The statements, as `View.statements` says."""
        only = []
        if kind is not None:
            only.append(schema.statement.c.kind == kind)
        if report is not None:
            only.append(schema.report.c.id == report)
        with self._reading() as connection:
            return tuple(entry.statement for entry in showing.statements(connection, self._horizon, *only))

    def statement(self, statement_id: str) -> Statement:
        """One statement, as `View.statement` says."""
        with self._reading() as connection:
            found = list(showing.statements(connection, self._horizon, schema.statement.c.id == statement_id))
        if not found:
            raise self._absent(statement_id)
        return found[0].statement

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements, as `View.judgements` says."""
        with self._reading() as connection:
            found = [entry.judgement for entry in showing.judgements(connection, self._horizon)]
        return tuple(sorted(found, key=lambda each: (each.at, each.id)))

    def judgement(self, judgement_id: str) -> Judgement:
        """One judgement, as `View.judgement` says."""
        found = next((each for each in self.judgements() if each.id == judgement_id), None)
        if found is None:
            raise self._absent(judgement_id)
        return found

    def notes(self, kind: str | None = None) -> tuple[Note, ...]:
        """The notes, as `View.notes` says."""
        only = [schema.note.c.kind == kind] if kind is not None else []
        with self._reading() as connection:
            found = [entry.note for entry in noting.notes(connection, self._horizon, *only)]
        return tuple(sorted(found, key=lambda each: (each.at, each.id)))

    def note(self, note_id: str) -> Note:
        """One note, as `View.note` says."""
        with self._reading() as connection:
            found = list(noting.notes(connection, self._horizon, schema.note.c.id == note_id))
        if not found:
            raise self._absent(note_id)
        return found[0].note

    def rejections(self) -> tuple[Rejection, ...]:
        """What was not taken, as `View.rejections` says."""
        with self._reading() as connection:
            entries = list(showing.rejections(connection, self._horizon))
            read_since = {line.report.path for line in showing.lines(connection, self._horizon)} if entries else set()
        left = (each.rejection for each in entries if each.report or each.rejection.what not in read_since)
        return tuple(dict.fromkeys(left))

    def search(self, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Find the reports that hold the words, as `View.search` says."""
        asked = sought(text)
        table = schema.report
        shown = sa.select(table.c.seq, table.c.id).where(self._horizon.shows_report())
        newest_first = shown.order_by(table.c.published.is_(None), table.c.published.desc(), table.c.id)
        with self._reading() as connection:
            matching = search.matching(connection, asked)
            ids = [each for seq, each in connection.execute(newest_first) if seq in matching][:limit]
            reports = showing.reports(connection, self._horizon, table.c.id.in_(ids))
            found = {entry.report.id: entry.report for entry in reports}
        return tuple(_hit(found[each], asked) for each in ids)

    def entries(self) -> Iterator[Entry]:
        """All of it as entries, as `View.entries` says."""
        with self._reading() as connection:
            statements = showing.statements(connection, self._horizon)
            groups = itertools.groupby(statements, key=lambda entry: entry.statement.report)
            report_of_group, group = next(groups, ("", iter(())))
            for entry in showing.reports(connection, self._horizon):  # both in the order of the reports' arrival
                yield entry
                if entry.report.id == report_of_group:
                    yield from group
                    report_of_group, group = next(groups, ("", iter(())))
            yield from showing.rejections(connection, self._horizon)
            yield from showing.judgements(connection, self._horizon)
            yield from noting.notes(connection, self._horizon, schema.note.c.kind != "shared")  # no log goes out

    def _absent(self, thing_id: str) -> NotInCase:
        # The same words whether the case holds it or not: who may not see it learns nothing.
        return NotInCase(f"{self._name!r} holds no {thing_id!r}; `goodoffices case list` shows what it holds")


def _by_day(report: Report) -> tuple[bool, str, str, str]:
    day = report.published.isoformat() if report.published else ""
    return (report.published is None, day, report.path, report.id)


def _hit(report: Report, asked: tuple[Sought, ...]) -> Hit:
    return Hit(report=report, evidence=tuple(report.evidence(*place) for place in places(report.text, asked)))
