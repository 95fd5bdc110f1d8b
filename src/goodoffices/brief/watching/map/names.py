"""Names on the ground: which are written, and from which scale on, so that none lies over another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from goodoffices.brief.drawing.svg import text_width

__all__ = ["NAME_SIZES", "Name", "PlacedName", "name_of", "place_names"]

NAME_SIZES = {"country": 15.0, "area": 12.0, "zone": 12.0, "place": 12.0, "own": 11.0, "city": 12.0, "unit": 11.0}
"""Pixels, by kind; in the order in which they are placed."""

_SCALES = (0.35, 0.6, 1.0, 1.5, 2.25, 3.5, 5.0, 8.0, 12.0)
_MOST = 600  # names that are looked at
_AIR = 3.0  # pixels around a name


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name that may be written.

    Attributes:
        words: What is written.
        x: Pixels to the right.
        y: Pixels down.
        kind: A key of `NAME_SIZES`.
        size: How much it matters within its kind, higher first.
    """

    words: str
    x: float
    y: float
    kind: str
    size: float = 0.0


class PlacedName(msgspec.Struct, frozen=True, kw_only=True):
    """A name that is written.

    Attributes:
        name: The name.
        scale: From how many times the sheet's own scale on it is written.
    """

    name: Name
    scale: float


def place_names(names: Iterable[Name], width: float, height: float) -> list[PlacedName]:
    """Choose names: what matters most first, each from the least scale on at which it has room.

    Args:
        names: What may be written.
        width: Of the sheet, pixels.
        height: Of the sheet, pixels.
    """
    rank = {kind: number for number, kind in enumerate(NAME_SIZES)}
    order = sorted(names, key=lambda name: (rank[name.kind], -name.size, name.words))
    placed: list[PlacedName] = []
    for name in order[:_MOST]:
        again = name.kind in {"unit", "city"} and any(name.words == other.name.words for other in placed)
        if again or not (0 < name.x < width and 0 < name.y < height):
            continue
        scale = next((scale for scale in _SCALES if _fits(name, scale, placed, width)), None)
        if scale is not None:
            placed.append(PlacedName(name=name, scale=scale))
    return placed


def _fits(name: Name, scale: float, placed: Sequence[PlacedName], width: float) -> bool:
    wide, tall = _half(name)
    if scale <= 1.0 and not wide < name.x * scale < width * scale - wide:
        return False
    for other in placed:
        both = max(scale, other.scale)  # from there on both are written, and they only move apart
        side, up = _half(other.name)
        if abs(name.x - other.name.x) * both < wide + side and abs(name.y - other.name.y) * both < tall + up:
            return False
    return True


def _half(name: Name) -> tuple[float, float]:
    size = NAME_SIZES[name.kind]
    return text_width(name.words, size) / 2 + _AIR, size / 2 + _AIR


def name_of(shape: Any, words: str, kind: str) -> Name | None:  # noqa: ANN401  a shapely shape in pixels
    """Name an area at its widest place; None where it is too small to be seen."""
    import shapely  # noqa: PLC0415  geometry is heavy

    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not parts or not words:
        return None
    largest = max(parts, key=lambda part: part.area)
    least = text_width(words, NAME_SIZES[kind]) * NAME_SIZES[kind] * 0.35
    if largest.area < least:
        return None
    point = shapely.maximum_inscribed_circle(shapely.make_valid(largest), tolerance=4.0).coords[0]
    return Name(words=words, x=float(point[0]), y=float(point[1]), kind=kind, size=float(largest.area))
