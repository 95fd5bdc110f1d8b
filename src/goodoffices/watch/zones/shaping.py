"""GeoJSON geometry into shapes on the globe: rings closed and whole, cut where they cross the antimeridian."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry.base import BaseGeometry

__all__ = ["ShapeFault", "mended", "shape_of"]

_ROUND = 360.0
_HALF = 180.0
_POLE = 90.0
_MOST_TURNS = 3
_PLACE = re.compile(r"\[(-?[\d.e+-]+) (-?[\d.e+-]+)\]")
_AREAL = frozenset({"Polygon", "MultiPolygon"})

Ring = NDArray[np.float64]


class ShapeFault(ValueError):  # noqa: N818  as the record names its errors: what is the matter, without "Error"
    """A geometry that makes no zone.

    Attributes:
        suggestion: What would mend it.
        place: Longitude and latitude of the fault, or None.
    """

    def __init__(self, reason: str, suggestion: str = "", place: tuple[float, float] | None = None) -> None:
        super().__init__(reason)
        self.suggestion = suggestion
        self.place = place


def shape_of(geometry: Mapping[str, Any] | None, *, mend: bool = False) -> BaseGeometry:
    """Make a shape of a GeoJSON geometry.

    Args:
        geometry: Polygon, MultiPolygon, LineString, MultiLineString, Point, MultiPoint or GeometryCollection.
        mend: Take the nearest shape that does not cross itself instead of refusing one that does.

    Returns:
        A valid shape within -180 to 180 degrees.

    Raises:
        ShapeFault: If there is no geometry, or it is no shape on the globe.
    """
    if not geometry or not isinstance(geometry, Mapping):
        msg = "no geometry"
        raise ShapeFault(msg, "give a polygon, a line or a point")
    kind = str(geometry.get("type"))
    if kind == "GeometryCollection":
        parts = [shape_of(part, mend=mend) for part in geometry.get("geometries") or ()]
        return shapely.union_all(parts)
    try:
        shape = _parts(kind, geometry.get("coordinates"))
    except (TypeError, ValueError, IndexError, shapely.errors.GEOSException) as error:
        if isinstance(error, ShapeFault):
            raise
        msg = f"the coordinates of the {kind} cannot be read ({' '.join(str(error).split())[:80]})"
        raise ShapeFault(msg, "give longitude and latitude in degrees, nested as GeoJSON asks") from error
    return _whole(shape, mend=mend)


def _parts(kind: str, coordinates: Any) -> BaseGeometry:  # noqa: ANN401  any JSON
    if kind == "Polygon":
        return _polygon(coordinates)
    if kind == "MultiPolygon":
        return shapely.multipolygons([_polygon(rings) for rings in coordinates])
    if kind == "LineString":
        return shapely.linestrings(_unwrapped(_checked(coordinates, 2)))
    if kind == "MultiLineString":
        return shapely.multilinestrings([shapely.linestrings(_unwrapped(_checked(line, 2))) for line in coordinates])
    if kind == "Point":
        return shapely.points(_checked([coordinates], 1)[0])
    if kind == "MultiPoint":
        return shapely.multipoints(_checked(coordinates, 1))
    msg = f"a geometry of type {kind!r}"
    raise ShapeFault(msg, "give a polygon, a line or a point")


def _checked(coordinates: Sequence[Any], least: int) -> Ring:
    """Take longitude and latitude of each point, and refuse what cannot be degrees."""
    points = np.array([point[:2] for point in coordinates], dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) < least:  # noqa: PLR2004  longitude and latitude
        msg = f"{len(points)} points where there have to be at least {least}"
        raise ShapeFault(msg, "give every point as longitude, latitude")
    if not np.isfinite(points).all():
        msg = "a coordinate that is no number"
        raise ShapeFault(msg)
    off = np.flatnonzero((np.abs(points[:, 1]) > _POLE) | (np.abs(points[:, 0]) > _MOST_TURNS * _HALF))
    if len(off):
        x, y = (float(value) for value in points[off[0]])
        if abs(x) <= _POLE and abs(y) <= _HALF:
            hint = "GeoJSON gives longitude first: swapped?"
        else:
            hint = "metres of a projection? Give degrees of WGS84"
        msg = f"the point {x:g}, {y:g} does not lie on the globe"
        raise ShapeFault(msg, hint)
    return points


def _polygon(rings: Sequence[Any]) -> BaseGeometry:
    made = [_unwrapped(_checked(ring, 4)) for ring in rings]
    for ring in made:
        _check_closed(ring)
    shell, holes = made[0], made[1:]
    middle = (shell[:, 0].min() + shell[:, 0].max()) / 2
    moved = [hole + (_ROUND * round((middle - hole[:, 0].mean()) / _ROUND), 0) for hole in holes]  # noqa: RUF005  arrays
    return shapely.Polygon(shell, moved)


def _check_closed(ring: Ring) -> None:
    gap = ring[-1] - ring[0]
    if abs(gap[0]) >= _HALF and abs(abs(gap[0]) - _ROUND) < 1e-6:  # noqa: PLR2004  a turn round the globe
        msg = "a ring that goes round a pole"
        raise ShapeFault(msg, "cut it into two zones along a meridian")
    if np.abs(gap).max() > 1e-9:  # noqa: PLR2004  a tenth of a millimetre
        x, y = (float(value) for value in ring[-1])
        msg = f"a ring that is not closed: it ends at {x:g}, {y:g}"
        raise ShapeFault(msg, "repeat its first point at the end", (x, y))


def _unwrapped(line: Ring) -> Ring:
    """Follow a line over the antimeridian: no step is longer than half the globe (a whole turn is meant as written)."""
    steps = np.diff(line[:, 0])
    jumps = np.where((np.abs(steps) > _HALF) & (np.abs(steps) < _ROUND - 1e-9), -np.sign(steps) * _ROUND, 0.0)
    if not jumps.any():
        return line
    return np.column_stack([line[:, 0] + np.concatenate([[0.0], np.cumsum(jumps)]), line[:, 1]])


def _whole(shape: BaseGeometry, *, mend: bool) -> BaseGeometry:
    """Refuse (or mend) a shape that crosses itself; cut one that crosses the antimeridian."""
    if shape.is_empty:
        msg = "an empty geometry"
        raise ShapeFault(msg, "give a polygon, a line or a point")
    if not shapely.is_valid(shape):
        if not mend:
            raise _crossing(shape)
        shape = mended(shape)
    west, _, east, _ = shapely.bounds(shape)
    return shape if west >= -_HALF and east <= _HALF else _cut(shape, west, east)


def _cut(shape: BaseGeometry, west: float, east: float) -> BaseGeometry:
    """Cut at every antimeridian, and move all pieces to -180 to 180."""
    pieces = []
    for turn in range(int(np.floor((west + _HALF) / _ROUND)), int(np.ceil((east + _HALF) / _ROUND))):
        start = turn * _ROUND - _HALF
        piece = shapely.intersection(shape, shapely.box(start, -_POLE, start + _ROUND, _POLE))
        if not piece.is_empty:
            pieces.append(affinity.translate(piece, -turn * _ROUND))
    areal = shape.geom_type in _AREAL
    kept = [part for piece in pieces for part in shapely.get_parts(piece) if part.geom_type in _AREAL or not areal]
    return shapely.union_all(kept)


def _crossing(shape: BaseGeometry) -> ShapeFault:
    reason = str(shapely.is_valid_reason(shape))
    found = _PLACE.search(reason)
    place = (float(found[1]), float(found[2])) if found else None
    what = _PLACE.sub("", reason).strip().lower().replace("self-intersection", "the outline crosses itself")
    where = f" at longitude {place[0]:.5f}, latitude {place[1]:.5f}" if place else ""
    parts = len(shapely.get_parts(mended(shape)))
    hint = f"mend the outline there, or read with mend=True: it would be of {parts} part{'s' * (parts != 1)}"
    return ShapeFault(what + where, hint, place)


def mended(shape: BaseGeometry) -> BaseGeometry:
    """Make the nearest shape that does not cross itself; of an area only areas are kept."""
    made = shapely.make_valid(shape)
    parts = [part for part in shapely.get_parts(made) if part.geom_type in _AREAL or shape.geom_type not in _AREAL]
    return shapely.union_all([piece for part in parts for piece in shapely.get_parts(part)])
