"""Handing in: files, texts and addresses; what is being read; what was not taken, and trying it again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from goodoffices.record import Rejection
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.inbox.job import Job, State
from goodoffices.web.inbox.receiving import Said, hand_in_files, hand_in_link, hand_in_text, onlooker
from goodoffices.web.inbox.shown import inbox_shown
from goodoffices.web.rendering import fragment, page, with_query

__all__ = ["handed_in", "read_form", "rejected_jobs", "rejections_beside", "router"]

router = APIRouter(include_in_schema=False)

_FILES = 1_000
_FIELD_BYTES = 5_000_000
"""Of a text that is pasted: a million characters of any script."""
_REJECTIONS = 200


async def read_form(request: Request) -> FormData:
    """Read a form that may hold many files and a long text; only once it is known who sends it.

    Raises:
        HTTPException: If it holds more than 1,000 files.
    """
    return await request.form(max_files=_FILES, max_fields=50, max_part_size=_FIELD_BYTES)


def handed_in(who: Asking, form: FormData) -> tuple[str, ...]:
    """Keep what a form hands in; return the ids of its jobs.

    Raises:
        InputError: If there is nothing in it, or what is said of it cannot be.
    """

    def field(name: str) -> str:
        value = form.get(name, "")
        return value if isinstance(value, str) else ""

    names = ("marking", "circle", "published", "outlet", "title", "url")
    said = Said(**{name: field(name) for name in names})
    if "text" in form:
        return hand_in_text(who, said, field("text"))
    if "link" in form:
        return hand_in_link(who, said, field("link"))
    files = (each for each in form.getlist("files") if isinstance(each, UploadFile))
    return hand_in_files(who, said, [(each.filename or "", each.file) for each in files])


@router.post("/reports")
async def hand_in(who: Analyst, request: Request) -> Response:
    """Take what is handed in; it is on the disk when this is answered."""
    form = await read_form(request)
    ids = await run_in_threadpool(handed_in, who, form)
    await form.close()
    if who.script:
        return await run_in_threadpool(_part, who)
    return RedirectResponse(with_query("/reports", handed=len(ids)) + "#inbox", status_code=303)


@router.get("/reports/inbox")
def inbox(who: Reader) -> Response:
    """What is being read, and what came of it: a part of the page, asked for again while there is more."""
    if who.script:
        return _part(who)
    return page(who, "report_waiting.html.j2", here="/reports", inbox=inbox_shown(who), State=State)


def _part(who: Asking) -> Response:
    return fragment(who, "report_inbox.html.j2", inbox=inbox_shown(who), State=State)


def rejected_jobs(who: Asking) -> tuple[Job, ...]:
    """What was handed in here and rejected, as far as it may be seen."""
    return who.bench.inbox.jobs(onlooker(who), (State.REJECTED,), limit=_REJECTIONS)


def rejections_beside(who: Asking, jobs: tuple[Job, ...]) -> tuple[Rejection, ...]:
    """What else the record notes as not taken: of whole files, and of what readers could not bear out."""
    told = {(each.what, each.reason) for job in jobs for each in job.fallen}
    found = who.view.rejections()
    return tuple(each for each in reversed(found) if (each.what, each.reason) not in told)


@router.get("/reports/rejections")
def rejections(who: Reader, start: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> Response:
    """What was not taken, with the reasons."""
    jobs = rejected_jobs(who) if start == 0 else ()
    beside = rejections_beside(who, rejected_jobs(who))
    return page(
        who,
        "report_rejections.html.j2",
        here="/reports",
        jobs=jobs,
        rejections=beside[start : start + _REJECTIONS],
        total=len(beside),
        start=start,
        following=start + _REJECTIONS if start + _REJECTIONS < len(beside) else None,
    )


@router.post("/reports/inbox/{job}/again")
def again(who: Analyst, job: str) -> Response:
    """Have something that was rejected read once more."""
    who.bench.inbox.again(job, onlooker(who))
    who.bench.foreman.wake()
    return RedirectResponse("/reports#inbox", status_code=303)


@router.post("/reports/inbox/{job}/dismiss")
def dismiss(who: Analyst, job: str) -> Response:
    """Put something that was rejected away; the record keeps that it was."""
    who.bench.inbox.dismiss(job, onlooker(who))
    return RedirectResponse("/reports/rejections", status_code=303)
