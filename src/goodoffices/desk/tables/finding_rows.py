"""Rows of findings: what each column reads from an entry of a brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from goodoffices.brief.model import Entry
from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    InputError,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanVersion,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
)

from .ground import Ground, issue_label
from .layout import Layout
from .table import Cell, Row

__all__ = ["entry_row"]

_Reads: TypeAlias = Callable[[Entry, Ground], Cell]
_Tells: TypeAlias = Callable[[Content, Ground], Cell]


def entry_row(layout: Layout, entry: Entry, ground: Ground) -> Row:
    """Write one finding as the row of a table.

    Args:
        layout: One whose rows are findings.
        entry: The finding.
        ground: What it looks up.

    Raises:
        InputError: If the rows of the table are no findings, or of another kind.
    """
    own = _OF_KIND.get(type(entry.content), {})
    try:
        return tuple(
            own[key](entry.content, ground) if key in own else _OF_ANY[key](entry, ground) for key in layout.keys
        )
    except KeyError:
        msg = f"a {entry.kind} is no row of the table {layout.name!r}, where a row is {layout.row}"
        raise InputError(msg) from None


def _overdue(entry: Entry, ground: Ground) -> Cell:
    meeting = ground.meetings.get(entry.id)
    return meeting.overdue if meeting else None


def _track(entry: Entry, ground: Ground) -> Cell:
    meeting = ground.meetings.get(entry.id)
    return meeting.track.label if meeting else None


def _happening(entry: Entry, _ground: Ground) -> Cell:
    return "meeting" if isinstance(entry.content, MeetingContent) else "event"


def _standing(entry: Entry, _ground: Ground) -> Cell:
    content = entry.content
    if isinstance(content, MeetingContent):
        return content.status
    return content.kind if isinstance(content, EventContent) else None


def _place(entry: Entry, _ground: Ground) -> Cell:
    content = entry.content
    return content.place if isinstance(content, MeetingContent | EventContent) else None


_OF_ANY: Mapping[str, _Reads] = {
    "id": lambda entry, _: entry.id,
    "label": lambda entry, _: entry.label,
    "kind": lambda entry, _: entry.kind,
    "says": lambda entry, _: entry.says,
    "parties": lambda entry, ground: ground.all_names(entry.parties),
    "issues": lambda entry, _: entry.issues,
    "said_by": lambda entry, _: entry.speaker or None,
    "when_earliest": lambda entry, _: entry.when.earliest if entry.when else None,
    "when_latest": lambda entry, _: entry.when.latest if entry.when else None,
    "when_words": lambda entry, _: entry.when_words or None,
    "as_of": lambda entry, _: entry.as_of,
    "first_reported": lambda entry, _: entry.first_reported,
    "quote": lambda entry, _: entry.evidence[0].quote if entry.evidence else None,
    "report": lambda entry, _: entry.evidence[0].report if entry.evidence else None,
    "report_title": lambda entry, ground: ground.source(entry.evidence)[0],
    "outlet": lambda entry, ground: ground.source(entry.evidence)[1],
    "published": lambda entry, ground: ground.source(entry.evidence)[2],
    "start": lambda entry, _: entry.evidence[0].start if entry.evidence else None,
    "end": lambda entry, _: entry.evidence[0].end if entry.evidence else None,
    "reports": lambda entry, _: len(entry.reports),
    "sources": lambda entry, _: entry.sources,
    "confidence": lambda entry, _: entry.confidence,
    "caveats": lambda entry, _: entry.caveats,
    "verdict": lambda entry, _: entry.verdict.value,
    "against": lambda entry, _: tuple(ref.id for ref in entry.against),
    "statements": lambda entry, _: entry.statements,
    "marking": lambda entry, _: entry.marking.value,
    "strength": lambda entry, _: entry.strength or None,
    "track": _track,
    "overdue": _overdue,
    "happening": _happening,
    "status_word": _standing,
    "place": _place,
}
"""What is read of a finding of any kind: the key of a column -> how."""


def _version(version: PlanVersion) -> str:
    points = f"{version.points} points" if version.points is not None else ""
    return ", ".join(part for part in (version.label, points, version.when or "") if part) or "unnamed"


def _last_points(content: PlanContent) -> int | None:
    return content.versions[-1].points if content.versions else None


# The key of the outer table says which content it is, which a type checker cannot see.
_POSITION: Mapping[str, Callable[[PositionContent, Ground], Cell]] = {
    "party": lambda c, ground: ground.name(c.party),
    "party_id": lambda c, _: c.party,
    "issue": lambda c, _: c.issue,
    "issue_label": lambda c, _: issue_label(c.issue),
    "stance": lambda c, _: c.stance,
    "text": lambda c, _: c.text,
    "firm": lambda c, _: c.firm,
    "condition": lambda c, _: c.condition,
    "shift": lambda c, _: c.shift,
}
_MEETING: Mapping[str, Callable[[MeetingContent, Ground], Cell]] = {
    "participants": lambda c, ground: ground.all_names(c.participants),
    "meeting_status": lambda c, _: c.status,
    "host": lambda c, ground: ground.name(c.convenor),
    "topic": lambda c, _: c.topic,
    "condition": lambda c, _: c.condition,
}
_QUOTE: Mapping[str, Callable[[QuoteContent, Ground], Cell]] = {
    "speaker": lambda c, ground: ground.name(c.speaker),
    "speaker_id": lambda c, _: c.speaker,
    "quoted": lambda c, _: c.text,
    "direct": lambda c, _: c.direct,
    "told": lambda c, ground: ground.all_names(c.to),
}
_PLAN: Mapping[str, Callable[[PlanContent, Ground], Cell]] = {
    "plan": lambda c, _: c.name,
    "author": lambda c, ground: ground.name(c.author),
    "versions": lambda c, _: tuple(_version(each) for each in c.versions),
    "points": lambda c, _: _last_points(c),
    "items": lambda c, _: tuple(f"{item.text} ({item.issue})" for item in c.items),
}
_MECHANISM: Mapping[str, Callable[[MechanismContent, Ground], Cell]] = {
    "mechanism": lambda c, _: c.name,
    "mechanism_kind": lambda c, _: c.kind,
    "led_by": lambda c, ground: ground.all_names(c.led_by),
    "trigger": lambda c, _: c.trigger,
    "mechanism_status": lambda c, _: c.status,
}
_STATUS: Mapping[str, Callable[[IssueStatusContent, Ground], Cell]] = {
    "issue": lambda c, _: c.issue,
    "issue_label": lambda c, _: issue_label(c.issue),
    "issue_status": lambda c, _: c.status,
    "text": lambda c, _: c.text or None,
}
_EVENT: Mapping[str, Callable[[EventContent, Ground], Cell]] = {
    "event_kind": lambda c, _: c.kind,
    "actors": lambda c, ground: ground.all_names(c.actors),
    "text": lambda c, _: c.text,
    "plover": lambda c, _: c.plover,
}
_WITHHELD: Mapping[str, Callable[[WithheldContent, Ground], Cell]] = {
    "text": lambda c, _: c.text,
    "kept_by": lambda c, ground: ground.all_names(c.by),
}
_ROLE: Mapping[str, Callable[[RoleContent, Ground], Cell]] = {
    "person": lambda c, ground: ground.name(c.actor),
    "person_id": lambda c, _: c.actor,
    "title": lambda c, _: c.title,
    "of": lambda c, ground: ground.name(c.of),
    "tenure": lambda c, _: c.tenure,
}
_ACTOR: Mapping[str, Callable[[ActorContent, Ground], Cell]] = {
    "actor": lambda c, _: c.name,
    "actor_id": lambda c, _: c.actor,
    "actor_kind": lambda c, _: c.kind,
    "aliases": lambda c, _: c.aliases,
    "side": lambda c, ground: ground.name(c.side),
}
_OF_KIND: Mapping[type, Mapping[str, _Tells]] = {
    PositionContent: _POSITION,  # type: ignore[dict-item]  # the key says which content it is
    MeetingContent: _MEETING,  # type: ignore[dict-item]  # the same
    QuoteContent: _QUOTE,  # type: ignore[dict-item]  # the same
    PlanContent: _PLAN,  # type: ignore[dict-item]  # the same
    MechanismContent: _MECHANISM,  # type: ignore[dict-item]  # the same
    IssueStatusContent: _STATUS,  # type: ignore[dict-item]  # the same
    EventContent: _EVENT,  # type: ignore[dict-item]  # the same
    WithheldContent: _WITHHELD,  # type: ignore[dict-item]  # the same
    RoleContent: _ROLE,  # type: ignore[dict-item]  # the same
    ActorContent: _ACTOR,  # type: ignore[dict-item]  # the same
}
"""What is read of the content of each kind: its type -> the key of a column -> how."""
