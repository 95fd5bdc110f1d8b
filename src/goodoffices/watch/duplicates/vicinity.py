"""Pairs of reports that are near in space and time: cells of the globe and days, sorted, and their neighbours.

The number of pairs stays in proportion to the rows: where a cell and day is crowded, a row is compared only with those
that stand next to it when the crowd is sorted by its words.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

__all__ = ["crowd_rate", "distance_km", "near_pairs"]

_KM_A_DEGREE = 111.195
_CROWDED = 64
"""Rows of one cell and day from which on a row is not compared with all of them."""
_SHORTEST_DAYS = 30.0

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


def distance_km(latitude: Floats, longitude: Floats, left: Rows, right: Rows) -> Floats:
    """Measure pairs of near points on the sphere (within 0.6 per cent of the ellipsoid), km, shape (pairs,)."""
    north = np.radians(latitude[left] - latitude[right])
    middle = np.radians(latitude[left] + latitude[right]) / 2
    turn = np.abs(longitude[left] - longitude[right])
    east = np.radians(np.minimum(turn, 360.0 - turn)) * np.cos(middle)
    apart: Floats = np.degrees(np.hypot(north, east)) * _KM_A_DEGREE
    return apart


def near_pairs(
    latitude: Floats, longitude: Floats, day: Rows, *, km: float, days: int, orders: list[Rows]
) -> tuple[Rows, Rows]:
    """List the pairs that may be within some km and days of one another, each once.

    Args:
        latitude: Degrees, shape (rows,).
        longitude: Degrees, shape (rows,).
        day: Whole days, shape (rows,).
        km: No pair nearer than this is missed, but for crowds.
        days: Nor one within so many days.
        orders: By what a crowd is sorted, one after another, shape (rows,) each.

    Returns:
        The two rows of each pair, the earlier in the table first, shape (pairs,) each.
    """
    if not len(day):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    found = []
    for order in orders:
        cells = _Cells(latitude, longitude, day, km, order)
        found += [cells.beside(band, turn, late) for band, turn, late in _half_of_the_neighbours(days)]
        if not cells.crowded:
            break  # all pairs are found whatever a crowd is sorted by
    pairs = np.unique(np.concatenate(found))
    return pairs // len(day), pairs % len(day)


def _half_of_the_neighbours(days: int) -> list[tuple[int, int, int]]:
    """List the steps to neighbouring cells that see each pair of cells from one side: bands, columns, days."""
    steps = product((0, 1), (-1, 0, 1), range(-days, days + 1))
    return [step for step in steps if step[0] or step[1:] >= (0, 0)]


class _Cells:
    """Rows in cells of some km and days: bands of latitude, each cut into columns no narrower than `km`."""

    def __init__(self, latitude: Floats, longitude: Floats, day: Rows, km: float, order: Rows) -> None:
        self.crowded = False
        self._km = km
        self._band = np.floor((latitude + 90.0) * _KM_A_DEGREE / km).astype(np.int64)
        self._turn = (longitude + 180.0) / 360.0
        self._day = day - day.min() + 1
        self._days = int(self._day.max()) + 2 * 370
        self._most = int(360 * _KM_A_DEGREE / km) + 3
        # all arrays in the order of the keys: what is looked up next then stands near what was looked up before
        self._rows = np.lexsort((order, self._key(self._band, 0, 0)))
        self._band, self._turn, self._day = self._band[self._rows], self._turn[self._rows], self._day[self._rows]
        self._marks = order[self._rows]
        self._keys = self._key(self._band, 0, 0)

    def _key(self, band: Rows, turn: int, late: int) -> Rows:
        """Number the cell and day next to each row."""
        edges = np.stack([band, band + 1]) * self._km / _KM_A_DEGREE - 90.0
        narrow = np.cos(np.radians(np.minimum(np.abs(edges).max(axis=0), 89.9)))
        across = np.maximum(np.floor(360.0 * _KM_A_DEGREE * narrow / self._km), 1).astype(np.int64)
        column = (np.minimum((self._turn * across).astype(np.int64), across - 1) + turn) % across
        key: Rows = (band * self._most + column) * self._days + self._day + late
        return key

    def beside(self, band: int, turn: int, late: int) -> Rows:
        """Pair each row with those of one neighbouring cell and day: first times the number of rows, plus second."""
        count = len(self._keys)
        wanted = self._key(self._band + band, turn, late)
        starts = np.searchsorted(self._keys, wanted, side="left")
        ends = np.searchsorted(self._keys, wanted, side="right")
        for place in np.flatnonzero(ends - starts > _CROWDED).tolist():
            self.crowded = True
            middle = starts[place] + np.searchsorted(self._marks[starts[place] : ends[place]], self._marks[place])
            starts[place] = max(starts[place], middle - _CROWDED // 2)
            ends[place] = min(ends[place], starts[place] + _CROWDED)
        lengths = ends - starts
        left = np.repeat(np.arange(count), lengths)
        right = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(len(left))
        one, other = self._rows[left], self._rows[right]
        low, high = np.minimum(one, other), np.maximum(one, other)
        pairs: Rows = (low * count + high)[low < high]
        return pairs


def crowd_rate(place: Rows, day: Rows, *, within: int, apart: int) -> Floats:
    """Tell how many other reports a place has on an ordinary day about each report.

    Args:
        place: Number of each row's place, shape (rows,).
        day: Whole days, shape (rows,).
        within: Days before and after that are looked at.
        apart: Days about the report itself that are left out.

    Returns:
        Reports a day, 0 where there are no others, shape (rows,).
    """
    if not len(day):
        return np.zeros(0)
    first, last = int(day.min()), int(day.max())
    width = last - first + 2 * within + 3
    moved = day - first + within + 1
    keys = np.unique(place, return_inverse=True)[1] * width + moved
    ordered = np.sort(keys)
    counts = [
        np.searchsorted(ordered, keys + reach, side="right") - np.searchsorted(ordered, keys - reach, side="left")
        for reach in (within, apart)
    ]
    looked_at = np.minimum(day + within, last) - np.maximum(day - within, first) - 2 * apart
    rate: Floats = (counts[0] - counts[1]) / np.maximum(looked_at, _SHORTEST_DAYS)
    return rate
