"""The `View` over SQL: each query asks only for what its audience may see."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import sqlalchemy as sa

from goodoffices.record.entry import Entry
from goodoffices.record.errors import NotInCase
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.release import Marking
from goodoffices.record.report import Rejection, Report
from goodoffices.record.statement import Statement
from goodoffices.record.view import Line

from . import judged, noting, schema, showing
from .looking import Sights
from .pages import SqlPages
from .visible import Horizon

__all__ = ["SqlView"]


class SqlView(SqlPages):
    """What one audience may see of a case at one moment.

    Args:
        engine: Reaches the case.
        name: The case, as messages name it.
        horizon: For whom (never None) and as of when.
        sights: What was moved, as far as the case's other views have found it.
    """

    def __init__(self, engine: sa.Engine, name: str, horizon: Horizon, sights: Sights | None = None) -> None:
        assert horizon.audience is not None  # noqa: S101  whoever keeps the record reads its entries
        super().__init__(engine, name, horizon, sights)
        self._audience = horizon.audience

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

    def reports(self) -> tuple[Report, ...]:
        """All reports, whole, as `View.reports` says."""
        with self._seeing() as (connection, sight):
            found = [entry.report for entry in showing.reports(connection, sight)]
        return tuple(sorted(found, key=_by_day))

    def lines(self) -> tuple[Line, ...]:
        """All reports as a list shows them, as `View.lines` says."""
        with self._seeing() as (connection, sight):
            found = list(showing.lines(connection, sight))
        return tuple(sorted(found, key=lambda line: _by_day(line.report)))

    def report(self, report_id: str) -> Report:
        """One report, whole, as `View.report` says."""
        with self._seeing() as (connection, sight):
            found = list(showing.reports(connection, sight, schema.report.c.id == report_id))
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
        with self._seeing() as (connection, sight):
            return tuple(entry.statement for entry in showing.statements(connection, sight, *only))

    def statement(self, statement_id: str) -> Statement:
        """One statement, as `View.statement` says."""
        with self._seeing() as (connection, sight):
            found = list(showing.statements(connection, sight, schema.statement.c.id == statement_id))
        if not found:
            raise self._absent(statement_id)
        return found[0].statement

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements, as `View.judgements` says."""
        with self._seeing() as (connection, sight):
            found = [entry.judgement for entry in judged.read(connection, sight)]
        return tuple(sorted(found, key=lambda each: (each.at, each.id)))

    def judgement(self, judgement_id: str) -> Judgement:
        """One judgement, as `View.judgement` says."""
        with self._seeing() as (connection, sight):
            found = list(judged.read(connection, sight, schema.judgement.c.id == judgement_id))
        if not found:
            raise self._absent(judgement_id)
        return found[0].judgement

    def notes(self, kind: str | None = None) -> tuple[Note, ...]:
        """The notes, as `View.notes` says."""
        only = [schema.note.c.kind == kind] if kind is not None else []
        with self._seeing() as (connection, _):
            found = [entry.note for entry in noting.notes(connection, self._horizon, *only)]
        return tuple(sorted(found, key=lambda each: (each.at, each.id)))

    def note(self, note_id: str) -> Note:
        """One note, as `View.note` says."""
        with self._seeing() as (connection, _):
            found = list(noting.notes(connection, self._horizon, schema.note.c.id == note_id))
        if not found:
            raise self._absent(note_id)
        return found[0].note

    def rejections(self) -> tuple[Rejection, ...]:
        """What was not taken, as `View.rejections` says."""
        with self._seeing() as (connection, sight):
            left = showing.not_read_since(connection, sight)
            found = [each.rejection for each in showing.rejections(connection, sight, left)]
        return tuple(dict.fromkeys(found))

    def entries(self) -> Iterator[Entry]:
        """All of it as entries, as `View.entries` says."""
        with self._seeing() as (connection, sight):
            statements = showing.statements(connection, sight)
            groups = itertools.groupby(statements, key=lambda entry: entry.statement.report)
            report_of_group, group = next(groups, ("", iter(())))
            for entry in showing.reports(connection, sight):  # both in the order of the reports' arrival
                yield entry
                if entry.report.id == report_of_group:
                    yield from group
                    report_of_group, group = next(groups, ("", iter(())))
            yield from showing.rejections(connection, sight)
            yield from judged.read(connection, sight)
            yield from noting.notes(connection, self._horizon, schema.note.c.kind != "shared")  # no log goes out

    def _absent(self, thing_id: str) -> NotInCase:
        # The same words whether the case holds it or not: who may not see it learns nothing.
        return NotInCase(f"{self._name!r} holds no {thing_id!r}; `goodoffices case list` shows what it holds")


def _by_day(report: Report) -> tuple[bool, str, str, str]:
    day = report.published.isoformat() if report.published else ""
    return (report.published is None, day, report.path, report.id)
