"""For whom the case is shown: seeing it as a lower audience would, and handing out what that audience may have."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.desk.audience import Audience
from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.record.paging import Tally
from goodoffices.web.asking import Reader
from goodoffices.web.guards.session import set_session
from goodoffices.web.rendering import page

__all__ = ["Share", "router", "shares"]

router = APIRouter(include_in_schema=False)


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one audience sees of the case."""

    audience: Audience
    tally: Tally
    now: bool


def shares(who: Reader) -> tuple[Share, ...]:
    """What each audience that one may look as sees, the widest first; nothing of what is above one's own."""
    lower = [marking for marking in Marking if who.own.marking.may_see(marking)]
    made = []
    for marking in reversed(lower):
        audience = who.own.lowered(marking)
        made.append(Share(audience=audience, tally=who.bench.tallies.of(audience), now=audience == who.audience))
    return tuple(made)


@router.get("/audience")
def show(who: Reader) -> Response:
    """The page."""
    return page(who, "audience.html.j2", here="/audience", shares=shares(who))


@router.post("/audience")
def look_as(who: Reader, marking: Annotated[str, Form(max_length=20)] = "") -> Response:
    """See the case as an audience would, till it is taken back."""
    chosen = parse_marking(marking) if marking else None
    if chosen is not None and not who.own.marking.may_see(chosen):
        msg = f"you may see the case up to {who.own.marking.label}; choose that or less"
        raise InputError(msg)
    session = msgspec.structs.replace(who.session, seen_as=None if chosen is who.own.marking else chosen)
    response = RedirectResponse("/", status_code=303)
    set_session(response, session, who.bench)
    return response
