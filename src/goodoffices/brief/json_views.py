"""The format `goodoffices.brief/1`: what is derived from the findings, naming them by their ids."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Evidence, Marking

from .model import CellState

__all__ = [
    "CellForm",
    "ChangeForm",
    "DisputeForm",
    "FactForm",
    "GapForm",
    "LineForm",
    "NoteForm",
    "NoteGroupForm",
    "NoteSectionForm",
    "SideForm",
    "TrackForm",
]


class SideForm(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a disagreement."""

    text: str
    evidence: tuple[Evidence, ...]
    finding: str
    said_by: str | None
    as_of: dt.date | None
    statements: tuple[str, ...] = ()


class DisputeForm(msgspec.Struct, frozen=True, kw_only=True):
    """Things that cannot both hold; `over_time` where every side has its own day, so that it may be a change.

    `by_answers` where only opposite answers on one issue lay the sides beside each other.
    """

    id: str
    label: str
    about: str
    issue: str | None
    sides: tuple[SideForm, ...]
    over_time: bool
    by_answers: bool
    marking: Marking


class CellForm(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of the matrix of issues and parties, with the ids of its positions."""

    issue: str
    party: str
    state: CellState
    stances: tuple[str, ...]
    firm: bool
    contested: bool
    positions: tuple[str, ...]


class TrackForm(msgspec.Struct, frozen=True, kw_only=True):
    """A set of sides that meet, and the ids of their meetings in order of time."""

    id: str
    label: str
    sides: tuple[str, ...]
    meetings: tuple[str, ...]


class ChangeForm(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is otherwise than it was, with the ids of the findings before and after."""

    kind: str
    text: str
    when: dt.date | None
    before: tuple[str, ...]
    after: tuple[str, ...]


class GapForm(msgspec.Struct, frozen=True, kw_only=True):
    """A side on whom an issue bears and who sits at no table that takes it up."""

    issue: str
    actor: str
    elsewhere: tuple[str, ...]
    because: tuple[str, ...]


class LineForm(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the opening, with the ids of the findings that it rests on."""

    text: str
    findings: tuple[str, ...]


class FactForm(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a note, with the ids of the findings that it rests on."""

    name: str
    text: str
    findings: tuple[str, ...]


class NoteForm(msgspec.Struct, frozen=True, kw_only=True):
    """One thing told of the process: its evidence, or the findings that it rests on, and most often both."""

    id: str
    label: str
    kind: str
    state: str
    lead: str
    text: str
    facts: tuple[FactForm, ...]
    according_to: str
    as_of: dt.date | None
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[str, ...]


class NoteGroupForm(msgspec.Struct, frozen=True, kw_only=True):
    """Notes of one sort."""

    id: str
    title: str
    notes: tuple[NoteForm, ...]


class NoteSectionForm(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the process: its groups, none of them empty."""

    id: str
    title: str
    groups: tuple[NoteGroupForm, ...]
