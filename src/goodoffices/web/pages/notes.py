"""Notes of record: what analysts were told, whom they consulted, what goes about, and what was shown to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_args

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import InputError, NotInCase, make_note, parse_marking
from goodoffices.record.circle import circle_names
from goodoffices.record.content import IssueState
from goodoffices.record.note import (
    NOTE_KINDS,
    Answer,
    AssessmentNote,
    AttemptNote,
    Confidence,
    ConsultationNote,
    Note,
    NoteContent,
    Outcome,
    RumourNote,
    RumourState,
    SharedNote,
    StatusNote,
)
from goodoffices.record.standing import was_shown
from goodoffices.record.view import View
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.moments import now
from goodoffices.web.rendering import page, with_query

__all__ = ["KINDS", "Kind", "grounds_of", "router", "written"]

router = APIRouter(include_in_schema=False)


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of note: its name, what it is for, and the choices of its form by field."""

    id: str
    label: str
    about: str
    choices: Mapping[str, tuple[str, ...]] = {}


KINDS = (
    Kind(
        id="status",
        label="Told in confidence",
        about="How far the talks have come on an issue, as somebody told it; sealed where the content stays secret.",
        choices={"status": get_args(IssueState)},
    ),
    Kind(
        id="consultation",
        label="Consultations",
        about="Who was consulted on what, and what they answered.",
        choices={"answer": get_args(Answer)},
    ),
    Kind(
        id="attempt",
        label="Attempts",
        about="Who tried to bring what about, and what came of it.",
        choices={"outcome": get_args(Outcome)},
    ),
    Kind(
        id="rumour",
        label="Claims that go about",
        about="What is known of a claim, and the correction beside it.",
        choices={"status": get_args(RumourState)},
    ),
    Kind(
        id="assessment",
        label="Assessments",
        about="What several reports come to, with how sure that is and what to bear in mind.",
        choices={"confidence": get_args(Confidence)},
    ),
    Kind(id="shared", label="Shown to whom", about="What of the case was shown to whom, as members of which audience."),
)
"""Every kind, in the order of `NOTE_KINDS`."""


@router.get("/notes")
def show(who: Reader, kind: str = "", shown: str = "") -> Response:
    """The list, of all kinds or of one; with `shown`, whether a thing was in what was shown."""
    if kind and kind not in NOTE_KINDS:
        msg = f"there are no notes of the kind {kind[:40]!r}; there are {', '.join(NOTE_KINDS)}"
        raise InputError(msg)
    found = who.view.notes(kind or None)
    in_it: dict[str, bool] = {}
    if kind == "shared" and shown:
        checked = [note for note in found if isinstance(note.content, SharedNote)]
        if not shown.startswith(("r-", "s-", "n-")):
            msg = f"{shown[:40]!r} is no report, statement or note"
            raise InputError(msg)
        answers = was_shown(who.bench.store, checked, shown)
        in_it = {note.id: bool(answer) for note, answer in zip(checked, answers, strict=True)}
    return page(
        who,
        "notes.html.j2",
        here="/notes",
        notes=tuple(reversed(found)),
        kind=next((each for each in KINDS if each.id == kind), None),
        kinds_of_notes=KINDS,
        in_it=in_it,
        asked_of=shown,
        grounds=_named(who.view, found),
    )


def _named(view: View, notes: tuple[Note, ...]) -> dict[str, tuple[str, str]]:
    """What notes rest on: id -> where it stands, and in a few words what it is."""
    ids = {each for note in notes for each in note.rests_on}
    named = {}
    for statement in view.statements_by_id(sorted(each for each in ids if each.startswith("s-"))):
        cited = statement.evidence[0]
        named[statement.id] = (f"/reports/{cited.report}?at={cited.start}-{cited.end}#at", cited.quote)
    for report in sorted(each for each in ids if each.startswith("r-")):
        try:
            named[report] = (f"/reports/{report}", view.report(report).title)
        except NotInCase:
            continue
    return named


def grounds_of(snapshot: Snapshot, view: View, text: str) -> tuple[str, ...]:
    """Read what a note rests on: ids of reports, statements, notes and findings, set apart by blanks or commas.

    Raises:
        NotInCase: If this audience has no such thing.
    """
    found: set[str] = set()
    looks: dict[str, Callable[[str], Any]] = {"r-": view.report, "s-": view.statement, "n-": view.note}
    for each in text.replace(",", " ").split()[:200]:
        if look := looks.get(each[:2]):
            look(each)
            found.add(each)
            continue
        entry = snapshot.finding(each)
        if entry is None:
            msg = f"there is no {each[:40]!r} here; name reports, statements, notes or findings by their ids"
            raise NotInCase(msg)
        found.update(entry.statements)
    return tuple(sorted(found))


