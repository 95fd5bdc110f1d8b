"""Two ways to read off the numbers of a model with one code: by their centres, or by the draw."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from .chance import bounds, centre, sample
from .numbers import Number
from .preferences import Order

__all__ = ["About", "Centre", "Dice", "Teller", "Uncertain"]

Floats = NDArray[np.float64]
Scale = tuple[float, float]
About: TypeAlias = Literal["score", "weight", "interaction", "reservation"]


class Uncertain(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a model that is not known exactly.

    Attributes:
        about: What it is a number of.
        party: The party whose it is.
        issue: The issue, or "" (an interaction, a reservation value).
        option: The option that a score is of (of a line: the value), or "".
        number: What is known of it; None where it is an order.
        order: The order that it stands in, or None.
        words: What an interaction is called, or "".
    """

    about: About
    party: str
    issue: str = ""
    option: str = ""
    number: Number | None = None
    order: Order | None = None
    words: str = ""


class Teller(Protocol):
    """Says what the numbers of a model are; leading dimension ``n``: 1, or the number of draws."""

    def number(self, number: Number, scale: Scale, what: Uncertain) -> Floats:
        """One number, ``(n,)``."""
        ...

    def ranks(self, tiers: int, scale: Scale) -> Floats:
        """Scores of tiers from the best to the worst, ``(n, tiers)``: even on all that keep the order."""
        ...

    def shares(self, members: Floats) -> Floats:
        """Weights that sum to 1, even on the mixtures of the rows of `members`; ``(n, columns of members)``."""
        ...

    def note(self, what: Uncertain, drawn: Floats) -> None:
        """Keep what was drawn for an uncertain number, ``(n,)``."""
        ...


class Centre:
    """Tells each number by its mean; nothing is drawn."""

    def number(self, number: Number, scale: Scale, what: Uncertain) -> Floats:  # noqa: ARG002 - Dice notes what it is
        """The mean, ``(1,)``."""
        return np.array([centre(number, scale)])

    def ranks(self, tiers: int, scale: Scale) -> Floats:
        """The means of as many even draws in order of size: evenly apart, neither end reached."""
        return _onto(scale, np.arange(tiers, 0, -1)[None, :] / (tiers + 1))

    def shares(self, members: Floats) -> Floats:
        """The mean of the corners: for an order without ties, rank order centroid weights (Barron and Barrett 1996)."""
        mean: Floats = members.mean(axis=0, keepdims=True)
        return mean

    def note(self, what: Uncertain, drawn: Floats) -> None:
        """Nothing is kept."""


class Dice:
    """Draws each number, and keeps what was drawn."""

    def __init__(self, draws: int, rng: np.random.Generator) -> None:
        """Take how many draws, and where the chance comes from."""
        self._draws, self._rng = draws, rng
        self.uncertain: list[Uncertain] = []
        self.drawn: list[Floats] = []

    def number(self, number: Number, scale: Scale, what: Uncertain) -> Floats:
        """Draws, ``(draws,)``, or ``(1,)`` where the number is exact."""
        told = sample(number, scale, self._draws, self._rng)
        low, high = bounds(number, scale)
        if low < high and what.about != "weight":
            self.note(what, told)
        return told

    def ranks(self, tiers: int, scale: Scale) -> Floats:
        """Even draws in order of size, ``(draws, tiers)``."""
        return _onto(scale, -np.sort(-self._rng.random((self._draws, tiers)), axis=1))

    def shares(self, members: Floats) -> Floats:
        """Even draws from the simplex whose corners are the rows."""
        mixture = self._rng.standard_exponential((self._draws, len(members)))
        mixed: Floats = mixture / mixture.sum(axis=1, keepdims=True) @ members
        return mixed

    def note(self, what: Uncertain, drawn: Floats) -> None:
        """Keep it."""
        self.uncertain.append(what)
        self.drawn.append(drawn)


def _onto(scale: Scale, shares: Floats) -> Floats:
    low, high = scale
    return low + (high - low) * shares
