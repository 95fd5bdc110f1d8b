"""Who asks, and for whom the case is shown to them: what every page and call begins with."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator
from typing import Annotated

import msgspec
from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from goodoffices.desk.audience import Audience
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Marking, parse_marking
from goodoffices.record.account import Account, Role
from goodoffices.record.view import View

from .guards.refusals import Forbidden, LogInFirst, Unproven
from .guards.session import Session, csrf_word, new_session, read_session, read_token
from .workbench import Workbench

__all__ = [
    "Admin",
    "Analyst",
    "Asking",
    "Bench",
    "Keeper",
    "Reader",
    "address_of",
    "asking",
    "bench_of",
    "known_session",
    "prove_form",
]

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_FIELD_BYTES = 9_000_000
"""Of one field of a form: two million characters of any script, as many as a text may have."""


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """One request: who asks, for which audience, and the open case.

    Attributes:
        bench: The open workbench.
        account: Who asks.
        session: Their session.
        audience: For whom the case is shown: their own audience, or the lower one that they chose.
        script: Is it asked for by a script of ours (htmx), which takes a part of a page?
        address: Where the request comes from.
    """

    bench: Workbench
    account: Account
    session: Session
    audience: Audience
    script: bool = False
    address: str = ""

    @property
    def own(self) -> Audience:
        """The audience that they belong to."""
        return Audience.of(self.account.audience, self.account.circles)

    @property
    def lowered(self) -> bool:
        """Do they look at the case as somebody who may see less?"""
        return self.audience != self.own

    @property
    def view(self) -> View:
        """The record as this audience may see it."""
        return self.audience.view(self.bench.store)

    @property
    def snapshot(self) -> Snapshot:
        """The findings of this audience.

        Raises:
            NotReady: If they are being put together.
        """
        return self.bench.shelf.ready(self.audience)

    @property
    def csrf(self) -> str:
        """The word that forms carry."""
        return csrf_word(self.session, self.bench)

    def may(self, role: Role) -> bool:
        """May they do what this role may?"""
        return self.account.role.may(role)

    @property
    def keeps(self) -> bool:
        """Do they keep the case: an admin who sees all of it, and looks at all of it now?"""
        return self.may(Role.ADMIN) and self.audience.marking is Marking.RED and not self.audience.circles


def bench_of(request: Request) -> Workbench:
    """The workbench that a request reached."""
    bench: Workbench = request.app.state.bench
    return bench


def known_session(request: Request) -> Session:
    """The session of a request; a new one for a browser that has none."""
    known: Session | None = getattr(request.state, "session", None)
    if known is None:
        known = read_session(request, bench_of(request)) or new_session()
        request.state.session = known
    return known


async def asking(request: Request) -> AsyncIterator[Asking]:
    """Find out who asks, and make sure that a form comes from a page of ours.

    Yields:
        Who asks. When the request is answered, the files of its form are closed, whatever became of it.

    Raises:
        LogInFirst: If nobody is logged in and somebody has to be.
        Unproven: If something is to be changed and the request does not prove where it comes from.
    """
    try:
        yield await _asked(request)
    finally:
        await request.close()


async def _asked(request: Request) -> Asking:
    bench = bench_of(request)
    bearer = request.headers.get("authorization", "")
    by_token = bearer.lower().startswith("bearer ")
    if by_token:
        session = read_token(bearer[7:].strip(), bench, salt="token")
        if session is None:
            msg = "this token is not valid any more; get a new one with POST /api/v1/session"
            raise LogInFirst(msg)
    else:
        session = known_session(request)
    account = await run_in_threadpool(_account, request, session, bench)
    if not by_token and request.method not in _READING:
        await prove_form(request, session, bench, field_bytes=_FIELD_BYTES)
    own = Audience.of(account.audience, account.circles)
    return Asking(
        bench=bench,
        account=account,
        session=session,
        audience=own.lowered(_seen_as(request, session) or own.marking),
        script=request.headers.get("hx-request") == "true",
        address=address_of(request),
    )


def address_of(request: Request) -> str:
    """Where a request comes from: as a proxy of ours says that passed it on, else whoever connected."""
    peer = request.client.host if request.client else ""
    passed_on = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return passed_on[:64] if passed_on and peer in bench_of(request).settings.proxies else peer


def _seen_as(request: Request, session: Session) -> Marking | None:
    # Programs say it with each call; nobody is raised by either.
    asked = request.headers.get("x-audience", "")
    return parse_marking(asked) if asked else session.seen_as


def _account(request: Request, session: Session, bench: Workbench) -> Account:
    if bench.alone:
        return bench.local
    name = _named_by_proxy(request, bench) if bench.settings.proxy_header else session.user
    account = bench.store.accounts().get(name) if name else None
    through_proxy = bool(bench.settings.proxy_header)
    if account is None or not account.active or (not through_proxy and account.session != session.number):
        msg = "log in first"
        raise LogInFirst(msg)
    return account


def _named_by_proxy(request: Request, bench: Workbench) -> str:
    # Starlette gives the address of whoever connected, which for a trusted proxy is the proxy itself.
    peer = request.client.host if request.client else ""
    named = request.headers.getlist(bench.settings.proxy_header)
    # Two names: one of them was sent along by whoever asks, and nobody can say which.
    return named[0] if len(named) == 1 and peer in bench.settings.proxies else ""


async def prove_form(request: Request, session: Session, bench: Workbench, *, field_bytes: int = 1024 * 1024) -> None:
    """Make sure that what is to be changed was sent from a page of ours, in this session.

    Args:
        request: What was sent.
        session: The session.
        bench: The open workbench.
        field_bytes: The most that one field may hold; more where it is known who sends it.

    Raises:
        Unproven: If it does not carry the word of the session.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        msg = "this form was sent from another site; open the page here and send it again"
        raise Unproven(msg)
    if bench.alone and request.url.path.startswith("/api/") and request.headers.get("x-goodoffices"):
        return  # a program at this machine: a page of another site cannot send a header of its own making
    given = request.headers.get("x-csrf-token") or ""
    kind = request.headers.get("content-type", "")
    if not given and kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        form = await request.form(max_part_size=field_bytes)
        word = form.get("csrf", "")
        given = word if isinstance(word, str) else ""
    if not hmac.compare_digest(given.encode("utf-8"), csrf_word(session, bench).encode("ascii")):
        msg = "this form has run out; open the page again and send it once more"
        raise Unproven(msg)


Bench = Annotated[Workbench, Depends(bench_of)]
Reader = Annotated[Asking, Depends(asking)]


def _analyst(who: Reader) -> Asking:
    return _with_role(who, Role.ANALYST)


def _admin(who: Reader) -> Asking:
    return _with_role(who, Role.ADMIN)


def _with_role(who: Asking, role: Role) -> Asking:
    if not who.may(role):
        msg = f"this takes the role {role.value}; ask whoever keeps the case"
        raise Forbidden(msg)
    return who


def _keeper(who: Admin) -> Asking:
    if not who.keeps:
        msg = "this is for admins who see all of the case, up to RED and beyond all circles, and look at it so"
        raise Forbidden(msg)
    return who


Analyst = Annotated[Asking, Depends(_analyst)]
Admin = Annotated[Asking, Depends(_admin)]
Keeper = Annotated[Asking, Depends(_keeper)]
