"""From degrees to the sheet: a projection chosen to the extent.

Up to some fifteen degrees across, equirectangular at the middle latitude: north is up everywhere, and lengths are true
within about one per cent near the middle. Beyond that, Lambert's azimuthal equal-area about the middle (Snyder, "Map
projections: a working manual", USGS 1987, pp. 182 to 190). Wider than half the globe, equirectangular again.
"""

from __future__ import annotations

import math

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["Extent", "Projection", "projection_for"]

EARTH_KM = 6371.0088
_LOCAL_DEGREES = 15.0
_GLOBAL_DEGREES = 150.0

Array = NDArray[np.float64]


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the globe.

    Attributes:
        west: Degrees east; east may be above 180, so that an extent may cross the antimeridian.
        south: Degrees north.
        east: Degrees east, above west.
        north: Degrees north, above south.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Degrees east and north of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def near(self, longitude: Array) -> Array:
        """Bring longitudes to the turn of the globe that the extent lies on."""
        middle = self.middle[0]
        turned: Array = (np.asarray(longitude, dtype=np.float64) - middle + 180.0) % 360.0 - 180.0 + middle
        return turned

    def holds(self, longitude: Array, latitude: Array) -> NDArray[np.bool_]:
        """Which points lie in it?"""
        x, y = self.near(longitude), np.asarray(latitude)
        return (x >= self.west) & (x <= self.east) & (y >= self.south) & (y <= self.north)


class Projection(msgspec.Struct, frozen=True, kw_only=True):
    """Where a place stands on the sheet, in pixels from the upper left corner.

    Attributes:
        name: Of the projection, for people.
        azimuthal: Lambert's, or equirectangular.
        extent: What the sheet shows at least.
        pixels_per_km: In the middle.
        left: Pixels that the projection's origin lies to the right of the left edge.
        top: Pixels that it lies below the upper edge.
        width: Of the sheet, pixels.
        height: Of the sheet, pixels.
    """

    name: str
    azimuthal: bool
    extent: Extent
    pixels_per_km: float = 1.0
    left: float = 0.0
    top: float = 0.0
    width: float = 0.0
    height: float = 0.0

    def place(self, longitude: Array, latitude: Array) -> tuple[Array, Array]:
        """Find where places stand.

        Args:
            longitude: Degrees east.
            latitude: Degrees north.

        Returns:
            Pixels to the right and down.
        """
        x, y = self.kilometres(longitude, latitude)
        return self.left + x * self.pixels_per_km, self.top - y * self.pixels_per_km

    def kilometres(self, longitude: Array, latitude: Array) -> tuple[Array, Array]:
        """Find places on the plane, in km east and north of the middle."""
        lon0, lat0 = self.extent.middle
        away = np.radians(self.extent.near(longitude) - lon0)
        north, north0 = np.radians(np.asarray(latitude, dtype=np.float64)), math.radians(lat0)
        if not self.azimuthal:
            return EARTH_KM * away * math.cos(north0), EARTH_KM * (north - north0)
        cosine = math.sin(north0) * np.sin(north) + math.cos(north0) * np.cos(north) * np.cos(away)
        factor = EARTH_KM * np.sqrt(2.0 / np.maximum(1.0 + cosine, 1e-6))
        east = factor * np.cos(north) * np.sin(away)
        up = factor * (math.cos(north0) * np.sin(north) - math.sin(north0) * np.cos(north) * np.cos(away))
        return east, up


def projection_for(extent: Extent, width: float, tallest: float) -> Projection:
    """Choose a projection for an extent, and fit it to a sheet.

    Args:
        extent: What is to be seen.
        width: Of the sheet, pixels.
        tallest: The greatest height of the sheet, pixels.
    """
    tall, wide = extent.north - extent.south, extent.east - extent.west
    across = max(tall, wide * math.cos(math.radians(extent.middle[1])))
    azimuthal = across > _LOCAL_DEGREES and wide < _GLOBAL_DEGREES
    name = "Lambert azimuthal equal-area" if azimuthal else "equirectangular"
    plain = Projection(name=name, azimuthal=azimuthal, extent=extent)
    x, y = plain.kilometres(*_rim(extent))
    east, north = float(np.ptp(x)), float(np.ptp(y))
    scale = min(width / east, tallest / north)
    height = min(tallest, max(north * scale, width * 0.5))
    left = width / 2 - float(x.min() + x.max()) / 2 * scale
    top = height / 2 + float(y.min() + y.max()) / 2 * scale
    return msgspec.structs.replace(plain, pixels_per_km=scale, left=left, top=top, width=width, height=height)


def _rim(extent: Extent) -> tuple[Array, Array]:
    """Walk around the edge of an extent."""
    along, up = np.linspace(extent.west, extent.east, 60), np.linspace(extent.south, extent.north, 60)
    low, high = np.full(60, extent.south), np.full(60, extent.north)
    west, east = np.full(60, extent.west), np.full(60, extent.east)
    return np.concatenate([along, along, west, east]), np.concatenate([low, high, up, up])
