"""Shapes in pixels as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

__all__ = ["path_of"]


def path_of(shape: Any) -> str:  # noqa: ANN401  a shapely shape
    """Write lines and polygons as one path, in tenths of a pixel; points are left out."""
    import shapely  # noqa: PLC0415  geometry is heavy

    return "".join(_runs(shapely.get_parts(shape)))


def _runs(parts: Iterable[Any]) -> Iterable[str]:
    for part in parts:
        if part.geom_type == "Polygon":
            yield from (_run(ring.coords, closed=True) for ring in (part.exterior, *part.interiors))
        elif part.geom_type == "LineString":
            yield _run(part.coords, closed=False)
        elif hasattr(part, "geoms"):
            yield from _runs(part.geoms)


def _run(points: Any, *, closed: bool) -> str:  # noqa: ANN401  shapely's coordinates
    """Write one run with relative steps, which are shorter than places."""
    whole = [(round(x * 10), round(y * 10)) for x, y in points]
    if not whole:
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    written = "".join(f"l{_tenth(x)} {_tenth(y)}" for x, y in steps if x or y)
    return f"M{_tenth(whole[0][0])} {_tenth(whole[0][1])}{written}" + ("z" if closed else "")


def _tenth(value: int) -> str:
    whole, part = divmod(abs(value), 10)
    return ("-" if value < 0 else "") + (f"{whole}.{part}" if part else f"{whole}")
