"""Users made and changed in the workbench: nobody gives, or lays hands on, more than they may see themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from goodoffices.desk.audience import Audience
from goodoffices.record import InputError, Marking
from goodoffices.record.account import Account, Role
from goodoffices.record.circle import circle_names

from .asking import Asking
from .guards.refusals import Forbidden

__all__ = [
    "TeamMember",
    "Wish",
    "change_user",
    "covers",
    "give_password",
    "log_out_user",
    "make_user",
    "member",
    "members",
]


class TeamMember(msgspec.Struct, frozen=True, kw_only=True):
    """A user as an admin sees them.

    Attributes:
        name: As they log in.
        role: What they may do.
        active: May they log in?
        own: May whoever looks change them? If not, what they may see is not told.
        audience: The most restricted marking that they may be shown, or null.
        circles: The circles that they belong to, or null.
        password: Have they a password? Without one only a trusted proxy lets them in. Null as above.
        at: When they were made.
        by: Who made them.
    """

    name: str
    role: Role
    active: bool
    own: bool
    audience: Marking | None
    circles: tuple[str, ...] | None
    password: bool | None
    at: dt.datetime
    by: str


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a user is to be; None leaves a thing as it is."""

    role: Role | None = None
    audience: Marking | None = None
    circles: tuple[str, ...] | None = None
    active: bool | None = None


def covers(audience: Audience, marking: Marking, circles: Iterable[str]) -> bool:
    """May an audience see all that one of this marking and these circles may see?"""
    if audience.marking is Marking.RED and not audience.circles:
        return True
    beyond_walls = marking is Marking.RED and not tuple(circles)
    return audience.marking.may_see(marking) and not beyond_walls and set(circles) <= set(audience.circles)


def members(who: Asking) -> tuple[TeamMember, ...]:
    """All users, in the order of their names."""
    return tuple(_shown(who, each) for each in who.bench.store.accounts().all())


def member(who: Asking, name: str) -> TeamMember:
    """One user whom whoever asks may change.

    Raises:
        InputError: If nobody has this name.
        Forbidden: If they may see more than whoever asks.
    """
    return _shown(who, _within_reach(who, name))


def make_user(who: Asking, name: str, wish: Wish, password: str | None) -> Account:
    """Make a user.

    Where there is none yet it is an admin who sees everything: the workbench asks for a login from then on, and
    somebody must be able to make the others.

    Raises:
        Forbidden: If they would see more than whoever asks.
        InputError: If the name or password cannot be used.
    """
    role, audience, circles = wish.role or Role.READER, wish.audience or Marking.CLEAR, circle_names(wish.circles or ())
    if who.bench.alone and ((role, audience, circles) != (Role.ADMIN, Marking.RED, ()) or password is None):
        msg = (
            "the first user has to be an admin who sees everything, with a password: nobody else could make the others"
        )
        raise InputError(msg)
    if password is None and not who.bench.settings.proxy_header:
        msg = "a user needs a password; only a trusted proxy lets anybody in without one"
        raise InputError(msg)
    _expect_covered(who, audience, circles)
    return who.bench.store.accounts().add(
        name, role=role, audience=audience, circles=circles, password=password, by=who.account.name
    )


def change_user(who: Asking, name: str, wish: Wish) -> Account:
    """Change what a user may do or see; a new role, or an end to being active, ends their sessions.

    Raises:
        Forbidden: If they may see, or would see, more than whoever asks.
        InputError: If nobody has this name, or no admin would stay.
    """
    old = _within_reach(who, name)
    circles = None if wish.circles is None else circle_names(wish.circles)
    _expect_covered(who, wish.audience or old.audience, old.circles if circles is None else circles)
    return who.bench.store.accounts().change(
        name, role=wish.role, audience=wish.audience, circles=circles, active=wish.active, by=who.account.name
    )


def give_password(who: Asking, name: str, password: str) -> Account:
    """Give a user another password, which ends their sessions.

    Raises:
        Forbidden: If they may see more than whoever asks.
        InputError: If nobody has this name, or the password cannot be used.
    """
    account = _within_reach(who, name)
    with who.bench.hashing.open():
        return who.bench.store.accounts().set_password(account.name, password, by=who.account.name)


def log_out_user(who: Asking, name: str) -> Account:
    """End all sessions of a user.

    Raises:
        Forbidden: If they may see more than whoever asks.
        InputError: If nobody has this name.
    """
    return who.bench.store.accounts().log_out(_within_reach(who, name).name, by=who.account.name)


def _within_reach(who: Asking, name: str) -> Account:
    account = who.bench.store.accounts().get(name)
    if account is None:
        msg = f"there is no user {name[:64]!r}; the list shows who there is"
        raise InputError(msg)
    if not covers(who.audience, account.audience, account.circles):
        msg = f"{account.name!r} may see more than you do; an admin who sees as much can change them"
        raise Forbidden(msg)
    return account


def _expect_covered(who: Asking, audience: Marking, circles: tuple[str, ...]) -> None:
    if not covers(who.audience, audience, circles):
        msg = f"you see the case as {who.audience.words}, and can let nobody see more than that"
        raise Forbidden(msg)


def _shown(who: Asking, account: Account) -> TeamMember:
    own = covers(who.audience, account.audience, account.circles)
    return TeamMember(
        name=account.name,
        role=account.role,
        active=account.active,
        own=own,
        audience=account.audience if own else None,
        circles=account.circles if own else None,
        password=account.password if own else None,
        at=account.at,
        by=account.by,
    )
