"""Utilities as whole numbers: equal ones are equal exactly, whatever the order in which they were added up.

Each party's utilities are set on a grid. Where all its numbers are multiples of one unit (scores of a scale, tenths,
sevenths of a weight) that unit is found by Euclid's rule on floats, and every sum is exact. Where there is none, the
unit is 2**-50 of the party's whole range; sums that differ by rounding alone are then told apart at the very end
(see `ranks`), never on the way, so nothing is lost between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Grid", "grid_of", "ranks"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_PASSES = 40  # each pass at least halves the unit, and a unit under 1e-7 of the range is given up
_COARSEST = 1e-7  # a remainder below this share of a party's highest value may be rounding
_NOISE = 2.0**-46  # how far a value may be from a multiple of its unit, as a share of the highest
_FINE = 2.0**-50  # the unit where there is none, as a share of the range


@dataclass(frozen=True, eq=False)
class Grid:
    """The unit of each party.

    Attributes:
        unit: ``(parties,)``, utility of one step, positive.
        exact: ``(parties,)``, true where every number is a multiple of the unit.
        slack: How many steps apart two equal sums can lie for a party that is not exact.
    """

    unit: Floats
    exact: Flags
    slack: float


def grid_of(tables: Sequence[Floats]) -> tuple[Grid, list[Floats], Floats]:
    """Set the values of a deal on a grid.

    Args:
        tables: Arrays ``(..., parties)`` of utilities, finite; a package takes one entry of each.

    Returns:
        The grid; the tables in whole steps, each party's lowest at 0; and ``(parties,)``, the sum of the lowest values.
    """
    flat = [table.reshape(-1, table.shape[-1]) for table in tables]
    lows = [rows.min(axis=0) for rows in flat]
    raised = [rows - low for rows, low in zip(flat, lows, strict=True)]
    tops = np.stack([rows.max(axis=0) for rows in raised])
    unit, exact = _units(np.concatenate(raised), tops.max(axis=0))
    unit = np.where(exact, unit, np.maximum(tops.sum(axis=0), 1e-300) * _FINE)
    steps = [np.rint(rows / unit).reshape(table.shape) for rows, table in zip(raised, tables, strict=True)]
    return Grid(unit, exact, 2.0 * len(tables) + 8.0), steps, np.sum(lows, axis=0)


def _units(values: Floats, top: Floats) -> tuple[Floats, Flags]:
    """Find each party's unit by Euclid's rule: divide all by the smallest remainder until nothing remains."""
    unit = np.where(top > 0, top, 1.0)
    for _ in range(_PASSES):
        rest = np.abs(values - np.rint(values / unit) * unit)
        remains = rest > _COARSEST * top
        if not remains.any():
            break
        unit = np.where(remains.any(axis=0), np.where(remains, rest, np.inf).min(axis=0), unit)
    steps = np.rint(values / unit)
    squares = (steps * steps).sum(axis=0)
    unit = np.where(squares > 0, (values * steps).sum(axis=0) / np.maximum(squares, 1.0), unit)
    off = np.abs(values - steps * unit).max(axis=0)
    return unit, off <= _NOISE * top


def ranks(worth: Floats, grid: Grid) -> Floats:
    """Tell apart what differs by more than rounding.

    Args:
        worth: ``(packages, parties)``, in steps.
        grid: The grid that they are on.

    Returns:
        ``(packages, parties)``: the same order of values for each party, but equal where only rounding differs.
    """
    told = worth.copy()
    for party in np.flatnonzero(~grid.exact):
        order = np.argsort(worth[:, party])
        steps = np.diff(worth[order, party], prepend=-np.inf) > grid.slack
        told[order, party] = np.cumsum(steps)
    return told
