"""The deal space: what packages are worth to whom."""

from __future__ import annotations

import msgspec

from .packages import Choice
from .sources import Probability

__all__ = ["Row", "Space", "Spot"]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A package as a point.

    Attributes:
        utilities: One a party.
        package: The letter of the package where the report speaks of it, else "".
    """

    utilities: tuple[float, ...]
    package: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A package of the matrix.

    Attributes:
        package: The letter of the package where the report speaks of it, else "".
        brief: Its options in a few words; where that is too long, those alone that differ from package A.
        choices: An option of every issue.
        utilities: One a party, by the centres.
        alone: How likely each would sign.
        together: How likely all who must sign would.
    """

    package: str
    brief: str
    choices: tuple[Choice, ...]
    utilities: tuple[float, ...]
    alone: tuple[Probability, ...]
    together: Probability


class Space(msgspec.Struct, frozen=True, kw_only=True):
    """What packages are worth to whom.

    Attributes:
        parties: Names, in the order of all utilities here.
        needed: Whether each must sign.
        packages: How many there are, allowed or not.
        size: How many packages no other beats, by the centres; None where they could not be found.
        epsilon: 0 where they are exact, else how much coarser, as a share of each party's range.
        front: Those packages as points, at most some hundred.
        others: Some of the rest, at most some hundred.
        leads: The packages that the report speaks of.
        walk_away: For each party what no deal is worth to it: 5th, 50th and 95th percentile; None where it is unknown.
        rows: The matrix: the packages that the report speaks of, then the likeliest others.
        note: What is not shown, or could not be computed; "" for nothing.
    """

    parties: tuple[str, ...]
    needed: tuple[bool, ...]
    packages: int
    size: int | None
    epsilon: float
    front: tuple[Spot, ...]
    others: tuple[Spot, ...]
    leads: tuple[Spot, ...]
    walk_away: tuple[tuple[float, float, float] | None, ...]
    rows: tuple[Row, ...]
    note: str
