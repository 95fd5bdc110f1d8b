"""Buffers in kilometres on the ellipsoid, to within one per cent.

A shape is cut into pieces of some 300 km; each is widened in an azimuthal equidistant projection about its own middle,
where distances are off by at most (d / R)² / 6: under 0.2 per cent for a piece and a buffer of up to 500 km. The pieces
are joined again on the globe.
"""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from goodoffices.record.errors import InputError

__all__ = ["widen", "widened_edge"]

_PIECE_KM = 300.0
_KM_A_DEGREE = 111.32
_WIDEST_KM = 1_000.0
_QUADRANT_SEGMENTS = 16
_EDGE_STEP_DEG = 0.05
_SIMPLER = 0.003
_ROUND = 360.0
_LAST_LATITUDE = 89.0
_LINEAR = frozenset({"LineString", "MultiLineString", "LinearRing"})


def widen(shape: BaseGeometry, km: float) -> BaseGeometry:
    """Widen a shape by so many km on all sides.

    Args:
        shape: Degrees of WGS84, -180 to 180.
        km: 0 to 1,000.

    Returns:
        The widened area, cut at the antimeridian.

    Raises:
        InputError: If `km` is out of range, or the area would reach a pole.
    """
    if not 0 <= km <= _WIDEST_KM:
        msg = f"a buffer of {km:g} km; give 0 to {_WIDEST_KM:g}"
        raise InputError(msg)
    if km == 0:
        return shape
    areas = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    others = [part for part in shapely.get_parts(shape) if part.geom_type != "Polygon"]
    edges = [widened_edge(shapely.boundary(shapely.union_all(areas)), km)] if areas else []
    return shapely.union_all([*areas, *edges, *(widened_edge(part, km) for part in others)])


def widened_edge(line: BaseGeometry, km: float) -> BaseGeometry:
    """Widen lines and points by so many km; a line is first made simpler by a three-hundredth of that.

    Args:
        line: Lines or points, degrees of WGS84.
        km: More than 0.

    Returns:
        All that lies within `km` of them, to one per cent.
    """
    if line.geom_type in _LINEAR:
        line = shapely.simplify(line, _SIMPLER * km / _KM_A_DEGREE, preserve_topology=False)
    pieces = [piece for part in shapely.get_parts(line) for piece in _pieces(part)]
    return shapely.union_all([_widened(piece, km) for piece in pieces])


def _pieces(part: BaseGeometry) -> list[BaseGeometry]:
    """Cut a line into stretches of some 300 km, with a point every few km so that it keeps its course."""
    if part.geom_type == "Point":
        return [part]
    fine = shapely.segmentize(part, _EDGE_STEP_DEG)
    points = shapely.get_coordinates(fine)
    steps = np.hypot(np.diff(points[:, 0]) * np.cos(np.radians(points[:-1, 1])), np.diff(points[:, 1]))
    along = np.concatenate([[0.0], np.cumsum(steps)]) * _KM_A_DEGREE
    number = np.minimum(along / _PIECE_KM, max(np.ceil(along[-1] / _PIECE_KM) - 1, 0)).astype(int)
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    ends = [*(int(start) + 1 for start in starts[1:]), len(points)]
    return [
        shapely.linestrings(points[start:end]) if end - start > 1 else shapely.points(points[start])
        for start, end in zip(starts.tolist(), ends, strict=True)
    ]


def _widened(piece: BaseGeometry, km: float) -> BaseGeometry:
    from pyproj import Proj  # noqa: PLC0415  loaded where something is widened

    west, south, east, north = shapely.bounds(piece)
    if max(abs(south), abs(north)) + km / _KM_A_DEGREE > _LAST_LATITUDE:
        msg = f"a buffer of {km:g} km about latitude {north:.1f} would reach the pole; make it smaller"
        raise InputError(msg)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    flat = Proj(proj="aeqd", lat_0=middle_y, lon_0=middle_x, units="km", ellps="WGS84")
    projected = shapely.transform(piece, flat, interleaved=False)
    area = shapely.buffer(projected, km, quad_segs=_QUADRANT_SEGMENTS)
    area = shapely.segmentize(area, max(km / 4, 1.0))

    def on_the_globe(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        longitude, latitude = flat(x, y, inverse=True)
        return middle_x + (longitude - middle_x + _ROUND / 2) % _ROUND - _ROUND / 2, latitude

    return _moved_in(shapely.transform(area, on_the_globe, interleaved=False))


def _moved_in(area: BaseGeometry) -> BaseGeometry:
    """Cut an area that crosses the antimeridian."""
    west, _, east, _ = shapely.bounds(area)
    if west >= -_ROUND / 2 and east <= _ROUND / 2:
        return area
    home = shapely.intersection(area, shapely.box(-180, -90, 180, 90))
    turn = _ROUND if west < -_ROUND / 2 else -_ROUND
    moved = shapely.transform(area, lambda points: points + (turn, 0))  # noqa: RUF005  arrays
    return shapely.union_all([home, shapely.intersection(moved, shapely.box(-180, -90, 180, 90))])
