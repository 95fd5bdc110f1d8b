"""The zones of each incident: the same as testing every point one by one, with dates and precision honoured."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.watch.incidents import Column, IncidentTable, LabelColumn, TextColumn, column_kinds
from goodoffices.watch.zones import Standing, Zone, ZoneSet, locate
from goodoffices.watch.zones.covering import SortedPoints

NO_TIME = (np.datetime64("2024-05-01T00:00:00"), np.datetime64("2024-05-01T23:59:59"))
DEGREES = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def table_of(
    points: list[tuple[float, float]],
    *,
    precision_km: float = np.nan,
    times: tuple[np.datetime64, np.datetime64] = NO_TIME,
) -> IncidentTable:
    """Make a table of points (longitude, latitude)."""
    rows = len(points)
    columns: dict[str, Column] = {}
    for name, kind in column_kinds().items():
        if kind.held == "text":
            columns[name] = TextColumn.of([""] * rows)
        else:
            columns[name] = LabelColumn.of([""] * rows) if kind.held == "label" else np.zeros(rows, dtype=kind.held)
    array = np.array(points, dtype=np.float64).reshape(rows, 2)
    columns.update(longitude=array[:, 0], latitude=array[:, 1])
    columns["precision_km"] = np.full(rows, precision_km, dtype=np.float32)
    columns["earliest"], columns["latest"] = (np.full(rows, time, dtype="datetime64[s]") for time in times)
    return IncidentTable(columns)


def zone_of(shape: object, **more: object) -> Zone:
    """Make a zone."""
    return Zone(id="z", name="z", kind="area", shape=shape, **more)  # type: ignore[arg-type]  # made in the tests


SQUARE = zone_of(shapely.box(36, 48, 37, 49))


@given(
    st.lists(DEGREES, max_size=40),
    st.lists(st.tuples(DEGREES, st.floats(0.0001, 60), st.integers(3, 60)), max_size=4),
)
def test_points_within_are_those_that_a_test_of_each_finds(
    points: list[tuple[float, float]], disks: list[tuple[tuple[float, float], float, int]]
) -> None:
    """Sorting and quartering change nothing: corners, edges and tiny shapes included."""
    corners = [(x, y) for (x, y), _, _ in disks]
    array = np.array([*points, *corners], dtype=np.float64).reshape(-1, 2)
    sorted_points = SortedPoints(array[:, 0], array[:, 1])
    for (x, y), reach, segments in disks:
        disk = shapely.intersection(shapely.Point(x, y).buffer(reach, segments), shapely.box(-180, -90, 180, 90))
        expected = np.flatnonzero(shapely.intersects_xy(disk, array[:, 0], array[:, 1]))
        of, found = sorted_points.within([disk])
        assert sorted(found.tolist()) == expected.tolist()
        assert not of.any()


def test_a_crowd_of_points_is_found_whole() -> None:
    """Many thousands of points, with many on one spot and on the edges of squares, as one by one."""
    chance = np.random.default_rng(3)
    array = np.vstack([chance.random((20_000, 2)) * (10, 8) + (30, 44), np.tile([[33.75, 47.8125]], (500, 1))])
    star = shapely.Polygon([(31, 45), (35, 51), (39, 45), (30.5, 49), (39.5, 48.9)]).buffer(0)
    expected = np.flatnonzero(shapely.intersects_xy(star, array[:, 0], array[:, 1]))
    _, found = SortedPoints(array[:, 0], array[:, 1]).within([star])
    assert sorted(found.tolist()) == expected.tolist()


def test_each_row_has_its_zones() -> None:
    """In none, in one, in two that overlap, on an edge; as lists, pairs, masks and counts."""
    other = Zone(id="other", name="other", kind="area", shape=shapely.box(36.5, 48, 38, 49))
    located = locate(table_of([(30, 50), (36.2, 48.5), (36.7, 48.5), (36, 48.5)]), ZoneSet((SQUARE, other)))
    assert [[zone.id for zone in zones] for zones in located] == [[], ["z"], ["z", "other"], ["z"]]
    assert located.counts().tolist() == [3, 1]
    assert located.mask("other").tolist() == [False, False, True, False]
    assert located.pairs()[0].tolist() == [1, 2, 2, 3]
    assert (located.judged[2] == Standing.LIKELY).all()
    with pytest.raises(KeyError):
        located.mask("none")


def test_no_rows_and_no_zones() -> None:
    """Nothing is found, and nothing fails."""
    assert list(locate(table_of([]), ZoneSet((SQUARE,)))) == []
    assert list(locate(table_of([(36, 48)]), ZoneSet(()))) == [[]]


@pytest.mark.parametrize(
    ("longitude", "standing"),
    [(36.5, Standing.SURE), (36.05, Standing.LIKELY), (35.95, Standing.POSSIBLE), (35.8, None)],
)
def test_precision_tells_how_sure_it_is(longitude: float, standing: Standing | None) -> None:
    """10 km are 0.135 degrees here: deep inside, near the edge on either side, and far outside."""
    located = locate(table_of([(longitude, 48.5)], precision_km=10), ZoneSet((SQUARE,)))
    assert located.judged[2].tolist() == ([] if standing is None else [standing])
    assert len(located[0]) == (standing is not None and standing >= Standing.LIKELY)


def test_a_line_is_near_within_the_precision() -> None:
    """A line of contact without a buffer holds no points, but may hold those that are not well known."""
    line = zone_of(shapely.LineString([(36, 48), (36, 49)]))
    near = locate(table_of([(36.05, 48.5)], precision_km=5), ZoneSet((line,)))
    assert near.judged[2].tolist() == [Standing.POSSIBLE]
    assert near[0] == []
    assert near.at(0, Standing.POSSIBLE) == [line]


def test_precision_reaches_over_the_antimeridian() -> None:
    """A zone on the one side may hold a point on the other."""
    zone = zone_of(shapely.box(179, -17, 180, -16))
    located = locate(table_of([(-179.98, -16.5)], precision_km=5), ZoneSet((zone,)))
    assert located.judged[2].tolist() == [Standing.POSSIBLE]


@pytest.mark.parametrize(
    ("start", "end", "on", "standing"),
    [
        (dt.date(2024, 5, 1), None, None, [Standing.LIKELY]),
        (dt.date(2024, 5, 2), None, None, []),
        (None, dt.date(2024, 4, 30), None, []),
        (None, dt.date(2024, 4, 30), dt.date(2024, 4, 1), [Standing.LIKELY]),
        (dt.date(2024, 5, 1), None, dt.date(2024, 4, 1), []),
    ],
)
def test_zones_hold_for_their_time(
    start: dt.date | None, end: dt.date | None, on: dt.date | None, standing: list[Standing]
) -> None:
    """An incident of 1 May lies in zones of that day, or of the day that is asked for."""
    zone = zone_of(SQUARE.shape, valid_from=start, valid_until=end)
    assert locate(table_of([(36.5, 48.5)]), ZoneSet((zone,)), on).judged[2].tolist() == standing


def test_a_zone_that_held_for_part_of_the_time_is_not_sure() -> None:
    """An incident of some day of a week in which the zone began is likely at most."""
    times = (np.datetime64("2024-04-28T00:00:00"), np.datetime64("2024-05-04T23:59:59"))
    zone = zone_of(SQUARE.shape, valid_from=dt.date(2024, 5, 1))
    located = locate(table_of([(36.5, 48.5)], precision_km=1, times=times), ZoneSet((zone, SQUARE)))
    assert located.judged[2].tolist() == [Standing.SURE, Standing.LIKELY]
    assert located.judged[1].tolist() == [1, 0]
