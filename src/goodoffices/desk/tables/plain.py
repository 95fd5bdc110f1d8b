"""Cells as plain text: how a file without types writes a day, a moment, a list; and what a spreadsheet would run."""

from __future__ import annotations

import datetime as dt
import re

from .table import Cell

__all__ = ["BETWEEN", "disarmed", "plain", "xml_text"]

BETWEEN = " | "
"""Stands between the items of a list."""

_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")
"""With these a formula begins, also in full width; a tab or a line end may lead a spreadsheet to another cell."""
_UNSEEN = " \v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff"
_LEADING = re.compile(f"[{_UNSEEN}]+")
"""Blanks and signs without width, which a spreadsheet may trim."""


_NO_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def plain(cell: Cell) -> str:  # noqa: PLR0911  one line a type
    """Write a cell as text: days and moments in ISO 8601 (moments in UTC), ``true`` and ``false``, lists with bars."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case dt.datetime():
            return cell.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case dt.date():
            return cell.isoformat()
        case tuple():
            return BETWEEN.join(cell)
    return repr(cell)


def disarmed(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula; leave any other as it is."""
    first = text[:1]
    if not first.isalnum() and _begins_a_formula(text):
        return f"'{text}"
    return text


def _begins_a_formula(text: str) -> bool:
    blanks = _LEADING.match(text)
    start = blanks.end() if blanks else 0
    return text[start : start + 1] in _SIGNS


def xml_text(text: str) -> str:
    """Put the sign for an unreadable character where XML could hold none."""
    return text if text.isprintable() else _NO_SIGNS.sub("\ufffd", text)
