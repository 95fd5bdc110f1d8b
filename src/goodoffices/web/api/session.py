"""Logging in from a program, and what the case is."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from goodoffices import __version__
from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.paging import Tally
from goodoffices.web.asking import Bench, Reader, address_of
from goodoffices.web.guards.entering import check
from goodoffices.web.guards.refusals import LogInFirst
from goodoffices.web.guards.session import token_of
from goodoffices.web.moments import now

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["case"])


class Login(msgspec.Struct, forbid_unknown_fields=True):
    """A user's name and password."""

    name: Annotated[str, msgspec.Meta(max_length=64)]
    password: Annotated[str, msgspec.Meta(max_length=1024)]


class Token(msgspec.Struct, frozen=True):
    """What each further call carries as ``Authorization: Bearer TOKEN``, and until when it is good."""

    token: str
    until: dt.datetime


class CaseAbout(msgspec.Struct, frozen=True, kw_only=True):
    """The case as whoever asks sees it."""

    title: str
    program: str
    user: str
    role: Role
    audience: Marking
    circles: tuple[str, ...]
    holds: Tally


@router.post("/session", responses=told(Token, "A token", status=201), openapi_extra=taken(Login), status_code=201)
def log_in(request: Request, bench: Bench, given: Annotated[Login, Depends(body(Login))]) -> Response:
    """Log in."""
    session = check(bench, given.name, given.password, address_of(request))
    if session is None:
        msg = "that name and password are not known"
        raise LogInFirst(msg)
    until = now() + dt.timedelta(hours=bench.settings.session_hours)
    return answer(Token(token_of(session, bench, salt="token"), until), status=201)


@router.get("/case", responses=told(CaseAbout, "The case"))
def about(who: Reader) -> Response:
    """What the case holds, for whoever asks; header ``X-Audience`` shows any call as a lower audience would see it."""
    return answer(
        CaseAbout(
            title=who.bench.title,
            program=__version__,
            user=who.account.name,
            role=who.account.role,
            audience=who.audience.marking,
            circles=who.audience.circles,
            holds=who.view.tally(),
        )
    )
