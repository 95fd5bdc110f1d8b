"""The thread: from an issue to whether what was agreed on it is kept, and back, by clicking."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi import Query as Given
from starlette.responses import Response

from goodoffices.web.asking import Reader
from goodoffices.web.rendering import page
from goodoffices.web.weighing.walking import Asked, walk

__all__ = ["Begun", "router"]

router = APIRouter(include_in_schema=False)

_Id = Annotated[str, Given(max_length=400)]


def _asked(
    issue: _Id = "",
    position: _Id = "",
    option: _Id = "",
    provision: _Id = "",
    obligation: _Id = "",
    incident: _Id = "",
    finding: _Id = "",
) -> Asked:
    return Asked(
        issue=issue,
        position=position,
        option=option,
        provision=provision,
        obligation=obligation,
        incident=incident,
        finding=finding,
    )


Begun = Annotated[Asked, Depends(_asked)]


@router.get("/thread")
def show(who: Reader, asked: Begun) -> Response:
    """The page."""
    return page(who, "thread.html.j2", here="/matrix", walk=walk(who, asked))