@router.post("/notes/{kind}")
def write(
    who: Analyst,
    kind: str,
    why: Annotated[str, Form(max_length=500)],
    marking: Annotated[str, Form(max_length=20)] = "",
    day: Annotated[str, Form(max_length=20)] = "",
    rests_on: Annotated[str, Form(max_length=4000)] = "",
    circle: Annotated[str, Form(max_length=200)] = "",
    issue: Annotated[str, Form(max_length=60)] = "",
    status: Annotated[str, Form(max_length=20)] = "",
    source: Annotated[str, Form(max_length=200)] = "",
    sealed: Annotated[str, Form(max_length=3)] = "",
    text: Annotated[str, Form(max_length=4000)] = "",
    party: Annotated[str, Form(max_length=200)] = "",
    subject: Annotated[str, Form(max_length=300)] = "",
    answer: Annotated[str, Form(max_length=20)] = "",
    what: Annotated[str, Form(max_length=300)] = "",
    tried_by: Annotated[str, Form(max_length=200)] = "",
    outcome: Annotated[str, Form(max_length=20)] = "",
    claim: Annotated[str, Form(max_length=500)] = "",
    about: Annotated[str, Form(max_length=40)] = "",
    correction: Annotated[str, Form(max_length=40)] = "",
    confidence: Annotated[str, Form(max_length=20)] = "",
    caveats: Annotated[str, Form(max_length=2000)] = "",
    to: Annotated[str, Form(max_length=200)] = "",
    how: Annotated[str, Form(max_length=300)] = "",
    audience: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Sign a note and keep it."""
    given: dict[str, Any] = {
        "status": {"issue": issue, "status": status, "source": source, "sealed": bool(sealed), "text": text},
        "consultation": {"party": party, "subject": subject, "answer": answer, "text": text},
        "attempt": {"what": what, "tried_by": tried_by, "outcome": outcome, "text": text},
        "rumour": {
            "claim": claim,
            "about": about or None,
            "status": status,
            "correction": correction or None,
            "text": text,
        },
        "assessment": {"text": text, "confidence": confidence, "caveats": _lines(caveats)},
        "shared": {"to": to, "how": how, "audience": audience or None, "circles": circle_names(_parts(circle))},
    }
    if kind not in given:
        msg = f"there are no notes of the kind {kind[:40]!r}; there are {', '.join(NOTE_KINDS)}"
        raise NotInCase(msg)
    grounds = grounds_of(who.snapshot, who.view, f"{rests_on} {about} {correction}")
    content = _content(kind, given[kind], who)
    written(who, content, why=why, day=day, grounds=grounds, marking=marking)
    return RedirectResponse(with_query("/notes", kind=kind), status_code=303)


def _content(kind: str, fields: dict[str, Any], who: Asking) -> NoteContent:
    if kind == "shared":
        fields = {**fields, "as_of": now().isoformat()}
        if fields["audience"] and not who.own.marking.may_see(parse_marking(fields["audience"])):
            msg = f"you may show the case up to {who.own.marking.label}"
            raise InputError(msg)
    for field, value in fields.items():
        if isinstance(value, str) and not value.strip() and field not in {"text", "how"}:
            msg = f"{field.replace('_', ' ')} is empty; fill it in"
            raise InputError(msg)
    kinds: dict[str, type[NoteContent]] = {
        "status": StatusNote,
        "consultation": ConsultationNote,
        "attempt": AttemptNote,
        "rumour": RumourNote,
        "assessment": AssessmentNote,
        "shared": SharedNote,
    }
    try:
        return msgspec.convert({"type": kind, **fields}, kinds[kind])
    except msgspec.ValidationError as error:
        msg = f"the note does not fit: {error}"
        raise InputError(msg) from None


def written(
    who: Asking, content: NoteContent, *, why: str, day: str = "", grounds: tuple[str, ...] = (), marking: str = ""
) -> Note:
    """Sign a note and keep it; it is as restricted as whoever writes it sees, where they say nothing else."""
    try:
        told = dt.date.fromisoformat(day) if day else None
    except ValueError:
        msg = f"{day!r} is no day; write it as 2026-03-01"
        raise InputError(msg) from None
    marked = parse_marking(marking) if marking else who.audience.marking
    if not who.own.marking.may_see(marked):
        marked = who.own.marking
    note = make_note(content, by=who.account.name, at=now(), why=why, day=told, rests_on=grounds, marking=marked)
    who.bench.store.note(note)
    return note


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(text: str) -> list[str]:
    return [part for part in text.split(",") if part.strip()]
