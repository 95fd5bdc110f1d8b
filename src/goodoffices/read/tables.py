"""Tables in plain text: Markdown's bars, tabs, and columns set with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lines import Line

__all__ = ["Row", "table_at"]

Row = tuple[tuple[int, int], ...]
"""The offsets of the cells of one row; an empty cell has ``start == end``."""

_RULE = frozenset("|:+-= \t")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile("\t")
_GAP = re.compile(r"(?:\t| {2,}|\u00a0{2,})\s*")
_ALIGNED_ROWS = 3
_EVEN_ROWS = 3


def table_at(lines: Sequence[Line], at: int) -> tuple[tuple[Row, ...], int] | None:
    """Read the table that starts at a line.

    Args:
        lines: All lines of the report.
        at: Index of the line; it is not blank.

    Returns:
        The rows, the head first and without its rule, and the index behind the table; None where there is none.
    """
    text = lines[at].text
    if "|" in text or text.startswith("+-"):
        return _barred(lines, at)
    if "\t" in text:
        return _tabbed(lines, at)
    if "  " in text:
        return _aligned(lines, at)
    return None


def _barred(lines: Sequence[Line], at: int) -> tuple[tuple[Row, ...], int] | None:
    framed = lines[at].text.startswith(("|", "+-"))
    ruled = at + 1 < len(lines) and _is_rule(lines[at + 1].text) and "|" in lines[at + 1].text
    if not (framed or ruled or _is_even(lines, at)):
        return None
    rows, end = [], at
    while end < len(lines) and ("|" in lines[end].text or _is_rule(lines[end].text)):
        if _is_rule(lines[end].text):
            ruled = True
        else:
            rows.append(_cut(lines[end], _BAR))
        end += 1
    return (tuple(rows), end) if rows and (ruled or len(rows) > 1) else None


def _is_even(lines: Sequence[Line], at: int) -> bool:
    """Do several lines in a row, without a frame or a rule, have the same number of bars, and a first cell each?"""
    near = lines[at : at + _EVEN_ROWS]
    counts = {len(_BAR.findall(line.text)) for line in near}
    if len(near) < _EVEN_ROWS or len(counts) > 1 or 0 in counts:
        return False
    return all(_BAR.split(line.text)[0].strip() for line in near)


def _tabbed(lines: Sequence[Line], at: int) -> tuple[tuple[Row, ...], int] | None:
    end = at
    while end < len(lines) and "\t" in lines[end].text:
        end += 1
    rows = tuple(_cut(line, _TAB) for line in lines[at:end])
    widths = {len(row) for row in rows}
    if len(rows) > 1 and (len(widths) == 1 or len(rows) >= _ALIGNED_ROWS):
        return rows, end
    return None


def _aligned(lines: Sequence[Line], at: int) -> tuple[tuple[Row, ...], int] | None:
    """Read rows as long as each shares the start of a column with the row above it or with the head."""
    rows: list[Row] = []
    head: set[int] = set()
    above: set[int] = set()
    end = at
    while end < len(lines):
        line = lines[end]
        if not (rows and _is_rule(line.text)):
            row = _cut(line, _GAP)
            columns = {start - line.first for start, _ in row[1:]}
            if not columns or (rows and columns.isdisjoint(head | above)):
                break
            rows.append(row)
            head, above = head or columns, columns
        end += 1
    return (tuple(rows), end) if len(rows) >= _ALIGNED_ROWS else None


def _is_rule(text: str) -> bool:
    return ("-" in text or "=" in text) and _RULE.issuperset(text)


def _cut(line: Line, bar: re.Pattern[str]) -> Row:
    """Cut a line into cells; the empty ones before a leading and behind a closing bar are none."""
    edges = [(m.start(), m.end()) for m in bar.finditer(line.text)]
    bounds = [(0, 0), *edges, (len(line.text), len(line.text))]
    cells = [_trimmed(line, before[1], after[0]) for before, after in pairwise(bounds)]
    if edges and edges[0][0] == 0:
        cells = cells[1:]
    if edges and edges[-1][1] == len(line.text) and len(cells) > 1:
        cells = cells[:-1]
    return tuple(cells)


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    piece = line.text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return line.start + left, line.start + max(left, start + len(piece.rstrip()))
