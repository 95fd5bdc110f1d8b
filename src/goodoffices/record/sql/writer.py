"""Writing to a case: each call is one transaction, whole on the disk or not there at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

import msgspec
import sqlalchemy as sa

from goodoffices.record.audit import OWN_ACTS, AuditEntry
from goodoffices.record.circle import circle_name
from goodoffices.record.entry import MarkingEntry, RejectionEntry, RetirementEntry, WallEntry
from goodoffices.record.errors import EvidenceError, InputError, NotInCase
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.release import Marking
from goodoffices.record.report import Rejection, Report
from goodoffices.record.statement import Statement
from goodoffices.record.verify import misplaced
from goodoffices.record.writer import Added

from . import auditing, schema, search, shelving
from .inserting import insert_all, insert_new, write_row
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
        by: str = "",
    ) -> Added:
        """Add a report and all that was found in it, as `Writer.add` says."""
        found = _proved(statements, report)
        utf8, moment = text_bytes(report), write_moment(at)
        with self._begin() as connection:
            new = _report_row(report, moment)
            seq = insert_new(connection, schema.report, new)
            if seq is None:
                return Added(report.id, known=True, statements=0)
            connection.execute(sa.insert(schema.report_text), {"report": seq, "utf8": utf8})
            search.index(connection, seq, report.title, report.text)
            shelving.report(connection, seq, new["content"])
            rows = [statement_row(each, seq, moment) for each in found]
            insert_all(connection, schema.statement, rows)
            shelving.statements(connection, seq, new["marking"], rows)
            refused = _rejection_rows(rejections, report.id, seq, at)
            insert_all(connection, schema.rejection, refused)
            shelving.rejections(connection, refused)
            auditing.written_report(connection, new, utf8, statements=rows, rejections=refused, by=by)
        return Added(report.id, known=False, statements=len(found))

    def extend(self, report_id: str, statements: Iterable[Statement], *, at: dt.datetime, by: str = "") -> int:
        """Add what another reader found in a known report, as `Writer.extend` says."""
        moment = write_moment(at)
        with self._begin() as connection:
            seq, report = self._stored(connection, report_id)
            found = _proved(statements, report)
            rows = [statement_row(each, seq, moment) for each in found]
            of_report = sa.select(schema.statement.c.id).where(schema.statement.c.report == seq)
            known = set(connection.scalars(of_report))
            new = [each for each in rows if each["id"] not in known]
            insert_all(connection, schema.statement, new)
            shelving.statements(connection, seq, report.marking.value, new)
            by_hand = sum(1 for each in found if each.added is not None and each.id not in known)
            auditing.written_statements(connection, report_id, new, by=by, by_hand=by_hand)
        return len(new)

    def reject(
        self,
        rejection: Rejection,
        *,
        at: dt.datetime,
        marking: Marking = Marking.CLEAR,
        report: str | None = None,
        by: str = "",
    ) -> bool:
        """Note what could not be taken, as `Writer.reject` says."""
        entry = RejectionEntry(at=at, rejection=rejection, marking=marking, report=report)
        with self._begin() as connection:
            seq = self._expect(connection, report, schema.report) if report else None
            new = _rejection_row(entry, seq)
            written = write_row(connection, schema.rejection, new, "reject", target=report or entry.id, by=by)
            shelving.rejections(connection, [new])
            return written

    def judge(self, judgement: Judgement, *, at: dt.datetime | None = None) -> bool:
        """Keep an analyst's word, as `Writer.judge` says."""
        moment = write_moment(at or judgement.at)
        with self._begin() as connection:
            seqs = rests_on(connection, judgement, self._name)
            new = judgement_row(connection, judgement, moment)
            seq = insert_new(connection, schema.judgement, new)
            if seq is None:
                return False
            said: dict[str, str | int] = {"verdict": judgement.verdict.value}
            auditing.written(connection, "judge", new, target=judgement.target, by=judgement.by, **said)
            rows = [{"judgement": seq, "statement": each} for each in sorted(seqs)]
            insert_all(connection, schema.judgement_rests_on, rows)
            shelving.judgement(connection, seq, new["marking"])
        return True

    def mark(self, target: str, marking: Marking, *, at: dt.datetime, by: str = "", why: str = "") -> None:
        """Mark a thing anew, as `Writer.mark` says."""
        entry = MarkingEntry(at=at, target=target, marking=marking, by=by, why=why)
        columns = {"target": target, "marking": marking.value, "at": write_moment(at)}
        with self._begin() as connection:
            self._expect(connection, target)
            new = row(entry, **columns)
            write_row(connection, schema.marking, new, "mark", target=target, by=by, marking=marking.value)

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
            new = note_row(note, moment)
            seq = insert_new(connection, schema.note, new)
            if seq is None:
                return False
            auditing.written(connection, "note", new, target=note.id, by=note.by, kind=note.kind)
            rows = [{"note": seq, "target": each} for each in sorted(rests_on)]
            insert_all(connection, schema.note_rests_on, rows)
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
            new = row(entry, **columns)
            said: dict[str, str | int] = {"circle": circle_name(circle), "confined": int(confined)}
            write_row(connection, schema.wall, new, "confine", target=target, by=by, **said)

    def audit(
        self,
        act: str,
        *,
        target: str = "",
        by: str = "",
        at: dt.datetime | None = None,
        detail: Mapping[str, str | int] | None = None,
        marking: Marking = Marking.RED,
    ) -> AuditEntry:
        """Write down in the audit log what is no write of the record, as `Writer.audit` says."""
        if act in OWN_ACTS:
            msg = f"{act!r} is written into the audit log by the store alone; name the act otherwise"
            raise InputError(msg)
        with self._begin() as connection:
            return auditing.append(connection, act, target=target, by=by, at=at, detail=detail, marking=marking)

    def _set_retired(self, entry: RetirementEntry) -> None:
        columns = {"target": entry.target, "retired": int(entry.retired), "at": write_moment(entry.at)}
        with self._begin() as connection:
            self._expect(connection, entry.target)
            act = "retire" if entry.retired else "restore"
            write_row(connection, schema.retirement, row(entry, **columns), act, target=entry.target, by=entry.by)

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


def _rejection_rows(
    rejections: Iterable[Rejection], report: str, report_seq: int, at: dt.datetime
) -> list[dict[str, Any]]:
    entries = [RejectionEntry(at=at, rejection=each, report=report) for each in rejections]
    return list({each.id: _rejection_row(each, report_seq) for each in entries}.values())
