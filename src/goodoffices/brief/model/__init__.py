"""The view models: frozen, plain, made for one audience; every form of the brief is written from them."""

from .brief import Brief, Change, MechanismView, Opening, PlanStep, PlanView
from .entry import Citation, Entry, Line, Passage, Ref, passages
from .positions import (
    Cell,
    CellState,
    DisputeSide,
    DisputeView,
    Gap,
    IssueView,
    Matrix,
    MatrixRow,
    Party,
    StanceMark,
)
from .process import Fact, NoteGroup, NoteSection, NoteView
from .table import Contact, Delegation, MeetingView, Member, Table, Timeline, Track
from .texts import LineKind, ReportView, Segment, TextLine

__all__ = [
    "Brief",
    "Cell",
    "CellState",
    "Change",
    "Citation",
    "Contact",
    "Delegation",
    "DisputeSide",
    "DisputeView",
    "Entry",
    "Fact",
    "Gap",
    "IssueView",
    "Line",
    "LineKind",
    "Matrix",
    "MatrixRow",
    "MechanismView",
    "MeetingView",
    "Member",
    "NoteGroup",
    "NoteSection",
    "NoteView",
    "Opening",
    "Party",
    "Passage",
    "PlanStep",
    "PlanView",
    "Ref",
    "ReportView",
    "Segment",
    "StanceMark",
    "Table",
    "TextLine",
    "Timeline",
    "Track",
    "passages",
]
