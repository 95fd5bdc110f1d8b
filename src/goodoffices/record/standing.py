"""What stands: of several notes on one thing the latest, and what was shown to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .content import fold
from .errors import NotInCase
from .note import AssessmentNote, AttemptNote, ConsultationNote, Note, RumourNote, SharedNote, StatusNote
from .release import Marking
from .store import Store
from .view import View

__all__ = ["claims", "holds", "latest", "was_shown"]


def latest(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Leave of several notes on the same thing the latest written.

    The same thing is the same issue of a status, party and subject of a consultation, endeavour and actor of an
    attempt, claim of a rumour. Each assessment and each note of what was shared is a thing of its own.

    Args:
        notes: In the order in which they were written.
    """
    found: dict[tuple[str, ...], Note] = {}
    for each in notes:
        key = (each.kind, *_about(each))
        found.pop(key, None)  # so that the order is that of the latest
        found[key] = each
    return tuple(found.values())


def _about(note: Note) -> tuple[str, ...]:
    match note.content:
        case StatusNote(issue=issue):
            return (issue,)
        case ConsultationNote(party=party, subject=subject):
            return fold(party), fold(subject)
        case AttemptNote(what=what, tried_by=tried_by):
            return fold(what), fold(tried_by)
        case RumourNote(about=about, claim=claim):
            return ("", about) if about else (fold(claim),)
        case AssessmentNote() | SharedNote():
            return (note.id,)


def claims(notes: Iterable[Note]) -> Mapping[str, Note]:
    """Find what is known of each claim that a report, statement or note makes: its id -> the latest note on it."""
    on = ((each.content.about, each) for each in latest(notes) if isinstance(each.content, RumourNote))
    return {about: each for about, each in on if about}


def holds(view: View, thing_id: str) -> bool:
    """Does a view hold the report, statement or note?"""
    look = {"r-": view.report, "s-": view.statement, "n-": view.note}.get(thing_id[:2])
    if look is None:
        return False
    try:
        look(thing_id)
    except NotInCase:
        return False
    return True


def was_shown(store: Store, shared: Sequence[Note], thing_id: str) -> tuple[bool, ...]:
    """Say of each note of what was shared whether the thing was in it, by showing the same view again.

    Args:
        store: The open case.
        shared: Notes of kind ``shared``.
        thing_id: Id of a report, statement or note, also of one that was retired since.
    """
    return tuple(_was_in(store, each, thing_id) for each in shared)


def _was_in(store: Store, note: Note, thing_id: str) -> bool:
    content = note.content
    if not isinstance(content, SharedNote):
        return False
    if content.things:
        return not {thing_id, *_report_of(store.view(Marking.RED, note.at), thing_id)}.isdisjoint(content.things)
    if content.audience is None:
        return False
    return holds(store.view(content.audience, content.as_of, circles=content.circles), thing_id)


def _report_of(view: View, thing_id: str) -> set[str]:
    # Whoever was shown a report was shown what it says.
    return {view.statement(thing_id).report} if thing_id.startswith("s-") and holds(view, thing_id) else set()
