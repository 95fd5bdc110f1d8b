"""The weigh room: the models of the case; drafting one from the record, taking one from a file, beginning one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from goodoffices.desk.folder import Version
from goodoffices.record import InputError, Marking, most_restricted, parse_marking
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.rendering import page, with_query
from goodoffices.web.weighing.building import starting_text
from goodoffices.web.weighing.job import MOST_BYTES, Convert, Done, Draft
from goodoffices.web.weighing.models import Saved, Wish, listed, save
from goodoffices.web.weighing.scales import scales

__all__ = ["onward", "router"]

router = APIRouter(include_in_schema=False)

_FILES = 40
"""Of a GENIUS scenario: a domain and a profile for each party."""


@router.get("/weigh")
def show(who: Reader) -> Response:
    """The list."""
    return _page(who)


def _page(who: Asking, problem: str = "", status: int = 200) -> Response:
    allowed = [each for each in Marking if who.audience.marking.may_see(each)]
    return page(
        who, "weigh.html.j2", status=status, here="/weigh", models=listed(who), allowed=allowed, problem=problem
    )


@router.post("/weigh/draft")
def draft(who: Analyst) -> Response:
    """Draft a model from what whoever asks may see of the record."""
    title = who.snapshot.brief.title
    job = Draft(case=who.bench.settings.case, audience=who.audience, title=title)
    done = scales().do(job, account=who.account.name)
    if done.fault is not None:
        return _page(who, done.fault.words, 422)
    return _begun(who, done, title, done.marking, why="drafted from the record")


@router.post("/weigh/new")
def new(
    who: Analyst, title: Annotated[str, Form(max_length=200)] = "", marking: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Begin a model of two parties and one issue."""
    text = starting_text(title)
    wish = Wish(text=text, title=title or "A new deal", marking=_marking(who, marking), why="begun")
    return onward(save(who, wish))


async def _files(request: Request) -> AsyncIterator[FormData]:
    form = await request.form(max_files=_FILES, max_fields=20)
    try:
        yield form
    finally:
        await form.close()


@router.post("/weigh/upload")
def upload(who: Analyst, form: Annotated[FormData, Depends(_files)]) -> Response:
    """Take a model from files: YAML, a GENIUS or GeniusWeb scenario, a KTAB CSV."""
    given = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    try:
        content = {each.filename or "": _content(each) for each in given[:_FILES]}
    except InputError as error:
        return _page(who, str(error), 422)
    done = scales().do(Convert(files=content), account=who.account.name)
    if done.fault is not None or done.model is None:
        return _page(who, _told(done), 422)
    named = given[0].filename or ""
    title = done.model.title or named.rpartition(".")[0] or "A deal"
    marking = form.get("marking", "")
    kept = _as_written(content, done)
    return _begun(
        who, kept, title, _marking(who, marking if isinstance(marking, str) else ""), why=f"from {named[:80]}"
    )


def _content(file: UploadFile) -> bytes:
    content = file.file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        msg = f"a file of a model has at most {MOST_BYTES:,} bytes, and this has more: is it a model?"
        raise InputError(msg)
    return content


def _as_written(content: dict[str, bytes], done: Done) -> Done:
    """A YAML file stays as people wrote it, comments and all."""
    names = list(content)
    if len(names) == 1 and names[0].casefold().endswith((".yaml", ".yml")):
        return Done(text=content[names[0]].decode("utf-8-sig"), model=done.model)
    return done


def _told(done: Done) -> str:
    if done.fault is None:
        return "this holds no model"
    where = f"line {done.fault.line}, column {done.fault.column}: " if done.fault.line else ""
    return where + done.fault.words


def _marking(who: Asking, given: str) -> Marking:
    return parse_marking(given) if given else who.audience.marking


def _begun(who: Asking, done: Done, title: str, marking: Marking, why: str) -> Response:
    least = most_restricted([Marking.CLEAR, marking])
    return onward(save(who, Wish(text=done.text, title=title, marking=least, why=why)))


def onward(saved: Saved) -> Response:
    """Go to what was saved, and have the page say what became of it."""
    version: Version = saved.version
    told = {
        "saved": version.number,
        "raised": "1" if saved.raised else "",
        "apart": "1" if saved.apart else "",
        "elsewhere": saved.elsewhere or "",
    }
    return RedirectResponse(with_query(f"/weigh/{version.name}", **told), status_code=303)
