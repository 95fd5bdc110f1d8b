"""The history of a model: its versions, two of them side by side, and going back to one."""

from __future__ import annotations

import difflib
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.web.asking import Analyst, Reader
from goodoffices.web.rendering import page
from goodoffices.web.weighing.answering import answering, weighed
from goodoffices.web.weighing.changes import differing
from goodoffices.web.weighing.models import Wish, read, save, versions

from .weigh import onward

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_LINES = 600
_PLACES = 200
Number = Annotated[int, Asked(ge=1, le=9999)]


@router.get("/weigh/{name}/versions")
def history(who: Reader, name: str) -> Response:
    """All versions, the latest first."""
    latest, _ = read(who, name)
    return page(who, "weigh_versions.html.j2", here="/weigh", version=latest, versions=versions(who, name)[::-1])


@router.get("/weigh/{name}/compare")
def compare(who: Reader, name: str, a: Number, b: Number) -> Response:
    """Two versions: place by place, line by line, and front beside front."""
    before, old = read(who, name, min(a, b))
    after, new = read(who, name, max(a, b))
    first, second = weighed(who, old), weighed(who, new)
    places = differing(first.model, second.model) if first.model and second.model else ()
    lines = [
        each
        for each in difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1)
        if not each.startswith(("---", "+++"))
    ]
    return page(
        who,
        "weigh_compare.html.j2",
        here="/weigh",
        version=after,
        before=before,
        after=after,
        places=places[:_PLACES],
        more_places=max(0, len(places) - _PLACES),
        lines=lines[:_LINES],
        more_lines=max(0, len(lines) - _LINES),
        a=answering(who, second, (before.number, old)),
    )


@router.post("/weigh/{name}/restore")
def restore(
    who: Analyst, name: str, version: Annotated[int, Form(ge=1, le=9999)], after: Annotated[int, Form(ge=1, le=9999)]
) -> Response:
    """Save an earlier version once more, as the latest."""
    held, text = read(who, name, version)
    wish = Wish(
        text=text,
        title=held.title,
        why=f"version {held.number} restored",
        marking=held.marking,
        name=name,
        after=after,
    )
    return onward(save(who, wish))
