"""Who may be shown which incidents: the release marking of each row, and a table without what is more restricted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from goodoffices.record import InputError, Marking, parse_marking

from ..viewer import Audience, viewer_of
from .cells import Faults, is_unknown
from .circles import circles_within, rows_entered
from .columns import Column, LabelColumn
from .table import IncidentTable

__all__ = ["marking_ranks", "markings_in", "read_markings", "release_keys", "remarked", "shown_to"]

_SUGGESTION = f"write one of {', '.join(marking.value for marking in Marking)}, or leave the cell empty"


def read_markings(cells: list[str] | None, rows: int, default: Marking, faults: Faults) -> list[str]:
    """Read the markings of a batch.

    Args:
        cells: As the file gives them; None where it has no such column.
        rows: How many rows there are.
        default: Of rows of which the file says nothing.
        faults: Takes the rows whose marking is none: nobody knows who may be shown them.
    """
    if cells is None:
        return [default.value] * rows
    known: dict[str, str | None] = {}
    read = []
    for place, cell in enumerate(cells):
        if cell not in known:
            known[cell] = _marking_of(cell, default)
        value = known[cell]
        if value is None:
            faults.setdefault(place, (f"{cell.strip()[:40]!r} is no release marking", _SUGGESTION, cell))
        read.append(value or Marking.RED.value)
    return read


def _marking_of(cell: str, default: Marking) -> str | None:
    if is_unknown(cell):
        return default.value
    try:
        return parse_marking(cell).value
    except InputError:
        return None


def marking_ranks(column: LabelColumn) -> NDArray[np.int8]:
    """The rank of each row's marking, 0 for CLEAR up to 4 for RED, shape (rows,)."""
    ranks = np.array([Marking(label).rank for label in column.labels] or [0], dtype=np.int8)
    return ranks[column.codes] if len(column.codes) else np.zeros(0, dtype=np.int8)


def release_keys(table: IncidentTable) -> dict[str, int]:
    """How many rows bear each marking with each set of circles, as ``MARKING`` or ``MARKING circle; circle``."""
    circles: LabelColumn = table["circles"]
    if not any(circles.counts()):
        counts: dict[str, int] = table["marking"].counts()
        return counts
    pairs = zip(table["marking"], circles, strict=True)
    found: dict[str, int] = {}
    for marking, label in pairs:
        key = f"{marking} {label}".rstrip()
        found[key] = found.get(key, 0) + 1
    return found


def markings_in(column: LabelColumn) -> tuple[Marking, ...]:
    """The markings that rows bear, the least restricted first."""
    return tuple(sorted(map(Marking, column.counts()), key=lambda marking: marking.rank))


def shown_to(table: IncidentTable, audience: Audience) -> IncidentTable:
    """Take the rows that an audience may see, and of words only those that these rows hold."""
    viewer = viewer_of(audience)
    seen = (marking_ranks(table["marking"]) <= viewer.marking.rank) & rows_entered(table["circles"], viewer)
    some = table if seen.all() else table.take(np.flatnonzero(seen))
    circles = circles_within(some["circles"], viewer)
    if circles is not some["circles"]:
        some = IncidentTable({name: some[name] if name != "circles" else circles for name in some})
    if seen.all():
        return some
    return IncidentTable({name: _compact(some[name]) for name in some})


def _compact(column: Column) -> Column:
    """Drop the words of a column that no row of it bears; the others stand in the order in which they first come."""
    if not isinstance(column, LabelColumn):
        return column
    codes, first, inverse = np.unique(column.codes, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return LabelColumn(place[inverse].astype(np.int32), tuple(column.labels[code] for code in codes[order]))


def remarked(table: IncidentTable, markings: Mapping[tuple[str, int, str], str]) -> IncidentTable:
    """Give rows the marking that was given to what they say later on.

    What is marked anew within a circle is so within that circle alone: it changes nothing for others.

    Args:
        table: Some rows.
        markings: By id, fingerprint and circles of a row, its marking now.
    """
    ids: Collection[str] = {name for name, _, _ in markings}
    columns = (table["id"], table["fingerprint"].tolist(), table["circles"], table["marking"])
    now = [
        markings.get((name, int(mark), circles), markings.get((name, int(mark), ""), held)) if name in ids else held
        for name, mark, circles, held in zip(*columns, strict=True)
    ]
    return IncidentTable({name: table[name] if name != "marking" else LabelColumn.of(now) for name in table})
