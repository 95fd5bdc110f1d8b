"""The zones of a million incidents, beside geopandas' spatial join of the same points and zones, in one run.

    python bench/watch_locate.py [--rows 1000000] [--zones FILE]

Needs geopandas (a part of this bench only). The points are made up: half spread evenly, half crowded about towns.
Without a file the zones are made up too: a few large ones with a jagged outline, or a patchwork of districts. Both find
the same pairs of row and zone, which is checked; each is timed three times and the best counts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import geopandas
import numpy as np
import shapely

from goodoffices.watch.incidents import IncidentTable, LabelColumn, empty_table
from goodoffices.watch.incidents.columns import TextColumn
from goodoffices.watch.zones import Zone, ZoneSet, locate, read_zones

_WEST, _SOUTH, _EAST, _NORTH = 22.0, 44.0, 40.0, 52.0
_TIMES = 3


def main() -> None:
    """Print both times for each set of zones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--zones", help="a GeoJSON file of zones")
    settings = parser.parse_args()
    chance = np.random.default_rng(11)
    table = _table(settings.rows, chance)
    sets = {
        "six large zones": _large(6, chance),
        "400 districts": _districts(20),
        "5,000 sites": _sites(5_000, chance),
        "20 zones that overlap": _large(20, chance),
    }
    if settings.zones:
        sets = {settings.zones: read_zones(settings.zones)}
    for name, zones in sets.items():
        _compare(name, table, zones)
    known = _table(settings.rows, np.random.default_rng(11), precision_km=5.0)
    seconds, located = _best(lambda: locate(known, sets[next(iter(sets))]).judged)
    print(f"with a precision of 5 km (sure, likely, possible): {seconds:.2f} s, {len(located[0]):,} pairs")


def _compare(name: str, table: IncidentTable, zones: ZoneSet) -> None:
    ours, located = _best(lambda: locate(table, zones))
    points = geopandas.GeoDataFrame(
        geometry=geopandas.points_from_xy(table["longitude"], table["latitude"]), crs="EPSG:4326"
    )
    frame = geopandas.GeoDataFrame({"zone": range(len(zones))}, geometry=zones.shapes, crs="EPSG:4326")
    theirs, joined = _best(lambda: geopandas.sjoin(points, frame, predicate="intersects"))
    rows, places = located.pairs()
    same = set(zip(rows.tolist(), places.tolist(), strict=True)) == set(zip(joined.index, joined["zone"], strict=True))
    corners = sum(map(shapely.get_num_coordinates, zones.shapes))
    print(
        f"{name} ({corners:,} corners), {len(table):,} points, {len(rows):,} pairs: "
        f"locate {ours:.2f} s, geopandas {theirs:.2f} s, {theirs / ours:.1f} times; the same pairs: {same}"
    )


def _best(work: Callable[[], Any]) -> tuple[float, Any]:
    seconds = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - started)
    return min(seconds), result


def _table(rows: int, chance: np.random.Generator, precision_km: float = np.nan) -> IncidentTable:
    even = chance.random((rows // 2, 2)) * (_EAST - _WEST, _NORTH - _SOUTH) + (_WEST, _SOUTH)
    towns = chance.random((300, 2)) * (_EAST - _WEST, _NORTH - _SOUTH) + (_WEST, _SOUTH)
    crowded = towns[chance.integers(0, 300, rows - len(even))] + chance.normal(0, 0.05, (rows - len(even), 2))
    points = chance.permutation(np.vstack([even, crowded]))
    day = np.datetime64(dt.datetime(2024, 5, 1), "s")  # noqa: DTZ001  numpy knows no zones
    columns = {name: empty_table()[name] for name in empty_table()}
    for name, column in columns.items():
        if isinstance(column, TextColumn):
            columns[name] = TextColumn(np.zeros(rows + 1, dtype=np.int64), np.zeros(0, dtype=np.uint8))
        elif isinstance(column, LabelColumn):
            columns[name] = LabelColumn(np.zeros(rows, dtype=np.int32), [""])
        else:
            columns[name] = np.zeros(rows, dtype=column.dtype)
    columns.update(
        longitude=points[:, 0], latitude=points[:, 1], earliest=np.full(rows, day), latest=np.full(rows, day)
    )
    columns["precision_km"] = np.full(rows, precision_km, dtype=np.float32)
    return IncidentTable(columns)


def _large(number: int, chance: np.random.Generator) -> ZoneSet:
    """Make zones of some hundred km with 5,000 corners each."""
    shapes = []
    for _ in range(number):
        angle = np.linspace(0, 2 * np.pi, 5_000, endpoint=False)
        jagged = sum(
            chance.normal(0, 0.25 / wave) * np.sin(wave * angle + chance.random() * 7) for wave in range(1, 60)
        )
        reach = 1.2 + 0.3 * jagged
        middle = chance.random(2) * (_EAST - _WEST - 4, _NORTH - _SOUTH - 3) + (_WEST + 2, _SOUTH + 1.5)
        ring = np.column_stack([middle[0] + reach * np.cos(angle), middle[1] + 0.7 * reach * np.sin(angle)])
        shapes.append(shapely.make_valid(shapely.Polygon(ring)))
    return _zones(shapes)


def _sites(number: int, chance: np.random.Generator) -> ZoneSet:
    points = chance.random((number, 2)) * (_EAST - _WEST, _NORTH - _SOUTH) + (_WEST, _SOUTH)
    return _zones([shapely.Point(x, y).buffer(0.05) for x, y in points])


def _districts(side: int) -> ZoneSet:
    xs, ys = np.linspace(_WEST, _EAST, side + 1), np.linspace(_SOUTH, _NORTH, side + 1)
    boxes = [shapely.box(xs[i], ys[j], xs[i + 1], ys[j + 1]) for i in range(side) for j in range(side)]
    return _zones([shapely.segmentize(box, 0.01) for box in boxes])


def _zones(shapes: list[shapely.Geometry]) -> ZoneSet:
    return ZoneSet(
        tuple(Zone(id=str(place), name=str(place), kind="area", shape=shape) for place, shape in enumerate(shapes))
    )


if __name__ == "__main__":
    main()
