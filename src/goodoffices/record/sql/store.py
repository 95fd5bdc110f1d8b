"""The store over SQL: opening and making a case, and the door to its writer and its views."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from goodoffices.record.audit import AuditEntry, AuditHead
from goodoffices.record.circle import circle_names
from goodoffices.record.entry import Entry
from goodoffices.record.errors import CaseError, CaseNotFound
from goodoffices.record.paging import Standing
from goodoffices.record.release import Marking
from goodoffices.record.store import Fault

from . import schema
from .accounts import SqlAccounts
from .auditing import head as head_of
from .auditing import hold, read_entry, select_log
from .checks import faults
from .engine import (
    WRITING,
    is_url,
    new_sqlite_file,
    postgresql_engine,
    sqlite_engine,
    sqlite_file,
    write_ahead,
)
from .failure import spoken
from .looking import Sights
from .migrations import bring_up_to_date, version
from .proving import log_faults
from .schema import audit, marking, retirement, wall
from .telling import tell
from .view import SqlView
from .visible import Horizon
from .writer import SqlWriter

__all__ = ["SqlStore", "create_store", "open_store"]


_COUNTED = {
    "reports": schema.report,
    "statements": schema.statement,
    "judgements": schema.judgement,
    "rejections": schema.rejection,
    "notes": schema.note,
    "markings": schema.marking,
    "retirements": schema.retirement,
    "walls": schema.wall,
}
_STANDING = sa.select(
    *(sa.select(sa.func.max(table.c.seq)).scalar_subquery().label(name) for name, table in _COUNTED.items())
)


class SqlStore(SqlWriter):
    """One open case: the `Store` over SQL.

    Args:
        engine: Reaches the case.
        name: The case, as messages name it.
    """

    def __init__(self, engine: sa.Engine, name: str) -> None:
        super().__init__(name, self._writing)
        self._engine = engine
        self._sights = Sights()

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with spoken(self._name), self._engine.execution_options(**WRITING).begin() as connection:
            hold(connection)
            yield connection

    def view(self, audience: Marking, as_of: dt.datetime | None = None, *, circles: Collection[str] = ()) -> SqlView:
        """Show the record to one audience, as `Store.view` says."""
        horizon = Horizon(audience, as_of, circle_names(circles))
        return SqlView(self._engine, self._name, horizon, self._sights)

    @contextmanager
    def together(self) -> Iterator[SqlWriter]:
        """Make all that is written one transaction, as `Store.together` says."""
        with self._writing() as connection:
            yield SqlWriter(self._name, lambda: nullcontext(connection))

    def entries(
        self, *, as_of: dt.datetime | None = None, on_fault: Callable[[Fault], None] | None = None
    ) -> Iterator[Entry]:
        """Tell everything that the record holds, as `Store.entries` says."""
        with spoken(self._name), self._engine.connect() as connection:
            yield from tell(connection, Horizon(None, as_of), on_fault)

    def faults(self, *, head: AuditHead | None = None) -> Iterator[Fault]:
        """Check what only the store itself can, as `Store.faults` says."""
        with spoken(self._name), self._engine.connect() as connection:
            yield from faults(connection)
            yield from log_faults(connection, head)

    def audit_log(
        self,
        *,
        after: int = 0,
        before: int | None = None,
        limit: int = 100,
        newest_first: bool = False,
        act: str | None = None,
        by: str | None = None,
        target: str | None = None,
    ) -> tuple[AuditEntry, ...]:
        """Give lines of the audit log, as `Store.audit_log` says."""
        query = select_log(after=after, before=before, act=act, by=by, target=target)
        number = audit.c.number
        query = query.order_by(number.desc() if newest_first else number).limit(max(0, limit))
        with spoken(self._name), self._engine.connect() as connection:
            return tuple(read_entry(each) for each in connection.execute(query))

    def audit_head(self) -> AuditHead:
        """Give the last line's number and hash, as `Store.audit_head` says."""
        with spoken(self._name), self._engine.connect() as connection:
            return head_of(connection)

    def standing(self) -> Standing:
        """Give where the case stands, as `Store.standing` says."""
        with self._reading() as connection:
            row = connection.execute(_STANDING).one()
        return Standing(**{name: seq or 0 for name, seq in row._mapping.items()})  # noqa: SLF001  SQLAlchemy's public name

    def characters(self) -> int:
        """Give how long all texts are together, as `Store.characters` says."""
        with self._reading() as connection:
            return int(connection.scalar(sa.select(sa.func.coalesce(sa.func.sum(schema.report.c.characters), 0))) or 0)

    def touched_since(self, standing: Standing) -> frozenset[str]:
        """Give what was marked, retired or confined since, as `Store.touched_since` says."""
        histories = ((marking, standing.markings), (retirement, standing.retirements), (wall, standing.walls))
        with self._reading() as connection:
            return frozenset(
                target
                for table, seq in histories
                for target in connection.scalars(sa.select(table.c.target).where(table.c.seq > seq))
            )

    def judged_since(self, standing: Standing) -> frozenset[str]:
        """Give the statements on which a word was given since, as `Store.judged_since` says."""
        rests = schema.judgement_rests_on.c
        late = sa.select(schema.statement.c.id).join_from(schema.judgement_rests_on, schema.statement)
        with self._reading() as connection:
            return frozenset(connection.scalars(late.where(rests.judgement > standing.judgements)))

    def accounts(self) -> SqlAccounts:
        """Give the users of the case, as `Store.accounts` says."""
        return SqlAccounts(self._name, self._writing, self._reading)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with spoken(self._name), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def open_store(place: str, *, wait_seconds: float) -> SqlStore:
    """Open the case at `place`, as `goodoffices.record.store.open_case` says."""
    if not is_url(place):
        sqlite_file(Path(place))
    with _reached(place, wait_seconds) as (engine, name):
        if version(engine) is None:
            msg = f"{name!r} is a database that holds no case; make a case with `goodoffices case new`"
            raise CaseNotFound(msg)
        bring_up_to_date(engine, name)
        return SqlStore(engine, name)


def create_store(place: str, *, wait_seconds: float) -> SqlStore:
    """Make a case at `place`, as `goodoffices.record.store.create_case` says."""
    if not is_url(place):
        new_sqlite_file(Path(place))
    with _reached(place, wait_seconds) as (engine, name):
        if version(engine) is not None:
            msg = f"there is a case at {name!r} already; choose another place"
            raise CaseError(msg)
        if engine.dialect.name == "sqlite":
            write_ahead(engine)
        bring_up_to_date(engine, name)
        return SqlStore(engine, name)


@contextmanager
def _reached(place: str, wait_seconds: float) -> Iterator[tuple[sa.Engine, str]]:
    # The engine and the name of the case; where what follows fails, the connection does not stay open.
    if is_url(place):
        engine = postgresql_engine(place, wait_seconds=wait_seconds)
        name = engine.url.set(drivername="postgresql").render_as_string(hide_password=True)
    else:
        engine, name = sqlite_engine(Path(place), wait_seconds=wait_seconds), place
    try:
        with spoken(name):
            yield engine, name
    except BaseException:
        engine.dispose()
        raise
