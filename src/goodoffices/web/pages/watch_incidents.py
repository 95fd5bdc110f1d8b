"""Incidents: the list, one of them, and files of them handed in."""

from __future__ import annotations

import contextlib
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi import Query as Asked
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from goodoffices.brief.watching.build.causes import cause_of
from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError
from goodoffices.watch.attribution import evidence_grades
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.inbox.shown import own_circles
from goodoffices.web.watching import room_of
from goodoffices.web.watching.arriving import FIELDS, arrive, look_into
from goodoffices.web.watching.asked import day_of
from goodoffices.web.watching.incidents import ORDERS, Wanted, choices_of, find_incidents
from goodoffices.web.watching.loading import load_now, loaded, under_way
from goodoffices.web.watching.loads import loads_shown
from goodoffices.web.watching.opened import one_incident
from goodoffices.web.watching.rendering import watch_page

__all__ = ["Sought", "router", "wanted_of"]

router = APIRouter(include_in_schema=False)

_REJECTIONS = 200
_LOADS = 12
_WAIT_SECONDS = 3.0
Short = Annotated[str, Asked(max_length=200)]


def wanted_of(
    kind: Short = "",
    zone: Short = "",
    party: Short = "",
    actor: Short = "",
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
    q: Short = "",
    order: Annotated[str, Asked(max_length=20)] = "newest",
) -> Wanted:
    """Read what is asked of the list from an address.

    Raises:
        InputError: A day is none.
    """
    return Wanted(
        kind=kind,
        zone=zone,
        party=party,
        actor=actor,
        since=day_of(first),
        until=day_of(last),
        text=q.strip(),
        order=order,
    )


Sought = Annotated[Wanted, Depends(wanted_of)]


@router.get("/watch/incidents")
def incidents(who: Reader, wanted: Sought, start: Annotated[int, Asked(ge=0, le=100_000_000)] = 0) -> Response:
    """The list, a page at a time."""
    room = room_of(who)
    loads = loads_shown(room)
    return watch_page(
        who,
        "watch_incidents.html.j2",
        here="/watch/incidents",
        found=find_incidents(room, wanted, start),
        wanted=wanted,
        address=wanted.address,
        choices=choices_of(room),
        orders=ORDERS,
        loads=loads[:_LOADS],
        whole=room.seen.viewer.keeps,
        there=room.seen.has_incidents,
        marking=room.seen.marking,
    )


@router.post("/watch/incidents")
async def hand_in(who: Analyst, request: Request) -> Response:
    """Take a file of incidents; what it holds is shown before it is loaded."""
    form = await request.form(max_files=1, max_fields=10)
    try:
        file, marking = form.get("file"), form.get("marking", "")
        if not isinstance(file, UploadFile) or not file.filename:
            msg = "choose a file of incidents"
            raise InputError(msg)
        token = await run_in_threadpool(_arrive, who, file, str(marking))
    finally:
        await form.close()
    return RedirectResponse(f"/watch/incoming/{token}", status_code=303)


def _arrive(who: Asking, file: UploadFile, marking: str) -> str:
    return arrive(room_of(who, counted=False), file.filename or "", file.file, marking).token


@router.get("/watch/incoming/{token}")
def look(who: Analyst, token: str) -> Response:
    """What a file holds, and how it will be read."""
    seen = look_into(room_of(who, counted=False), token)
    circles = own_circles(who)
    here = "/watch/incidents"
    return watch_page(who, "watch_incoming.html.j2", here=here, look=seen, fields=FIELDS, circles=circles)


@router.post("/watch/incoming/{token}")
async def load(who: Analyst, token: str, request: Request) -> Response:
    """Load it, with the columns as they were chosen."""
    form = await request.form(max_files=0, max_fields=60)
    fields = {name: str(value) for name, value in form.items() if isinstance(value, str)}
    await run_in_threadpool(_load, who, token, fields)
    return RedirectResponse(f"/watch/incoming/{token}/done", status_code=303)


def _load(who: Asking, token: str, fields: dict[str, str]) -> None:
    with contextlib.suppress(NotReady):  # a large file goes on by itself; its page says how far it is
        load_now(room_of(who, counted=False), token, fields, wait=_WAIT_SECONDS)


@router.get("/watch/incoming/{token}/done")
def what_came(who: Analyst, token: str) -> Response:
    """What came of a load: how many rows, and those that were not loaded, with the reasons."""
    room = room_of(who, counted=False)
    if (loading := under_way(room, token)) is not None:
        return watch_page(who, "watch_loading.html.j2", here="/watch/incidents", loading=loading)
    arrived, done = loaded(room, token)
    return watch_page(
        who,
        "watch_loaded.html.j2",
        here="/watch/incidents",
        arrived=arrived,
        done=done.load,
        rejections=done.rejections[:_REJECTIONS],
        more=max(0, len(done.rejections) - _REJECTIONS) + done.left_out,
    )


@router.get("/watch/incidents/{name:path}")
def incident(who: Reader, name: str, done: str = "") -> Response:
    """One incident: where, who, how sure, who else tells of it, and the form to say who did it."""
    room = room_of(who)
    one = one_incident(room, name)
    log = room.seen.log
    return watch_page(
        who,
        "watch_incident.html.j2",
        here="/watch/incidents",
        one=one,
        i=one.view,
        name=name,
        said=[cause_of(key, log) for key in one.attributions],
        rests=[(cause_of(key, log), each) for key, each in one.rests.items()],
        agreement=room.seen.agreement,
        grades=evidence_grades(),
        done=done,
        marking=room.seen.marking,
    )
