"""Matrices: tables that hold the position of each party on each issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import PositionContent, Statement

from ..layout import Cell
from .called import arms_named
from .conditions import condition_in
from .issues import issues_in
from .stances import cell_stance, frames
from .times import time_of_cell

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_matrix_positions", "party_columns"]

_LONGEST_NAME = 4
"""Words of the longest head that may name a party."""
_MANY_CELLS = 20
"""Cells of a row that tell what it is about, at most."""
_BLANK = frozenset({"", "-", "–", "—", "n/a", "none", "?", "..."})


def find_matrix_positions(context: Context) -> Iterator[Statement]:
    """Read each table whose head names parties: a row an issue, a cell a position. Turned tables are read too."""
    for block in context.blocks:
        if block.kind == "table" and len(block.rows) > 1:
            yield from _positions(context, block.rows)


def party_columns(context: Context, head: Sequence[Cell]) -> dict[int, tuple[str, ...]]:
    """Columns of a table whose head names a party: column -> ids of sides."""
    columns = {}
    for number, cell in enumerate(head):
        parties = context.parties_named(cell.start, cell.end) or _armed(context, cell)
        if parties and number > 0:
            columns[number] = _of_government(context, cell, parties)
    bodies = {n: party for n, cell in enumerate(head) if n > 0 and n not in columns and (party := _body(context, cell))}
    return columns | bodies if columns else {}


def _body(context: Context, cell: Cell) -> tuple[str, ...]:
    """The party of a head that names one that the roster does not know, beside others ("Opposition alliance")."""
    name = _text(context, cell).removeprefix("The ").removeprefix("the ")
    words = name.split()
    last = words[-1].lower().removesuffix("s") if words else ""
    if len(words) > _LONGEST_NAME or last not in frames().heads | (frames().own if len(words) > 1 else frozenset()):
        return ()
    party = context.roster.enter(name, "group").id
    context.named_in_cells.setdefault(party, context.report.evidence(cell.start, cell.end))
    return (party,)


def _armed(context: Context, cell: Cell) -> tuple[str, ...]:
    """The army of a head such as "Army" or "The military"."""
    party = arms_named(context, _text(context, cell).lower().removeprefix("the "))
    if party is None:
        return ()
    context.named_in_cells.setdefault(party, context.report.evidence(cell.start, cell.end))
    return (party,)


def _of_government(context: Context, cell: Cell, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The state alone of a head such as "Alliance government": the alliance only says who governs it."""
    if _text(context, cell).lower().split()[-1:] != ["government"]:
        return parties
    return tuple(p for p in parties if context.roster.actors[p].kind == "state") or parties


def _positions(context: Context, rows: Sequence[Sequence[Cell]]) -> Iterator[Statement]:
    columns = party_columns(context, rows[0])
    if columns:
        for row in rows[1:]:
            label = _text(context, row[0]) if row else ""
            for number, parties in columns.items():
                if number < len(row):
                    yield from _cell(context, row, row[number], label, parties)
        return
    heads = [_text(context, cell) for cell in rows[0]]
    for row in rows[1:]:
        parties = context.parties_named(row[0].start, row[0].end) if row else ()
        for number in range(1, min(len(row), len(heads))):
            if parties and issues_in(heads[number]):
                yield from _cell(context, row, row[number], heads[number], parties)


def _cell(
    context: Context, row: Sequence[Cell], cell: Cell, label: str, parties: tuple[str, ...]
) -> Iterator[Statement]:
    text = _text(context, cell)
    if text.lower() in _BLANK:
        return
    issue = _issue_of_row(context, row, label, text)
    condition = condition_in(context.report.text, cell.start, cell.end, weak=True)
    for party in parties:
        yield context.state(
            PositionContent(
                party=party,
                issue=issue,
                stance=cell_stance(text),
                text=f"{label}: {text}" if label else text,
                firm=frames().firm.search(text) is not None,
                condition=condition.text if condition else None,
            ),
            context.report.evidence(_line_start(context, row), row[-1].end),
            when=time_of_cell(context, text),
            basis="cell of a matrix",
        )


def _issue_of_row(context: Context, row: Sequence[Cell], label: str, text: str) -> str:
    """What a row is about: by its label, else by most of its cells, else by the cell alone."""
    if named := issues_in(label):
        return next(iter(named))
    votes = Counter(next(iter(found)) for other in row[1:_MANY_CELLS] if (found := issues_in(_text(context, other))))
    most = votes.most_common(1)
    if most and most[0][1] > 1:
        return most[0][0]
    return next(iter(issues_in(text) or votes), "process")


def _line_start(context: Context, row: Sequence[Cell]) -> int:
    """Where the row starts in the text, its opening bar included where it has one."""
    start = row[0].start
    line = context.report.text.rfind("\n", 0, start) + 1
    return line if context.report.text[line:start].strip(" \t") in {"", "|"} else start


def _text(context: Context, cell: Cell) -> str:
    return " ".join(context.report.text[cell.start : cell.end].split())
