"""The log of the book: what was set down, by whom, when; and the forms that set down more."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Asked
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from goodoffices.brief.watching.build.causes import cause_of
from goodoffices.watch.attribution import evidence_grades
from goodoffices.watch.log import Attribution, Effort, Entry, Finding, Happening, Pairing, Reading, Retraction, What
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.rendering import with_query
from goodoffices.web.watching import room_of
from goodoffices.web.watching.entries import entry_of, keep
from goodoffices.web.watching.rendering import to_incident, to_obligation, watch_page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_PAGE = 60
_KINDS = {
    "happening": Happening,
    "finding": Finding,
    "attribution": Attribution,
    "effort": Effort,
    "reading": Reading,
    "pairing": Pairing,
    "retraction": Retraction,
}


@router.get("/watch/log")
def show(
    who: Reader,
    kind: Annotated[str, Asked(max_length=20)] = "",
    q: Annotated[str, Asked(max_length=200)] = "",
    entry: Annotated[str, Asked(max_length=40)] = "",
    start: Annotated[int, Asked(ge=0, le=10_000_000)] = 0,
    done: Annotated[str, Asked(max_length=40)] = "",
) -> Response:
    """What was set down and holds, the latest first."""
    room = room_of(who)
    entries = room.seen.log.entries
    keys = [key for key, each in reversed(entries.items()) if _fits(key, each, kind, q) and entry in {"", key}]
    shown = keys[start : start + _PAGE]
    agreement = room.seen.agreement
    return watch_page(
        who,
        "watch_log.html.j2",
        here="/watch/log",
        entries=[
            (key, type(entries[key]).__name__.lower(), cause_of(key, room.seen.log), entries[key]) for key in shown
        ],
        total=len(keys),
        start=start,
        following=start + _PAGE if start + _PAGE < len(keys) else None,
        address={"kind": kind, "q": q, "entry": entry},
        kinds=tuple(_KINDS),
        whats=tuple(each.value for each in What),
        grades=tuple(evidence_grades()),
        agreement=agreement,
        zones=tuple((zone.id, zone.name) for zone in room.seen.zones or ()),
        unread=room.book.log().rejections if room.seen.viewer.keeps else (),
        done=done,
        marking=room.seen.marking,
    )


def _fits(key: str, entry: Entry, kind: str, words: str) -> bool:
    if kind and not isinstance(entry, _KINDS.get(kind, ())):
        return False
    sought = words.strip().casefold()
    return not sought or sought in key or sought in repr(entry).casefold()


@router.post("/watch/log")
async def set_down(who: Analyst, request: Request) -> Response:
    """Set something down: it is added to the log, and never changed."""
    form = await request.form(max_files=0, max_fields=40)
    # A field that stands several times, as boxes that are ticked, is one with a line each.
    fields = {name: "\n".join(str(each) for each in form.getlist(name)) for name in form}
    key = await run_in_threadpool(_keep, who, fields)
    return RedirectResponse(_onward(fields, key), status_code=303)


def _keep(who: Asking, fields: dict[str, str]) -> str:
    room = room_of(who)
    return keep(room, entry_of(fields))


def _onward(fields: dict[str, str], key: str) -> str:
    """Back to what it was said of."""
    match fields.get("back", ""):
        case "obligation":
            return with_query(to_obligation(fields.get("obligation") or fields.get("subject", "")), done=key)
        case "incident":
            return with_query(to_incident(fields.get("of") or fields.get("incident", "")), done=key)
        case "pairs":
            return with_query("/watch/pairs", done=key)
        case _:
            return with_query("/watch/log", done=key)
