"""Zones from GeoJSON: shapes on the globe, dates, buffers, and what is refused with the place and a suggestion."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from goodoffices.record.errors import InputError
from goodoffices.watch.zones import ZoneSet, read_zones, widen, zone_kinds

GEOD = Geod(ellps="WGS84")
SQUARE = [[36, 48], [37, 48], [37, 49], [36, 49], [36, 48]]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    """Make a feature."""
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def zones_of(folder: Path, *features: dict[str, Any], mend: bool = False, **more: Any) -> ZoneSet:
    """Write features to a file and read them."""
    path = folder / "zones.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}), encoding="utf-8")
    return read_zones(path, mend=mend)


def test_what_a_feature_says_of_a_zone(tmp_path: Path) -> None:
    """Name, kind, dates and party are found under the names that files use."""
    (zone,) = zones_of(
        tmp_path,
        feature(
            "Polygon",
            [SQUARE],
            Name="North strip",
            zone_type="Buffer zone",
            start="2024-01-01",
            end_date="2024-06-30T00:00:00",
            side="A",
        ),
    )
    assert (zone.name, zone.kind, zone.party, zone.row) == ("North strip", "buffer_zone", "A", 1)
    assert zone.kind in zone_kinds()
    assert (zone.valid_from, zone.valid_until) == (dt.date(2024, 1, 1), dt.date(2024, 6, 30))
    assert [
        zone.holds_on(day)
        for day in (dt.date(2023, 12, 31), dt.date(2024, 1, 1), dt.date(2024, 6, 30), dt.date(2024, 7, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_shapes_without_a_kind(tmp_path: Path) -> None:
    """A polygon is an area, a line a line, a point a site; ids go by their place in the file."""
    zones = zones_of(
        tmp_path,
        feature("MultiPolygon", [[SQUARE]]),
        feature("LineString", [[36, 48], [37, 49]]),
        feature("Point", [36, 48]),
    )
    assert [(zone.id, zone.kind) for zone in zones] == [("zone-1", "area"), ("zone-2", "line"), ("zone-3", "site")]


def test_a_polygon_that_crosses_itself_is_refused_with_the_place(tmp_path: Path) -> None:
    """A bow tie is listed with where it crosses and what mending would make of it; the rest is loaded."""
    bow = [[36, 48], [37, 49], [37, 48], [36, 49], [36, 48]]
    zones = zones_of(tmp_path, feature("Polygon", [bow], name="bow"), feature("Polygon", [SQUARE], name="good"))
    assert [zone.name for zone in zones] == ["good"]
    (rejection,) = zones.rejections
    assert (rejection.row, rejection.zone) == (1, "bow")
    assert "the outline crosses itself at longitude 36.50000, latitude 48.50000" in rejection.reason
    assert (rejection.longitude, rejection.latitude) == (36.5, 48.5)
    assert "2 parts" in rejection.suggestion
    mended = zones_of(tmp_path, feature("Polygon", [bow], name="bow"), mend=True)
    assert mended.rejections == ()
    assert mended[0].shape.area == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("kind", "coordinates", "properties", "reason"),
    [
        ("Polygon", [[[36, 48], [37, 48], [37, 49], [36, 49]]], {}, "a ring that is not closed: it ends at 36, 49"),
        ("Polygon", [[[36, 48], [37, 48], [36, 48]]], {}, "3 points where there have to be at least 4"),
        ("Polygon", [[[48, 136], [49, 136], [49, 137], [48, 136]]], {}, "the point 48, 136 does not lie on the globe"),
        (
            "Polygon",
            [[[400000, 5000000], [400001, 5000000], [400001, 5000001], [400000, 5000000]]],
            {},
            "does not lie on the globe",
        ),
        ("Polygon", [[["a", 48], [37, 48], [37, 49], ["a", 48]]], {}, "the coordinates of the Polygon cannot be read"),
        ("Polygon", [], {}, "the coordinates of the Polygon cannot be read"),
        ("Circle", [36, 48], {}, "a geometry of type 'Circle'"),
        ("Polygon", [SQUARE], {"valid_from": "soon"}, "valid_from 'soon' is not a day"),
        ("Polygon", [SQUARE], {"from": "2024-02-01", "to": "2024-01-01"}, "holds until 2024-01-01, before it starts"),
        ("Polygon", [SQUARE], {"buffer_km": "wide"}, "buffer_km 'wide' is not a number of km"),
        ("Polygon", [SQUARE], {"buffer_km": -3}, "a buffer of -3 km"),
    ],
)
def test_a_bad_zone_is_listed(
    tmp_path: Path, kind: str, coordinates: Any, properties: dict[str, Any], reason: str
) -> None:
    """It is listed with its reason, and the zone behind it is loaded."""
    zones = zones_of(tmp_path, feature(kind, coordinates, **properties), feature("Polygon", [SQUARE]))
    assert [zone.row for zone in zones] == [2]
    assert reason in zones.rejections[0].reason


def test_a_swapped_zone_is_suggested(tmp_path: Path) -> None:
    """Latitude first is no point on the globe here: the suggestion says so."""
    ring = [[48, 136], [49, 136], [49, 137], [48, 136]]
    assert "longitude first" in zones_of(tmp_path, feature("Polygon", [ring])).rejections[0].suggestion


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32637"])
def test_another_reference_system_is_refused(tmp_path: Path, name: str) -> None:
    """Its numbers would be other places: one error with the way to convert it."""
    with pytest.raises(InputError, match="not in WGS84; convert it"):
        zones_of(tmp_path, crs={"type": "name", "properties": {"name": name}})


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"])
def test_names_of_wgs84_are_taken(tmp_path: Path, name: str) -> None:
    """As files of the older GeoJSON give them."""
    assert (
        len(zones_of(tmp_path, feature("Polygon", [SQUARE]), crs={"type": "name", "properties": {"name": name}})) == 1
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"type": "FeatureCollection", "features": 3}'])
def test_what_is_no_geojson_is_one_error(tmp_path: Path, text: str) -> None:
    """Also where it is nested without end."""
    path = tmp_path / "a.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is not GeoJSON"):
        read_zones(path)


@pytest.mark.parametrize(
    "ring",
    [
        [[179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]],
        [[179, -17], [181, -17], [181, -16], [179, -16], [179, -17]],
        [[-181, -17], [-179, -17], [-179, -16], [-181, -16], [-181, -17]],
    ],
)
def test_a_zone_over_the_antimeridian_is_cut(tmp_path: Path, ring: list[list[float]]) -> None:
    """However it is written, it is two degrees wide, in two parts, and holds points on either side only."""
    (zone,) = zones_of(tmp_path, feature("Polygon", [ring]))
    assert zone.shape.area == pytest.approx(2.0)
    assert len(shapely.get_parts(zone.shape)) == 2
    held = shapely.intersects_xy(zone.shape, [179.5, -179.5, 0.0, 178.5], [-16.5] * 4)
    assert held.tolist() == [True, True, False, False]


def test_a_hole_goes_with_its_ring_over_the_antimeridian(tmp_path: Path) -> None:
    """A hole on the far side stays a hole."""
    ring = [[178, -18], [-178, -18], [-178, -15], [178, -15], [178, -18]]
    hole = [[-179.5, -17], [-179, -17], [-179, -16], [-179.5, -16], [-179.5, -17]]
    (zone,) = zones_of(tmp_path, feature("Polygon", [ring, hole]))
    assert zone.shape.area == pytest.approx(12 - 0.5)
    assert not shapely.intersects_xy(zone.shape, -179.25, -16.5)


def test_a_ring_round_the_pole_is_refused(tmp_path: Path) -> None:
    """It has no inside on a flat map."""
    ring = [[lon, 80] for lon in (-180, -90, 0, 90, 180)]
    zones = zones_of(tmp_path, feature("Polygon", [[*ring, [-180, 80]]]))
    assert len(zones) == 0
    assert zones.rejections


@given(
    st.floats(-179.9, 179.9),
    st.floats(-75, 75),
    st.floats(0.1, 400),
    st.floats(0, 360),
)
def test_buffers_are_right_to_one_per_cent(longitude: float, latitude: float, km: float, bearing: float) -> None:
    """Anywhere on the globe, a point 1 % within is inside and one 1 % beyond is not."""
    area = widen(shapely.Point(longitude, latitude), km)
    for share, inside in ((0.99, True), (1.01, False)):
        x, y, _ = GEOD.fwd(longitude, latitude, bearing, share * km * 1000)
        assert bool(shapely.intersects_xy(area, x, y)) is inside
    west, _, east, _ = shapely.bounds(area)
    assert west >= -180
    assert east <= 180


def test_the_buffer_of_a_long_line_keeps_its_width() -> None:
    """A line of 1,500 km: points on either side of it, along all of it, are told apart to one per cent."""
    line = shapely.LineString([(22, 44), (40, 52)])
    area = widen(line, 15)
    for share in np.linspace(0.02, 0.98, 25):
        x, y = 22 + 18 * share, 44 + 8 * share
        ahead = GEOD.inv(x, y, x + 0.018, y + 0.008)[0]
        for side in (-90, 90):
            within = GEOD.fwd(x, y, ahead + side, 14_850)[:2]
            beyond = GEOD.fwd(x, y, ahead + side, 15_150)[:2]
            assert shapely.intersects_xy(area, *within)
            assert not shapely.intersects_xy(area, *beyond)


def test_a_buffered_polygon_holds_itself_and_its_hole_shrinks() -> None:
    """The buffer goes outward, and into a hole from its edge."""
    square = shapely.Polygon(
        [(36, 48), (38, 48), (38, 49), (36, 49)], [[(36.8, 48.3), (37.2, 48.3), (37.2, 48.7), (36.8, 48.7)]]
    )
    area = widen(square, 5)
    assert shapely.covers(area, square)
    assert not shapely.intersects_xy(area, 37.0, 48.5)
    assert shapely.intersects_xy(area, 36.82, 48.5)


def test_a_buffer_that_would_reach_a_pole_is_refused() -> None:
    """Rather than being wrong in silence."""
    with pytest.raises(InputError, match="would reach the pole"):
        widen(shapely.Point(0, 88.9), 100)


@pytest.mark.slow
def test_a_zone_file_of_sixty_megabytes_is_read_in_time(tmp_path: Path) -> None:
    """Sixty megabytes in a few large outlines: under 15 s."""
    angle = np.linspace(0, 2 * np.pi, 300_000, endpoint=False)
    ring = np.column_stack([37 + np.cos(angle), 48 + np.sin(angle)]).tolist()
    features = [feature("Polygon", [[*ring, ring[0]]]) for _ in range(5)]
    path = tmp_path / "large.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    assert path.stat().st_size > 55e6
    started = time.perf_counter()
    assert len(read_zones(path)) == 5
    assert time.perf_counter() - started < 15
