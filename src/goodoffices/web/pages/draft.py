"""Texts: the list, a new one, handing one in, and the rolling text with all that is said of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.errors import InputError
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.deal import models_of
from goodoffices.web.drafting.ground import ground_of
from goodoffices.web.drafting.handing import Handed, handed_text, read_form
from goodoffices.web.drafting.looking import look_at
from goodoffices.web.drafting.saving import start_text
from goodoffices.web.drafting.sheet import filled, numbers_in, sheet_charts, signs
from goodoffices.web.drafting.shown import ShownText, holds_whole, one_text, text_versions, texts_of
from goodoffices.web.drafting.tasks import Looked
from goodoffices.web.inbox.shown import own_circles
from goodoffices.web.rendering import page, with_query

__all__ = ["head_of", "router", "text_page", "to_text"]

router = APIRouter(include_in_schema=False)

_ROWS = 300
"""Rows of a text on one page."""

Number = Annotated[int | None, Query(ge=1, le=1_000_000)]
Name = Annotated[str, Query(max_length=64)]


def to_text(name: str, *more: str, **values: object) -> str:
    """The address of a text, or of a page about it."""
    return with_query("/".join(["/draft", name, *more]), **values)


def head_of(who: Asking, text: ShownText, tab: str) -> dict[str, Any]:
    """What the head of every page of a text shows."""
    latest = text_versions(who, text.name)[-1].number
    return {
        "here": "/draft",
        "text": text,
        "latest": latest,
        "at": text.number if text.number != latest else "",
        "tab": tab,
        "signs": signs(),
        "models": models_of(who),
        "to_text": to_text,
        "lower": [each for each in Marking if who.audience.marking.may_see(each)],
    }


@router.get("/draft")
def list_texts(who: Reader) -> Response:
    """The texts of the desk."""
    return _list(who)


def _list(who: Asking, *, handed: Handed | None = None, problem: str = "", status: int = 200) -> Response:
    return page(
        who,
        "draft_list.html.j2",
        status=status,
        here="/draft",
        texts=texts_of(who),
        handed=handed or Handed(),
        problem=problem,
        circles=own_circles(who),
        to_text=to_text,
    )


@router.post("/draft")
async def start(who: Analyst, request: Request) -> Response:
    """Keep a new text, pasted or from a file; what cannot be kept yet comes back with what is wrong."""
    form = await read_form(request)
    try:
        return await run_in_threadpool(_started, who, form)
    finally:
        await form.close()


def _started(who: Asking, form: FormData) -> Response:
    try:
        handed = handed_text(form)
    except InputError as error:
        return _list(who, problem=str(error), status=422)
    if handed.faults:
        return _list(who, handed=handed, problem=handed.faults[0], status=422)
    try:
        version = start_text(who, handed.source, marking=handed.marking, circle=handed.circle, why=handed.why)
    except InputError as error:
        return _list(who, handed=handed, problem=str(error), status=422)
    return RedirectResponse(to_text(version.name), status_code=303)


@router.get("/draft/{name}")
def show(
    who: Reader,
    name: str,
    version: Number = None,
    model: Name = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """The rolling text."""
    return text_page(who, one_text(who, name, version), model=model, part=part, done=done)


def text_page(who: Asking, text: ShownText, *, model: str, part: int, done: str) -> Response:
    """The page of one version."""
    ground, chosen = ground_of(who, model)
    looked = look_at(text.source, ground, name=f"v{text.number}")
    apart = [each for each in text_versions(who, text.name) if each.apart] if holds_whole(who.audience) else []
    return page(
        who,
        "draft_text.html.j2",
        **head_of(who, text, "text"),
        **sections(who, text, looked, part),
        model=chosen,
        looked=looked,
        apart=apart,
        done=done,
        recorded=ground.findings is not None,
    )


def sections(who: Asking, text: ShownText, looked: Looked, part: int) -> dict[str, Any]:
    """The sections of the rolling text."""
    shown = looked.page
    parts = max(1, -(-len(shown.rows) // _ROWS))
    place = min(part, parts)
    numbers = numbers_in(shown)
    latest = text_versions(who, text.name)[-1].number
    given: dict[str, Any] = {"page": shown, "numbers": numbers, "name": text.name}
    rows = shown.rows[(place - 1) * _ROWS : place * _ROWS]
    editing = who.may(Role.ANALYST) and text.number == latest
    sheet = filled("draft_sheet.html.j2", **given, rows=rows, first=place == 1, last=place == parts, editing=editing)
    return {
        "page": shown,
        "sheet": sheet,
        "wants": filled("draft_wants.html.j2", **given) if shown.contested else "",
        "charts": sheet_charts(shown),
        "part": place,
        "parts": parts,
        "editing": editing,
    }
