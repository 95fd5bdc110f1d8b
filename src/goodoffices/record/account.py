"""Accounts: who works at a case, in which role, and what of it may be shown to them."""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

import msgspec

from .errors import InputError
from .release import Marking

__all__ = ["MIN_PASSWORD", "Account", "Accounts", "Role", "account_key", "account_name", "parse_role"]

MIN_PASSWORD = 12
"""Characters that a password has at least."""
_LONGEST_NAME = 64
_UNWRITABLE = re.compile("[\\0\ud800-\udfff]")


class Role(enum.Enum):
    """What somebody may do at a case; each may do what those before may."""

    READER = "reader"
    """May look at what their audience may see, and export it."""
    ANALYST = "analyst"
    """May also add, judge, note, and work on models and texts."""
    ADMIN = "admin"
    """May also make users and read the audit log."""

    @property
    def rank(self) -> int:
        """0 for a reader up to 2 for an admin."""
        return tuple(Role).index(self)

    def may(self, role: Role) -> bool:
        """May somebody in this role do what `role` may?"""
        return self.rank >= role.rank


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One user of a case.

    Attributes:
        name: As they log in, and as the record names them.
        role: What they may do.
        audience: The most restricted marking that they may be shown.
        circles: The circles that they belong to, sorted.
        active: False where they may no longer log in; their name stays in the record.
        session: Counts up when the password or the role changes, and when they log out everywhere: a login made under
            another number no longer holds.
        password: Is there a password? Without one, only a proxy that is trusted can let them in.
        at: When the account was made.
        by: Who made it.
    """

    name: str
    role: Role
    audience: Marking
    circles: tuple[str, ...] = ()
    active: bool = True
    session: int = 1
    password: bool = True
    at: dt.datetime
    by: str = ""


class Accounts(Protocol):
    """The users of one case. All that changes one stands in the audit log, but when they last looked."""

    def all(self) -> tuple[Account, ...]:
        """Every account, the inactive too, in the order of their names."""
        ...

    def get(self, name: str) -> Account | None:
        """The account with this name in whatever case of letters, active or not, or None."""
        ...

    def any_active(self) -> bool:
        """May anybody log in at all?"""
        ...

    def add(
        self,
        name: str,
        *,
        role: Role,
        audience: Marking,
        circles: Iterable[str] = (),
        password: str | None = None,
        by: str = "",
    ) -> Account:
        """Make an account.

        Args:
            name: As they log in; no other account may differ from it in capital letters alone.
            role: What they may do.
            audience: The most restricted marking that they may be shown.
            circles: The circles that they belong to.
            password: Or None where a trusted proxy lets them in.
            by: Who makes it.

        Raises:
            InputError: If there is such a name already, or the name or password cannot be used.
        """
        ...

    def change(
        self,
        name: str,
        *,
        role: Role | None = None,
        audience: Marking | None = None,
        circles: Iterable[str] | None = None,
        active: bool | None = None,
        by: str = "",
    ) -> Account:
        """Change what is given, and leave the rest; a new role, or an end to being active, ends all their sessions.

        Raises:
            InputError: If nobody has this name, or no active admin would stay.
        """
        ...

    def set_password(self, name: str, password: str, *, by: str = "") -> Account:
        """Give somebody a new password, which ends all their sessions.

        Raises:
            InputError: If nobody has this name, or the password cannot be used.
        """
        ...

    def deactivate(self, name: str, *, by: str = "") -> Account:
        """Let somebody no longer log in; as `change` with `active` False."""
        ...

    def log_out(self, name: str, *, by: str = "") -> Account:
        """End all sessions of somebody.

        Raises:
            InputError: If nobody has this name.
        """
        ...

    def check_password(self, name: str, password: str) -> Account | None:
        """Give the active account with this name and password, or None.

        An unknown name, an account that is not active and a wrong password take the same time. Where the parameters of
        the hash have changed, the right password is hashed anew.
        """
        ...

    def last_look(self, name: str) -> dt.datetime | None:
        """When this user last looked at the case, or None; also for a name without an account."""
        ...

    def looked(self, name: str, at: dt.datetime) -> None:
        """Keep that a user looked; an earlier moment than the last changes nothing. Not audited."""
        ...


def account_name(text: str) -> str:
    """Write a name as accounts keep it: in one form of Unicode, with single spaces.

    Raises:
        InputError: If it is empty, longer than 64 characters, or holds what cannot be seen.
    """
    name = " ".join(unicodedata.normalize("NFKC", text).split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        msg = f"{text[:80]!r} cannot be a user's name: it takes 1 to {_LONGEST_NAME} characters, all of them visible"
        raise InputError(msg)
    return name


def account_key(text: str) -> str:
    """Write a name as accounts are told apart: without regard to capital letters.

    Any text will do, as strangers type it into a login: what no database keeps becomes a replacement character.
    """
    name = unicodedata.normalize("NFKC", " ".join(unicodedata.normalize("NFKC", text).split()).casefold())
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", name)


def parse_role(text: str) -> Role:
    """Read a role.

    Raises:
        InputError: If it is none.
    """
    try:
        return Role(text.strip().casefold())
    except ValueError:
        known = ", ".join(role.value for role in Role)
        msg = f"{text!r} is no role; use one of {known}"
        raise InputError(msg) from None
