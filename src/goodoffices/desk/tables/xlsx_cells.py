"""Cells and rows of a sheet as the XML of XLSX: every text is a text, whatever it begins with."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .plain import disarmed, plain, xml_text
from .table import Cell, Row

__all__ = ["Styles", "cell_text", "row_parts", "serial"]

_ROWS = 200
"""Rows written at a time."""
_CELL_UNITS = 32_767
"""Of UTF-16, in which a sheet counts: an emoji is two."""
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a sheet would read as the code of a sign."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it Excel's calendar is wrong, and then ends: such a day is written as text."""
_EPOCH = dt.date(1899, 12, 30).toordinal()


class Styles(msgspec.Struct, frozen=True):
    """The numbers of the styles: of a day, of a moment, and of a text that begins like a formula."""

    day: int
    moment: int
    guarded: int


def cell_text(text: str) -> str:
    """Write a text as a cell can hold it: no signs that XML lacks, no more than 32,767 characters (UTF-16 units)."""
    clean = xml_text(text)
    if 2 * len(clean) <= _CELL_UNITS:
        return clean
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * _CELL_UNITS:
        return clean
    return units[: 2 * (_CELL_UNITS - 1)].decode("utf-16-le", "ignore") + "…"


def serial(day: dt.date) -> float | None:
    """Number a day, or a moment in UTC, as a sheet counts them; None before March 1900, where its calendar is wrong."""
    if isinstance(day, dt.datetime):
        moment = day.astimezone(dt.UTC)
        whole = serial(moment.date())
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        return None if whole is None else whole + seconds / 86_400
    return day.toordinal() - _EPOCH if day >= _FIRST_DAY else None


def row_parts(rows: Iterable[Row], letters: Sequence[str], styles: Styles, *, first: int) -> Iterator[bytes]:
    """Write rows as XML, some hundred at a time.

    Args:
        rows: The rows.
        letters: The letters of the columns.
        styles: How days and guarded texts are shown.
        first: The number of the first row.
    """
    part: list[str] = []
    for number, row in enumerate(rows, first):
        cells = "".join([_cell(cell, f"{letter}{number}", styles) for cell, letter in zip(row, letters, strict=True)])
        part.append(f'<row r="{number}">{cells}</row>')
        if len(part) == _ROWS:
            yield "".join(part).encode("utf-8")
            part = []
    yield "".join(part).encode("utf-8")


def _cell(cell: Cell, place: str, styles: Styles) -> str:
    if cell is None or cell in ("", ()):
        return ""
    if isinstance(cell, str):
        return _written(cell, place, styles)
    if isinstance(cell, bool):
        return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, dt.date):
        return _dated(cell, place, styles)
    if isinstance(cell, tuple):
        return _written(plain(cell), place, styles)
    return f'<c r="{place}"><v>{cell!r}</v></c>' if math.isfinite(cell) else ""


def _written(text: str, place: str, styles: Styles) -> str:
    text = cell_text(text)
    style = f' s="{styles.guarded}"' if disarmed(text) is not text else ""
    if "_x" in text:
        text = _ESCAPED.sub("_x005F_", text)
    # A lone line feed is kept by XML as it is; a carriage return only by its number.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _dated(day: dt.date, place: str, styles: Styles) -> str:
    number = serial(day)
    if number is None:
        return _written(plain(day), place, styles)
    style = styles.moment if isinstance(day, dt.datetime) else styles.day
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'
