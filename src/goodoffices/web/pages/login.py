"""Logging in and out."""

from __future__ import annotations

import hmac
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from goodoffices.web.asking import Bench, Reader, address_of, known_session
from goodoffices.web.guards.entering import check
from goodoffices.web.guards.refusals import Unproven
from goodoffices.web.guards.session import Session, cookie_name, csrf_word, end_session, set_session
from goodoffices.web.moments import now
from goodoffices.web.rendering import templates
from goodoffices.web.workbench import Workbench

__all__ = ["login_url", "own_path", "router"]

router = APIRouter(include_in_schema=False)


def login_url(request: Request) -> str:
    """Where to log in, and then come back to what was asked for."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return f"/login?next={quote(asked if request.method == 'GET' else '/', safe='')}"


def own_path(text: str) -> str:
    """A path of this workbench as it is, and ``/`` for anything else: nobody is sent to another site from here."""
    parts = urlsplit(text)
    plain = text.startswith("/") and not text.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return text if plain and text.isprintable() and "\\" not in text else "/"


@router.get("/login")
def show(request: Request, bench: Bench, next: str = "/") -> Response:  # noqa: A002  the query's own name
    """The form."""
    session = known_session(request)
    return _form(bench, session, next_page=own_path(next))


@router.post("/login")
def log_in(
    request: Request,
    bench: Bench,
    name: Annotated[str, Form(max_length=256)],
    password: Annotated[str, Form(max_length=4096)],
    csrf: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002  the form's own name
) -> Response:
    """Log in; what is typed wrong costs time from the sixth try on."""
    session = known_session(request)
    if not hmac.compare_digest(csrf.encode("utf-8"), csrf_word(session, bench).encode("ascii")):
        msg = "this form has run out; open the page again and send it once more"
        raise Unproven(msg)
    found = check(bench, name, password, address_of(request))
    if found is None:
        return _form(
            bench,
            session,
            next_page=own_path(next),
            name=name,
            problem="That name and password are not known.",
            status=401,
        )
    response = RedirectResponse(own_path(next), status_code=303)
    set_session(response, found, bench)
    return response


@router.post("/logout")
def log_out(who: Reader) -> Response:
    """End this session; alone there is none to end."""
    if who.bench.alone:
        return RedirectResponse("/", status_code=303)
    end_session(who.session, who.bench)
    who.bench.store.audit("logout", by=who.account.name, at=now())
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(cookie_name(who.bench.settings), path="/", secure=who.bench.settings.secure)
    return response


def _form(
    bench: Workbench, session: Session, *, next_page: str, name: str = "", problem: str = "", status: int = 200
) -> Response:
    text = templates().get_template("login.html.j2")
    shown = text.render(csrf=csrf_word(session, bench), next=next_page, name=name, problem=problem)
    response = HTMLResponse(shown, status_code=status)
    set_session(response, session, bench)
    return response
