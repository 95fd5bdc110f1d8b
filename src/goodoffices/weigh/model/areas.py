"""Pieces of land that a deal disposes of: their outline, who holds them and who claims them."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import ModelError

from .checks_numbers import check_number
from .names import must_differ, must_know
from .numbers import Exact, Source

__all__ = ["Area", "check_areas", "counterclockwise", "square_km"]

Floats = NDArray[np.float64]
Position = tuple[float, float]
Place = tuple[str, ...]
#: Radius of the sphere with the surface of the earth (WGS 84), km.
RADIUS_KM = 6371.0072
MOST_POINTS = 1000


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of land; areas of a model do not overlap.

    Attributes:
        name: Unique in the model.
        outline: Its corners as (longitude, latitude) in degrees, WGS 84, in order, the first not repeated; empty where
            it is not known. The order of GeoJSON (RFC 7946).
        km2: Its surface, where it is not to be taken from the outline.
        held_by: The party that holds it without a deal, or None.
        claimed_by: The parties that claim it.
        source: Where it comes from.
    """

    name: str
    outline: tuple[Position, ...] = ()
    km2: Exact | None = None
    held_by: str | None = None
    claimed_by: tuple[str, ...] = ()
    source: Source = Source()

    @property
    def surface_km2(self) -> float | None:
        """Its surface, given or of the outline; None where neither is known."""
        if self.km2 is not None:
            return self.km2.value
        return square_km(self.outline) if self.outline else None


def square_km(outline: Sequence[Position]) -> float:
    """The surface inside an outline on a sphere, km2.

    Source: Chamberlain and Duquette, "Some algorithms for polygons on a sphere" (JPL Publication 07-03, 2007), eq. 1:
    edges are taken straight in longitude and sine of latitude, which is exact enough for outlines of a region; the
    sphere is within 0.5 % of the ellipsoid.

    Args:
        outline: Corners (longitude, latitude) in degrees; an edge is taken the short way round the earth.
    """
    return abs(_swept(outline)) * RADIUS_KM**2 / 2


def counterclockwise(outline: Sequence[Position]) -> bool:
    """True where the inside lies to the left of the way round, as GeoJSON wants it."""
    return _swept(outline) < 0


def _swept(outline: Sequence[Position]) -> float:
    """Twice the surface on a unit sphere, above 0 clockwise."""
    points = np.radians(np.asarray(outline, dtype=np.float64))
    following = np.roll(points, -1, axis=0)
    east = (following[:, 0] - points[:, 0] + math.pi) % (2 * math.pi) - math.pi
    return float((east * (2 + np.sin(points[:, 1]) + np.sin(following[:, 1]))).sum())


def check_areas(areas: Sequence[Area], parties: Collection[str]) -> None:
    """Check areas.

    Raises:
        ModelError: If a name is unknown or stands twice, or an outline is none.
    """
    must_differ((area.name for area in areas), "area", ("areas",))
    for area in areas:
        place = ("areas", area.name)
        if area.held_by is not None:
            must_know(area.held_by, parties, "party", (*place, "held by"))
        for name in area.claimed_by:
            must_know(name, parties, "party", (*place, "claimed by"))
        must_differ(area.claimed_by, "party", (*place, "claimed by"))
        if area.km2 is not None:
            check_number(area.km2, (*place, "km2"), within=(0, math.inf), of="surface")
        if area.outline:
            _check_outline(area, (*place, "outline"))


def _check_outline(area: Area, place: Place) -> None:
    count = len(area.outline)
    if not 3 <= count <= MOST_POINTS:  # noqa: PLR2004 - fewer enclose nothing
        msg = f"the outline of {area.name!r} has {count} corners: give 3 to {MOST_POINTS:,}"
        raise ModelError(msg, place)
    for east, north in area.outline:
        if not (abs(east) <= 180 and abs(north) <= 90):  # noqa: PLR2004 - degrees
            msg = f"[{east:g}, {north:g}] is nowhere on earth: give [longitude, latitude] in degrees"
            raise ModelError(msg, place)
    if _crosses_itself(area.outline):
        msg = f"the outline of {area.name!r} crosses itself: give its corners in order"
        raise ModelError(msg, place)


def _crosses_itself(outline: Sequence[Position]) -> bool:
    """True where two edges that are not neighbours meet, or the whole encloses nothing."""
    start = np.asarray(outline, dtype=np.float64)
    start[:, 0] = np.rad2deg(np.unwrap(np.deg2rad(start[:, 0])))  # across the date line
    stop = np.roll(start, -1, axis=0)
    along, n = stop - start, np.arange(len(start))
    one, other = np.triu_indices(len(start), 2)
    apart = ~((one == 0) & (other == n[-1]))
    one, other = one[apart], other[apart]
    sides = [_cross(along[a], end[b] - start[a]) for a, b in ((one, other), (other, one)) for end in (start, stop)]
    meets = (sides[0] * sides[1] < 0) & (sides[2] * sides[3] < 0)
    return bool(meets.any()) or square_km(outline) == 0


def _cross(a: Floats, b: Floats) -> Floats:
    turn: Floats = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return turn
