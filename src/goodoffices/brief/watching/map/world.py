"""The base map that the package carries: first-order units, lakes, rivers and cities, from Natural Earth."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["STEP", "World", "world"]

STEP = 0.002
"""Degrees; every coordinate of the base map is a whole number of it."""


class World(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The base map, in degrees of WGS84.

    Attributes:
        shapes: Polygons of the units, shape (units,); units that touch share the points of their edge.
        names: Name of each unit.
        countries: Code of the country that each lies in; "" where it lies in a disputed area.
        areas: The disputed area that each lies in; "" for none.
        country_names: By code.
        lakes: Polygons, shape (lakes,).
        rivers: Lines, shape (rivers,).
        cities: Name, degrees east, degrees north.
    """

    shapes: NDArray[Any]
    names: tuple[str, ...]
    countries: tuple[str, ...]
    areas: tuple[str, ...]
    country_names: Mapping[str, str]
    lakes: NDArray[Any]
    rivers: NDArray[Any]
    cities: tuple[tuple[str, float, float], ...]


@functools.cache
def world() -> World:
    """Load the base map, once."""
    file = importlib.resources.files(__package__).joinpath("data", "world.npz")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        units = _words(arrays, "unit_words", list[tuple[str, str, str]])
        return World(
            shapes=_shapes(arrays, "units"),
            names=tuple(name for name, _, _ in units),
            countries=tuple(country for _, country, _ in units),
            areas=tuple(area for _, _, area in units),
            country_names=dict(_words(arrays, "country_words", list[tuple[str, str]])),
            lakes=_shapes(arrays, "lakes"),
            rivers=_shapes(arrays, "rivers"),
            cities=tuple(_words(arrays, "city_words", list[tuple[str, float, float]])),
        )


def _words(arrays: Any, name: str, kind: Any) -> Any:  # noqa: ANN401  numpy's file of arrays, and what it is read as
    return msgspec.json.decode(arrays[name].tobytes(), type=kind)


def _shapes(arrays: Any, name: str) -> NDArray[Any]:  # noqa: ANN401  the same
    """Put shapes together from the differences of their points; those too long for 16 bits stand apart."""
    import shapely  # noqa: PLC0415  geometry is heavy

    planes = arrays[f"{name}.steps"].astype(np.int64)
    bent = (planes[:2] + 256 * planes[2:]).T
    steps = np.where(bent & 1, -(bent + 1) // 2, bent // 2)
    steps[arrays[f"{name}.far"]] = arrays[f"{name}.jumps"]
    points = np.cumsum(steps, axis=0) * STEP
    count = sum(key.startswith(f"{name}.offsets") for key in arrays.files)
    offsets = tuple(arrays[f"{name}.offsets{level}"].astype(np.int64) for level in range(count))
    kind = shapely.GeometryType(int(arrays[f"{name}.kind"][0]))
    shapes: NDArray[Any] = shapely.from_ragged_array(kind, np.ascontiguousarray(points), offsets)
    return shapes
