"""Putting rows into the tables: what is there already is left as it is."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from .auditing import written

__all__ = ["insert_all", "insert_new", "write_row"]


def _insert(connection: sa.Connection, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing()


def insert_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int | None:
    """Insert a row; give its number, or None where the case holds it already."""
    seq: int | None = connection.scalar(_insert(connection, table).values(**values).returning(table.c.seq))
    return seq


def write_row(
    connection: sa.Connection,
    table: sa.Table,
    new: dict[str, Any],
    act: str,
    *,
    target: str,
    by: str,
    **said: str | int,
) -> bool:
    """Insert a row, and its line into the audit log; False where the case holds it already.

    Args:
        connection: In a transaction that holds the case for itself.
        table: Where to.
        new: The row.
        act: What it was done by.
        target: What it is about.
        by: Who did it.
        said: What else the line is to tell.
    """
    if insert_new(connection, table, new) is None:
        return False
    written(connection, act, new, target=target, by=by, **said)
    return True


def insert_all(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows, but for those that the case holds already."""
    if rows:
        connection.execute(_insert(connection, table), rows)
