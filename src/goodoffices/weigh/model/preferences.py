"""What a party makes of the options of an issue, or of the issues: numbers, a line through a range, or an order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from .numbers import Number, Source

__all__ = ["Line", "Order", "Points", "Preference"]


class Points(msgspec.Struct, frozen=True, tag="points"):
    """A number for each name; a name that is left out is unknown."""

    of: Mapping[str, Number] = {}


class Order(msgspec.Struct, frozen=True, tag="order"):
    """An order and nothing more.

    Attributes:
        tiers: Names from the most to the least; those of one tier are worth the same. A name that stands in no tier
            can be worth anything.
        source: Where it comes from.
    """

    tiers: tuple[tuple[str, ...], ...]
    source: Source = Source()


class Line(msgspec.Struct, frozen=True, tag="line"):
    """Scores of a numeric range: a straight line from point to point, level before the first and after the last.

    Attributes:
        points: Pairs (value in the range's unit, score), by increasing value.
    """

    points: tuple[tuple[float, Number], ...]


Preference: TypeAlias = Points | Order | Line
