"""Incidents gathered in cells, coarse ones for the whole sheet and finer ones for a closer look.

Cells are hexagons on the sheet, or single places where these are few enough. A coarser cell holds whole finer ones, so
that numbers add up at every scale.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["ACROSS", "Cells", "Level", "cells_of"]

COARSEST, ACROSS = 128.0, 64.0
"""Pixels across a cell of the coarsest level, which each finer one halves; and of the level that is drawn first."""

_LEVELS = 6
_SAME_PLACE = 1e4  # to the ten thousandth of a degree, some ten metres

Array = NDArray[np.float64]
Rows = NDArray[np.int64]


class Level(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One level of cells.

    Attributes:
        across: Pixels across a cell; 0 for single places.
        of_finest: For each finest cell the cell of this level in which it lies, shape (finest cells,).
        x: Where its incidents are in the mean, pixels, shape (cells,).
        y: The same, down.
    """

    across: float
    of_finest: Rows
    x: Array
    y: Array


class Cells(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The incidents of a sheet in cells.

    Attributes:
        of_row: The finest cell of each incident, shape (incidents,).
        levels: From the coarsest to the finest.
    """

    of_row: Rows
    levels: tuple[Level, ...]

    @property
    def drawn(self) -> int:
        """The level that is drawn first."""
        return max(n for n, level in enumerate(self.levels) if n == 0 or level.across >= ACROSS)

    @property
    def finest(self) -> Level:
        """The finest level."""
        return self.levels[-1]


def cells_of(longitude: Array, latitude: Array, x: Array, y: Array, most: int) -> Cells:
    """Gather incidents.

    Args:
        longitude: Degrees east, shape (incidents,).
        latitude: Degrees north.
        x: Where they stand on the sheet, pixels.
        y: The same, down.
        most: How many cells the finest level may have at most, one or more.

    Returns:
        The cells. The finest level is single places where there are no more than `most` of them.
    """
    across, of_row = _finest(longitude, latitude, x, y, most)
    weight = np.bincount(of_row)
    means = [np.bincount(of_row, weights=each) / np.maximum(weight, 1) for each in (x, y)]
    sizes = [COARSEST / 2**step for step in range(_LEVELS) if COARSEST / 2**step > across]
    levels = [_level(size, means[0], means[1], weight) for size in sizes]
    own = np.arange(len(weight), dtype=np.int64)
    finest = Level(across=across, of_finest=own, x=means[0], y=means[1])
    return Cells(of_row=of_row, levels=(*levels, finest))


def _finest(longitude: Array, latitude: Array, x: Array, y: Array, most: int) -> tuple[float, Rows]:
    keys = np.round(latitude * _SAME_PLACE).astype(np.int64) * 10_000_000 + np.round(longitude * _SAME_PLACE).astype(
        np.int64
    )
    places, of_row = np.unique(keys, return_inverse=True)
    if len(places) <= most:
        return 0.0, of_row.ravel().astype(np.int64)
    across = COARSEST / 2 ** (_LEVELS - 1)
    while True:
        found, of_row = np.unique(_hexagon(x, y, across), return_inverse=True)
        if len(found) <= most or across > COARSEST * 64:
            return across, of_row.ravel().astype(np.int64)
        across *= 2


def _level(across: float, x: Array, y: Array, weight: NDArray[np.int64]) -> Level:
    """Gather finest cells in coarser ones, by where they are in the mean."""
    _, of_finest = np.unique(_hexagon(x, y, across), return_inverse=True)
    of_finest = of_finest.ravel().astype(np.int64)
    total = np.maximum(np.bincount(of_finest, weights=weight), 1)
    mean_x, mean_y = (np.bincount(of_finest, weights=each * weight) / total for each in (x, y))
    return Level(across=across, of_finest=of_finest, x=mean_x, y=mean_y)


def _hexagon(x: Array, y: Array, across: float) -> Rows:
    """Number the hexagon in which each point lies: the nearer of two rectangular lattices' points is its middle."""
    tall = across * np.sqrt(3.0)
    even = np.round(x / across), np.round(y / tall)
    odd = np.floor(x / across) + 0.5, np.floor(y / tall) + 0.5
    to_even = (x - even[0] * across) ** 2 + (y - even[1] * tall) ** 2
    to_odd = (x - odd[0] * across) ** 2 + (y - odd[1] * tall) ** 2
    nearer = to_even <= to_odd
    column, row = np.where(nearer, even[0], odd[0]), np.where(nearer, even[1], odd[1])
    number: Rows = (np.round(column * 2).astype(np.int64) + 500_000) * 10_000_000 + np.round(row * 2).astype(np.int64)
    return number
