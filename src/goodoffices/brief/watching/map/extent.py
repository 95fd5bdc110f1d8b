"""What the sheet shows: where nearly all incidents are, and the zones; what lies far away is listed instead."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .projection import EARTH_KM, Extent

__all__ = ["extent_of"]

_SHARE = 1.0  # per cent of the incidents that may lie outside on either side
_ENOUGH = 100  # below so many, none is left outside
_MARGIN = 0.08  # of the extent, on every side
_LEAST_KM = 20.0  # across
_NEXT_TO = 1e-6  # degrees: what ends at 180 does not begin at -180
_WORLD = Extent(west=-180.0, south=-60.0, east=180.0, north=80.0)

Array = NDArray[np.float64]


def extent_of(longitude: Array, latitude: Array, zones: Iterable[Any] = ()) -> Extent:
    """Find what is to be shown.

    Args:
        longitude: Of the incidents, degrees east.
        latitude: Of the incidents, degrees north.
        zones: Shapes that are to be seen whole.

    Returns:
        The extent with a margin: from the 1st to the 99th percentile of the incidents (all of them where they are few),
        and the zones. East of 180 where it crosses the antimeridian.
    """
    west, east, south, north = _zone_bounds(zones)
    corners = np.concatenate([west, east])
    seam = _seam(np.concatenate([longitude, corners]))
    share = _SHARE if len(longitude) >= _ENOUGH else 0.0
    lon, lat = _unrolled(longitude, seam), np.asarray(latitude, dtype=np.float64)
    across = [*np.percentile(lon, [share, 100 - share])] if len(lon) else []
    up = [*np.percentile(lat, [share, 100 - share])] if len(lat) else []
    across += [*_unrolled(corners, seam)]
    up += [*south, *north]
    if not up:
        return _WORLD
    return _widened(float(min(across)), float(min(up)), float(max(across)), float(max(up)))


def _zone_bounds(zones: Iterable[Any]) -> list[Array]:
    """West, east, south and north of each part of each zone: one cut at the antimeridian lies on both sides of it."""
    parts = [part for zone in zones for part in getattr(zone, "geoms", [zone]) if not part.is_empty]
    bounds = np.array([part.bounds for part in parts], dtype=np.float64).reshape(-1, 4)
    return [bounds[:, 0], bounds[:, 2] - _NEXT_TO, bounds[:, 1], bounds[:, 3]]


def _seam(longitude: Array) -> float:
    """The meridian in the middle of the widest stretch without anything: there the globe is cut open."""
    taken = np.unique(np.floor((longitude + 180.0) % 360.0).astype(np.int64) % 360)
    if not len(taken):
        return -180.0
    gaps = np.diff(np.concatenate([taken, [taken[0] + 360]]))
    widest = int(np.argmax(gaps))
    at_edge = int(gaps[-1])  # a cut at 180 is the plainest wherever it is wide enough
    if at_edge >= min(int(gaps[widest]), 30) and _free(taken):
        return -180.0
    return float((taken[widest] + gaps[widest] / 2 + 0.5) % 360.0 - 180.0)


def _free(taken: NDArray[np.int64]) -> bool:
    """Is there nothing at the antimeridian?"""
    return bool(taken[0] > 0 and taken[-1] < 359)  # noqa: PLR2004  degrees of a turn


def _unrolled(longitude: Array, seam: float) -> Array:
    unrolled: Array = (np.asarray(longitude, dtype=np.float64) - seam) % 360.0 + seam
    return unrolled


def _widened(west: float, south: float, east: float, north: float) -> Extent:
    """Leave a margin, and show no less than some km."""
    stretch = max(0.1, math.cos(math.radians((south + north) / 2)))
    least = math.degrees(_LEAST_KM / EARTH_KM)
    side = max((east - west) * _MARGIN, (least / stretch - (east - west)) / 2)
    over = max((north - south) * _MARGIN, (least - (north - south)) / 2)
    west, east = west - side, east + side
    if east - west > 360.0:  # noqa: PLR2004  a turn
        west, east = -180.0, 180.0
    return Extent(west=west, south=max(-89.0, south - over), east=east, north=min(89.0, north + over))
