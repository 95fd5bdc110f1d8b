"""A list of numbers or ids as one bound value, however long: both databases read it out of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

__all__ = ["listed", "listed_ids"]

_ID = re.compile(r"[a-z]{1,2}-[a-z2-7]{1,64}")


def listed(connection: sa.Connection, numbers: Iterable[int]) -> sa.Select[tuple[int]]:
    """Give a query of these numbers, for an ``IN``."""
    return sa.select(sa.cast(_value(connection, list(numbers)), sa.BigInteger))


def listed_ids(connection: sa.Connection, ids: Iterable[str]) -> sa.Select[tuple[str]]:
    """Give a query of these ids, for an ``IN``; what cannot be an id is left out."""
    return sa.select(_value(connection, [each for each in ids if _ID.fullmatch(each)]))


def _value(connection: sa.Connection, things: list[int] | list[str]) -> sa.ColumnElement[str]:
    text = sa.literal(msgspec.json.encode(things).decode("ascii"), sa.Text)
    if connection.dialect.name == "sqlite":
        found = sa.func.json_each(text).table_valued("value")
    else:
        found = sa.func.json_array_elements_text(sa.cast(text, postgresql.JSON)).table_valued("value")
    return sa.type_coerce(found.c.value, sa.Text)
