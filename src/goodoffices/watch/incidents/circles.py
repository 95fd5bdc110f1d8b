"""Rows that are confined to circles: who may know of them beyond their markings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from goodoffices.record import InputError
from goodoffices.record.circle import circle_names

from ..viewer import Viewer
from .cells import is_unknown
from .columns import LabelColumn
from .table import IncidentTable

__all__ = [
    "circle_label",
    "circles_in",
    "circles_within",
    "joint_label",
    "read_circles",
    "rows_by_circle",
    "rows_entered",
]

_BETWEEN = "; "


def circle_label(names: Iterable[str]) -> str:
    """Write circles as a row bears them, "" for none.

    Raises:
        InputError: A name holds no word, or the sign that stands between names.
    """
    known = circle_names(names)
    if (odd := next((each for each in known if ";" in each), None)) is not None:
        msg = f"{odd!r} cannot be the name of a circle here: a semicolon stands between several; leave it out"
        raise InputError(msg)
    return _BETWEEN.join(known)


def circles_in(label: str) -> tuple[str, ...]:
    """The circles that a row bears."""
    return tuple(label.split(_BETWEEN)) if label else ()


def joint_label(one: str, other: str) -> str:
    """Who may know what two rows say alike: the members of either, and everybody where one of them is open."""
    return circle_label((*circles_in(one), *circles_in(other))) if one and other else ""


def read_circles(cells: list[str] | None, rows: int, default: str) -> list[str]:
    """Read the circles of a batch.

    Args:
        cells: As the file gives them, several with semicolons between; None where it has no such column.
        rows: How many rows there are.
        default: Of rows of which the file says nothing.
    """
    if cells is None:
        return [default] * rows
    known = {cell: _label_of(cell, default) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _label_of(cell: str, default: str) -> str:
    if is_unknown(cell):
        return default
    return circle_label(name for name in cell.split(";") if name.strip())


def rows_entered(column: LabelColumn, viewer: Viewer) -> NDArray[np.bool_]:
    """Which rows somebody may know of, as far as circles go; shape (rows,)."""
    entered = np.array([viewer.enters(circles_in(label)) for label in column.labels] or [True], dtype=bool)
    return entered[column.codes] if len(column.codes) else np.zeros(0, dtype=bool)


def circles_within(column: LabelColumn, viewer: Viewer) -> LabelColumn:
    """The circles of rows without those that a viewer may not be told of."""
    if not viewer.walled or not any(column.labels):
        return column
    known: dict[str, int] = {}
    places = [known.setdefault(_BETWEEN.join(viewer.within(circles_in(label))), len(known)) for label in column.labels]
    return LabelColumn(np.array(places or [0], dtype=np.int32)[column.codes], tuple(known))


def rows_by_circle(table: IncidentTable) -> Iterator[NDArray[np.int64]]:
    """The rows of a table, those of each circle apart, the open ones first; shape (some,) each."""
    column: LabelColumn = table["circles"]
    for label in sorted(column.counts()):
        yield np.flatnonzero(column.isin([label]))
