"""A spoiler's best reply to each package: to go along, to stay out, or to spoil."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError
from goodoffices.weigh.problem import Problem

__all__ = ["Replies", "Spoiler", "best_replies"]

Floats = NDArray[np.float64]
REPLIES = ("go along", "stay out", "spoil")


@dataclass(frozen=True)
class Spoiler:
    """What a party can do to a deal of others.

    Attributes:
        party: Who; one of the parties of the deal.
        outside: What it has if the others carry the deal out without it, in its own utility.
        gain: What it has if it spoils and succeeds.
        cost: What spoiling costs it, whether it succeeds or not.
        success: Probability in [0, 1] that spoiling brings the deal down.
    """

    party: str
    outside: float
    gain: float
    cost: float = 0.0
    success: float = 1.0


@dataclass(frozen=True, eq=False)
class Replies:
    """What a spoiler would do.

    Attributes:
        replies: ``(packages,)``, index into "go along", "stay out", "spoil".
        worth: ``(packages, 3)``, what each reply is worth to it.
        price: ``(packages,)``, what it would have to be given, in its own utility, to go along; 0 where it does.
        safest: Index of the package at which spoiling is least tempting.
    """

    replies: NDArray[np.intp]
    worth: Floats
    price: Floats
    safest: int

    def named(self, package: int) -> str:
        """The best reply to a package, in words."""
        return REPLIES[int(self.replies[package])]


def best_replies(problem: Problem, packages: NDArray[np.intp], spoiler: Spoiler) -> Replies:
    """Find a spoiler's best reply to each package.

    Where two replies are worth the same, the one that does less harm is taken. Source: Stedman, "Spoiler problems in
    peace processes", *International Security* 22 (1997), whose limited spoilers have a price; as a decision under risk.

    Args:
        problem: The deal.
        packages: ``(packages, issues)``, option indices; at least one.
        spoiler: What the party can do.

    Raises:
        WeighError: Where the party is not one of the deal, a number cannot be, or there is no package.
    """
    _check(problem, packages, spoiler)
    accepted = problem.utilities(packages)[:, problem.parties.index(spoiler.party)]
    spoilt = spoiler.success * spoiler.gain + (1 - spoiler.success) * spoiler.outside - spoiler.cost
    worth = np.column_stack([accepted, np.full_like(accepted, spoiler.outside), np.full_like(accepted, spoilt)])
    price = np.maximum(worth.max(axis=1) - accepted, 0.0)
    return Replies(worth.argmax(axis=1), worth, price, int((spoilt - accepted).argmin()))


def _check(problem: Problem, packages: NDArray[np.intp], spoiler: Spoiler) -> None:
    if spoiler.party not in problem.parties:
        msg = f"the spoiler {spoiler.party!r} is no party of the deal: {', '.join(problem.parties)}"
        raise WeighError(msg)
    if len(packages) == 0:
        msg = f"no package to ask {spoiler.party!r} about"
        raise WeighError(msg)
    numbers = (spoiler.outside, spoiler.gain, spoiler.cost, spoiler.success)
    if not np.all(np.isfinite(numbers)) or not 0 <= spoiler.success <= 1:
        msg = f"{spoiler!r} has a number that cannot be: give finite ones, and a probability in [0, 1]"
        raise WeighError(msg)
