"""What a text is worth in a deal model of the case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from goodoffices.desk.worth import TextWorth
from goodoffices.record import InputError
from goodoffices.web.asking import Reader
from goodoffices.web.drafting.shown import one_text
from goodoffices.web.drafting.worth import earlier_of, worth_of

from .answers import answer, body, taken, told
from .draft_shapes import ToWeigh

__all__ = ["router"]

router = APIRouter(tags=["texts"])

Number = Annotated[int | None, Query(ge=1, le=1_000_000)]
Name = Annotated[str, Query(max_length=64)]

_WORDS = "What it leaves each party, what each bracket moves, packages, and what changed"


@router.get("/texts/{name}/worth", responses=told(TextWorth, _WORDS))
def worth(
    who: Reader,
    name: str,
    version: Number = None,
    model: Name = "",
    against: Annotated[int | None, Query(ge=0, le=1_000_000)] = None,
) -> Response:
    """Weigh a text with its brackets open in a deal model (the first there is where none is named).

    It is compared with the version before, with that of the number `against`, or with none for 0. What takes longer
    than a page may take is given up, and says so.
    """
    text = one_text(who, name, version)
    return answer(worth_of(who, text.source, model, earlier_of(who, text, against)))


@router.post("/draft/weigh", responses=told(TextWorth, _WORDS), openapi_extra=taken(ToWeigh))
def weigh(who: Reader, given: Annotated[ToWeigh, Depends(body(ToWeigh))]) -> Response:
    """Weigh a text that is sent along; nothing is kept.

    With `name` it is compared with that text, the latest version or that of the number `against`.
    """
    if given.against and not given.name:
        msg = "`against` is the number of a version: give the `name` of its text with it"
        raise InputError(msg)
    earlier = one_text(who, given.name, given.against) if given.name else None
    return answer(worth_of(who, given.source, given.model, earlier))
