"""Beginning a watch book: an agreement handed in, pasted or compiled, looked at, kept; its zones; mending it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from goodoffices.record import InputError
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.watching import room_of
from goodoffices.web.watching.asked import day_of
from goodoffices.web.watching.beginning import (
    Proposed,
    compiled_from,
    keep_agreement,
    keep_zones,
    may_mend,
    reviewed,
    source_of,
)
from goodoffices.web.watching.rendering import watch_page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_FIELD_BYTES = 3_000_000
_FILE_BYTES = 2_000_000


@router.get("/watch/agreement")
def agreement(who: Reader) -> Response:
    """The agreement: its powers, indicators, alerts; and, for whoever may see all of it, its source to be mended."""
    room = room_of(who)
    source, standing = source_of(who) if may_mend(who) else ("", "")
    return watch_page(
        who,
        "watch_agreement.html.j2",
        here="/watch/agreement",
        agreement=room.seen.agreement,
        zones=tuple(room.seen.zones or ()),
        rejections=room.seen.zones.rejections if room.seen.zones is not None else (),
        source=source,
        standing=standing,
        marking=room.seen.marking,
    )


@router.post("/watch/begin")
async def begin(who: Analyst, request: Request) -> Response:
    """Show what was handed in, pasted, mended or compiled, before it is kept."""
    form = await request.form(max_files=1, max_fields=20, max_part_size=_FIELD_BYTES)
    try:
        return await run_in_threadpool(_show, who, form)
    finally:
        await form.close()


def _show(who: Asking, form: FormData) -> Response:
    if not may_mend(who):
        msg = "a watch book is begun, and its agreement is changed, by those who may see RED"
        raise InputError(msg)
    _, standing = source_of(who)
    proposed = _proposed(who, form)
    fresh = not standing
    return watch_page(
        who,
        "watch_review.html.j2",
        here="/watch/agreement",
        proposed=proposed,
        standing=_field(form, "after") or standing,
        fresh=fresh,
        why=_field(form, "why")[:200],
        status=422 if proposed.fault else 200,
    )


def _proposed(who: Asking, form: FormData) -> Proposed:
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        content = file.file.read(_FILE_BYTES + 1)
        if len(content) > _FILE_BYTES:
            msg = "an agreement is at most 2 MB long; incidents are handed in on a page of their own"
            raise InputError(msg)
        try:
            return reviewed(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            msg = "the file is not UTF-8; save it as UTF-8"
            raise InputError(msg) from None
    if name := _field(form, "text"):
        parties = tuple(each.strip() for each in _field(form, "parties").splitlines() if each.strip())[:40]
        return compiled_from(who, name, day_of(_field(form, "in_force")), parties)
    source = _field(form, "source")
    if not source.strip():
        msg = "there is no agreement in this form: choose a file, paste one, or choose a text"
        raise InputError(msg)
    return reviewed(source)


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


@router.post("/watch/agreement")
async def keep(who: Analyst, request: Request) -> Response:
    """Keep an agreement that was looked at."""
    form = await request.form(max_files=0, max_fields=20, max_part_size=_FIELD_BYTES)
    source, after, why = _field(form, "source"), _field(form, "after"), _field(form, "why")
    await run_in_threadpool(keep_agreement, who, source, after=after, why=why)
    return RedirectResponse("/watch?done=agreement", status_code=303)


@router.post("/watch/zones")
async def zones(who: Analyst, request: Request) -> Response:
    """Keep the zones of the book, from a GeoJSON file."""
    form = await request.form(max_files=1, max_fields=5, max_part_size=_FIELD_BYTES)
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            msg = "choose a GeoJSON file of zones"
            raise InputError(msg)
        content = await file.read()
    finally:
        await form.close()
    await run_in_threadpool(keep_zones, who, content)
    return RedirectResponse("/watch/agreement#zones", status_code=303)
