"""What stands on the map for incidents: a shape and a colour by kind, a size by number."""

from __future__ import annotations

import functools
import importlib.resources
import math
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

__all__ = ["LEAST_RADIUS", "SHAPES", "Mark", "Sign", "beside", "radius", "sign_of", "signs", "spread"]

LEAST_RADIUS, LARGEST_RADIUS = 4.0, 17.0
"""Pixels."""

_MOST_BESIDE = 5  # marks of one cell; more kinds than that share one


class Sign(msgspec.Struct, frozen=True):
    """What stands for a kind.

    Attributes:
        shape: A key of `SHAPES`.
        colour: A class of the style sheet.
    """

    shape: str
    colour: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on the sheet.

    Attributes:
        kind: Of the incidents; "" for several that share it.
        count: How many.
        x: Pixels to the right.
        y: Pixels down.
        radius: Pixels.
    """

    kind: str
    count: int
    x: float
    y: float
    radius: float


def _corners(count: int, turn: float, inner: float = 0.0, outer: float = 1.0) -> str:
    """A polygon around the middle; a star where every other corner is drawn in."""
    points = []
    steps = count * 2 if inner else count
    for step in range(steps):
        away = inner if inner and step % 2 else outer
        angle = math.radians(turn) + 2 * math.pi * step / steps
        points.append(f"{away * math.sin(angle):.2f} {-away * math.cos(angle):.2f}")
    return f"M{'L'.join(points)}z"


SHAPES: Mapping[str, str] = {
    "circle": "M-.88 0a.88.88 0 1 1 1.76 0a.88.88 0 1 1-1.76 0z",
    "ring": "M-.88 0a.88.88 0 1 1 1.76 0a.88.88 0 1 1-1.76 0zM-.5 0a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0z",
    "square": "M-.78-.78H.78V.78H-.78z",
    "up": _corners(3, 0, outer=1.1),
    "down": _corners(3, 180, outer=1.1),
    "right": _corners(3, 90, outer=1.1),
    "diamond": _corners(4, 0, outer=1.05),
    "hexagon": _corners(6, 30, outer=0.95),
    "star": _corners(5, 0, inner=0.45, outer=1.15),
    "burst": _corners(8, 0, inner=0.6, outer=1.08),
    "cross": "M-.95-.5-.5-.95 0-.45.5-.95.95-.5.45 0 .95.5.5.95 0 .45-.5.95-.95.5-.45 0z",
    "plus": "M-.33-1H.33V-.33H1V.33H.33V1H-.33V.33H-1V-.33H-.33z",
    "bar": "M-1-.4H1V.4H-1z",
}
"""Paths about the middle, some one pixel from it to their edge, so that all look about as large."""


@functools.cache
def _words() -> Mapping[str, Any]:
    text = importlib.resources.files(__package__).joinpath("data", "marks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def signs() -> Mapping[str, Sign]:
    """The sign of each kind that has one of its own."""
    return msgspec.convert(_words()["marks"], dict[str, Sign])


def sign_of(kind: str) -> Sign:
    """The sign of a kind; that of several kinds together where it has none of its own."""
    several = _words()["several"]
    return signs().get(kind) or Sign(shape=several["shape"], colour=several["colour"])


def several_label() -> str:
    """What the sign of several kinds together is called."""
    return str(_words()["several"]["label"])


def spread(counts: Sequence[int]) -> float:
    """How large one incident is drawn: pixels of radius, so that the largest number fits; areas grow with numbers."""
    return LARGEST_RADIUS / math.sqrt(max([*counts, 1])) if max([*counts, 1]) > 1 else LEAST_RADIUS + 2


def radius(count: int, one: float) -> float:
    """The radius for a number, in pixels; never less than can be seen and touched."""
    return min(LARGEST_RADIUS, max(LEAST_RADIUS, one * math.sqrt(count)))


def beside(kinds: Mapping[str, int], x: float, y: float, one: float) -> list[Mark]:
    """Lay the marks of one cell beside one another, the largest in the middle.

    Args:
        kinds: How many of each kind.
        x: Middle of the cell, pixels.
        y: The same, down.
        one: Radius of one incident, of `spread`.
    """
    known = sorted(((kind, n) for kind, n in kinds.items() if kind in signs()), key=lambda each: (-each[1], each[0]))
    kept = known if len(known) == len(kinds) <= _MOST_BESIDE else known[: _MOST_BESIDE - 1]
    rest = sum(kinds.values()) - sum(n for _, n in kept)
    entries = [*kept, *([("", rest)] if rest else [])]
    placed: list[tuple[float, float, float]] = []
    for number, (_, count) in enumerate(entries):
        r = radius(count, one)
        if not placed:
            placed.append((0.0, 0.0, r))
            continue
        away = placed[0][2] + r + 0.5
        angle = math.radians(-90 + 80 * (number - 1))
        placed.append((away * math.cos(angle), away * math.sin(angle), r))
    return [
        Mark(kind=kind, count=count, x=x + dx, y=y + dy, radius=r)
        for (kind, count), (dx, dy, r) in zip(entries, placed, strict=True)
    ]
