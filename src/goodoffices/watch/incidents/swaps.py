"""Points whose latitude and longitude look swapped: suspected by where the other rows of the file lie, and said.

A swap that is no legal point (latitude 95) is told by its number. A legal one lies far from all other rows, while its
mirror image lies among them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["swapped_points"]

_CELL_DEG = 2.5
_FEWEST_NEAR_MIRROR = 3
_TIMES_AS_MANY = 4
_CLOSE_DEG = 7.5


def swapped_points(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Suspect the points that would lie among the others if latitude and longitude changed places.

    A point is suspected where at least three rows, and four times as many as near the point itself (it included), lie
    within a cell of 2.5 degrees or its neighbours around the mirrored point.

    Args:
        latitude: Degrees, -90 to 90, shape (rows,).
        longitude: Degrees, -180 to 180, shape (rows,).

    Returns:
        A mask, shape (rows,).
    """
    if not len(latitude):
        return np.zeros(0, dtype=bool)
    near = _rows_near(latitude, longitude)
    own = near[_cells(latitude, longitude)]
    mirrored = near[_cells(np.clip(longitude, -90, 90), latitude)]
    far = (np.abs(latitude - longitude) > _CLOSE_DEG) & (np.abs(longitude) <= 90)  # noqa: PLR2004  a latitude
    suspected: NDArray[np.bool_] = far & (mirrored >= _FEWEST_NEAR_MIRROR) & (mirrored >= _TIMES_AS_MANY * own)
    return suspected


def _cells(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows = np.minimum(((latitude + 90) / _CELL_DEG).astype(np.int64), int(180 / _CELL_DEG) - 1)
    columns = np.minimum(((longitude + 180) / _CELL_DEG).astype(np.int64), int(360 / _CELL_DEG) - 1)
    return rows, columns


def _rows_near(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.int64]:
    """Count the rows of each cell and its eight neighbours (east and west meet at 180)."""
    rows, columns = int(180 / _CELL_DEG), int(360 / _CELL_DEG)
    row, column = _cells(latitude, longitude)
    counts = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
    beside = counts + np.roll(counts, 1, axis=1) + np.roll(counts, -1, axis=1)
    padded = np.pad(beside, ((1, 1), (0, 0)))
    near: NDArray[np.int64] = padded[:-2] + padded[1:-1] + padded[2:]
    return near
