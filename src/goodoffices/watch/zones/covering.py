"""Which of very many points lie in a shape: the points in the order of a space-filling curve, shapes by quarters.

Every square of a quartering of the globe is a stretch of the sorted points. A square that lies wholly inside a shape
gives all of its points at once and one outside none; only points in squares that the edge passes through are tested one
by one.
(Morton's order; the quartering is that of a linear quadtree, Gargantini 1982.)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["SortedPoints"]

_BITS = 16
_SIDE = 1 << _BITS
_FEW = 24
"""Points of a square that are tested one by one rather than by quartering it further."""

_SLACK_DEG = 1e-9
_CHUNK = 2_000_000
_SIMPLE = 40
"""Corners up to which a shape is so quickly tested that quartering does not pay."""

_WIDEST_START = 4
"""A shape's box lies in at most so many squares a side when quartering starts."""

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


class SortedPoints:
    """Points sorted once, and asked often.

    Args:
        longitude: Degrees, -180 to 180, shape (points,).
        latitude: Degrees, -90 to 90, shape (points,).
    """

    def __init__(self, longitude: Floats, latitude: Floats) -> None:
        codes = _interleaved(_step(longitude, 360.0), _step(latitude, 180.0))
        self._order = np.argsort(codes, kind="stable")
        self._codes = codes[self._order]
        self._x = longitude[self._order]
        self._y = latitude[self._order]

    def within(self, shapes: Sequence[BaseGeometry]) -> tuple[Rows, Rows]:
        """Find the points that each shape holds, its edge included.

        Args:
            shapes: Degrees of WGS84, -180 to 180.

        Returns:
            Place of the shape and place of the point in the arrays that were given, in no order, shape (pairs,) each.
        """
        made = np.array([*shapes, None], dtype=object)[:-1]
        if not len(made) or not len(self._codes):
            return _NONE, _NONE
        shapely.prepare(made)
        (whole_of, whole), (tested_of, tested) = self._squares(made)
        for start in range(0, len(tested), _CHUNK):
            some = slice(start, start + _CHUNK)
            places = tested[some]
            held = shapely.intersects_xy(made[tested_of[some]], self._x[places], self._y[places])
            tested[some] = np.where(held, places, -1)
        found = tested >= 0
        return (
            np.concatenate([whole_of, tested_of[found]]),
            self._order[np.concatenate([whole, tested[found]])],
        )

    def any_in_box(self, west: float, south: float, east: float, north: float) -> bool:
        """Does any point lie in a box of degrees?"""
        return bool(((self._x >= west) & (self._x <= east) & (self._y >= south) & (self._y <= north)).any())

    def _squares(self, shapes: NDArray[np.object_]) -> tuple[tuple[Rows, Rows], tuple[Rows, Rows]]:
        """Quarter the globe about shapes: shapes and points that are inside for sure, and those to be tested."""
        few = np.where(shapely.get_num_coordinates(shapes) > _SIMPLE, _FEW, len(self._codes))
        start_levels, start_shapes, start_squares = _first_squares(shapely.bounds(shapes))
        inside, tested = [(_NONE, _NONE)], [(_NONE, _NONE)]
        of, squares = _NONE, _NONE
        for level in range(_BITS + 1):
            begins = start_levels == level
            of, squares = np.concatenate([of, start_shapes[begins]]), np.concatenate([squares, start_squares[begins]])
            if not len(squares):
                continue
            starts, ends = self._stretches(squares, level)
            held = ends > starts
            of, squares, starts, ends = of[held], squares[held], starts[held], ends[held]
            boxes = _boxes(squares, level)
            small = ends - starts <= few[of]
            meets = np.ones(len(of), dtype=bool)
            meets[~small] = shapely.intersects(shapes[of[~small]], boxes[~small])
            wholly = np.zeros(len(of), dtype=bool)
            asked = meets & ~small
            wholly[asked] = shapely.contains_properly(shapes[of[asked]], boxes[asked])
            last = meets & ~wholly & (small | (level == _BITS))
            inside.append(_all_of(of[wholly], starts[wholly], ends[wholly]))
            tested.append(_all_of(of[last], starts[last], ends[last]))
            split = meets & ~wholly & ~last
            of = np.repeat(of[split], 4)
            squares = (squares[split][:, None] * 4 + np.arange(4)).ravel()
        return _joined(inside), _joined(tested)

    def _stretches(self, squares: Rows, level: int) -> tuple[Rows, Rows]:
        shift = 2 * (_BITS - level)
        starts = np.searchsorted(self._codes, squares << shift)
        ends = np.searchsorted(self._codes, (squares + 1) << shift)
        return starts, ends


_NONE = np.zeros(0, dtype=np.int64)


def _step(values: Floats, width: float) -> Rows:
    """Number the columns (or rows) of the finest squares."""
    return np.clip(((values / width + 0.5) * _SIDE).astype(np.int64), 0, _SIDE - 1)


def _spread(values: Rows) -> Rows:
    """Put a zero between any two bits of 16-bit numbers."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        values = (values | (values << shift)) & mask
    return values


def _gathered(values: Rows) -> Rows:
    """Undo `_spread`."""
    values = values & 0x55555555
    for shift, mask in ((1, 0x33333333), (2, 0x0F0F0F0F), (4, 0x00FF00FF), (8, 0x0000FFFF)):
        values = (values | (values >> shift)) & mask
    return values


def _interleaved(columns: Rows, rows: Rows) -> Rows:
    return _spread(columns) | (_spread(rows) << 1)


def _first_squares(bounds: NDArray[np.float64]) -> tuple[Rows, Rows, Rows]:
    """Take the few squares, about as large as each shape, that cover its box: levels, shapes and squares."""
    held = np.flatnonzero(np.isfinite(bounds).all(axis=1))
    west, south, east, north = bounds[held].T
    wide = np.maximum(np.maximum((east - west) / 360.0, (north - south) / 180.0), 1.0 / _SIDE)
    levels = np.clip(np.floor(-np.log2(wide)) + 1, 0, _BITS).astype(np.int64)
    shift = _BITS - levels
    column, last_column = _step(west - _SLACK_DEG, 360.0) >> shift, _step(east + _SLACK_DEG, 360.0) >> shift
    row, last_row = _step(south - _SLACK_DEG, 180.0) >> shift, _step(north + _SLACK_DEG, 180.0) >> shift
    found = []
    for right, up in product(range(_WIDEST_START), repeat=2):
        covered = np.flatnonzero((column + right <= last_column) & (row + up <= last_row))
        squares = _interleaved(column[covered] + right, row[covered] + up)
        found.append((levels[covered], held[covered], squares))
    level, shape, square = (np.concatenate(pieces) for pieces in zip(*found, strict=True))
    return level, shape, square


def _boxes(squares: Rows, level: int) -> NDArray[np.object_]:
    side = 1 << level
    columns, rows = _gathered(squares), _gathered(squares >> 1)
    west, south = columns / side * 360.0 - 180.0, rows / side * 180.0 - 90.0
    made: NDArray[np.object_] = shapely.box(
        west - _SLACK_DEG, south - _SLACK_DEG, west + 360.0 / side + _SLACK_DEG, south + 180.0 / side + _SLACK_DEG
    )
    return made


def _all_of(of: Rows, starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """List all places of some stretches, each with what it is of."""
    lengths = ends - starts
    firsts = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return np.repeat(of, lengths), firsts + np.arange(len(firsts))


def _joined(pieces: list[tuple[Rows, Rows]]) -> tuple[Rows, Rows]:
    return np.concatenate([piece[0] for piece in pieces]), np.concatenate([piece[1] for piece in pieces])
