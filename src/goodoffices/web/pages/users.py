"""Users: who may log in, in which role, and what of the case may be shown to them; and the first of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi import Query as Asked
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.record.account import MIN_PASSWORD, Role, parse_role
from goodoffices.web.asking import Admin, Asking
from goodoffices.web.guards.refusals import Forbidden
from goodoffices.web.rendering import page, with_query
from goodoffices.web.team import Wish, change_user, covers, give_password, log_out_user, make_user, member, members

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_DONE = {
    "made": "was made. Tell them their password in person; on their own page they choose another.",
    "changed": "was changed.",
    "password": "has another password, and was logged out everywhere. Tell them in person.",
    "out": "was logged out everywhere.",
    "closed": "cannot log in any more. Their name stays on what they did.",
    "opened": "may log in again.",
}
"""What was done -> what a page says of it."""

Name = Annotated[str, Form(max_length=200)]
Secret = Annotated[str, Form(max_length=2000)]


@router.get("/users")
def show(who: Admin, done: Annotated[str, Asked(max_length=20)] = "", name: str = "") -> Response:
    """The list; alone, how to begin a team."""
    return _list(who, done=_DONE.get(done, ""), about=name[:64])


@router.get("/users/one")
def show_one(who: Admin, name: str = "", done: Annotated[str, Asked(max_length=20)] = "") -> Response:
    """One user."""
    return _one(who, name, done=_DONE.get(done, ""))


@router.post("/users/first")
def first(who: Admin, name: Name, password: Secret, again: Secret) -> Response:
    """Make the first admin: from then on one logs in."""
    if not who.bench.alone:
        msg = "there are users already; an admin makes others on the page of users"
        raise Forbidden(msg)
    wish = Wish(role=Role.ADMIN, audience=Marking.RED)
    try:
        make_user(who, name, wish, _same(password, again))
    except InputError as error:
        return _list(who, problem=str(error), given={"name": name}, status=422)
    return RedirectResponse("/login", status_code=303)


@router.post("/users/add")
def add(
    who: Admin,
    name: Name,
    role: Annotated[str, Form(max_length=20)],
    audience: Annotated[str, Form(max_length=20)],
    circles: Annotated[str, Form(max_length=4000)] = "",
    password: Secret = "",
) -> Response:
    """Make a user."""
    given = {"name": name, "role": role, "audience": audience, "circles": circles}
    try:
        wish = Wish(role=parse_role(role), audience=parse_marking(audience), circles=_lines(circles))
        made = make_user(who, name, wish, password or None)
    except InputError as error:
        return _list(who, problem=str(error), given=given, status=422)
    return RedirectResponse(with_query("/users", done="made", name=made.name), status_code=303)


@router.post("/users/change")
def change(
    who: Admin,
    name: Name,
    role: Annotated[str, Form(max_length=20)],
    audience: Annotated[str, Form(max_length=20)],
    circles: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Change what a user may do or see."""
    wish = Wish(role=parse_role(role), audience=parse_marking(audience), circles=_lines(circles))
    return _done(change_user(who, name, wish).name, "changed")


@router.post("/users/active")
def set_active(who: Admin, name: Name, active: Annotated[str, Form(max_length=3)]) -> Response:
    """Let a user no longer log in, or again."""
    change_user(who, name, Wish(active=active == "yes"))
    return _done(name, "opened" if active == "yes" else "closed")


@router.post("/users/password")
def new_password(who: Admin, name: Name, password: Secret) -> Response:
    """Give a user another password."""
    try:
        give_password(who, name, password)
    except InputError as error:
        return _one(who, name, problem=str(error), status=422)
    return _done(name, "password")


@router.post("/users/log-out")
def log_out(who: Admin, name: Name) -> Response:
    """End all sessions of a user."""
    return _done(log_out_user(who, name).name, "out")


def _done(name: str, done: str) -> Response:
    return RedirectResponse(with_query("/users/one", name=name, done=done), status_code=303)


def _same(password: str, again: str) -> str:
    if password != again:
        msg = "the two passwords are not the same; type them once more"
        raise InputError(msg)
    return password


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _may_give(who: Asking) -> tuple[Marking, ...]:
    circles = who.audience.circles
    return tuple(each for each in Marking if covers(who.audience, each, circles))


def _list(
    who: Asking,
    *,
    done: str = "",
    about: str = "",
    problem: str = "",
    given: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    known = {"name": "", "role": "", "audience": "", "circles": "", **(given or {})}
    return page(
        who,
        "users.html.j2",
        here="/users",
        status=status,
        members=members(who),
        roles=tuple(Role),
        may_give=_may_give(who),
        shortest=MIN_PASSWORD,
        proxy=bool(who.bench.settings.proxy_header),
        done=done,
        about=about,
        problem=problem,
        given=known,
    )


def _one(who: Asking, name: str, *, done: str = "", problem: str = "", status: int = 200) -> Response:
    return page(
        who,
        "users_one.html.j2",
        here="/users",
        status=status,
        m=member(who, name),
        roles=tuple(Role),
        may_give=_may_give(who),
        shortest=MIN_PASSWORD,
        done=done,
        problem=problem,
    )
