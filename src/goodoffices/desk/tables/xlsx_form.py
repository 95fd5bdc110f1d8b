"""A table as XLSX: typed days and numbers, a frozen head, no formula, no link, and a sheet that says what it is.

openpyxl makes the workbook (`xlsx_book`); the rows are streamed into its sheets (`xlsx_cells`), about ten times faster.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

from .table import Row, Table
from .xlsx_book import Book, letters, make_book
from .xlsx_cells import row_parts

__all__ = ["to_xlsx", "write_xlsx"]

_SHEET_ROWS = 1_048_575
"""Rows of a sheet beside its head."""
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_EXTENT = re.compile(rb'<dimension ref="[^"]*"/>')
_FILTER = re.compile(rb'(<autoFilter ref="A1:[A-Z]+)\d+"')
_END = b"</sheetData>"
_TIME = (1980, 1, 1, 0, 0, 0)  # the same rows give the same bytes


def to_xlsx(table: Table) -> bytes:
    """Write a table as XLSX, as `write_xlsx` does, in one piece."""
    file = io.BytesIO()
    write_xlsx(table, file)
    return file.getvalue()


def write_xlsx(
    table: Table, file: IO[bytes], rows: Iterable[Row] | None = None, *, sheet_rows: int = _SHEET_ROWS
) -> None:
    """Write a table as XLSX.

    Nothing in it is run: every text is stored as text, whatever it begins with. A text longer than a cell can hold is
    cut, with an ellipsis; rows beyond what a sheet can hold go on in further sheets.

    Args:
        table: The table.
        file: Where to.
        rows: The rows in place of the table's own, where there are too many to hold.
        sheet_rows: How many rows a sheet takes.

    Raises:
        InputError: If openpyxl, which makes the workbook, is not installed.
    """
    left = iter(table.rows if rows is None else rows)
    counts: list[int] = []
    frame = make_book(table, [0])
    with zipfile.ZipFile(file, "w") as archive:
        more = True
        while more:
            name = f"xl/worksheets/sheet{len(counts) + 1}.xml"
            sheet = itertools.islice(left, sheet_rows)
            with archive.open(_entry(name), "w", force_zip64=True) as out:
                counts.append(_stream(sheet, table, frame, out))
            following = next(left, None) if counts[-1] == sheet_rows else None
            more = following is not None
            left = itertools.chain([following], left) if following is not None else left
        _finish(archive, make_book(table, counts), counts)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _stream(rows: Iterable[Row], table: Table, frame: Book, out: IO[bytes]) -> int:
    """Write one sheet: what stands before the rows, the rows, and what stands behind; return how many rows."""
    count = itertools.count()
    before, _, after = frame.parts["xl/worksheets/sheet1.xml"].partition(_END)
    out.write(_EXTENT.sub(b"", before))
    counted = (row for row, _ in zip(rows, count, strict=False))
    for part in row_parts(counted, letters(table), frame.styles, first=2):
        out.write(part)
    written = next(count)
    out.write(_END + _FILTER.sub(rb'\g<1>%d"' % (written + 1), after))
    return written


def _finish(archive: zipfile.ZipFile, book: Book, counts: list[int]) -> None:
    """Write all parts but the sheets that have been written."""
    for name in _first_things_first(book.parts):
        sheet = _SHEET.fullmatch(name)
        if not sheet or int(sheet[1]) > len(counts):
            archive.writestr(_entry(name), book.parts[name])


def _first_things_first(names: Iterable[str]) -> Iterator[str]:
    yield from sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
