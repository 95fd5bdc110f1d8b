"""Which incidents the page lists, so that every mark opens some of its own: the latest of each cell and kind first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["listed_rows"]

Rows = NDArray[np.int64]


def listed_rows(cells: Rows, kinds: Rows, minutes: Rows, most: int) -> Rows:
    """Choose incidents.

    Args:
        cells: Finest cell of each, shape (incidents,).
        kinds: Code of its kind.
        minutes: When.
        most: How many at most; where there are more cells than that, some list none.

    Returns:
        Places in the arrays: of every cell its latest, then of every kind in it its latest, then the latest of all.
    """
    order = np.argsort(-minutes, kind="stable")
    in_cell = _turn(cells[order])
    in_kind = _turn(cells[order] * (int(kinds.max()) + 1 if len(kinds) else 1) + kinds[order])
    first = np.lexsort((np.arange(len(order)), in_kind, np.minimum(in_cell, 1)))
    chosen: Rows = order[first[:most]]
    return chosen[np.argsort(-minutes[chosen], kind="stable")]


def _turn(groups: Rows) -> Rows:
    """The how-manieth of its group each element is, from 0."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(groups) else np.zeros(0, int)
    lengths = np.diff(np.concatenate([starts, [len(groups)]]))
    turns = np.empty(len(groups), dtype=np.int64)
    turns[order] = np.arange(len(groups)) - np.repeat(starts, lengths)
    return turns
