"""The zones of each incident, with the dates of both and how well the place is known."""

from __future__ import annotations

import datetime as dt

import numpy as np
import shapely
from numpy.typing import NDArray

from goodoffices.watch.incidents import IncidentTable

from .covering import SortedPoints
from .located import Located, Pairs, Standing
from .widening import widened_edge
from .zone import Zone, ZoneSet

__all__ = ["locate"]

_STEP = 1.1
"""Precisions are rounded up to a step of ten per cent, so that few edges have to be widened."""
_LEAST_KM = 0.01
_MOST_KM = 500.0
_NEVER, _IN_PART, _ALL_ALONG = 0, 1, 2

Rows = NDArray[np.int64]


def locate(table: IncidentTable, zones: ZoneSet, on: dt.date | None = None) -> Located:
    """Find the zones in which each incident lies.

    Args:
        table: The incidents.
        zones: The zones.
        on: The zones as they held on this day; None: for each incident those that held when it happened.

    Returns:
        The zones of each row. The point alone decides over ``LIKELY`` (an edge belongs to its zone); where
        ``precision_km`` is given, ``SURE`` and ``POSSIBLE`` say whether the zone's edge lies within it. A zone that
        held for part of an incident's time is never sure.
    """
    points = SortedPoints(table["longitude"], table["latitude"])
    places, rows = points.within(zones.shapes)
    held = _held(zones, table, on, rows, places) > _NEVER
    order = np.argsort(rows[held], kind="stable")
    rows, places = rows[held][order], places[held][order]
    return Located(
        rows,
        places.astype(np.int32),
        len(table),
        zone_set=zones,
        judge=lambda: _judged(table, zones, on, points, (rows, places)),
    )


def _held(zones: ZoneSet, table: IncidentTable, on: dt.date | None, rows: Rows, places: Rows) -> NDArray[np.uint8]:
    """Tell of each pair whether the zone held at the time: never, in part, or all along."""
    if on is not None:
        holds = np.array([_ALL_ALONG if zone.holds_on(on) else _NEVER for zone in zones] or [_NEVER], dtype=np.uint8)
        return holds[places]
    starts = np.array([zone.valid_from or dt.date.min for zone in zones], dtype="datetime64[D]")
    ends = np.array([zone.valid_until or dt.date.max for zone in zones], dtype="datetime64[D]")
    if all(zone.valid_from is None and zone.valid_until is None for zone in zones):
        return np.full(len(rows), _ALL_ALONG, dtype=np.uint8)
    earliest, latest = (table[name][rows].astype("datetime64[D]") for name in ("earliest", "latest"))
    some = (latest >= starts[places]) & (earliest <= ends[places])
    whole = (earliest >= starts[places]) & (latest <= ends[places])
    return np.where(whole, _ALL_ALONG, np.where(some, _IN_PART, _NEVER)).astype(np.uint8)


def _judged(
    table: IncidentTable, zones: ZoneSet, on: dt.date | None, points: SortedPoints, inside: tuple[Rows, Rows]
) -> Pairs:
    """Weigh in how well the places are known: rows near the edge, on either side, are less sure."""
    steps = _precision_steps(table["precision_km"])
    near = [_near_the_edge(zone, points, steps) for zone in zones]
    rows, places = inside
    own = places * len(table) + rows
    edge = np.concatenate([place * len(table) + found for place, found in enumerate(near)] or [own[:0]])
    sure = (steps[rows] >= 0) & ~np.isin(own, edge) & (_held(zones, table, on, rows, places) == _ALL_ALONG)
    possible = np.setdiff1d(edge, own)
    beside, outside = possible % max(len(table), 1), possible // max(len(table), 1)
    held = _held(zones, table, on, beside, outside) > _NEVER
    all_rows = np.concatenate([rows, beside[held]])
    all_places = np.concatenate([places, outside[held]]).astype(np.int32)
    standing = np.concatenate([np.where(sure, Standing.SURE, Standing.LIKELY), np.full(held.sum(), Standing.POSSIBLE)])
    order = np.argsort(all_rows * 4 - standing, kind="stable")
    return all_rows[order], all_places[order], standing[order].astype(np.uint8)


def _near_the_edge(zone: Zone, points: SortedPoints, steps: NDArray[np.int16]) -> Rows:
    """Find the rows whose precision reaches over the edge of a zone, on either side."""
    found = [np.zeros(0, dtype=np.int64)]
    edge = shapely.boundary(zone.shape) if shapely.get_dimensions(zone.shape) == 2 else zone.shape  # noqa: PLR2004  an area
    for step in np.unique(steps[steps >= 0]).tolist():
        if _reaches(zone, points, step):
            near = points.within([widened_edge(edge, _step_km(step))])[1]
            found.append(near[steps[near] == step])
    return np.concatenate(found)


def _reaches(zone: Zone, points: SortedPoints, step: int) -> bool:
    """Is any point so near to the zone's box that widening its edge can matter?"""
    west, south, east, north = shapely.bounds(zone.shape)
    tall = _step_km(step) / 110.0
    lean = max(np.cos(np.radians(min(max(abs(south), abs(north)) + tall, 89.0))), 0.02)
    wide = tall / lean
    if west - wide < -180 or east + wide > 180:  # noqa: PLR2004  it reaches over the antimeridian
        west, east, wide = -180.0, 180.0, 0.0
    return points.any_in_box(west - wide, south - tall, east + wide, north + tall)


def _precision_steps(precision_km: NDArray[np.float32]) -> NDArray[np.int16]:
    """Number the steps of precision, rounded up: -1 where it is not known."""
    known = ~np.isnan(precision_km)
    steps = np.full(len(precision_km), -1, dtype=np.int16)
    km = np.clip(precision_km[known].astype(np.float64), _LEAST_KM, _MOST_KM)
    steps[known] = np.ceil(np.log(km / _LEAST_KM) / np.log(_STEP) - 1e-6).astype(np.int16)
    return steps


def _step_km(step: int) -> float:
    return float(_LEAST_KM * _STEP**step)
