"""A view: the record as one audience may see it, as it was known at one moment.

All reading for show goes through a view. What its audience may not see does not exist for it: no count, no error
text and no id differs from those of a case that never held it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import msgspec

from .entry import Entry
from .judgement import Judgement
from .note import Note
from .paging import Learned, Order, Outlet, Page, Tally
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

    def reports_by_id(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports with these ids, whole, in the order of the ids; those it does not hold are left out."""
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

    def tally(self) -> Tally:
        """How much there is: reports, statements by kind, judgements and rejections."""
        ...

    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets of the reports, those with the most reports first, then by name; one whatever its case."""
        ...

    def page_of_reports(
        self,
        limit: int = 50,
        after: str | None = None,
        *,
        order: Order = "newest",
        outlet: str | None = None,
        text: str | None = None,
    ) -> Page[Line]:
        """One page of the list of reports; no text is read, however long the list.

        Args:
            limit: How many reports at most; at least one.
            after: The `Page.next` of the page before, or None for the first page.
            order: See `Order`; those of one day or moment stand in the order of their ids.
            outlet: Those of one outlet alone, whatever the case and the blanks of its name.
            text: Those that hold all of these words alone, as `search` reads them.

        Raises:
            InputError: If there is no such order, `after` is no place in a list, or `text` holds no word.
        """
        ...

    def page_of_hits(self, text: str, limit: int = 20, after: str | None = None) -> Page[Hit]:
        """One page of what `search` finds, in its order.

        Raises:
            InputError: If `text` holds no word, or `after` is no place in a list.
        """
        ...

    def page_of_statements(
        self,
        limit: int = 50,
        after: str | None = None,
        *,
        kind: str | None = None,
        report: str | None = None,
        text: str | None = None,
    ) -> Page[Statement]:
        """One page of statements: report after report, the newest first, each in the order of its arrival.

        With `text`, those that the record learned last come first, and are counted up to `COUNTED`.

        Args:
            limit: How many statements at most; at least one.
            after: The `Page.next` of the page before, asked for with the same arguments, or None for the first page.
            kind: Those of one kind alone.
            report: Those of one report alone.
            text: Those alone whose quotes or content hold all of these words, as `search` reads them.

        Raises:
            InputError: If `after` is no place in this list (which may be, with `text`, because what stood there is
                shown no longer), or `text` holds no word.
        """
        ...

    def statements_by_id(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """The statements with these ids, in their order, each once; those that the view does not hold are left out."""
        ...

    def judgements_on(self, statement_ids: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements that rest on one of these statements, in the order in which they were made."""
        ...

    def since(self, moment: dt.datetime, limit: int = 50) -> Learned[Line]:
        """What the record learned after a moment, of what this audience sees now.

        Args:
            moment: With its time zone.
            limit: How many reports and how many judgements at most; their totals count all.
        """
        ...

    def entries(self) -> Iterator[Entry]:
        """All of it but the log of what was shared, as the entries of an export, with the markings that hold alone."""
        ...
