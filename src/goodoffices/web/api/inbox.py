"""Handing in reports, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi import Query as Asked
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from goodoffices.record import InputError, Marking, Rejection
from goodoffices.web.asking import Analyst, Reader
from goodoffices.web.inbox.job import Job, State
from goodoffices.web.inbox.receiving import Said, hand_in_link, hand_in_text, onlooker
from goodoffices.web.inbox.shown import as_shown, trouble_told
from goodoffices.web.pages.report_inbox import handed_in, read_form

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["inbox"])

Short = Annotated[str, msgspec.Meta(max_length=300)]


class NewReport(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A text, or the address of a page or feed (one of the two), who may be shown it, and what is known of it.

    `published` is a day, 2026-03-01; `title` and `url` are for a text alone.
    """

    marking: Marking
    text: str | None = None
    link: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    title: Short = ""
    outlet: Short = ""
    published: Annotated[str, msgspec.Meta(max_length=20)] = ""
    url: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    circle: Annotated[str, msgspec.Meta(max_length=200)] = ""


class HandedIn(msgspec.Struct, frozen=True, kw_only=True):
    """The jobs of what was handed in: it is on the disk, and will be read."""

    jobs: tuple[str, ...]


class InboxAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed in, as far as this audience may see it: counts by state, and jobs, the last moved first.

    `trouble` says why nothing is read at the moment; it is empty where all is well.
    """

    counts: Mapping[State, int]
    jobs: tuple[Job, ...]
    trouble: str


_FILES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["marking", "files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}, "maxItems": 1000},
                        "marking": {"type": "string", "enum": [each.value for each in Marking]},
                        "published": {"type": "string"},
                        "outlet": {"type": "string"},
                        "circle": {"type": "string"},
                    },
                }
            }
        },
    }
}


@router.post(
    "/reports",
    responses=told(HandedIn, "Kept, and to be read", status=202),
    openapi_extra=taken(NewReport),
    status_code=202,
)
def add(who: Analyst, given: Annotated[NewReport, Depends(body(NewReport))]) -> Response:
    """Hand in a text or an address. When this is answered, it is on the disk; the inbox says what comes of it."""
    said = Said(
        marking=given.marking.value,
        circle=given.circle,
        published=given.published,
        outlet=given.outlet,
        title=given.title,
        url=given.url,
    )
    if (given.text is None) == (given.link is None):
        msg = "give either a text or a link"
        raise InputError(msg)
    ids = hand_in_text(who, said, given.text) if given.text is not None else hand_in_link(who, said, given.link or "")
    return answer(HandedIn(jobs=ids), status=202)


@router.post(
    "/reports/files",
    responses=told(HandedIn, "Kept, and to be read", status=202),
    openapi_extra=_FILES,
    status_code=202,
)
async def add_files(who: Analyst, request: Request) -> Response:
    """Hand in files; a `meta.json` among them says of the others when and by whom each was published."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        msg = "send the files as multipart/form-data, in fields named 'files'"
        raise InputError(msg)
    form = await read_form(request)
    ids = await run_in_threadpool(handed_in, who, form)
    await form.close()
    return answer(HandedIn(jobs=ids), status=202)


@router.get("/inbox", responses=told(InboxAnswer, "What was handed in"))
def inbox(
    who: Reader,
    state: Annotated[State | None, Asked()] = None,
    limit: Annotated[int, Asked(ge=1, le=500)] = 50,
    start: Annotated[int, Asked(ge=0, le=10_000_000)] = 0,
) -> Response:
    """What was handed in of late, and what came of it."""
    looks = onlooker(who)
    found = who.bench.inbox.jobs(looks, (state,) if state else tuple(State), limit=limit, start=start)
    counts = who.bench.inbox.counts(looks)
    return answer(InboxAnswer(counts=counts, jobs=as_shown(who.view, found), trouble=trouble_told(who)))


@router.get("/inbox/{job}", responses=told(Job, "A job"))
def one(who: Reader, job: str) -> Response:
    """One thing that was handed in, and what came of it."""
    return answer(as_shown(who.view, [who.bench.inbox.job(job, onlooker(who))])[0])


@router.post("/inbox/{job}/again", responses=told(HandedIn, "To be read once more", status=202), status_code=202)
def again(who: Analyst, job: str) -> Response:
    """Have something that was rejected read once more."""
    who.bench.inbox.again(job, onlooker(who))
    who.bench.foreman.wake()
    return answer(HandedIn(jobs=(job,)), status=202)


@router.post("/inbox/{job}/dismiss", responses=told(HandedIn, "Put away"))
def dismiss(who: Analyst, job: str) -> Response:
    """Put something that was rejected away; the record keeps that it was."""
    who.bench.inbox.dismiss(job, onlooker(who))
    return answer(HandedIn(jobs=(job,)))


@router.get("/rejections", responses=told(tuple[Rejection, ...], "What was not taken, with the reasons"))
def rejections(who: Reader) -> Response:
    """What was handed in and not taken, but for the files that have been read since."""
    return answer(who.view.rejections())
