"""One's own account: another password, logging out here and everywhere."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi import Query as Asked
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.record import InputError
from goodoffices.record.account import MIN_PASSWORD, Account
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.guards.entering import proven
from goodoffices.web.guards.refusals import Forbidden
from goodoffices.web.guards.session import end_session, new_session, set_session
from goodoffices.web.rendering import page

__all__ = ["change_own_password", "log_out_everywhere", "router"]

router = APIRouter(include_in_schema=False)

Secret = Annotated[str, Form(max_length=2000)]


def change_own_password(who: Asking, old: str, new: str) -> Account:
    """Change one's own password, which ends all of one's sessions.

    Raises:
        Forbidden: If nobody logs in with a password here.
        InputError: If the old one is wrong, or the new one cannot be used.
        TooManyTries: If the old one was wrong too often.
    """
    _expect_account(who)
    if proven(who.bench, who.account.name, old, who.address) is None:
        msg = "that is not the password that you have now"
        raise InputError(msg)
    with who.bench.hashing.open():
        account = who.bench.store.accounts().set_password(who.account.name, new, by=who.account.name)
    end_session(who.session, who.bench)
    return account


def log_out_everywhere(who: Asking) -> None:
    """End all of one's own sessions.

    Raises:
        Forbidden: If nobody logs in here.
    """
    _expect_account(who)
    who.bench.store.accounts().log_out(who.account.name, by=who.account.name)


def _expect_account(who: Asking) -> None:
    if who.bench.alone:
        msg = "nobody logs in here; the page of users says how to begin a team"
        raise Forbidden(msg)


@router.get("/me")
def show(who: Reader, done: Annotated[str, Asked(max_length=20)] = "") -> Response:
    """The page."""
    return _page(who, done=done == "password")


@router.post("/me/password")
def change_password(who: Reader, old: Secret, new: Secret, again: Secret) -> Response:
    """Change one's own password; whoever does so stays logged in here, and nowhere else."""
    try:
        if new != again:
            msg = "the two new passwords are not the same; type them once more"
            raise InputError(msg)
        account = change_own_password(who, old, new)
    except InputError as error:
        return _page(who, problem=str(error), status=422)
    response = RedirectResponse("/me?done=password", status_code=303)
    set_session(response, new_session(account.name, account.session), who.bench)
    return response


@router.post("/me/log-out-everywhere")
def leave_everywhere(who: Reader) -> Response:
    """End all of one's sessions."""
    log_out_everywhere(who)
    return RedirectResponse("/login", status_code=303)


def _page(who: Asking, *, done: bool = False, problem: str = "", status: int = 200) -> Response:
    return page(who, "me.html.j2", here="/me", status=status, done=done, problem=problem, shortest=MIN_PASSWORD)
