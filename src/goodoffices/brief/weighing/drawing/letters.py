"""Letters beside points, so that none covers another."""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = ["beside", "spread_out"]

_DIRECTIONS = tuple((math.cos(n * math.pi / 4), math.sin(n * math.pi / 4)) for n in (7, 1, 5, 3, 6, 0, 2, 4))
_APART = 19.0  # pixels between the middles of two letters
_CLEAR = 14.0  # between a letter and a point


def beside(points: Sequence[tuple[float, float]], box: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    """Find a place for the letter of each point.

    Args:
        points: Where the points stand, in pixels.
        box: Left, top, right and bottom of where letters may stand.

    Returns:
        The middle of each letter: as near to its point as the points and letters before it allow.
    """
    placed: list[tuple[float, float]] = []
    for x, y in points:
        tried = [(x + reach * dx, y + reach * dy) for reach in (16, 24, 34, 46, 60) for dx, dy in _DIRECTIONS]
        inside = [(a, b) for a, b in tried if box[0] <= a <= box[2] and box[1] <= b <= box[3]] or tried
        free = (each for each in inside if _free(each, points, placed))
        placed.append(next(free, inside[0]))
    return placed


def _free(
    spot: tuple[float, float], points: Sequence[tuple[float, float]], placed: Sequence[tuple[float, float]]
) -> bool:
    return all(math.dist(spot, each) >= _APART for each in placed) and all(
        math.dist(spot, each) >= _CLEAR for each in points
    )


def spread_out(heights: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move heights as little as it takes for them to stand apart, in their order, between two ends.

    Args:
        heights: In pixels.
        apart: How far apart, in pixels.
        low: The least height.
        high: The greatest.
    """
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    moved = dict.fromkeys(order, 0.0)
    floor = low
    for n in order:
        moved[n] = max(heights[n], floor)
        floor = moved[n] + apart
    ceiling = high
    for n in reversed(order):
        moved[n] = min(moved[n], ceiling)
        ceiling = moved[n] - apart
    return [moved[n] for n in range(len(heights))]
