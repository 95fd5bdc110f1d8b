"""Sessions: who is logged in, in a signed cookie or a signed token, and the word that each form must carry back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time

import msgspec
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from goodoffices.record import Marking
from goodoffices.web.settings import Settings
from goodoffices.web.workbench import Workbench

__all__ = [
    "COOKIE",
    "Session",
    "cookie_name",
    "csrf_word",
    "end_session",
    "new_session",
    "read_session",
    "read_token",
    "set_session",
    "token_of",
]

COOKIE = "goodoffices"
_USUAL = Settings(case="").port


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One login, or one browser at a workbench that asks for none.

    Attributes:
        key: Random; forms prove with it that they come from a page of ours.
        user: The name that logged in, or empty.
        number: The account's `session` at the login: one that has counted up since ends it.
        seen_as: The marking as whose audience the case is looked at, or None for the user's own.
        began: When, in seconds since 1970: it runs out some hours later, however much it is used.
    """

    key: str
    user: str = ""
    number: int = 0
    seen_as: Marking | None = None
    began: int = 0


def new_session(user: str = "", number: int = 0) -> Session:
    """Begin a session; each login has a new key, so that nobody can lay one under somebody else."""
    return Session(key=secrets.token_urlsafe(24), user=user, number=number, began=int(time.time()))


def cookie_name(settings: Settings) -> str:
    """The name of the cookie.

    Browsers share cookies between the ports of one machine, so a workbench at another port has a name of its own; over
    HTTPS the name is one that no other host of the same site may set.
    """
    port = "" if settings.port == _USUAL else f"-{settings.port}"
    return f"{'__Host-' if settings.secure else ''}{COOKIE}{port}"


def _serializer(bench: Workbench, salt: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(bench.secret, salt=f"goodoffices {salt}")


def token_of(session: Session, bench: Workbench, *, salt: str = "cookie") -> str:
    """Sign a session."""
    return _serializer(bench, salt).dumps(msgspec.to_builtins(session))


def read_token(token: str, bench: Workbench, *, salt: str = "cookie") -> Session | None:
    """Read a signed session, or None where it is none of ours or has run out."""
    try:
        told = _serializer(bench, salt).loads(token, max_age=_seconds(bench))
        session = msgspec.convert(told, Session)
    except (BadData, msgspec.ValidationError):
        return None
    over = session.began + _seconds(bench) < time.time() or session.key in bench.ended
    return None if over else session


def end_session(session: Session, bench: Workbench) -> None:
    """End a session: whoever kept its cookie or token gets nowhere with it."""
    bench.ended.end(session.key, session.began + _seconds(bench))


def _seconds(bench: Workbench) -> int:
    return int(bench.settings.session_hours * 3600)


def read_session(request: Request, bench: Workbench) -> Session | None:
    """The session of a request, or None."""
    cookie = request.cookies.get(cookie_name(bench.settings))
    return read_token(cookie, bench) if cookie else None


def set_session(response: Response, session: Session, bench: Workbench) -> None:
    """Send a session to the browser."""
    response.set_cookie(
        cookie_name(bench.settings),
        token_of(session, bench),
        max_age=max(0, session.began + _seconds(bench) - int(time.time())),
        httponly=True,
        samesite="strict",
        secure=bench.settings.secure,
        path="/",
    )


def csrf_word(session: Session, bench: Workbench) -> str:
    """The word that a form of this session carries."""
    return hmac.new(bench.secret.encode("ascii"), f"form {session.key}".encode(), hashlib.sha256).hexdigest()
