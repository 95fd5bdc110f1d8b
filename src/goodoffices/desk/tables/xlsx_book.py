"""The workbook around the rows: sheets with heads, widths and print set-up, and one that says what the table is."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.record import InputError

from .table import Cell, Table
from .xlsx_cells import Styles, cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Book", "letters", "make_book"]

_NO_TITLE = re.compile(r"[\[\]:*?/\\']")
_WIDTHS = {"text": 42, "number": 11, "date": 12, "moment": 20, "list": 34, "id": 21, "flag": 9}
"""Of columns, in characters."""


class Book(msgspec.Struct, frozen=True):
    """A workbook without its rows: its parts by name, and the numbers of its styles."""

    parts: Mapping[str, bytes]
    styles: Styles


def letters(table: Table) -> list[str]:
    """The letters of a table's columns: ``A``, ``B``, ..."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  an extra

    return [str(get_column_letter(number)) for number in range(1, len(table.columns) + 1)]


def make_book(table: Table, counts: Sequence[int]) -> Book:
    """Make the workbook of a table, with the heads of its sheets alone.

    Args:
        table: The table.
        counts: How many rows stand in each of its sheets.

    Raises:
        InputError: If openpyxl, which makes it, is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415  an extra
    except ImportError:
        msg = "XLSX needs openpyxl, which is not installed: pip install 'goodoffices[web]'; or take CSV"
        raise InputError(msg) from None
    book = Workbook()
    book.remove(book.active)
    _name(book, table)
    for number, count in enumerate(counts, 1):
        _lay_out(book, table, number, count)
    about = book.create_sheet("About")
    _tell(about, table, sum(counts))
    styles = _styles(about)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as made:
        return Book({name: made.read(name) for name in made.namelist()}, styles)


def _name(book: Workbook, table: Table) -> None:
    book.properties.title = cell_text(table.title)
    book.properties.creator = "Good Offices"
    book.properties.keywords = table.marking.label
    if table.generated:
        book.properties.created = book.properties.modified = table.generated.astimezone(dt.UTC).replace(tzinfo=None)


def _lay_out(book: Workbook, table: Table, number: int, count: int) -> None:
    name = _NO_TITLE.sub(" ", cell_text(table.title))[:26].strip() or "Table"
    name = "The history" if name.casefold() == "history" else name  # a name that Excel keeps for itself
    sheet = book.create_sheet(f"{name} {number}" if number > 1 else name)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # one page wide, as many high as the rows need
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.auto_filter.ref = f"A1:{letters(table)[-1]}{count + 1}"
    _set_up(sheet, table, [_WIDTHS[column.type] for column in table.columns])
    _write(sheet, 1, [column.label for column in table.columns], bold=True)


def _set_up(sheet: Worksheet, table: Table, widths: Iterable[int]) -> None:
    """Set the widths of the columns, and the marking in the head and foot of every printed page."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  an extra

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = table.marking.label


def _write(sheet: Worksheet, row: int, values: Iterable[Cell], *, bold: bool = False) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415  an extra

    for column, value in enumerate(values, 1):
        cell = sheet.cell(row=row, column=column)
        cell.value = cell_text(value) if isinstance(value, str) else value
        if isinstance(value, str):
            cell.data_type = "s"  # also where the library takes it for a formula
        if bold:
            cell.font = Font(bold=True)


def _tell(sheet: Worksheet, table: Table, rows: int) -> None:
    """Write what the table is, for whom, and what its columns mean."""
    _set_up(sheet, table, (24, 24, 12, 110))
    told: list[tuple[str, Cell]] = [
        ("Table", table.title),
        ("Marking", table.marking.label),
        ("Made for", table.audience.label),
        ("Made at", table.generated.astimezone(dt.UTC).isoformat(timespec="seconds") if table.generated else None),
        ("Rows", rows),
        ("Note", table.note or None),
    ]
    shown: list[Sequence[Cell]] = [pair for pair in told if pair[1] is not None]
    shown += [(), ("Column", "Name in files", "Type", "What stands in it")]
    shown += [(column.label, column.name, column.type, column.about) for column in table.columns]
    for number, values in enumerate(shown, 1):
        _write(sheet, number, values)


def _styles(sheet: Worksheet) -> Styles:
    """Register the styles of the rows, on a cell of their own that stays empty."""
    numbers: list[int] = []
    for shown in ({"number_format": "yyyy-mm-dd"}, {"number_format": "yyyy-mm-dd hh:mm:ss"}, {"quotePrefix": True}):
        cell: Any = sheet.cell(row=1, column=8 + len(numbers))
        for name, value in shown.items():
            setattr(cell, name, value)
        numbers.append(int(cell.style_id))
    return Styles(*numbers)
