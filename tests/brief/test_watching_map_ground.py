"""The ground of the map: countries are there, disputed areas are nobody's unless the reader chooses, and sheets fit."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief.watching.map.borders import VIEWS, borders_of, country_name, disputed_areas, spelt
from goodoffices.brief.watching.map.edges import edges_of
from goodoffices.brief.watching.map.extent import extent_of
from goodoffices.brief.watching.map.furniture import scale_bar
from goodoffices.brief.watching.map.ground import Ground, ground_of
from goodoffices.brief.watching.map.names import Name, place_names
from goodoffices.brief.watching.map.own import OwnGround, read_own_ground
from goodoffices.brief.watching.map.projection import EARTH_KM, Extent, projection_for
from goodoffices.brief.watching.map.window import window_for
from goodoffices.brief.watching.map.world import world
from goodoffices.record import InputError

EXPECTED = (
    *("AFG", "ARM", "AZE", "BIH", "CAF", "CHN", "COD", "COL", "CYP", "DZA", "EGY", "ERI", "ETH", "GEO", "GBR", "GUY"),
    *("HTI", "IDN", "IND", "IRN", "IRQ", "ISR", "JOR", "JPN", "KEN", "KOR", "LBN", "LBY", "LKA", "MAR", "MDA", "MLI"),
    *("MMR", "MOZ", "NER", "NGA", "NPL", "PAK", "PHL", "PRK", "RUS", "SDN", "SDS", "SOM", "SRB", "SYR", "TCD", "THA"),
    *("TUR", "UGA", "UKR", "USA", "VEN", "YEM"),
)

INSIDE = {
    "crimea": (34.1, 45.0),
    "donetsk_oblast": (37.8, 48.0),
    "luhansk_oblast": (39.3, 48.6),
    "zaporizhzhia_oblast": (35.9, 47.2),
    "kherson_oblast": (33.6, 46.5),
    "golan": (35.78, 33.0),
    "west_bank": (35.2, 32.0),
    "gaza": (34.35, 31.4),
    "western_sahara": (-13.5, 24.5),
    "kosovo": (20.9, 42.6),
    "taiwan": (121.0, 23.8),
    "jammu_kashmir": (75.0, 33.9),
    "azad_kashmir": (73.8, 33.9),
    "gilgit_baltistan": (74.5, 36.0),
    "aksai_chin": (79.5, 35.2),
    "arunachal_pradesh": (94.5, 28.0),
    "abkhazia": (41.2, 43.0),
    "south_ossetia": (44.0, 42.35),
    "transnistria": (29.6, 46.85),
    "nagorno_karabakh": (46.75, 39.82),
    "northern_cyprus": (33.5, 35.3),
    "somaliland": (44.1, 9.6),
    "abyei": (28.4, 9.85),
    "halaib": (36.0, 22.5),
    "ilemi": (35.3, 4.85),
    "essequibo": (-59.5, 5.5),
    "southern_kurils": (147.9, 45.0),
    "falklands": (-58.8, -51.75),
}

OUTSIDE = {
    "UKR": [(30.5, 50.45), (36.2, 49.9), (35.05, 48.45), (32.0, 46.97)],
    "RUS": [(37.6, 55.7), (39.0, 45.0), (142.5, 50.0), (36.6, 50.6)],
    "ISR": [(34.8, 32.1), (35.5, 32.9), (34.8, 30.8)],
    "SYR": [(36.3, 33.5)],
    "MAR": [(-7.6, 33.5), (-9.6, 30.4)],
    "SRB": [(20.4, 44.8)],
    "MDA": [(28.85, 47.0)],
    "GEO": [(44.8, 41.7), (42.7, 42.25)],
    "AZE": [(49.8, 40.4), (45.4, 39.2)],
    "SOM": [(45.3, 2.1)],
    "GUY": [(-58.1, 6.75)],
    "CHN": [(116.4, 39.9), (87.6, 43.8), (91.1, 29.6)],
    "IND": [(77.2, 28.6), (91.7, 26.1)],
    "SDN": [(32.5, 15.6)],
    "EGY": [(31.2, 30.0), (33.8, 26.0)],
}


def owner_at(longitude: float, latitude: float, view: str) -> str:
    """As whose a point is drawn; "" in the sea."""
    base, borders = world(), borders_of(view)
    for row in np.flatnonzero(shapely.intersects_xy(base.shapes, longitude, latitude)):
        return borders.owner(base, int(row))
    return ""


def ground(west: float, south: float, east: float, north: float, view: str = "none") -> Ground:
    """The ground of an extent."""
    window = window_for(projection_for(Extent(west=west, south=south, east=east, north=north), 1000, 860))
    return ground_of(window, borders_of(view), OwnGround(), OwnGround())


def test_expected_countries_are_on_the_base_map() -> None:
    """Every country with a talk or a war of these decades has land of its own, and a name."""
    base = world()
    assert set(EXPECTED) <= set(base.countries)
    assert all(country_name(base, code) != code for code in EXPECTED)


def test_names_of_the_base_map_are_whole() -> None:
    """No letter of a country, unit or city was lost on the way."""
    base = world()
    names = [spelt(name) for name in (*base.names, *base.country_names.values(), *(city[0] for city in base.cities))]
    assert not [name for name in names if "?" in name or "\ufffd" in name]
    assert {"Chișinău", "Osaka", "Brasília", "Kyiv"} <= set(names)


def test_every_disputed_area_is_on_the_base_map_and_known() -> None:
    """The areas that are cut out and those that are described are the same."""
    assert set(world().areas) - {""} == set(disputed_areas())
    assert set(INSIDE) <= set(disputed_areas())


@pytest.mark.parametrize("area", sorted(INSIDE))
def test_by_default_a_disputed_area_is_nobodys(area: str) -> None:
    """Crimea, the Golan, Western Sahara and all others belong to no country."""
    assert owner_at(*INSIDE[area], "none") == f"~{area}"


@pytest.mark.parametrize("country", sorted(OUTSIDE))
def test_what_is_not_disputed_belongs_to_its_country(country: str) -> None:
    """Nothing but the disputed areas was lifted out, from any point of view."""
    for view in VIEWS:
        assert {owner_at(*place, view) for place in OUTSIDE[country]} == {country}


def test_points_of_view_differ_where_they_should() -> None:
    """Crimea is Russia's where one asks who holds it and Ukraine's by resolutions, which leave Abyei open."""
    seen = {
        area: (owner_at(*INSIDE[area], "de-facto"), owner_at(*INSIDE[area], "un"))
        for area in ("crimea", "golan", "western_sahara", "kosovo", "abyei", "northern_cyprus", "taiwan", "abkhazia")
    }
    assert seen == {
        "crimea": ("RUS", "UKR"),
        "golan": ("ISR", "SYR"),
        "western_sahara": ("~western_sahara", "SAH"),
        "kosovo": ("KOS", "~kosovo"),
        "abyei": ("~abyei", "~abyei"),
        "northern_cyprus": ("CYN", "CYP"),
        "taiwan": ("TWN", "CHN"),
        "abkhazia": ("ABK", "GEO"),
    }


def test_every_point_of_view_says_what_it_is() -> None:
    """The words that the page states name the choice as a choice."""
    for view in VIEWS:
        words = borders_of(view).view.words
        assert "choice" in words or "not a map of the United Nations" in words


def test_no_land_is_lost_where_areas_are_cut_out() -> None:
    """A stretch of land with three disputed areas has no hole: units and areas together cover the Caucasus."""
    base = world()
    inside = shapely.box(44.8, 39.7, 47.3, 41.6)
    near = base.shapes[shapely.intersects(base.shapes, inside)]
    missing = inside - shapely.union_all(near, grid_size=0.002).buffer(0.004)
    assert missing.area < 0.02


def test_the_ground_hatches_what_is_nobodys_and_only_that() -> None:
    """Around the Black Sea Crimea is hatched by default; by resolutions it is part of Ukraine, and no edge."""
    default, un = ground(31, 44, 39, 49), ground(31, 44, 39, 49, "un")
    assert {area.id for area in default.hatched} >= {"crimea", "kherson_oblast", "donetsk_oblast"}
    assert un.hatched == ()
    assert default.seen == un.seen
    assert len(default.lines["disputed"]) > 500 > len(un.lines["disputed"])
    assert default.countries["UKR"] == "Ukraine"


def test_no_name_of_a_country_or_unit_lies_in_a_hatched_area() -> None:
    """In a hatched area only its own name is written."""
    names = {name.words: name.kind for name in ground(32.5, 44.3, 36.7, 46.3).names}
    assert names["Crimea"] == "area"
    assert "Sevastopol" not in names


def test_borders_of_a_file_replace_all_others(tmp_path: Path) -> None:
    """With borders of one's own nothing of the base map is drawn as a border, and nothing is hatched."""
    file = tmp_path / "mine.geojson"
    square = {"type": "Polygon", "coordinates": [[[33, 45], [36, 45], [36, 48], [33, 48], [33, 45]]]}
    file.write_text(
        json.dumps({"type": "Feature", "properties": {"name": "Here"}, "geometry": square}), encoding="utf-8"
    )
    borders = borders_of(str(file))
    window = window_for(projection_for(Extent(west=31, south=44, east=39, north=49), 1000, 860))
    drawn = ground_of(window, borders, OwnGround(), read_own_ground(file))
    assert drawn.hatched == ()
    assert "borders" not in drawn.lines
    assert drawn.lines["own-borders"].startswith("M")
    assert "mine.geojson" in borders.view.words
    assert [name.words for name in drawn.names if name.kind == "country"] == ["Here"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [("{", "no JSON"), ("[1, 2]", "no features"), ('{"type": "FeatureCollection", "features": []}', "no features")],
)
def test_a_base_that_cannot_be_read_is_one_clear_error(tmp_path: Path, content: str, fault: str) -> None:
    """The error says what is wrong with the file and what to give."""
    file = tmp_path / "base.geojson"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        read_own_ground(file)
    with pytest.raises(InputError, match="cannot be read"):
        read_own_ground(tmp_path / "missing.geojson")
    with pytest.raises(InputError, match="there are no borders 'moon'"):
        borders_of("moon")


