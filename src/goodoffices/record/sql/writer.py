"""Writing to a case: each call is one transaction, whole on the disk or not there at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from goodoffices.record.circle import circle_name
from goodoffices.record.entry import MarkingEntry, RejectionEntry, RetirementEntry, WallEntry
from goodoffices.record.errors import EvidenceError, NotInCase
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.release import Marking
from goodoffices.record.report import Rejection, Report
from goodoffices.record.statement import Statement
from goodoffices.record.verify import misplaced
from goodoffices.record.writer import Added

from . import schema, search
from .judging import judgement_row, rests_on
from .moment import write_moment
from .noting import grounds, note_row
from .rows import read_report, row, statement_row, text_bytes

__all__ = ["SqlWriter"]


class SqlWriter:
    """The `Writer` over SQL.

    Args:
        name: The case, as messages name it.
        begin: Begins the transaction of one call and hands out its connection.
    """

    def __init__(self, name: str, begin: Callable[[], AbstractContextManager[sa.Connection]]) -> None:
        self._name = name
        self._begin = begin

    @property
    def name(self) -> str:
        """The case as messages name it."""
        return self._name

    def add(
        self,
        report: Report,
        statements: Iterable[Statement] = (),
        *,
        at: dt.datetime,
        rejections: Iterable[Rejection] = (),
    ) -> Added:
        """Add a report and all that was found in it, as `Writer.add` says."""
        found = _proved(statements, report)
        utf8, moment = text_bytes(report), write_moment(at)
        with self._begin() as connection:
            seq = _insert_new(connection, schema.report, _report_row(report, moment))
            if seq is None:
                return Added(report.id, known=True, statements=0)
            connection.execute(sa.insert(schema.report_text), {"report": seq, "utf8": utf8})
            search.index(connection, seq, report.title, report.text)
            _insert_all(connection, schema.statement, [statement_row(each, seq, moment) for each in found])
            entries = [RejectionEntry(at=at, rejection=each, report=report.id) for each in rejections]
            _insert_all(connection, schema.rejection, [_rejection_row(each, seq) for each in entries])
        return Added(report.id, known=False, statements=len(found))

    def extend(self, report_id: str, statements: Iterable[Statement], *, at: dt.datetime) -> int:
        """Add what another reader found in a known report, as `Writer.extend` says."""
        moment = write_moment(at)
        with self._begin() as connection:
            seq, report = self._stored(connection, report_id)
            rows = [statement_row(each, seq, moment) for each in _proved(statements, report)]
            of_report = sa.select(schema.statement.c.id).where(schema.statement.c.report == seq)
            known = set(connection.scalars(of_report))
            new = [each for each in rows if each["id"] not in known]
            _insert_all(connection, schema.statement, new)
        return len(new)

    def reject(
        self, rejection: Rejection, *, at: dt.datetime, marking: Marking = Marking.CLEAR, report: str | None = None
    ) -> bool:
        """Note what could not be taken, as `Writer.reject` says."""
        entry = RejectionEntry(at=at, rejection=rejection, marking=marking, report=report)
        with self._begin() as connection:
            seq = self._expect(connection, report, schema.report) if report else None
            return _insert_new(connection, schema.rejection, _rejection_row(entry, seq)) is not None

    def judge(self, judgement: Judgement, *, at: dt.datetime | None = None) -> bool:
        """Keep an analyst's word, as `Writer.judge` says."""
        moment = write_moment(at or judgement.at)
        with self._begin() as connection:
            seqs = rests_on(connection, judgement, self._name)
            seq = _insert_new(connection, schema.judgement, judgement_row(connection, judgement, moment))
            if seq is None:
                return False
            rows = [{"judgement": seq, "statement": each} for each in sorted(seqs)]
            _insert_all(connection, schema.judgement_rests_on, rows)
        return True

    def mark(self, target: str, marking: Marking, *, at: dt.datetime, by: str = "", why: str = "") -> None:
        """Mark a thing anew, as `Writer.mark` says."""
        entry = MarkingEntry(at=at, target=target, marking=marking, by=by, why=why)
        columns = {"target": target, "marking": marking.value, "at": write_moment(at)}
        with self._begin() as connection:
            self._expect(connection, target)
            _insert_new(connection, schema.marking, row(entry, **columns))

    def retire(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Take a thing out of all views, as `Writer.retire` says."""
        self._set_retired(RetirementEntry(at=at, target=target, retired=True, by=by, why=why))

    def restore(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Bring a thing back, as `Writer.restore` says."""
        self._set_retired(RetirementEntry(at=at, target=target, retired=False, by=by, why=why))

    def note(self, note: Note, *, at: dt.datetime | None = None) -> bool:
        """Keep an analyst's note, as `Writer.note` says."""
        moment = write_moment(at or note.at)
        with self._begin() as connection:
            rests_on = grounds(connection, note, self._name)
            seq = _insert_new(connection, schema.note, note_row(note, moment))
            if seq is None:
                return False
            rows = [{"note": seq, "target": each} for each in sorted(rests_on)]
            _insert_all(connection, schema.note_rests_on, rows)
        return True

    def confine(self, target: str, circle: str, *, confined: bool = True, by: str, why: str, at: dt.datetime) -> None:
        """Confine a thing to a circle, or take it out, as `Writer.confine` says."""
        entry = WallEntry(at=at, target=target, circle=circle, confined=confined, by=by, why=why)
        columns = {
            "target": target,
            "circle": circle_name(circle),
            "confined": int(confined),
            "at": write_moment(at),
        }
        with self._begin() as connection:
            self._expect(connection, target)
            _insert_new(connection, schema.wall, row(entry, **columns))

    def _set_retired(self, entry: RetirementEntry) -> None:
        columns = {"target": entry.target, "retired": int(entry.retired), "at": write_moment(entry.at)}
        with self._begin() as connection:
            self._expect(connection, entry.target)
            _insert_new(connection, schema.retirement, row(entry, **columns))

    def _expect(self, connection: sa.Connection, target: str, *tables: sa.Table) -> int:
        for table in tables or (schema.report, schema.statement, schema.note):
            seq: int | None = connection.scalar(sa.select(table.c.seq).where(table.c.id == target))
            if seq is not None:
                return seq
        msg = f"{self._name!r} holds no {target!r}; `goodoffices case list` shows what it holds"
        raise NotInCase(msg)

    def _stored(self, connection: sa.Connection, report_id: str) -> tuple[int, Report]:
        seq = self._expect(connection, report_id, schema.report)
        query = sa.select(schema.report.c.content, schema.report_text.c.utf8)
        query = query.join_from(schema.report, schema.report_text).where(schema.report.c.seq == seq)
        content, utf8 = connection.execute(query).one()
        return seq, read_report(content, utf8, where=f"report {report_id}")


def _proved(statements: Iterable[Statement], report: Report) -> list[Statement]:
    # The last guard: nothing enters whose quote is not the text. The same statement twice is one.
    found = list({each.id: each for each in statements}.values())
    for statement in found:
        if problem := misplaced(statement, report):
            msg = f"statement {statement.id} cannot be added: {problem}"
            raise EvidenceError(msg)
    return found


def _report_row(report: Report, moment: str) -> dict[str, Any]:
    return row(
        msgspec.structs.replace(report, text=""),
        published=report.published.isoformat() if report.published else None,
        marking=report.marking.value,
        characters=len(report.text),
        at=moment,
    )


def _rejection_row(entry: RejectionEntry, report_seq: int | None) -> dict[str, Any]:
    return row(entry, report=report_seq, marking=entry.marking.value, at=write_moment(entry.at))


def _insert(connection: sa.Connection, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing()


def _insert_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int | None:
    # The number of the new row, or None where the case holds it already.
    seq: int | None = connection.scalar(_insert(connection, table).values(**values).returning(table.c.seq))
    return seq


def _insert_all(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(_insert(connection, table), rows)
