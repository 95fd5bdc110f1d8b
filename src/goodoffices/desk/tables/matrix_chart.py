"""The matrix as a chart: a row an issue, a column a party, the stances in words and in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, text
from goodoffices.brief.model import Cell, Matrix, MatrixRow, Party, StanceMark
from goodoffices.brief.wording import wording

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["matrix_chart"]

_WIDTH, _ISSUES, _HEAD, _LINE, _PAD = 960, 190, 44, 17, 10
_FONT = 12
_INK, _PALE, _RULE = "#1d1c1a", "#5c5850", "#b5b0a8"
_COLOURS = {
    "demands": "#e3e9f3",
    "offers": "#dcefe4",
    "accepts": "#c9e7d5",
    "rejects": "#f6dcd6",
    "conditional": "#f7ecd0",
    "ambiguous": "#ece6f2",
}
"""Behind the words, which say the same: colour alone says nothing."""


def matrix_chart(matrix: Matrix) -> Markup:
    """Draw one part of the matrix.

    Args:
        matrix: Some parties, all issues.

    Returns:
        An SVG 960 units wide. A cell names each stance with the number of findings; a red line is marked ``!``, a cell
        that is contradicted ``≠``; a party that is silent and one of whom nothing is known are told apart in words.
    """
    column = (_WIDTH - _ISSUES) / max(len(matrix.parties), 1)
    drawn, top = [_heads(matrix.parties, column)], float(_HEAD)
    for row in matrix.rows:
        height = max(1, *(len(cell.marks) for cell in row.cells)) * _LINE + _PAD
        drawn.append(_row(row, top, column))
        top += height
    label = "Who stands where: a row an issue, a column a party"
    return element("svg", *drawn, viewBox=f"0 0 {_WIDTH} {top + 2:.0f}", role="img", aria_label=label, font_size=_FONT)


def _heads(parties: tuple[Party, ...], column: float) -> Markup:
    names = [
        text(clip(party.name, int(column / 6.5)), x=_ISSUES + at * column + 6, y=26, fill=_INK, font_weight="bold")
        for at, party in enumerate(parties)
    ]
    return element("g", *names)


def _row(row: MatrixRow, top: float, column: float) -> Markup:
    rule = element("line", x1=0, x2=_WIDTH, y1=top, y2=top, stroke=_RULE)
    name = text(clip(row.label, 30), x=0, y=top + _LINE, fill=_INK)
    cells = [_cell(cell, _ISSUES + at * column, top, column) for at, cell in enumerate(row.cells)]
    return element("g", rule, name, *cells)


def _cell(cell: Cell, x: float, top: float, width: float) -> Markup:
    if not cell.marks:
        return text(wording().cell_states.get(cell.state, cell.state), x=x + 6, y=top + _LINE, fill=_PALE)
    marks = [_mark(mark, x, top + at * _LINE, width, contested=cell.contested) for at, mark in enumerate(cell.marks)]
    return element("g", *marks)


def _mark(mark: StanceMark, x: float, top: float, width: float, *, contested: bool) -> Markup:
    words = f"{mark.word} {mark.count}{' !' if mark.firm else ''}{' ≠' if contested else ''}"
    box = element(
        "rect", x=x + 2, y=top + 3, width=width - 4, height=_LINE, fill=_COLOURS.get(mark.stance, "#eeeeee"), rx=3
    )
    return element("g", box, text(clip(words, int(width / 6.5)), x=x + 6, y=top + _LINE - 2, fill=_INK))
