"""The users of a case in the tables: each change of one is a line in the audit log, which proves the table."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from goodoffices.record.account import Account, Role, account_key, account_name
from goodoffices.record.circle import circle_names
from goodoffices.record.errors import InputError
from goodoffices.record.ids import canonical_json
from goodoffices.record.password import hash_password, is_outdated, is_right
from goodoffices.record.release import Marking

from .auditing import append
from .moment import read_moment, write_moment
from .schema import account, look

__all__ = ["SqlAccounts", "account_state"]

Begin = Callable[[], AbstractContextManager[sa.Connection]]


class SqlAccounts:
    """The `Accounts` over SQL.

    Args:
        case: As messages name it.
        writing: Begins a transaction that holds the case for itself.
        reading: Begins one that only reads.
    """

    def __init__(self, case: str, writing: Begin, reading: Begin) -> None:
        self._case = case
        self._writing = writing
        self._reading = reading

    def all(self) -> tuple[Account, ...]:
        """Every account, as `Accounts.all` says."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(account).order_by(account.c.name_key)).all()
        return tuple(_account(each) for each in rows)

    def get(self, name: str) -> Account | None:
        """The account with this name, as `Accounts.get` says."""
        row = self._row(name)
        return _account(row) if row else None

    def any_active(self) -> bool:
        """May anybody log in, as `Accounts.any_active` says."""
        with self._reading() as connection:
            return connection.scalar(sa.select(account.c.name_key).where(account.c.active == 1).limit(1)) is not None

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
        """Make an account, as `Accounts.add` says."""
        values = {
            "name_key": account_key(account_name(name)),
            "name": account_name(name),
            "role": role.value,
            "audience": audience.value,
            "circles": _circles(circles),
            "active": 1,
            "session": 1,
            "password": "" if password is None else hash_password(password),
            "at": write_moment(dt.datetime.now(dt.UTC)),
            "who": by,
        }
        with self._writing() as connection:
            if (there := _find(connection, name)) is not None:
                msg = f"there is a user {there.name!r} already; change them, or choose another name"
                raise InputError(msg)
            connection.execute(sa.insert(account), values)
            return _logged(connection, "user-add", name, by)

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
        """Change what is given, as `Accounts.change` says."""
        wanted: dict[str, Any] = {
            "role": role and role.value,
            "audience": audience and audience.value,
            "circles": None if circles is None else _circles(circles),
            "active": None if active is None else int(active),
        }
        with self._writing() as connection:
            old = self._known(connection, name)
            new = {key: each for key, each in wanted.items() if each is not None and each != old._mapping[key]}  # noqa: SLF001  SQLAlchemy's own public name
            if not new:
                return _account(old)
            if {"role", "active"} & new.keys():
                new["session"] = old.session + 1
            _update(connection, name, new)
            _expect_admin(connection, was=old)
            return _logged(connection, "user-change", name, by)

    def set_password(self, name: str, password: str, *, by: str = "") -> Account:
        """Give somebody a new password, as `Accounts.set_password` says."""
        kept = hash_password(password)  # before the case is held: it takes a while
        with self._writing() as connection:
            old = self._known(connection, name)
            _update(connection, name, {"password": kept, "session": old.session + 1})
            return _logged(connection, "user-password", name, by)

    def deactivate(self, name: str, *, by: str = "") -> Account:
        """Let somebody no longer log in, as `Accounts.deactivate` says."""
        return self.change(name, active=False, by=by)

    def log_out(self, name: str, *, by: str = "") -> Account:
        """End all sessions of somebody, as `Accounts.log_out` says."""
        with self._writing() as connection:
            old = self._known(connection, name)
            _update(connection, name, {"session": old.session + 1})
            return _logged(connection, "user-log-out", name, by)

    def check_password(self, name: str, password: str) -> Account | None:
        """Give the active account with this name and password, as `Accounts.check_password` says."""
        row = self._row(name)
        kept = row.password if row is not None and row.active else ""
        if not is_right(password, kept) or row is None:
            return None
        if is_outdated(kept):
            return self._hash_anew(row, password)
        return _account(row)

    def last_look(self, name: str) -> dt.datetime | None:
        """When this user last looked, as `Accounts.last_look` says."""
        with self._reading() as connection:
            at = connection.scalar(sa.select(look.c.at).where(look.c.name_key == account_key(name)))
        return read_moment(at) if at else None

    def looked(self, name: str, at: dt.datetime) -> None:
        """Keep that a user looked, as `Accounts.looked` says."""
        with self._writing() as connection:
            insert = (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(look)
            later = insert.on_conflict_do_update(
                index_elements=[look.c.name_key],
                set_={"at": insert.excluded.at},
                where=look.c.at < insert.excluded.at,
            )
            connection.execute(later, {"name_key": account_key(name), "at": write_moment(at)})

    def _hash_anew(self, row: Any, password: str) -> Account:  # noqa: ANN401  a row of the table
        kept = hash_password(password)
        with self._writing() as connection:
            now = self._known(connection, row.name)
            if now.password != row.password:  # changed in between: that one stands
                return _account(row)
            _update(connection, row.name, {"password": kept})
            return _logged(connection, "user-rehash", row.name, row.name)

    def _row(self, name: str) -> Any:  # noqa: ANN401  a row of the table, or None
        with self._reading() as connection:
            return _find(connection, name)

    def _known(self, connection: sa.Connection, name: str) -> Any:  # noqa: ANN401  as above
        row = _find(connection, name)
        if row is None:
            msg = f"{self._case!r} has no user {name!r}; `goodoffices case users list` shows who there is"
            raise InputError(msg)
        return row


def _find(connection: sa.Connection, name: str) -> Any:  # noqa: ANN401  as above
    return connection.execute(sa.select(account).where(account.c.name_key == account_key(name))).first()


def _update(connection: sa.Connection, name: str, values: dict[str, Any]) -> None:
    connection.execute(sa.update(account).where(account.c.name_key == account_key(name)).values(**values))


def _expect_admin(connection: sa.Connection, *, was: Any) -> None:  # noqa: ANN401  as above
    # Who was no admin before does not take the last one away.
    if was.role != Role.ADMIN.value or not was.active:
        return
    admins = sa.select(account.c.name_key).where(account.c.role == Role.ADMIN.value, account.c.active == 1)
    if connection.scalar(admins.limit(1)) is None:
        msg = f"{was.name!r} is the only active admin; make another one first"
        raise InputError(msg)


def _logged(connection: sa.Connection, act: str, name: str, by: str) -> Account:
    row = _find(connection, name)
    made = _account(row)
    append(
        connection,
        act,
        target=made.name,
        by=by,
        detail={
            "role": made.role.value,
            "audience": made.audience.value,
            "circles": ", ".join(made.circles),
            "active": int(made.active),
            "session": made.session,
            "state": account_state(row),
        },
    )
    return made


def account_state(row: Any) -> str:  # noqa: ANN401  as above
    """Seal a row, the hash of its password included, so that nobody is let in behind the log's back."""
    return hashlib.sha256(canonical_json([row._mapping[column.name] for column in account.c])).hexdigest()  # noqa: SLF001  SQLAlchemy's own public name


def _circles(circles: Iterable[str]) -> str:
    return canonical_json(circle_names(circles)).decode("utf-8")


def _account(row: Any) -> Account:  # noqa: ANN401  as above
    return Account(
        name=row.name,
        role=Role(row.role),
        audience=Marking(row.audience),
        circles=msgspec.json.decode(row.circles, type=tuple[str, ...]),
        active=bool(row.active),
        session=row.session,
        password=bool(row.password),
        at=read_moment(row.at),
        by=row.who,
    )
