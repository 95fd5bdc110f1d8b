"""`goodoffices case users`: who may log in to a case, in which role, and what of it may be shown to them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from goodoffices.record.account import Account, Accounts, Role, parse_role
from goodoffices.record.errors import InputError
from goodoffices.record.release import Marking
from goodoffices.record.store import open_case

from .options import MARKING, F, case_argument, format_option
from .output import emit

__all__ = ["users"]

T = TypeVar("T")

_ROLES = click.Choice([role.value for role in Role])
_NAME = click.argument("name")
_BY = click.option("--by", metavar="NAME", default="", help="Who says so, for the audit log.")


@click.group(invoke_without_command=True)
@case_argument
@click.pass_context
def users(ctx: click.Context, case: str) -> None:
    """Say who may log in to CASE: readers, analysts and admins, each with what may be shown to them.

    A password is asked for, or read as one line from standard input; it is never an argument, which others could see.

    \b
    Example:
      goodoffices case users talks.goodoffices add ana --role admin --audience RED
      goodoffices case users talks.goodoffices list
    """  # noqa: D301  \b keeps click from filling the lines
    ctx.obj = case
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_, form="text")


def _circles(command: F) -> F:
    return click.option(
        "--for", "circles", metavar="CIRCLE", multiple=True, help="A party or track that they belong to; repeatable."
    )(command)


@users.command()
@_NAME
@click.option("--role", type=_ROLES, required=True, help="What they may do.")
@click.option(
    "--audience", type=MARKING, metavar="MARKING", required=True, help="What may be shown to them: up to this marking."
)
@_circles
@click.option("--no-password", is_flag=True, help="Only a proxy that is trusted lets them in.")
@_BY
@format_option
@click.pass_obj
def add(
    case: str,
    *,
    name: str,
    role: str,
    audience: Marking,
    circles: tuple[str, ...],
    no_password: bool,
    by: str,
    form: str,
) -> None:
    """Make a user; the password is asked for, or read from standard input.

    Example: goodoffices case users talks.goodoffices add bo --role analyst --audience AMBER --for "security track"
    """
    with open_case(case) as store:
        accounts = store.accounts()
        if accounts.get(name) is not None:  # before a password is asked for
            msg = f"there is a user {name!r} already; change them, or choose another name"
            raise InputError(msg)
        password = None if no_password else _password()
        made = accounts.add(name, role=parse_role(role), audience=audience, circles=circles, password=password, by=by)
    _tell(made, form)


@users.command("list")
@format_option
@click.pass_obj
def list_(case: str, *, form: str) -> None:
    """List the users, those who were removed too.

    Example: goodoffices case users talks.goodoffices list
    """
    with open_case(case) as store:
        found = store.accounts().all()
    emit({"format": "goodoffices.case.users/1", "case": case, "users": found}, form=form, text=_lines(found))


@users.command()
@_NAME
@click.option("--role", type=_ROLES, help="What they may do from now on; ends their sessions.")
@click.option("--audience", type=MARKING, metavar="MARKING", help="What may be shown to them from now on.")
@_circles
@click.option("--no-circle", is_flag=True, help="They belong to no circle any more.")
@click.option("--active", is_flag=True, help="Let a user who was removed log in again.")
@_BY
@format_option
@click.pass_obj
def change(
    case: str,
    *,
    name: str,
    role: str | None,
    audience: Marking | None,
    circles: tuple[str, ...],
    no_circle: bool,
    active: bool,
    by: str,
    form: str,
) -> None:
    """Change what a user may do or be shown; what is not named stays. Circles given replace those that were.

    Example: goodoffices case users talks.goodoffices change bo --audience GREEN
    """
    if circles and no_circle:
        msg = "--for and --no-circle exclude each other"
        raise click.UsageError(msg)
    changed = _with_accounts(
        case,
        lambda accounts: accounts.change(
            name,
            role=parse_role(role) if role else None,
            audience=audience,
            circles=circles if circles or no_circle else None,
            active=True if active else None,
            by=by,
        ),
    )
    _tell(changed, form)


@users.command()
@_NAME
@_BY
@format_option
@click.pass_obj
def password(case: str, *, name: str, by: str, form: str) -> None:
    """Give a user a new password, asked for or read from standard input; ends their sessions.

    Example: goodoffices case users talks.goodoffices password bo
    """
    _tell(_with_accounts(case, lambda accounts: accounts.set_password(name, _password(), by=by)), form)


@users.command()
@_NAME
@_BY
@format_option
@click.pass_obj
def remove(case: str, *, name: str, by: str, form: str) -> None:
    """Let a user no longer log in, and end their sessions; their name stays on what they did.

    Example: goodoffices case users talks.goodoffices remove bo --by ana
    """
    _tell(_with_accounts(case, lambda accounts: accounts.deactivate(name, by=by)), form)


@users.command("log-out")
@_NAME
@_BY
@format_option
@click.pass_obj
def log_out(case: str, *, name: str, by: str, form: str) -> None:
    """End all sessions of a user, who may log in again.

    Example: goodoffices case users talks.goodoffices log-out bo
    """
    _tell(_with_accounts(case, lambda accounts: accounts.log_out(name, by=by)), form)


def _with_accounts(case: str, use: Callable[[Accounts], T]) -> T:
    with open_case(case) as store:
        return use(store.accounts())


def _password() -> str:
    if sys.stdin.isatty():
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return typed
    line = sys.stdin.readline()
    if not line:
        msg = "no password was given; type it where it is asked for, or hand it in as one line on standard input"
        raise InputError(msg)
    return line.rstrip("\r\n")


def _tell(account: Account, form: str) -> None:
    emit({"format": "goodoffices.case.user/1", "user": account}, form=form, text=_lines([account]))


def _lines(found: Iterable[Account]) -> Iterator[str]:
    account = None
    for account in found:
        circles = f"  for {', '.join(account.circles)}" if account.circles else ""
        words = "" if account.password else "  without a password"
        state = "" if account.active else "  removed"
        yield f"{account.name:20} {account.role.value:8} {account.audience.label:16}{circles}{words}{state}".rstrip()
    if account is None:
        yield "No users: the case is open to whoever has it."
