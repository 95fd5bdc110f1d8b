"""How large zones are, how much of them is watched, and where two parties claim the same ground."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from ..zones import Zone

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["Cover", "Overlap", "area_km2", "cover_of", "length_km", "overlaps_of", "watches"]

_METRES_A_KM = 1_000.0
_SQUARE = 2


class Cover(msgspec.Struct, frozen=True):
    """How much of a zone cameras, posts and patrols reach.

    Attributes:
        share: Of its area, or of the length of a line, in [0, 1]; None where no such place is on the map.
        by: Cameras, posts and patrol areas that reach it, by id.
    """

    share: float | None
    by: tuple[str, ...]


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """Ground that zones of two parties share: both say that it is theirs.

    Attributes:
        zones: The two, by id.
        parties: Whose they are said to be.
        area_km2: How much they share.
    """

    zones: tuple[str, str]
    parties: tuple[str, str]
    area_km2: float


def area_km2(shape: BaseGeometry) -> float:
    """The area of a shape on the ellipsoid, km²; 0 for lines and points.

    Args:
        shape: Degrees of WGS84.
    """
    polygons = (each for each in shapely.get_parts(shape) if each.geom_type == "Polygon")
    oriented = (shapely.orient_polygons(each) for each in polygons)
    return sum(abs(_ellipsoid().geometry_area_perimeter(each)[0]) for each in oriented) / _METRES_A_KM**_SQUARE


def length_km(shape: BaseGeometry) -> float:
    """The length of lines on the ellipsoid, km; 0 for points, the outline of areas."""
    return float(_ellipsoid().geometry_length(shape)) / _METRES_A_KM


def watches(zone: Zone) -> bool:
    """Is it a place from which one looks: a camera, a post, the area of a patrol?"""
    return zone.kind in _watching_kinds()


def cover_of(zone: Zone, zones: Iterable[Zone], day: dt.date) -> Cover:
    """How much of a zone is reached on a day.

    A camera is a point with its range as ``buffer_km``, a patrol an area or a route with how far one sees from it.

    Args:
        zone: The zone.
        zones: All of the map.
        day: Only what holds on it counts.
    """
    posts = [each for each in zones if watches(each) and each.holds_on(day) and each.id != zone.id]
    reach = [each for each in posts if shapely.intersects(each.shape, zone.shape)]
    if not posts:
        return Cover(None, ())
    whole, size = zone.shape, area_km2
    if not area_km2(whole):
        size = length_km
    if not size(whole):  # a point is reached or not
        return Cover(1.0 if reach else 0.0, tuple(each.id for each in reach))
    seen = shapely.intersection(whole, shapely.union_all([each.shape for each in reach]))
    return Cover(min(1.0, size(seen) / size(whole)), tuple(each.id for each in reach))


def overlaps_of(zones: Iterable[Zone], day: dt.date) -> tuple[Overlap, ...]:
    """Every two zones of different parties that share ground on a day, the largest first."""
    claimed = [each for each in zones if each.party and each.holds_on(day)]
    return tuple(sorted(_overlaps(claimed), key=lambda each: -each.area_km2))


def _overlaps(claimed: list[Zone]) -> Iterator[Overlap]:
    for one, other in combinations(claimed, 2):
        if one.party == other.party or not shapely.intersects(one.shape, other.shape):
            continue
        shared = area_km2(shapely.intersection(one.shape, other.shape))
        if shared:
            yield Overlap(zones=(one.id, other.id), parties=(one.party, other.party), area_km2=shared)


@functools.cache
def _watching_kinds() -> frozenset[str]:
    text = resources.files(__package__).joinpath("data", "watching.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["kinds"])


@functools.cache
def _ellipsoid() -> Geod:
    from pyproj import Geod  # noqa: PLC0415  loaded where something is measured

    return Geod(ellps="WGS84")
