"""Users, one's own account, and the audit log."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.record import Marking
from goodoffices.record.account import Account, Role
from goodoffices.record.audit import AuditEntry, parse_head
from goodoffices.web.asking import Admin, Keeper, Reader
from goodoffices.web.guards.session import end_session
from goodoffices.web.logbook import ChainProof, prove_chain
from goodoffices.web.moments import now
from goodoffices.web.pages.log import Filtered
from goodoffices.web.pages.me import change_own_password, log_out_everywhere
from goodoffices.web.team import TeamMember, Wish, change_user, give_password, log_out_user, make_user, members

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["team"])

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Password = Annotated[str, msgspec.Meta(max_length=1024)]
_Circles = Annotated[
    tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=200)], ...], msgspec.Meta(max_length=50)
]


class NewUser(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A user to be made; without a password only a trusted proxy lets them in."""

    name: _Name
    role: Role
    audience: Marking
    circles: _Circles = ()
    password: _Password | None = None


class UserChange(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is changed of a user; what is left out stays."""

    name: _Name
    role: Role | None = None
    audience: Marking | None = None
    circles: _Circles | None = None
    active: bool | None = None


class UserPassword(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Another password for a user."""

    name: _Name
    password: _Password


class UserName(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A user."""

    name: _Name


class OwnPassword(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One's password as it is, and as it shall be."""

    old: _Password
    new: _Password


class LoggedOut(msgspec.Struct, frozen=True, kw_only=True):
    """Who was logged out: this token, or all that they had."""

    name: str
    everywhere: bool


class LogLines(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of the audit log, the last one first. `before` begins the next page, and is null on the last."""

    head: str
    entries: tuple[AuditEntry, ...]
    before: int | None


class KnownHead(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A head that was written down, NUMBER:HASH, which the log must hold still; or nothing."""

    head: Annotated[str, msgspec.Meta(max_length=200)] | None = None


@router.get("/team/users", responses=told(tuple[TeamMember, ...], "The users"))
def users(who: Admin) -> Response:
    """Who may log in, and who could once. For admins."""
    return answer(members(who))


@router.post(
    "/team/users", responses=told(Account, "The user", status=201), openapi_extra=taken(NewUser), status_code=201
)
def add(who: Admin, given: Annotated[NewUser, Depends(body(NewUser))]) -> Response:
    """Make a user; the first has to be an admin up to RED. For admins, who give no more than they may see."""
    wish = Wish(role=given.role, audience=given.audience, circles=given.circles)
    return answer(make_user(who, given.name, wish, given.password), status=201)


@router.post("/team/users/change", responses=told(Account, "The user"), openapi_extra=taken(UserChange))
def change(who: Admin, given: Annotated[UserChange, Depends(body(UserChange))]) -> Response:
    """Change what a user may do or see, let them no longer in, or again. For admins."""
    wish = Wish(role=given.role, audience=given.audience, circles=given.circles, active=given.active)
    return answer(change_user(who, given.name, wish))


@router.post("/team/users/password", responses=told(Account, "The user"), openapi_extra=taken(UserPassword))
def password(who: Admin, given: Annotated[UserPassword, Depends(body(UserPassword))]) -> Response:
    """Give a user another password, which ends their sessions. For admins."""
    return answer(give_password(who, given.name, given.password))


@router.post("/team/users/log-out", responses=told(LoggedOut, "Logged out"), openapi_extra=taken(UserName))
def log_out(who: Admin, given: Annotated[UserName, Depends(body(UserName))]) -> Response:
    """End all sessions of a user. For admins."""
    return answer(LoggedOut(name=log_out_user(who, given.name).name, everywhere=True))


@router.post("/team/me/password", responses=told(LoggedOut, "Changed"), openapi_extra=taken(OwnPassword))
def own_password(who: Reader, given: Annotated[OwnPassword, Depends(body(OwnPassword))]) -> Response:
    """Change one's own password, which ends all of one's sessions; log in anew."""
    return answer(LoggedOut(name=change_own_password(who, given.old, given.new).name, everywhere=True))


@router.post("/team/me/log-out", responses=told(LoggedOut, "Logged out"))
def leave(who: Reader) -> Response:
    """End this session; its token is good for nothing any more."""
    if not who.bench.alone:
        end_session(who.session, who.bench)
        who.bench.store.audit("logout", by=who.account.name, at=now())
    return answer(LoggedOut(name=who.account.name, everywhere=False))


@router.post("/team/me/log-out-everywhere", responses=told(LoggedOut, "Logged out"))
def leave_everywhere(who: Reader) -> Response:
    """End all of one's sessions."""
    log_out_everywhere(who)
    return answer(LoggedOut(name=who.account.name, everywhere=True))


@router.get("/log", responses=told(LogLines, "Lines of the log"))
def log(
    who: Keeper,
    query: Filtered,
    before: Annotated[int | None, Asked(ge=1, le=2**53)] = None,
    limit: Annotated[int, Asked(ge=1, le=500)] = 100,
) -> Response:
    """The audit log, by act, by whom, and of what. For admins who see all of the case."""
    found = query.find(who.bench.store, limit=limit + 1, before=before)
    following = found[limit - 1].number if len(found) > limit else None
    return answer(LogLines(head=str(who.bench.store.audit_head()), entries=found[:limit], before=following))


@router.post("/log/proof", responses=told(ChainProof, "What came of it"), openapi_extra=taken(KnownHead))
def proof(who: Keeper, given: Annotated[KnownHead, Depends(body(KnownHead))]) -> Response:
    """Prove the chain of the log. That the record is what the log says, `goodoffices case verify` proves."""
    return answer(prove_chain(who.bench.store, parse_head(given.head) if given.head else None))
