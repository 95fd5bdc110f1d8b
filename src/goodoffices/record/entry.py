"""The entries of a case: everything that a record holds, each with the moment at which the record learned it.

The same entries are the lines of an export, what `verify` proves, and what an import reads.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

import msgspec

from .circle import circle_name
from .ids import content_id
from .judgement import Judgement
from .note import Note
from .release import Marking
from .report import Rejection, Report
from .statement import Statement

__all__ = [
    "Entry",
    "JudgementEntry",
    "MarkingEntry",
    "NoteEntry",
    "RejectionEntry",
    "ReportEntry",
    "RetirementEntry",
    "StatementEntry",
    "WallEntry",
]


class ReportEntry(msgspec.Struct, frozen=True, tag="report", tag_field="entry", kw_only=True):
    """The record learned `report` at `at`; its marking is the one it came with."""

    at: dt.datetime
    report: Report


class StatementEntry(msgspec.Struct, frozen=True, tag="statement", tag_field="entry", kw_only=True):
    """The record learned `statement` at `at`; its marking is the one it came with."""

    at: dt.datetime
    statement: Statement


class MarkingEntry(msgspec.Struct, frozen=True, tag="marking", tag_field="entry", kw_only=True):
    """Somebody marked a report, statement or note anew: who, why, and from when on it holds."""

    at: dt.datetime
    target: str
    marking: Marking
    by: str = ""
    why: str = ""

    @property
    def id(self) -> str:
        """Hash of all of it, so that the same word twice is one word."""
        return content_id("m", self.target, self.marking, self.by, self.why, self.at)


class RetirementEntry(msgspec.Struct, frozen=True, tag="retirement", tag_field="entry", kw_only=True):
    """Somebody took a report, statement or note out of the record's views, or (`retired` false) brought it back."""

    at: dt.datetime
    target: str
    retired: bool
    by: str
    why: str

    @property
    def id(self) -> str:
        """Hash of all of it, so that the same word twice is one word."""
        return content_id("t", self.target, self.retired, self.by, self.why, self.at)


class JudgementEntry(msgspec.Struct, frozen=True, tag="judgement", tag_field="entry", kw_only=True):
    """The record learned `judgement` at `at`; the judgement itself says when it was made."""

    at: dt.datetime
    judgement: Judgement


class RejectionEntry(msgspec.Struct, frozen=True, tag="rejection", tag_field="entry", kw_only=True):
    """Something was handed in and not taken.

    Attributes:
        at: When.
        rejection: What, and why.
        report: Id of the report that it concerns, or None where a whole file was not taken.
        marking: Who may be told.
    """

    at: dt.datetime
    rejection: Rejection
    report: str | None = None
    marking: Marking = Marking.CLEAR

    @property
    def id(self) -> str:
        """Hash of what, why and for whom, so that the same file rejected twice is one rejection."""
        return content_id("x", self.rejection, self.report, self.marking)


class NoteEntry(msgspec.Struct, frozen=True, tag="note", tag_field="entry", kw_only=True):
    """The record learned `note` at `at`; the note itself says when it was written."""

    at: dt.datetime
    note: Note


class WallEntry(msgspec.Struct, frozen=True, tag="wall", tag_field="entry", kw_only=True):
    """Somebody confined a report, statement or note to a circle, or (`confined` false) took it out of the circle."""

    at: dt.datetime
    target: str
    circle: str
    confined: bool
    by: str
    why: str

    @property
    def id(self) -> str:
        """Hash of all of it, so that the same word twice is one word."""
        return content_id("w", self.target, circle_name(self.circle), self.confined, self.by, self.why, self.at)


Entry: TypeAlias = (
    ReportEntry
    | StatementEntry
    | MarkingEntry
    | RetirementEntry
    | JudgementEntry
    | RejectionEntry
    | NoteEntry
    | WallEntry
)
