"""The format `goodoffices.brief/1` as types: what `to_json` writes and what a reader of it can decode into.

The keys of the format stand beside what the program adds: who says it, as of when, how many independent sources, what
speaks against it, its release marking, what analysts say of it.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import (
    ActorKind,
    EventKind,
    Evidence,
    Interval,
    IssueState,
    Marking,
    MechanismKind,
    MechanismState,
    MeetingState,
    Rejection,
    Stance,
    Tenure,
    Verdict,
)

from .json_views import (
    CellForm,
    ChangeForm,
    DisputeForm,
    FactForm,
    GapForm,
    LineForm,
    NoteForm,
    NoteGroupForm,
    NoteSectionForm,
    SideForm,
    TrackForm,
)

__all__ = [
    "FORMAT",
    "ActorForm",
    "BriefForm",
    "CellForm",
    "ChangeForm",
    "DisputeForm",
    "EventForm",
    "FactForm",
    "FindingForm",
    "GapForm",
    "IssueStatusForm",
    "LineForm",
    "MechanismForm",
    "MeetingForm",
    "NoteForm",
    "NoteGroupForm",
    "NoteSectionForm",
    "PlanForm",
    "PlanItemForm",
    "PlanVersionForm",
    "PositionForm",
    "QuoteForm",
    "ReportForm",
    "RoleForm",
    "SideForm",
    "TrackForm",
    "WithheldForm",
]

FORMAT = "goodoffices.brief/1"


class ReportForm(msgspec.Struct, frozen=True, kw_only=True):
    """One report, with the text that every offset counts in."""

    id: str
    number: int
    path: str
    title: str
    published: dt.date | None
    language: str
    text: str
    near_duplicate_of: str | None
    outlet: str | None
    author: str | None
    url: str | None
    marking: Marking


class FindingForm(msgspec.Struct, frozen=True, kw_only=True):
    """What every finding carries."""

    id: str
    label: str
    says: str
    evidence: tuple[Evidence, ...]
    sources: int
    said_by: str | None
    as_of: dt.date | None
    first_reported: dt.date | None
    against: tuple[str, ...]
    marking: Marking
    verdict: Verdict
    confidence: float | None
    basis: tuple[str, ...]
    statements: tuple[str, ...]
    citation: str
    caveats: tuple[str, ...]


class RoleForm(FindingForm, frozen=True, kw_only=True):
    """An office of an actor; its holder is the actor that it stands in."""

    title: str
    of: str | None
    tenure: Tenure
    when: Interval | None


class ActorForm(FindingForm, frozen=True, kw_only=True):
    """An actor. `id` is what other findings name it by; `finding` is the finding that there is such an actor."""

    finding: str | None
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    side: str | None
    roles: tuple[RoleForm, ...]


class MeetingForm(FindingForm, frozen=True, kw_only=True):
    """A meeting; `track` is the set of sides that meet."""

    participants: tuple[str, ...]
    place: str | None
    when: Interval | None
    status: MeetingState
    topic: str | None
    convenor: str | None
    condition: str | None
    track: str


class PositionForm(FindingForm, frozen=True, kw_only=True):
    """What a side wants, offers, accepts or rejects on an issue."""

    party: str
    issue: str
    stance: Stance
    firm: bool
    text: str
    condition: str | None
    shift: bool
    strength: str
    strength_word: str
    when: Interval | None


class QuoteForm(FindingForm, frozen=True, kw_only=True):
    """What someone said, and to whom."""

    speaker: str
    text: str
    direct: bool
    to: tuple[str, ...]
    when: Interval | None


class PlanVersionForm(msgspec.Struct, frozen=True, kw_only=True):
    """One state of a plan."""

    label: str
    points: int | None
    when: Interval | None


class PlanItemForm(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a plan."""

    text: str
    issue: str


class PlanForm(FindingForm, frozen=True, kw_only=True):
    """A plan, its versions in order, and its points."""

    name: str
    author: str | None
    versions: tuple[PlanVersionForm, ...]
    items: tuple[PlanItemForm, ...]


class MechanismForm(FindingForm, frozen=True, kw_only=True):
    """An arrangement that would carry or guard an agreement."""

    name: str
    kind: MechanismKind
    led_by: tuple[str, ...]
    trigger: str | None
    status: MechanismState
    details: tuple[FactForm, ...]
    told: tuple[Evidence, ...]
    when: Interval | None


class IssueStatusForm(FindingForm, frozen=True, kw_only=True):
    """How far the talks have come on an issue, and according to whom."""

    issue: str
    status: IssueState
    text: str
    according_to: str | None
    when: Interval | None


class EventForm(FindingForm, frozen=True, kw_only=True):
    """Something outside the talks that bears on them."""

    kind: EventKind
    actors: tuple[str, ...]
    place: str | None
    when: Interval | None
    text: str
    plover: str | None


class WithheldForm(FindingForm, frozen=True, kw_only=True):
    """Something that a report says is kept secret."""

    text: str
    by: tuple[str, ...]


class BriefForm(msgspec.Struct, frozen=True, kw_only=True):
    """The brief as JSON, version 1."""

    format: str
    title: str
    generated: dt.datetime | None
    audience: Marking
    marking: Marking
    sources: int
    opening: dict[str, tuple[LineForm, ...]]
    reports: tuple[ReportForm, ...]
    actors: tuple[ActorForm, ...]
    meetings: tuple[MeetingForm, ...]
    positions: tuple[PositionForm, ...]
    quotes: tuple[QuoteForm, ...]
    plans: tuple[PlanForm, ...]
    mechanisms: tuple[MechanismForm, ...]
    issue_status: tuple[IssueStatusForm, ...]
    events: tuple[EventForm, ...]
    disagreements: tuple[DisputeForm, ...]
    withheld: tuple[WithheldForm, ...]
    matrix: tuple[CellForm, ...]
    tracks: tuple[TrackForm, ...]
    changes: tuple[ChangeForm, ...]
    gaps: tuple[GapForm, ...]
    process: tuple[NoteSectionForm, ...]
    rejections: tuple[Rejection, ...]
