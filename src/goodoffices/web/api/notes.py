"""Notes of record: what analysts put there themselves."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from goodoffices.record import InputError, Marking
from goodoffices.record.note import NOTE_KINDS, Note, NoteContent
from goodoffices.web.asking import Analyst, Reader
from goodoffices.web.pages.notes import grounds_of, written

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["notes"])


class NewNote(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A note to be signed by whoever is logged in; `rests_on` names reports, statements, notes or findings by id."""

    content: NoteContent
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    day: dt.date | None = None
    rests_on: tuple[str, ...] = ()
    marking: Marking | None = None


@router.get("/notes", responses=told(tuple[Note, ...], "Notes"))
def notes(who: Reader, kind: str = "") -> Response:
    """List notes, of all kinds or of one."""
    if kind and kind not in NOTE_KINDS:
        msg = f"there are no notes of the kind {kind[:40]!r}; there are {', '.join(NOTE_KINDS)}"
        raise InputError(msg)
    return answer(who.view.notes(kind or None))


@router.post(
    "/notes", responses=told(Note, "The note as it is kept", status=201), openapi_extra=taken(NewNote), status_code=201
)
def write(who: Analyst, given: Annotated[NewNote, Depends(body(NewNote))]) -> Response:
    """Sign a note and keep it."""
    grounds = grounds_of(who.snapshot, who.view, " ".join(given.rests_on))
    note = written(
        who,
        given.content,
        why=given.why,
        day=given.day.isoformat() if given.day else "",
        grounds=grounds,
        marking=given.marking.value if given.marking else "",
    )
    return answer(note, status=201)
