"""The part of the globe around a sheet: shapes are taken from it, turned to its side of the globe, and drawn."""

from __future__ import annotations

import functools
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from .projection import Extent, Projection

__all__ = ["Window", "window_for"]

_FINE = 0.1  # pixels by which a drawn line may leave its course
_BEND = 1.0  # degrees between points of a line that a projection bends

Shapes = NDArray[Any]


class Window(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """What may be seen on a sheet.

    Attributes:
        bounds: Degrees, wider than the sheet.
        projection: Of the sheet.
    """

    bounds: Extent
    projection: Projection

    @functools.cached_property
    def _turns(self) -> list[int]:
        return [turn for turn in (-360, 0, 360) if self.bounds.west < 180 + turn and self.bounds.east > turn - 180]

    def seen(self, shapes: Shapes) -> NDArray[np.bool_]:
        """Which shapes reach into the window?"""
        import shapely  # noqa: PLC0415  geometry is heavy

        west, south, east, north = shapely.bounds(shapes).T
        inside = (south < self.bounds.north) & (north > self.bounds.south)
        across = np.zeros(len(shapes), dtype=bool)
        for turn in self._turns:
            across |= (west + turn < self.bounds.east) & (east + turn > self.bounds.west)
        seen: NDArray[np.bool_] = inside & across
        return seen

    def drawn(self, shape: Any) -> Any:  # noqa: ANN401  a shapely shape
        """Bring a shape to the sheet: turned, clipped, projected to pixels, no finer than can be seen."""
        import shapely  # noqa: PLC0415  geometry is heavy

        window = (self.bounds.west, self.bounds.south, self.bounds.east, self.bounds.north)
        parts = []
        for turn in self._turns:
            turned = shapely.transform(shape, functools.partial(_turned, turn=turn)) if turn else shape
            parts.append(shapely.clip_by_rect(turned, *window))
        whole = shapely.GeometryCollection([each for part in parts for each in shapely.get_parts(part)])
        if self.projection.azimuthal:
            whole = shapely.segmentize(whole, _BEND)
        placed = shapely.transform(whole, self._placed)
        return shapely.simplify(placed, _FINE, preserve_topology=False)

    def _placed(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(self.projection.place(points[:, 0], points[:, 1]))


def _turned(points: NDArray[np.float64], turn: int) -> NDArray[np.float64]:
    turned: NDArray[np.float64] = points + np.array([turn, 0])
    return turned


def window_for(projection: Projection) -> Window:
    """Make the window of a sheet: its extent, and what its corners may show beyond."""
    extent = projection.extent
    beyond = 1.0 if projection.azimuthal else 0.0
    km = np.array([projection.width, projection.height]) / projection.pixels_per_km / 2 / 111.0
    narrow = max(0.15, float(np.cos(np.radians(min(80.0, max(abs(extent.north), abs(extent.south)))))))
    side = max(0.0, float(km[0]) / narrow - (extent.east - extent.west) / 2) * (1 + beyond) + 0.5 + 3 * beyond
    over = max(0.0, float(km[1]) - (extent.north - extent.south) / 2) * (1 + beyond) + 0.5 + 3 * beyond
    west, east = extent.west - side, extent.east + side
    if east - west > 360.0:  # noqa: PLR2004  a turn
        west, east = extent.middle[0] - 180.0, extent.middle[0] + 180.0
    south, north = max(-89.9, extent.south - over), min(89.9, extent.north + over)
    return Window(bounds=Extent(west=west, south=south, east=east, north=north), projection=projection)
