"""A view: the record as one audience may see it, as it was known at one moment.

All reading for show goes through a view. What its audience may not see does not exist for it: no count, no error
text and no id differs from those of a case that never held it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Protocol

import msgspec

from .entry import Entry
from .judgement import Judgement
from .note import Note
from .release import Marking
from .report import Evidence, Rejection, Report
from .statement import Statement

__all__ = ["Hit", "Line", "View"]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One report as a list shows it: all but its text.

    Attributes:
        report: The report with an empty text.
        characters: Length of the text, in Unicode code points.
        at: When the record learned it.
        statements: Kind -> how many of its statements this audience may see; kinds with none are left out.
    """

    report: Report
    characters: int
    at: dt.datetime
    statements: Mapping[str, int] = {}


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One report that a search found: the report with its text, and where the words first stand in it.

    Attributes:
        report: The report, whole.
        evidence: The first place of each of the words; empty where they stand in the title alone.
    """

    report: Report
    evidence: tuple[Evidence, ...]


class View(Protocol):
    """What one audience may see of a case, as the record knew it at one moment.

    The markings on what it returns are those that hold: of a report the latest, of a statement the stricter of its
    own and its report's, of a judgement or note the strictest of its own and of all that it rests on.
    """

    @property
    def audience(self) -> Marking:
        """The most restricted marking that may be shown."""
        ...

    @property
    def as_of(self) -> dt.datetime | None:
        """The moment as of which the record is shown, or None for all that it knows."""
        ...

    @property
    def circles(self) -> tuple[str, ...]:
        """The circles that the audience belongs to; with RED, none means the case's keepers."""
        ...

    def reports(self) -> tuple[Report, ...]:
        """All reports, whole, in the order of their known days, then paths, then ids; unknown days last."""
        ...

    def lines(self) -> tuple[Line, ...]:
        """All reports as a list shows them, in the same order; no text is read."""
        ...

    def report(self, report_id: str) -> Report:
        """One report, whole.

        Raises:
            NotInCase: If this view does not hold it.
        """
        ...

    def statements(self, kind: str | None = None, report: str | None = None) -> tuple[Statement, ...]:
        """The statements, all or of one kind or of one report, in the order in which they were added.

        A report or kind that the view does not hold has none.
        """
        ...

    def statement(self, statement_id: str) -> Statement:
        """One statement.

        Raises:
            NotInCase: If this view does not hold it.
        """
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements all of whose targets and statements the view holds, in the order in which they were made."""
        ...

    def judgement(self, judgement_id: str) -> Judgement:
        """One judgement.

        Raises:
            NotInCase: If this view does not hold it.
        """
        ...

    def notes(self, kind: str | None = None) -> tuple[Note, ...]:
        """The notes, all or of one kind, all of whose grounds the view holds, in the order in which they were written.

        The log of what was shared (kind ``shared``) is for the case's keepers alone, who see it whatever it rests on.
        """
        ...

    def note(self, note_id: str) -> Note:
        """One note.

        Raises:
            NotInCase: If this view does not hold it.
        """
        ...

    def rejections(self) -> tuple[Rejection, ...]:
        """What was handed in and not taken, but for the files that have been read since."""
        ...

    def search(self, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Find the reports that hold all of the words, the newest first.

        Case and accents make no difference; words in double quotes stand side by side; a final ``*`` stands for any
        ending. The order rests on the reports alone, so that it gives nothing away of those that are not shown.

        Args:
            text: The words.
            limit: How many reports at most.

        Raises:
            InputError: If `text` holds no word.
        """
        ...

    def entries(self) -> Iterator[Entry]:
        """All of it but the log of what was shared, as the entries of an export, with the markings that hold alone."""
        ...
