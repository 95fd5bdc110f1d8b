"""A number of a model: exact, between two bounds, spread by a distribution, or unknown; and where it comes from."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

__all__ = ["SHAPES", "Between", "Exact", "Number", "Shape", "Source", "Spread", "Unknown"]

Shape: TypeAlias = Literal["uniform", "triangular", "normal", "beta"]

#: The parameters of each distribution, in the order in which a file gives them.
SHAPES: dict[Shape, tuple[str, ...]] = {
    "uniform": ("lowest", "highest"),
    "triangular": ("lowest", "most likely", "highest"),
    "normal": ("mean", "standard deviation"),
    "beta": ("alpha", "beta"),
}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a number, an option or a constraint comes from.

    Attributes:
        statements: Ids of statements of the record that bear it out.
        judged_by: Who judged it, or "".
        note: Why, in words, or "".
        drafted: The mark that a draft leaves on what it wrote, or "": while it fits, nobody has touched it.
    """

    statements: tuple[str, ...] = ()
    judged_by: str = ""
    note: str = ""
    drafted: str = ""


class Exact(msgspec.Struct, frozen=True, tag="exact"):
    """A number that is known."""

    value: float
    source: Source = Source()


class Between(msgspec.Struct, frozen=True, tag="between"):
    """A number of which the bounds are known and nothing more: drawn evenly between them, the middle as its centre."""

    low: float
    high: float
    source: Source = Source()


class Spread(msgspec.Struct, frozen=True, tag="spread"):
    """A number of which a distribution is known.

    Attributes:
        shape: Its name.
        parameters: As `SHAPES` names them.
        within: Bounds: a normal is cut off there, a beta is stretched from the one to the other; None for those of the
            scale. A uniform or triangular one has bounds of its own and takes none.
        source: Where it comes from.
    """

    shape: Shape
    parameters: tuple[float, ...]
    within: tuple[float, float] | None = None
    source: Source = Source()


class Unknown(msgspec.Struct, frozen=True, tag="unknown"):
    """A number that nobody knows: it can be anything on its scale, and every answer that rests on it says so."""

    source: Source = Source()


Number: TypeAlias = Exact | Between | Spread | Unknown
