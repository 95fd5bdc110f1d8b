"""The store of a case: what may be written, and the door to what may be read.

Writing is small (`Writer`). Reading for show goes through a `View`; `entries` is for the record's keeper alone (export
and verify).
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, Self

import msgspec

from .account import Accounts
from .audit import AuditEntry, AuditHead
from .entry import Entry
from .paging import Standing
from .release import Marking
from .view import View
from .writer import Added, Writer

__all__ = ["WAIT_SECONDS", "Added", "Fault", "Store", "Writer", "create_case", "open_case"]

WAIT_SECONDS = 5.0
"""How long a command waits for another program that is writing to the same case."""


class Fault(msgspec.Struct, frozen=True):
    """Something in a case that contradicts itself: what it is (an id or a table), and what is wrong with it."""

    what: str
    problem: str


class Store(Writer, Protocol):
    """One open case."""

    @property
    def name(self) -> str:
        """The case as messages name it: its file, or its URL without a password."""
        ...

    def view(self, audience: Marking, as_of: dt.datetime | None = None, *, circles: Collection[str] = ()) -> View:
        """Show the record to one audience, as it was known at one moment (with its markings and walls of then).

        Args:
            audience: The most restricted marking that may be shown.
            as_of: The moment, with its time zone; None for all that the record knows.
            circles: The circles that the audience belongs to. What is confined to others is left out. RED with no
                circle is the case's keepers, for whom no wall holds.
        """
        ...

    def together(self) -> AbstractContextManager[Writer]:
        """Make all that is written through the writer that it gives one transaction."""
        ...

    def entries(
        self, *, as_of: dt.datetime | None = None, on_fault: Callable[[Fault], None] | None = None
    ) -> Iterator[Entry]:
        """Tell everything that the record holds, with its whole history, for nobody's eyes but its keeper's.

        Each report is followed by its markings, retirements and statements; rejections, judgements and notes come last.

        Args:
            as_of: Leave out what the record learned later.
            on_fault: Called with each row that cannot be read, which is then passed over.

        Raises:
            CaseDamaged: If a row cannot be read and there is no `on_fault`.
        """
        ...

    def faults(self, *, head: AuditHead | None = None) -> Iterator[Fault]:
        """Check what only the store itself can: its file, foreign keys, columns and search index, and its audit log.

        Args:
            head: A line that the log is known to have held; it must hold it still.
        """
        ...

    def audit_log(
        self,
        *,
        after: int = 0,
        before: int | None = None,
        limit: int = 100,
        newest_first: bool = False,
        act: str | None = None,
        by: str | None = None,
        target: str | None = None,
    ) -> tuple[AuditEntry, ...]:
        """Give lines of the audit log, for nobody's eyes but the case's keepers'.

        Args:
            after: Lines with a greater number than this alone.
            before: Lines with a smaller number than this alone, or None.
            limit: So many at most.
            newest_first: From the last line back; otherwise from the first on.
            act: Only those of this act.
            by: Only what this one did.
            target: Only what was done to this.

        Raises:
            CaseDamaged: If a line cannot be read.
        """
        ...

    def audit_head(self) -> AuditHead:
        """Give the last line's number and hash; written down elsewhere, it proves later that the log still holds it."""
        ...

    def standing(self) -> Standing:
        """Give where the case stands: another token means that something was written to its record since."""
        ...

    def characters(self) -> int:
        """Give how long the texts of all reports are together, in Unicode code points."""
        ...

    def touched_since(self, standing: Standing) -> frozenset[str]:
        """Give the ids of what was marked, retired or confined, or freed from it, since the case stood there."""
        ...

    def judged_since(self, standing: Standing) -> frozenset[str]:
        """Give the ids of the statements on which a word was given, or taken back, since the case stood there.

        For whoever keeps the case alone: it looks at no marking. Ask a view what the words are.
        """
        ...

    def accounts(self) -> Accounts:
        """Give the users of the case."""
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
