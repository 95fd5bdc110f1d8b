"""What a map needs to be read: a scale bar in km, and meridians and parallels with their degrees."""

from __future__ import annotations

import math

import msgspec
import numpy as np

from .projection import Projection
from .window import Window

__all__ = ["GridLine", "ScaleBar", "grid_lines", "scale_bar"]

_STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_LINES = 5  # about, on the longer side
_BAR_PIXELS = 180.0


class ScaleBar(msgspec.Struct, frozen=True, kw_only=True):
    """A scale bar.

    Attributes:
        km: Its length on the ground.
        pixels: On the sheet.
    """

    km: float
    pixels: float


class GridLine(msgspec.Struct, frozen=True, kw_only=True):
    """A meridian or parallel.

    Attributes:
        words: Its degrees.
        points: Where it runs, pixels.
        meridian: Or else a parallel.
    """

    words: str
    points: tuple[tuple[float, float], ...]
    meridian: bool


def scale_bar(projection: Projection) -> ScaleBar:
    """The longest round length that fits; true in the middle of the sheet."""
    most = _BAR_PIXELS / projection.pixels_per_km
    power = 10.0 ** math.floor(math.log10(most))
    km = max(step * power for step in (1.0, 2.0, 5.0) if step * power <= most)
    return ScaleBar(km=km, pixels=km * projection.pixels_per_km)


def grid_lines(window: Window) -> list[GridLine]:
    """Meridians and parallels at round degrees."""
    bounds, extent = window.bounds, window.projection.extent
    step = next((s for s in _STEPS if (extent.north - extent.south) / s <= _LINES), _STEPS[-1])
    wide = next((s for s in _STEPS if (extent.east - extent.west) / s <= _LINES + 3), _STEPS[-1])
    lines = []
    for east in _rounds(bounds.west, bounds.east, wide):
        y = np.linspace(bounds.south, bounds.north, 40)
        lines.append(_line(window, np.full(40, east), y, _meridian_words(east), meridian=True))
    for north in _rounds(bounds.south, bounds.north, step):
        x = np.linspace(bounds.west, bounds.east, 60)
        lines.append(_line(window, x, np.full(60, north), _degrees(north, "N", "S"), meridian=False))
    return lines


def _line(window: Window, longitude: np.ndarray, latitude: np.ndarray, words: str, *, meridian: bool) -> GridLine:
    x, y = window.projection.place(longitude, latitude)
    points = tuple((round(float(a), 1), round(float(b), 1)) for a, b in zip(x, y, strict=True))
    return GridLine(words=words, points=points, meridian=meridian)


def _rounds(low: float, high: float, step: float) -> list[float]:
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _meridian_words(east: float) -> str:
    turned = (east + 180.0) % 360.0 - 180.0
    return "180°" if abs(abs(turned) - 180.0) < 1e-9 else _degrees(turned, "E", "W")  # noqa: PLR2004  half a turn


def _degrees(value: float, above: str, below: str) -> str:
    return f"{abs(value):g}°{above if value > 0 else below if value < 0 else ''}"
