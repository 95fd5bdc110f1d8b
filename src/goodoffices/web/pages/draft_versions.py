"""Versions: the history, the redline of any two, the way of each point, bringing one back, joining an edit."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from goodoffices.brief.drafting import ComparisonPage
from goodoffices.record import InputError
from goodoffices.record.account import Role
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.handing import field, handed_text, read_form
from goodoffices.web.drafting.looking import kept_texts, look_back
from goodoffices.web.drafting.merging import Joined, joined
from goodoffices.web.drafting.saving import Edited
from goodoffices.web.drafting.sheet import filled, redline_chart, sheet_charts
from goodoffices.web.drafting.shown import ShownText, one_text, text_versions
from goodoffices.web.drafting.tasks import compared, numbers_changed
from goodoffices.web.drafting.worker import TooLong, timed
from goodoffices.web.rendering import page

from .draft import head_of, to_text
from .draft_edit import saved

__all__ = ["comparison", "router"]

router = APIRouter(include_in_schema=False)

_CHANGES = 400
"""Changes of a redline on one page."""
Number = Annotated[int, Query(ge=1, le=1_000_000)]


@router.get("/draft/{name}/versions")
def versions(who: Reader, name: str) -> Response:
    """The history, and the way of each point and bracket."""
    text = one_text(who, name)
    kept = text_versions(who, name)
    return page(
        who,
        "draft_versions.html.j2",
        **head_of(who, text, "versions"),
        **_river(who, text, several=len(kept) > 1),
        kept=tuple(reversed(kept)),
        restoring=who.may(Role.ANALYST),
    )


def _river(who: Asking, text: ShownText, *, several: bool) -> dict[str, Any]:
    """The way of each point and bracket over the versions."""
    nothing: dict[str, Any] = {"progress": "", "streams": (), "problem": ""}
    if not several:
        return nothing
    try:
        shown = look_back(who, text).page
    except TooLong as error:
        return {**nothing, "problem": str(error)}
    section = filled("versions.html.j2", at=to_text(text.name), page=shown, charts=sheet_charts(shown))
    return {**nothing, "progress": section, "streams": shown.progress.streams if shown.progress else ()}


def comparison(before: ShownText, after: ShownText) -> ComparisonPage:
    """What became of each point from one version to another.

    Raises:
        TooLong: If they are too long to be compared while a page waits.
    """
    one, other = kept_texts([before, after])
    found: ComparisonPage = timed(compared, one, other, size=len(before.source) + len(after.source), seconds=25.0)
    return found


@router.get("/draft/{name}/compare")
def compare(who: Reader, name: str, a: Number = 1, b: Number | None = None, part: Number = 1) -> Response:
    """The redline of one version against another."""
    after = one_text(who, name, b)
    before = one_text(who, name, a)
    found = comparison(before, after)
    parts = max(1, -(-len(found.changes) // _CHANGES))
    place = min(part, parts)
    section = filled(
        "draft_redline.html.j2",
        page=found,
        changes=found.changes[(place - 1) * _CHANGES : place * _CHANGES],
        chart=redline_chart(found),
        numbers=numbers_changed(found),
        name=name,
    )
    return page(
        who,
        "draft_compare.html.j2",
        **head_of(who, after, "versions"),
        before=before,
        after=after,
        kept=text_versions(who, name),
        section=section,
        found=found,
        part=place,
        parts=parts,
    )


@router.post("/draft/{name}/restore")
def restore(
    who: Analyst,
    name: str,
    version: Annotated[int, Form(ge=1, le=1_000_000)],
    base: Annotated[int, Form(ge=1, le=1_000_000)],
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Make what an earlier version says the latest again; what came between stays in the history."""
    text = one_text(who, name, version)
    told = why.strip() or f"Version {version} again"
    return saved(who, name, Edited(source=text.source, base=base, why=told), done="restored")


@router.get("/draft/{name}/merge")
def merge_form(who: Analyst, name: str, theirs: Number | None = None) -> Response:
    """The form to join somebody's edit."""
    return _merge_page(who, one_text(who, name), theirs=theirs)


def _merge_page(
    who: Asking,
    text: ShownText,
    *,
    theirs: int | None = None,
    found: Joined | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    return page(
        who,
        "draft_merge.html.j2",
        status=status,
        **head_of(who, text, "text"),
        kept=text_versions(who, text.name),
        theirs=theirs,
        found=found,
        problem=problem,
    )


@router.post("/draft/{name}/merge")
async def merge(who: Analyst, name: str, request: Request) -> Response:
    """Join an edit that somebody made of a version: one of the versions, or a file or text that they sent."""
    form = await read_form(request)
    try:
        return await run_in_threadpool(_merged, who, name, form)
    finally:
        await form.close()


def _merged(who: Asking, name: str, form: FormData) -> Response:
    text = one_text(who, name)
    try:
        base = one_text(who, name, _number(form, "of"))
        label, theirs = _theirs(who, name, form)
        edits = ((text.version.by or "The text", text.source), (label, theirs))
        size = len(text.source) + len(theirs) + len(base.source)
        found: Joined = timed(joined, base.source, edits, size=size, seconds=30.0, kept=False)
    except (InputError, TooLong) as error:
        return _merge_page(who, text, problem=str(error), status=422)
    return _merge_page(who, text, found=found)


def _theirs(who: Asking, name: str, form: FormData) -> tuple[str, str]:
    """Whose edit it is, and what it says."""
    if number := field(form, "theirs"):
        other = one_text(who, name, _number(form, "theirs")) if number else None
        if other is not None:
            return other.version.by or f"Version {other.number}", other.source
    label = " ".join(field(form, "label").split())[:120]
    if not label:
        msg = "say whose edit it is: the name stands in the brackets where it clashes with the text"
        raise InputError(msg)
    file = form.get("file")
    handed = handed_text(form)
    if not handed.source.strip():
        msg = "choose a version, a file, or paste the text that they sent"
        raise InputError(msg)
    if handed.faults and isinstance(file, UploadFile):
        raise InputError(handed.faults[0])
    return label, handed.source.replace("\r\n", "\n")


def _number(form: FormData, name: str) -> int:
    value = field(form, name)
    if not (value.isdecimal() and 0 < len(value) < 8):  # noqa: PLR2004  more versions than anybody keeps
        msg = "choose the version from which the edit was made"
        raise InputError(msg)
    return int(value)
