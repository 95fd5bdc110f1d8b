"""Matrices: tables that hold the position of each party on each issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from goodoffices.record import PositionContent, Statement

from ..actors.sides import home_state
from ..layout import Cell
from .called import arms_named
from .cells import asked_of_others, cell_stance, is_fact, is_fact_of_party, stance_told
from .conditions import condition_in
from .frames import frames
from .issues import issue_of_head, issues_in
from .times import time_of_cell

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_matrix_positions", "party_columns"]

_LONGEST_NAME = 4
"""Words of the longest head that may name a party."""
_MANY_CELLS = 20
"""Cells of a row that tell what it is about, at most."""
_TELLING = 0.3
"""Weight from which on the words of a condition name an issue."""
_BLANK = frozenset({"", "-", "–", "—", "n/a", "none", "?", "..."})
_GOVERNING = frozenset({"government", "authorities"})
_IN_OFFICE = frozenset({"federal", "central", "national", "military", "civilian"}) | frozenset(
    {"transitional", "interim", "provisional", "caretaker", "present", "current", "new"}
)
"""What governments are called that are their state's, and no region's or rival's."""


def find_matrix_positions(context: Context) -> Iterator[Statement]:
    """Read each table that sets parties against issues: a cell a position. Turned tables are read too."""
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
    heads = {party for parties in columns.values() for party in parties}
    bodies = {
        n: party for n, cell in enumerate(head) if n > 0 and n not in columns and (party := _body(context, cell, heads))
    }
    return columns | bodies if columns else {}


def _body(context: Context, cell: Cell, heads: AbstractSet[str]) -> tuple[str, ...]:
    """The party of a head that names one that the roster does not know, beside others ("Opposition alliance")."""
    name = _text(context, cell).removeprefix("The ").removeprefix("the ")
    words = name.split()
    last = _one_of(words[-1].lower()) if words else ""
    if (known := _named_by(context, name)) is not None:
        return (known,)
    if len(words) > _LONGEST_NAME or last not in frames().heads | (frames().own if len(words) > 1 else frozenset()):
        return ()
    party = _state_governed(context, words, heads) or context.roster.enter(name, "group").id
    context.named_in_cells.setdefault(party, context.report.evidence(cell.start, cell.end))
    return (party,)


def _state_governed(context: Context, words: Sequence[str], heads: AbstractSet[str]) -> str | None:
    """Whose "Federal government" or "Transitional authorities" it is, unless that state has a head of its own."""
    *before, last = (word.lower() for word in words)
    state = context.roster.governed or home_state(context.roster)
    if last not in _GOVERNING or not {*before} <= _IN_OFFICE or state is None or state in heads:
        return None
    context.roster.actors[state].aliases[" ".join(words)] += 1
    return state


def _one_of(noun: str) -> str:
    """A noun without the ending of its plural ("authorities", "rebels")."""
    return f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")


def _named_by(context: Context, name: str) -> str | None:
    """The one side whose name a head shortens ("Salisbury" of the "Salisbury delegation"), if it is but one."""
    actors = context.roster.actors.values()
    found = {context.roster.party(a.id) for a in actors if any(n.startswith(f"{name} ") for n in (a.name, *a.aliases))}
    sides = [party for party in found if context.roster.actors[party].kind in {"state", "group"}]
    return sides[0] if len(sides) == 1 and name[:1].isupper() else None


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
    """The cells where a party meets an issue, whichever of the two the rows are."""
    columns = party_columns(context, rows[0])
    if columns:
        for row in rows[1:]:
            label = _text(context, row[0]) if row else ""
            peers = [_text(context, cell) for cell in row[1:_MANY_CELLS]]
            for number, parties in columns.items():
                if number < len(row) and not is_fact(label):
                    yield from _cell(context, row, row[number], (label, peers), parties)
        return
    yield from _turned(context, rows)


def _turned(context: Context, rows: Sequence[Sequence[Cell]]) -> Iterator[Statement]:
    """A table with a row for each party: a column counts where its head names an issue, else a cell that tells one."""
    body = [row for row in rows[1:] if row]
    held = party_columns(context, [rows[0][0], *(row[0] for row in body)])
    heads = [_text(context, cell) for cell in rows[0]]
    columns = [[_text(context, row[n]) for row in body[:_MANY_CELLS] if n < len(row)] for n in range(len(heads))]
    for place, row in enumerate(body, start=1):
        for number in range(1, min(len(row), len(heads)) if place in held else 0):
            head, text = heads[number], _text(context, row[number])
            named, own = bool(issues_in(head)), bool(issues_in(text))
            if not is_fact_of_party(head) and (named or stance_told(text) is not None):
                yield from _cell(context, row, row[number], (head, [] if own else columns[number]), held[place])


def _cell(
    context: Context,
    row: Sequence[Cell],
    cell: Cell,
    about: tuple[str, Sequence[str]],
    parties: tuple[str, ...],
) -> Iterator[Statement]:
    label, text = about[0], _text(context, cell)
    if text.lower() in _BLANK:
        return
    issue = _issue_of(label, about[1], text)
    stance = cell_stance(text, label)
    condition = condition_in(context.report.text, cell.start, cell.end, weak=True)
    evidence = context.report.evidence(_line_start(context, row), row[-1].end)
    asked = _asked(text, issue) if stance == "conditional" else None
    for party in parties:
        yield context.state(
            PositionContent(
                party=party,
                issue=issue,
                stance=stance,
                text=f"{label}: {text}" if label else text,
                firm=frames().firm.search(text) is not None,
                condition=condition.text if condition else None,
            ),
            evidence,
            when=time_of_cell(context, text),
            basis="cell of a matrix",
        )
        if asked is not None:
            yield context.state(
                PositionContent(party=party, issue=asked[0], stance="demands", text=asked[1]),
                evidence,
                basis="what a cell depends on",
            )


def _asked(text: str, issue: str) -> tuple[str, str] | None:
    """The issue and the words of what a yes depends on, where it is another than that of the row."""
    start = asked_of_others(text)
    words = text[start:].strip(" ,.") if start is not None else ""
    found = next((name for name, weight in issues_in(words).items() if weight >= _TELLING), None)
    return (found, words) if found is not None and found != issue else None


def _issue_of(label: str, peers: Sequence[str], text: str) -> str:
    """What a cell is about: by its label, else by most of the cells that share the label, else by the cell alone."""
    named = next(iter(issues_in(label)), None)
    if named == "territory" and label.istitle() and " " in label:  # "Jordan Valley | three posts": only where
        own = (issue for issue, weight in issue_of_head(text).items() if weight >= _TELLING)
        named = next(own, named)
    if named is not None:
        return named
    votes = Counter(next(iter(found)) for other in peers if (found := issues_in(other)))
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
