"""A table as CSV (RFC 4180) in UTF-8, with no cell that a spreadsheet would run."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from .plain import disarmed, plain
from .table import Cell, Row, Table

__all__ = ["csv_parts", "to_csv"]

_ROWS = 500
"""Rows written at a time."""


def to_csv(table: Table, *, bom: bool = False) -> bytes:
    """Write a table as CSV, as `csv_parts` does, in one piece."""
    return b"".join(csv_parts(table, bom=bom))


def csv_parts(table: Table, rows: Iterable[Row] | None = None, *, bom: bool = False) -> Iterator[bytes]:
    """Write a table as CSV, some hundred rows at a time.

    A cell of text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end (also in full width, also behind
    blanks) gets an apostrophe before it, so that no spreadsheet takes it for a formula. Numbers and days are left as
    they are.

    Args:
        table: The table.
        rows: The rows in place of the table's own, where there are too many to hold.
        bom: Begin with a byte order mark, by which Excel knows UTF-8.

    Yields:
        The names of the columns, then the rows, with CRLF behind each.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(disarmed(name) for name in table.names)
    lead = codecs.BOM_UTF8 if bom else b""
    for number, row in enumerate(table.rows if rows is None else rows, 1):
        writer.writerow([_written(cell) for cell in row])
        if number % _ROWS == 0:
            yield lead + _taken(text)
            lead = b""
    yield lead + _taken(text)


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return disarmed(cell)
    return disarmed(plain(cell)) if isinstance(cell, tuple) else plain(cell)


def _taken(text: io.StringIO) -> bytes:
    # A lone surrogate, which no text of ours holds but a file name may, must not stop a file half way.
    written = text.getvalue().encode("utf-8", "replace")
    text.seek(0)
    text.truncate()
    return written
