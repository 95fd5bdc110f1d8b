"""Writing to a case: small, and nothing is overwritten or deleted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from .audit import AuditEntry
from .judgement import Judgement
from .note import Note
from .release import Marking
from .report import Rejection, Report
from .statement import Statement

__all__ = ["Added", "Writer"]


class Added(msgspec.Struct, frozen=True):
    """What came of adding a report.

    Attributes:
        report: Its id.
        known: True where the case held it already; then nothing was changed.
        statements: How many statements were stored with it.
    """

    report: str
    known: bool
    statements: int


class Writer(Protocol):
    """What may be written to a case. Each call is one transaction, unless it is made through `Store.together`."""

    def add(
        self,
        report: Report,
        statements: Iterable[Statement] = (),
        *,
        at: dt.datetime,
        rejections: Iterable[Rejection] = (),
        by: str = "",
    ) -> Added:
        """Add a report and all that was found in it; a report that the case holds already changes nothing.

        Args:
            report: The report, with the marking that it comes with.
            statements: All of them found in `report`.
            at: When the record learns it; must carry its time zone.
            rejections: What the readers found in it and could not bear out.
            by: Who hands it in, for the audit log.

        Raises:
            EvidenceError: If a statement's quote is not the report's text at its offsets, or is of another report.
        """
        ...

    def extend(self, report_id: str, statements: Iterable[Statement], *, at: dt.datetime, by: str = "") -> int:
        """Add what another reader found in a report that the case holds; return how many were new.

        Args:
            report_id: The report.
            statements: All of them found in it.
            at: When the record learns them.
            by: Who has them added, for the audit log.

        Raises:
            NotInCase: If the case does not hold the report.
            EvidenceError: As `add`.
        """
        ...

    def reject(
        self,
        rejection: Rejection,
        *,
        at: dt.datetime,
        marking: Marking = Marking.CLEAR,
        report: str | None = None,
        by: str = "",
    ) -> bool:
        """Note what could not be taken; return False where the same was noted before.

        Args:
            rejection: A file, or (with `report`) a statement of a report.
            at: When.
            marking: Who may be told; of a report's rejections, those who may see the report.
            report: Id of the report that it concerns, or None.
            by: Who handed it in, for the audit log.

        Raises:
            NotInCase: If the case does not hold the report.
        """
        ...

    def judge(self, judgement: Judgement, *, at: dt.datetime | None = None) -> bool:
        """Keep an analyst's word; return False where the case holds it already.

        Args:
            judgement: On a statement, or on a finding with the statements that it rests on, or (to retract) on a
                judgement.
            at: When the record learns it; when it was made where not given.

        Raises:
            InputError: If it is on a finding and names no statements.
            NotInCase: If the case does not hold what it is about.
        """
        ...

    def mark(self, target: str, marking: Marking, *, at: dt.datetime, by: str = "", why: str = "") -> None:
        """Mark a report, statement or note anew from `at` on; its earlier markings are kept.

        Raises:
            NotInCase: If the case holds no such thing.
        """
        ...

    def retire(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Take a report, statement or note out of all views from `at` on; it is kept.

        Raises:
            NotInCase: If the case holds no such thing.
        """
        ...

    def restore(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Bring a retired report, statement or note back.

        Raises:
            NotInCase: If the case holds no such thing.
        """
        ...

    def note(self, note: Note, *, at: dt.datetime | None = None) -> bool:
        """Keep an analyst's note; return False where the case holds it already.

        Args:
            note: The note.
            at: When the record learns it; when it was written where not given.

        Raises:
            NotInCase: If the case does not hold what it rests on.
        """
        ...

    def confine(self, target: str, circle: str, *, confined: bool = True, by: str, why: str, at: dt.datetime) -> None:
        """Confine a report, statement or note to a circle from `at` on, or take it out of the circle again.

        Args:
            target: Its id.
            circle: The name of a party or track.
            confined: False takes it out; where it is then in no circle, it is open to all.
            by: Who says so.
            why: The reason.
            at: From when on.

        Raises:
            NotInCase: If the case holds no such thing.
        """
        ...

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
        """Write down in the audit log what is no write of the record: a login, an export, a text saved.

        What is written to the record, or changed of a user, is written down by itself.

        Args:
            act: Small letters, figures and hyphens: ``login``, ``export``.
            target: What it was done to.
            by: Who did it.
            at: When; now where not given.
            detail: What else is to be known.
            marking: Who may see the line.

        Raises:
            InputError: If `act` is no such word, or one that the store itself writes.
        """
        ...
