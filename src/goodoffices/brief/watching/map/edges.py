"""Where the edges of units run: along a coast, between countries, around what is disputed, or within a country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from .world import STEP

__all__ = ["Edges", "edges_of"]


class Edges(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Lines in degrees, by what lies on both sides.

    Attributes:
        coast: Nothing on one side.
        borders: Two countries.
        disputed: Something disputed on at least one side.
        units: Two units of one country; none within what is disputed.
    """

    coast: Any
    borders: Any
    disputed: Any
    units: Any


def edges_of(shapes: NDArray[Any], owners: Sequence[str]) -> Edges:
    """Sort the edges of units that touch.

    Args:
        shapes: Polygons that share the points of their edges, shape (units,).
        owners: The country of each, or ``~`` and the disputed area.
    """
    ends, places, units = _segments(shapes)
    pairs, inverse, counts = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    inverse = inverse.ravel()
    order = np.argsort(inverse, kind="stable")
    firsts = order[np.cumsum(counts) - counts]
    lasts = order[np.cumsum(counts) - 1]
    codes = {owner: number for number, owner in enumerate(dict.fromkeys(owners))}
    code = np.array([codes[owner] for owner in owners] or [0])
    nobody = np.array([owner.startswith("~") for owner in codes] or [False])
    one, other = code[units[firsts]], code[units[lasts]]
    shared, same = counts > 1, one == other
    disputed = shared & ~same & (nobody[one] | nobody[other])
    lines = [
        _line(places, pairs[mask])
        for mask in (~shared, shared & ~same & ~disputed, disputed, shared & same & ~nobody[one])
    ]
    return Edges(coast=lines[0], borders=lines[1], disputed=lines[2], units=lines[3])


def _segments(shapes: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Take shapes apart: the ends of each segment as numbers of places, the places, and whose segment it is."""
    import shapely  # noqa: PLC0415  geometry is heavy

    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    whole = np.round(points / STEP).astype(np.int64)
    keys, numbers = np.unique(whole[:, 0] * 1_000_000 + whole[:, 1], return_inverse=True)
    y = (keys + 500_000) % 1_000_000 - 500_000
    places = np.column_stack([(keys - y) // 1_000_000, y]) * STEP
    numbers = numbers.ravel()
    joined = of_ring[1:] == of_ring[:-1]
    ends = np.sort(np.column_stack([numbers[:-1][joined], numbers[1:][joined]]), axis=1)
    return ends, places, of_shape[of_part[of_ring[:-1][joined]]]


def _line(places: NDArray[np.float64], pairs: NDArray[np.int64]) -> Any:  # noqa: ANN401  a shapely shape
    """Join segments to lines."""
    import shapely  # noqa: PLC0415  geometry is heavy

    return (
        shapely.line_merge(shapely.multilinestrings(shapely.linestrings(places[pairs])))
        if len(pairs)
        else shapely.MultiLineString()
    )
