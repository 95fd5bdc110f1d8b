"""Issues: who stands where, how far the talks have come, who is missing, where the reports disagree."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import Marking

from .entry import Citation, Entry, Passage, Ref, passages

__all__ = [
    "Cell",
    "CellState",
    "DisputeSide",
    "DisputeView",
    "Gap",
    "IssueView",
    "Matrix",
    "MatrixRow",
    "Party",
    "StanceMark",
]

CellState: TypeAlias = Literal["stated", "silent", "unknown"]


class Party(msgspec.Struct, frozen=True):
    """A side: its id, its name, and how many findings concern it."""

    id: str
    name: str
    findings: int = 0


class StanceMark(msgspec.Struct, frozen=True, kw_only=True):
    """One stance in a cell of the matrix.

    Attributes:
        stance: Id from the vocabulary of stances.
        word: Its label.
        count: How many findings say so.
        firm: True where one of them is a red line.
    """

    stance: str
    word: str
    count: int
    firm: bool


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one party holds on one issue.

    Attributes:
        issue: Id of the issue.
        party: Id of the side.
        state: ``stated`` where a position is reported; ``silent`` where a report that takes the issue up gives words or
            positions of this party, but none on the issue; ``unknown`` where none does.
        marks: The stances, each once.
        entries: The positions themselves.
        contested: True where one of them is contradicted.
        anchor: Where the sentences of this cell stand.
    """

    issue: str
    party: str
    state: CellState
    marks: tuple[StanceMark, ...] = ()
    entries: tuple[Entry, ...] = ()
    contested: bool = False
    anchor: str = ""


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """One issue of the matrix: its cells in the order of the parties, and what is claimed of its state."""

    issue: str
    label: str
    states: tuple[str, ...]
    cells: tuple[Cell, ...]


class Matrix(msgspec.Struct, frozen=True):
    """A part of the matrix that fits a page: some parties, all issues."""

    parties: tuple[Party, ...]
    rows: tuple[MatrixRow, ...]


class IssueView(msgspec.Struct, frozen=True, kw_only=True):
    """One issue: its positions by party, and the claims about how far the talks have come.

    Attributes:
        id: Id of the issue.
        label: Its label.
        cells: The cells in which a position is stated.
        claims: What is said of its state, the latest first; unknown days last.
        readout: ``none``, ``single``, ``moved`` (it changed from one day to a later one) or ``competing`` (claims
            that do not fit together).
    """

    id: str
    label: str
    cells: tuple[Cell, ...]
    claims: tuple[Entry, ...]
    readout: Literal["none", "single", "moved", "competing"]


class DisputeSide(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a disagreement; `statements` are the ids of those that say it where no finding does."""

    text: str
    speaker: str
    said_by: str | None
    as_of: dt.date | None
    evidence: tuple[Citation, ...]
    finding: Ref
    statements: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The evidence, with the same words in several reports taken together."""
        return passages(self.evidence)


class DisputeView(msgspec.Struct, frozen=True, kw_only=True):
    """Things that cannot both hold, side by side.

    Attributes:
        id: Id of the disagreement; also its anchor.
        label: Its label in this brief.
        about: What it is about.
        issue: Id of the issue, or None.
        sides: Two or more, by day; unknown days last.
        over_time: True where every side has its own day: then it may be a change and not a contradiction.
        by_answers: True where only opposite answers on one issue lay the sides beside each other.
        marking: Who may be shown it.
        parties: Ids of the sides (actors) that it concerns.
        reports: Numbers of the reports that it rests on.
        citation: What it is about, each side's quote, outlet and day, as plain text for a note.
    """

    id: str
    label: str
    about: str
    issue: str | None
    sides: tuple[DisputeSide, ...]
    over_time: bool
    by_answers: bool
    marking: Marking
    parties: tuple[str, ...]
    reports: tuple[int, ...]
    citation: str

    @property
    def ref(self) -> Ref:
        """A pointer to this disagreement."""
        return Ref(id=self.id, label=self.label, says=self.about)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """An actor on whom an issue bears, and who sits at no table that takes it up.

    Attributes:
        issue: Id of the issue.
        issue_label: Its label.
        actor: The side.
        elsewhere: Labels of the tracks in which it does sit; empty where it sits at none.
        because: The findings that show that the issue bears on it.
    """

    issue: str
    issue_label: str
    actor: Party
    elsewhere: tuple[str, ...]
    because: tuple[Ref, ...]
