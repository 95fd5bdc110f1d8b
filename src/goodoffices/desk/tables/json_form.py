"""A table as JSON: the format `goodoffices.table/1`, typed and with everything that it says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from goodoffices.record import Marking

from .table import Cell, ColumnType, Row, Table

__all__ = ["FORMAT", "ColumnForm", "TableForm", "json_parts", "table_schema", "to_json"]

FORMAT = "goodoffices.table/1"
_ROWS = 500
"""Rows written at a time."""


class ColumnForm(msgspec.Struct, frozen=True, kw_only=True):
    """One column, as `Column` says."""

    name: str
    label: str
    type: ColumnType
    about: str
    choices: tuple[str, ...]


class TableForm(msgspec.Struct, frozen=True, kw_only=True):
    """One table: each row is an object with one member a column, days and moments in ISO 8601, lists as arrays."""

    format: str
    name: str
    title: str
    audience: Marking
    marking: Marking
    note: str
    generated: dt.datetime | None
    columns: tuple[ColumnForm, ...]
    rows: tuple[dict[str, str | float | bool | tuple[str, ...] | None], ...]


def table_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes."""
    return msgspec.json.schema(TableForm)


def to_json(table: Table) -> bytes:
    """Write a table as JSON in UTF-8, as `json_parts` does, in one piece."""
    return b"".join(json_parts(table))


def json_parts(table: Table, rows: Iterable[Row] | None = None) -> Iterator[bytes]:
    """Write a table as JSON, some hundred rows at a time.

    Args:
        table: The table.
        rows: The rows in place of the table's own, where there are too many to hold.

    Yields:
        One object of the format, a row a line.
    """
    head = {
        "format": FORMAT,
        "name": table.name,
        "title": table.title,
        "audience": table.audience,
        "marking": table.marking,
        "note": table.note,
        "generated": table.generated,
        "columns": [msgspec.structs.asdict(column) for column in table.columns],
    }
    part = [_encode(head)[:-1] + b',"rows":[']
    names = table.names
    for number, row in enumerate(table.rows if rows is None else rows):
        part.append((b",\n" if number else b"\n") + _encode(dict(zip(names, map(_utc, row), strict=True))))
        if len(part) > _ROWS:
            yield b"".join(part)
            part = []
    yield b"".join([*part, b"\n]}\n"])


def _utc(cell: Cell) -> Cell:
    return cell.astimezone(dt.UTC) if isinstance(cell, dt.datetime) else cell


def _encode(thing: object) -> bytes:
    return msgspec.json.encode(thing)