def test_features_that_cannot_be_drawn_are_counted(tmp_path: Path) -> None:
    """A feature without a geometry, out of the globe or of nonsense is left out and counted; the rest is drawn."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": "Road"},
            "geometry": {"type": "LineString", "coordinates": [[1, 1], [2, 2]]},
        },
        {"type": "Feature", "properties": None, "geometry": None},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [500, 95]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": "none"}},
    ]
    file = tmp_path / "base.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    own = read_own_ground(file)
    assert (own.names, own.left_out) == (("Road",), 3)


def test_edges_are_sorted_by_what_lies_on_both_sides() -> None:
    """Two units of one country, one of another and one disputed, side by side."""
    squares = np.array([shapely.box(n, 0, n + 1, 1) for n in range(4)])
    edges = edges_of(squares, ["AAA", "AAA", "BBB", "~x"])
    assert [round(line.length, 6) for line in (edges.units, edges.borders, edges.disputed)] == [1.0, 1.0, 1.0]
    assert edges.coast.length == pytest.approx(10.0)


def test_an_extent_leaves_the_far_away_out() -> None:
    """One incident of a hundred in another ocean does not stretch the sheet; a few incidents all count."""
    draw = np.random.default_rng(1)
    longitude, latitude = draw.normal(36, 0.5, 300), draw.normal(48, 0.5, 300)
    longitude[0], latitude[0] = -74, 40
    extent = extent_of(longitude, latitude)
    assert extent.west > 33
    assert extent.south > 45
    few = extent_of(np.array([36.0, 37.0, 60.0]), np.array([48.0, 48.5, 50.0]))
    assert few.east > 60


def test_an_extent_crosses_the_antimeridian() -> None:
    """Incidents on both sides of it are near one another on the sheet."""
    extent = extent_of(np.array([179.0, -179.0, 178.0]), np.array([-17.0, -18.0, -16.5]))
    assert extent.east - extent.west < 5
    assert extent.west < 180 < extent.east
    projection = projection_for(extent, 1000, 860)
    x, _ = projection.place(np.array([179.0, -179.0]), np.array([-17.0, -17.0]))
    assert 0 < x[0] < x[1] < 1000
    assert ground(extent.west, extent.south, extent.east, extent.north).countries == {"FJI": "Fiji"}


def test_a_zone_that_ends_at_the_antimeridian_does_not_stretch_the_sheet() -> None:
    """Degrees 170 to 180 are ten degrees."""
    extent = extent_of(np.array([175.0]), np.array([0.0]), [shapely.box(170, -5, 180, 5)])
    assert extent.east - extent.west < 13


def test_nothing_at_all_shows_the_world() -> None:
    """A book without incidents and zones has a map all the same."""
    nothing = np.zeros(0)
    extent = extent_of(nothing, nothing)
    assert (extent.west, extent.east) == (-180, 180)


@settings(max_examples=60)
@given(st.floats(-179, 179), st.floats(-70, 70), st.floats(0.05, 40), st.floats(0.05, 40))
def test_every_extent_fits_its_sheet(west: float, south: float, wide: float, tall: float) -> None:
    """Whatever the extent, its corners stand on the sheet and north is up at the middle."""
    extent = Extent(west=west, south=south, east=west + wide, north=min(85.0, south + tall))
    projection = projection_for(extent, 1000, 860)
    lon = np.array([extent.west, extent.east, *[extent.middle[0]] * 2])
    lat = np.array([extent.south, extent.north, extent.middle[1], extent.middle[1] + 0.01])
    x, y = projection.place(lon, lat)
    assert (x > -1).all()
    assert (x < 1001).all()
    assert (y > -1).all()
    assert (y < projection.height + 1).all()
    assert y[3] < y[2]


@pytest.mark.parametrize(("longitude", "latitude", "across"), [(36.0, 48.0, 4.0), (20.0, 60.0, 30.0)])
def test_the_scale_bar_is_true_in_the_middle(longitude: float, latitude: float, across: float) -> None:
    """A hundred km to the north of the middle are as long as the bar says, in both projections."""
    extent = Extent(
        west=longitude - across, south=latitude - across / 2, east=longitude + across, north=latitude + across / 2
    )
    projection = projection_for(extent, 1000, 860)
    bar = scale_bar(projection)
    away = np.degrees(bar.km / EARTH_KM)
    x, y = projection.place(np.full(2, longitude), np.array([latitude, latitude + away]))
    assert np.hypot(x[1] - x[0], y[1] - y[0]) == pytest.approx(bar.pixels, rel=0.01)


def test_names_never_lie_over_one_another() -> None:
    """At the scale at which a name appears, none that is there already covers it."""
    draw = np.random.default_rng(3)
    names = [
        Name(words=f"Place {n}", x=float(x), y=float(y), kind="place", size=float(n))
        for n, (x, y) in enumerate(draw.uniform(100, 900, (200, 2)))
    ]
    at_once = [placed.name for placed in place_names(names, 1000, 1000) if placed.scale <= 1]
    assert len(at_once) > 10
    for n, one in enumerate(at_once):
        for other in at_once[:n]:
            assert abs(one.x - other.x) > 30 or abs(one.y - other.y) > 12
