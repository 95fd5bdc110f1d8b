"""The store of a case: what may be written, and the door to what may be read.

Writing is small: reports with their statements, judgements, markings, retirements. Nothing is overwritten and nothing
is deleted. Reading for show goes through a `View`; `entries` is for the record's keeper alone (export and verify).
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, Self

import msgspec

from .entry import Entry
from .judgement import Judgement
from .release import Marking
from .report import Rejection, Report
from .statement import Statement
from .view import View

__all__ = ["WAIT_SECONDS", "Added", "Fault", "Store", "Writer", "create_case", "open_case"]

WAIT_SECONDS = 5.0
"""How long a command waits for another program that is writing to the same case."""


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


class Fault(msgspec.Struct, frozen=True):
    """Something in a case that contradicts itself: what it is (an id or a table), and what is wrong with it."""

    what: str
    problem: str


class Writer(Protocol):
    """What may be written to a case. Each call is one transaction, unless it is made through `Store.together`."""

    def add(
        self,
        report: Report,
        statements: Iterable[Statement] = (),
        *,
        at: dt.datetime,
        rejections: Iterable[Rejection] = (),
    ) -> Added:
        """Add a report and all that was found in it; a report that the case holds already changes nothing.

        Args:
            report: The report, with the marking that it comes with.
            statements: All of them found in `report`.
            at: When the record learns it; must carry its time zone.
            rejections: What the readers found in it and could not bear out.

        Raises:
            EvidenceError: If a statement's quote is not the report's text at its offsets, or is of another report.
        """
        ...

    def extend(self, report_id: str, statements: Iterable[Statement], *, at: dt.datetime) -> int:
        """Add what another reader found in a report that the case holds; return how many were new.

        Raises:
            NotInCase: If the case does not hold the report.
            EvidenceError: As `add`.
        """
        ...

    def reject(
        self, rejection: Rejection, *, at: dt.datetime, marking: Marking = Marking.CLEAR, report: str | None = None
    ) -> bool:
        """Note what could not be taken; return False where the same was noted before.

        Args:
            rejection: A file, or (with `report`) a statement of a report.
            at: When.
            marking: Who may be told; of a report's rejections, those who may see the report.
            report: Id of the report that it concerns, or None.

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
        """Mark a report or a statement anew from `at` on; its earlier markings are kept.

        Raises:
            NotInCase: If the case holds no such report or statement.
        """
        ...

    def retire(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Take a report or a statement out of all views from `at` on; it is kept.

        Raises:
            NotInCase: If the case holds no such report or statement.
        """
        ...

    def restore(self, target: str, *, by: str, why: str, at: dt.datetime) -> None:
        """Bring a retired report or statement back.

        Raises:
            NotInCase: If the case holds no such report or statement.
        """
        ...


class Store(Writer, Protocol):
    """One open case."""

    @property
    def name(self) -> str:
        """The case as messages name it: its file, or its URL without a password."""
        ...

    def view(self, audience: Marking, as_of: dt.datetime | None = None) -> View:
        """Show the record to one audience, as it was known at one moment (with its markings of then).

        Args:
            audience: The most restricted marking that may be shown.
            as_of: The moment, with its time zone; None for all that the record knows.
        """
        ...

    def together(self) -> AbstractContextManager[Writer]:
        """Make all that is written through the writer that it gives one transaction."""
        ...

    def entries(
        self, *, as_of: dt.datetime | None = None, on_fault: Callable[[Fault], None] | None = None
    ) -> Iterator[Entry]:
        """Tell everything that the record holds, with its whole history, for nobody's eyes but its keeper's.

        Each report is followed by its markings, retirements and statements; rejections and judgements come last.

        Args:
            as_of: Leave out what the record learned later.
            on_fault: Called with each row that cannot be read, which is then passed over.

        Raises:
            CaseDamaged: If a row cannot be read and there is no `on_fault`.
        """
        ...

    def faults(self) -> Iterator[Fault]:
        """Check what only the store itself can: its file, its foreign keys, its columns and its search index."""
        ...

    def close(self) -> None:
        """Let go of the file or the server."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


def open_case(place: str | os.PathLike[str], *, wait_seconds: float = WAIT_SECONDS) -> Store:
    """Open a case, bringing one of an older program up to date.

    Args:
        place: Path of a SQLite file, or a ``postgresql://`` URL.
        wait_seconds: How long to wait for another program that is writing.

    Raises:
        CaseNotFound: If there is none at `place`.
        CaseError: If it cannot be opened, or was written by a newer program.
    """
    from .sql import open_store  # noqa: PLC0415  SQLAlchemy takes a second, so only where a case is opened

    return open_store(os.fspath(place), wait_seconds=wait_seconds)


def create_case(place: str | os.PathLike[str], *, wait_seconds: float = WAIT_SECONDS) -> Store:
    """Make a new, empty case and open it.

    Args:
        place: Path of a SQLite file that is not there yet, or the ``postgresql://`` URL of an empty database.
        wait_seconds: How long to wait for another program that is writing.

    Raises:
        CaseError: If something is there already, or nothing can be written there.
    """
    from .sql import create_store  # noqa: PLC0415  as above

    return create_store(os.fspath(place), wait_seconds=wait_seconds)
