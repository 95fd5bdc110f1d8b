"""KTAB's CSV: actors with an influence, and a position and a salience on each of some scales from 0 to 100.

The first row has the title, a description, the number of actors and of scales; the second names the columns; then each
actor has a row: name, description, influence, and a position and a salience for each scale. Rows may end in a comma.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from goodoffices.weigh.errors import ModelError

from .carrying import Carrying
from .files import read_text
from .model import Issue, Model, Option, Party, Range
from .numbers import Exact, Source
from .preferences import Line, Points
from .problems import as_problem

__all__ = ["ktab_text", "read_ktab", "write_ktab"]

MOST_BYTES = 1 << 24
#: Positions run from 0 to 100; as options of an issue they are the whole numbers.
TOP = 100.0
STEPS = 101
FIRST = 3  # name, description, influence: the pairs follow
SCALE = re.compile(r"(?P<name>.*?)[\s_]*(?:position|pstn|pos)[\s_]*(?P<number>\d*)", re.IGNORECASE)


class _Row(msgspec.Struct, frozen=True):
    """One row and its line in the file."""

    line: int
    cells: tuple[str, ...]


def read_ktab(path: Path) -> Model:
    """Read a file.

    Each scale becomes an issue whose options are 0, 1, ... 100. What an option is worth to an actor falls in a straight
    line from 100 at its position to 100 less the distance; the weights are the saliences. There is no reservation
    value.

    Raises:
        ModelError: If a row has too few cells or a cell no number, or a number is out of its bounds; with the line.
    """
    rows = _rows(path, read_text(path, MOST_BYTES))
    if len(rows) < 3:  # noqa: PLR2004 - title, columns, one actor
        msg = "too short: a title row, a row of column names, then a row for each actor"
        raise ModelError(msg, file=str(path))
    title, columns, *actors = rows
    pairs = _counted(path, title, columns, actors)
    issues = tuple(_issue(columns.cells[FIRST + 2 * n], n) for n in range(pairs))
    parties = tuple(_party(path, row, issues) for row in actors)
    return Model(parties=parties, issues=issues, scale=(0.0, TOP), title=title.cells[0], note=_cell(title, 1))


def _rows(path: Path, text: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(text), skipinitialspace=True, strict=True)
    rows = []
    try:
        for cells in reader:
            trimmed = [cell.strip() for cell in cells]
            while trimmed and not trimmed[-1]:
                trimmed.pop()
            if trimmed:
                rows.append(_Row(reader.line_num, tuple(trimmed)))
    except csv.Error as error:
        msg = f"no CSV: {error}"
        raise ModelError(msg, file=str(path), line=reader.line_num) from error
    return rows


def _cell(row: _Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _counted(path: Path, title: _Row, columns: _Row, actors: Sequence[_Row]) -> int:
    """The number of scales; what the title row says of actors and scales must hold."""
    pairs, rest = divmod(len(columns.cells) - FIRST, 2)
    if pairs < 1 or rest:
        fault = "the columns are name, description, influence, then a position and a salience for each scale"
        raise ModelError(fault, file=str(path), line=columns.line)
    for place, found, what in ((2, len(actors), "actors"), (3, pairs, "scales")):
        said = _cell(title, place)
        if said and said != str(found):
            msg = f"it says {said} {what}, and there are {found}"
            raise ModelError(msg, file=str(path), line=title.line)
    return pairs


def _issue(column: str, place: int) -> Issue:
    found = SCALE.fullmatch(column)
    plain = column.removesuffix(" Position") if column.endswith(" Position") else ""
    name = plain or (f"{found['name']} {found['number']}".strip() if found else column)
    options = tuple(Option(str(value)) for value in range(STEPS))
    cut = Range(start=0.0, stop=TOP, steps=STEPS)
    return Issue(name=name if name and not name.isdigit() else f"Scale {place + 1}", options=options, range=cut)


def _party(path: Path, row: _Row, issues: Sequence[Issue]) -> Party:
    wanted = FIRST + 2 * len(issues)
    if len(row.cells) != wanted:
        msg = f"{len(row.cells)} cells where {wanted} belong"
        raise ModelError(msg, file=str(path), line=row.line)
    influence, *numbers = (_number(path, row, place) for place in range(FIRST - 1, wanted))
    positions, saliences = numbers[::2], numbers[1::2]
    for position in positions:
        if position > TOP:
            msg = f"a position of {position:g}: it is from 0 to 100"
            raise ModelError(msg, file=str(path), line=row.line)
    named = [issue.name for issue in issues]
    return Party(
        name=row.cells[0],
        weights=Points({name: Exact(salience) for name, salience in zip(named, saliences, strict=True)}),
        scores={name: _peak(position) for name, position in zip(named, positions, strict=True)},
        influence=Exact(influence),
        source=Source(note=row.cells[1]),
    )


def _number(path: Path, row: _Row, place: int) -> float:
    try:
        value = float(row.cells[place])
    except ValueError as error:
        fault = f"{row.cells[place]!r} in column {place + 1} is no number"
        raise ModelError(fault, file=str(path), line=row.line) from error
    if not (math.isfinite(value) and value >= 0):
        fault = f"{row.cells[place]!r} in column {place + 1}: it must be finite, and 0 or more"
        raise ModelError(fault, file=str(path), line=row.line)
    return value


def _peak(position: float) -> Line:
    """Worth 100 at the position, and less by the distance from it."""
    points = sorted({0.0, position, TOP})
    return Line(tuple((value, Exact(TOP - abs(value - position))) for value in points))


def write_ktab(model: Model, path: str | Path) -> None:
    """Write a model as KTAB's CSV.

    Raises:
        ModelError: If it has what KTAB cannot say (see `ktab_text`).
    """
    Path(path).write_text(ktab_text(model), encoding="utf-8")


def ktab_text(model: Model) -> str:
    """Write a model as KTAB's CSV: position, the value that a party scores highest; salience, its weight.

    Uncertain scores are taken by their means, and an influence that is not given is written as 100.

    Raises:
        ModelError: If an issue has named options, its range is not 0 to 100, a weight is not exact, or there are
            constraints, interactions, or something of carrying the deal out.
    """
    if model.constraints or model.interactions or model.carrying != Carrying() or model.areas:
        msg = "KTAB's CSV has no constraints, interactions, steps, tasks or areas: leave them out, or write YAML"
        raise ModelError(msg)
    problem = as_problem(model)
    for issue in model.issues:
        if issue.range is None or (issue.range.start, issue.range.stop) != (0.0, TOP):
            msg = f"{issue.name!r} is no range from 0 to 100, and KTAB's CSV has no other"
            raise ModelError(msg)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([model.title, model.note, len(model.parties), len(model.issues)])
    columns = [f"{issue.name} {what}" for issue in model.issues for what in ("Position", "Salience")]
    writer.writerow(["Actor", "Description", "Influence", *columns])
    for column, party in enumerate(model.parties):
        cells: list[str] = []
        for issue, table in zip(model.issues, problem.tables, strict=True):
            cells += [_text(_position(party, issue, table.values[:, column])), _text(_salience(party, issue))]
        influence = party.influence.value if party.influence else TOP
        writer.writerow([party.name, party.source.note, _text(influence), *cells])
    return out.getvalue()


def _text(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)


def _position(party: Party, issue: Issue, worth: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Where a line has its peak (of two alike, not at an end), or the best of the steps."""
    line = party.scores.get(issue.name)
    if isinstance(line, Line) and all(isinstance(number, Exact) for _, number in line.points):
        peaks = [(number.value, 0 < at < TOP, at) for at, number in line.points if isinstance(number, Exact)]
        return max(peaks)[-1]
    return issue.range.values[int(np.argmax(worth))] if issue.range else 0.0


def _salience(party: Party, issue: Issue) -> float:
    given = party.weights.of.get(issue.name) if isinstance(party.weights, Points) else None
    if not isinstance(given, Exact):
        msg = f"the weight of {issue.name!r} to {party.name!r} is not exact, and KTAB's CSV needs a salience"
        raise ModelError(msg)
    return given.value
