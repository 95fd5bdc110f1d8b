"""The lines of a text, and the line and column of an offset."""

from __future__ import annotations

import bisect
import re

import msgspec

__all__ = ["Line", "Places", "cut_lines"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LEAD = re.compile("[ \t\x0c\u00a0\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u3000]*")
"""White space, and the unseen marks that steer the direction of writing."""
_TAB_COLUMNS = 4
_MOST_COLUMNS = 120
"""What stands further in stands no deeper."""


class Line(msgspec.Struct, frozen=True):
    """One line: ``text[start:end]`` without its line end.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        first: Offset of the first character that is no white space; `end` in a blank line.
        indent: Columns of white space before it; a tab reaches the next fourth column.
    """

    start: int
    end: int
    first: int
    indent: int

    @property
    def blank(self) -> bool:
        """Is there nothing in it?"""
        return self.first == self.end


def cut_lines(text: str) -> list[Line]:
    r"""Cut a text at ``\n``, ``\r\n`` and ``\r``; a line end at the very end opens no further line."""
    lines = []
    for found in _LINE.finditer(text):
        if found.start() == len(text):
            break
        end = found.end()
        while end > found.start() and text[end - 1] in "\r\n":
            end -= 1
        lead = _LEAD.match(text, found.start(), end)
        first = lead.end() if lead else found.start()
        lines.append(Line(found.start(), end, first, _columns(text[found.start() : first])))
    return lines


def _columns(lead: str) -> int:
    if not lead:
        return 0
    columns = 0
    for sign in lead:
        if sign == "\t":
            columns += _TAB_COLUMNS - columns % _TAB_COLUMNS
        elif sign in " \u00a0\u3000":
            columns += 1
    return min(columns, _MOST_COLUMNS)


class Places:
    """Line and column of offsets in one text."""

    def __init__(self, text: str) -> None:
        self._starts = [found.start() for found in _LINE.finditer(text)]

    def at(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset, both from 1, in characters."""
        line = bisect.bisect_right(self._starts, offset)
        return max(line, 1), offset - self._starts[max(line, 1) - 1] + 1
