"""What goes wrong, in one shape: a page for people, JSON for programs, one sentence that says what to do."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from goodoffices.desk.folder import SavedMeanwhile
from goodoffices.desk.shelf import NotReady
from goodoffices.record.errors import GoodOfficesError, InputError, NotInCase

from .guards.refusals import Crowded, LogInFirst, Refused, TooManyTries

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOO_LARGE = "that is more than one request may bring; hand it in in smaller parts"

__all__ = ["answer_errors", "error_body", "unforeseen"]

_LOG = logging.getLogger("goodoffices.web")

_WORDS: dict[int, str] = {
    400: "That cannot be done",
    401: "Log in",
    403: "Not allowed",
    404: "Not here",
    405: "Not this way",
    409: "Somebody was faster",
    413: "Too large",
    422: "That cannot be read",
    429: "Too many tries",
    500: "This went wrong here",
    503: "Being put together",
}


def error_body(status: int, message: str) -> dict[str, object]:
    """The one shape of an error: its status, its name, and a sentence."""
    return {"error": {"status": status, "title": _WORDS.get(status, "That cannot be done"), "message": message}}


def answer_errors(app: FastAPI) -> None:
    """Have an app answer every error in that shape."""
    app.add_exception_handler(GoodOfficesError, _ours)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _plain)


def _ours(request: Request, error: Exception) -> Response:
    # Where the case lies is nobody's business but its keeper's.
    message = " ".join(str(error).split()).replace(repr(request.app.state.bench.store.name), "the case")
    if isinstance(error, LogInFirst) and _wants_page(request):
        return _to_login(request)
    headers: dict[str, str] = {}
    if isinstance(error, TooManyTries):
        headers["Retry-After"] = str(error.seconds)
    if isinstance(error, (NotReady, Crowded)):
        headers["Retry-After"] = "5"
    if isinstance(error, LogInFirst):
        headers["WWW-Authenticate"] = "Bearer"
    return _answer(request, _status(error), message, headers)


def _status(error: Exception) -> int:
    if isinstance(error, Refused):
        return error.status
    for kind, status in ((NotInCase, 404), (SavedMeanwhile, 409), (NotReady, 503), (InputError, 422)):
        if isinstance(error, kind):
            return status
    return 400


def _to_login(request: Request) -> Response:
    from .pages.login import login_url  # noqa: PLC0415  pages import this module's neighbours

    where = login_url(request)
    if request.headers.get("hx-request") == "true":
        return Response(status_code=204, headers={"HX-Redirect": where})
    return RedirectResponse(where, status_code=303)


def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  what it is registered for
    first = error.errors()[0] if error.errors() else {"loc": (), "msg": "it does not fit"}
    where = ".".join(str(each) for each in first["loc"][1:]) or "the request"
    return _answer(request, 422, f"{where}: {first['msg']}"[:300])


def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  the same
    words = {404: "there is no such page", 405: "this address takes other methods", 413: _TOO_LARGE}
    headers = dict(error.headers or {})
    return _answer(request, error.status_code, words.get(error.status_code, str(error.detail)), headers)


def unforeseen(request: Request, error: BaseException) -> Response:
    """Answer for a fault of our own, and log where it lies.

    The log names the kind of error and the place in our code: what an error says may be what a report says.
    """
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    route = request.scope.get("route")
    # An address may hold what somebody searched for or the id of a finding: the log has the route as we wrote it.
    _LOG.error("%s at %s for %s", type(error).__name__, where, getattr(route, "path", "an unknown address"))
    return _answer(
        request, 500, "something went wrong here; nothing was lost. Try again, or tell whoever keeps the case"
    )


def _wants_page(request: Request) -> bool:
    path = request.url.path
    if path.startswith("/api/") and path != "/api/docs":
        return False
    asked = request.headers.get("accept", "*/*")
    return "text/html" in asked or "*/*" in asked


def _answer(request: Request, status: int, message: str, headers: Mapping[str, str] = {}) -> Response:
    if not _wants_page(request):
        return JSONResponse(error_body(status, message), status_code=status, headers=dict(headers))
    from .rendering import templates  # noqa: PLC0415  as above

    name = "error_part.html.j2" if request.headers.get("hx-request") == "true" else "error.html.j2"
    title = _WORDS.get(status, "That cannot be done")
    text = templates().get_template(name).render(status=status, title=title, message=message)
    return HTMLResponse(text, status_code=status, headers=dict(headers))
