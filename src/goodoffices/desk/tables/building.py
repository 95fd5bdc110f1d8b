"""Every table by its name, built from one audience's ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.model import Entry
from goodoffices.record import InputError
from goodoffices.record.view import Hit

from .finding_rows import entry_row
from .ground import Ground
from .issue_rows import change_rows, dispute_rows, gap_rows, matrix_rows, process_rows, side_rows
from .layout import Layout, layout
from .record_rows import (
    evidence_rows,
    hit_rows,
    judgement_rows,
    note_rows,
    rejection_rows,
    report_rows,
    statement_rows,
)
from .table import Column, Row, Table

__all__ = ["build_table", "empty_table", "entry_table", "evidence_of", "grid", "hit_table"]

_Rows: TypeAlias = Callable[[Brief, Ground], Iterator[Row]]

_OF_THE_BRIEF: Mapping[str, _Rows] = {
    "disagreements": dispute_rows,
    "sides": side_rows,
    "evidence": evidence_rows,
    "rejections": rejection_rows,
    "matrix": matrix_rows,
    "changes": change_rows,
    "gaps": gap_rows,
    "process": process_rows,
}


def build_table(name: str, ground: Ground) -> Table:
    """Build a table of all that there is of its sort.

    Args:
        name: One of `layouts()`, but for ``hits``: a search has `hit_table`.
        ground: What one audience's tables are made from, with its brief.

    Raises:
        InputError: If there is no table of that name, or the ground has no brief.
    """
    of = layout(name)
    return empty_table(name, ground, _rows(of, ground))


def empty_table(name: str, ground: Ground, rows: Iterable[Row] = ()) -> Table:
    """Make a table of a name with rows that are at hand already; without any, its head, for a writer of many rows.

    Raises:
        InputError: If there is no table of that name.
    """
    of = layout(name)
    return Table(
        name=of.name,
        title=of.title,
        columns=of.columns,
        rows=tuple(rows),
        audience=ground.audience,
        marking=ground.marking,
        note=ground.note,
        generated=ground.generated,
        shown=of.shown,
    )


def entry_table(name: str, entries: Iterable[Entry], ground: Ground) -> Table:
    """Build a table of findings: ``findings``, ``timeline``, or that of one kind.

    Args:
        name: Which.
        entries: The findings, as one audience may see them.
        ground: What a row looks up; needs no brief.

    Raises:
        InputError: If there is no such table, or a finding is no row of it.
    """
    of = layout(name)
    return empty_table(name, ground, (entry_row(of, entry, ground) for entry in entries))


def hit_table(hits: Iterable[Hit], ground: Ground) -> Table:
    """Build the table of what a search found."""
    return empty_table("hits", ground, hit_rows(hits))


def evidence_of(finding: str, ground: Ground) -> Table:
    """Build the table of the spans of one finding or disagreement.

    Raises:
        InputError: If there is no such finding or disagreement.
    """
    brief = _brief(ground, "evidence")
    if finding not in {entry.id for entry in brief.entries} | {dispute.id for dispute in brief.disputes}:
        msg = f"there is no finding {finding!r} here; the ids stand in the table of findings"
        raise InputError(msg)
    return empty_table("evidence", ground, evidence_rows(brief, ground, only=finding))


def _rows(of: Layout, ground: Ground) -> Iterator[Row]:
    match of.name:
        case "judgements":
            return judgement_rows(ground.judgements)
        case "statements":
            return statement_rows(ground.statements, ground)
        case "reports":
            return report_rows(ground)
        case "notes":
            return note_rows(ground.notes)
        case "hits":
            msg = "a search has hits; take hit_table with what it found"
            raise InputError(msg)
    brief = _brief(ground, of.name)
    if own := _OF_THE_BRIEF.get(of.name):
        return own(brief, ground)
    return (entry_row(of, entry, ground) for entry in _entries(of, brief))


def _brief(ground: Ground, name: str) -> Brief:
    if ground.brief is None:
        msg = f"the table {name!r} is made from a brief, and there is none; take Ground.of(brief)"
        raise InputError(msg)
    return ground.brief


def _entries(of: Layout, brief: Brief) -> Iterable[Entry]:
    if of.name == "timeline":
        happened = (*(view.entry for view in brief.timeline.meetings), *brief.timeline.events)
        return sorted(happened, key=_by_day)
    return (entry for entry in brief.entries if of.kind in ("", entry.kind))


def _by_day(entry: Entry) -> tuple[bool, str, str]:
    when = entry.when
    day = (when.earliest or when.latest) if when else None
    last = (when.latest or when.earliest) if when else None
    return day is None, day.isoformat() if day else "", last.isoformat() if last else ""


def grid(matrix: Table) -> Table:
    """Lay the matrix out as people read it: a row an issue, a column a party.

    Args:
        matrix: The table ``matrix``.

    Returns:
        A table whose columns are ``issue``, ``issue_label`` and one for each party, by name (with the id where two
        have the same); a cell has the stances, or ``silent``, or ``unknown``.
    """
    at = {
        name: matrix.place(name) for name in ("issue", "issue_label", "party", "party_id", "state", "stances", "firm")
    }
    parties = {row[at["party_id"]]: str(row[at["party"]]) for row in matrix.rows}
    labels = {row[at["issue"]]: row[at["issue_label"]] for row in matrix.rows}
    cells = {(row[at["issue"]], row[at["party_id"]]): _stances(row, at) for row in matrix.rows}
    taken = Counter(("issue", "issue_label", *parties.values()))
    names = [f"{name} ({party})" if taken[name] > 1 else name for party, name in parties.items()]
    columns = tuple(Column(name=name, label=name, about="What this party holds on the issue.") for name in names)
    rows = tuple((issue, labels[issue], *(cells.get((issue, party)) for party in parties)) for issue in labels)
    head = (matrix.columns[at["issue"]], matrix.columns[at["issue_label"]])
    return msgspec.structs.replace(
        matrix, name="grid", columns=(*head, *columns), rows=rows, shown=("issue_label", *names)
    )


def _stances(row: Row, at: Mapping[str, int]) -> str:
    held = row[at["stances"]]
    if not isinstance(held, tuple) or not held:
        return str(row[at["state"]])
    return ", ".join(held) + ("; red line" if row[at["firm"]] else "")
