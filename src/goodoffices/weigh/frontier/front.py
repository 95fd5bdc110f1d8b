"""All packages that no other beats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..errors import NoPackage
from ..problem import Problem
from .feasible import allows_any, clash_of
from .raster import Raster, raster_of
from .search import search
from .sieve import Cuts
from .ties import tied_packages

if TYPE_CHECKING:
    from ..model import Model

__all__ = ["BUDGET", "Frontier", "frontier", "problem_of"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_TOLERANCE = 1e-12  # a party at its reservation value signs, whatever the rounding

BUDGET = 1_000_000
"""How many packages a front may have unless the caller says otherwise; about 100 MB for five parties."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """The Pareto-optimal packages of a deal, one for each row of utilities that can be reached.

    Attributes:
        problem: The deal.
        utilities: ``(packages, parties)``, in the scale of the deal.
        packages: ``(packages, issues)``, option indices, in lexicographic order; of packages with equal utilities the
            first (under limits, the first of those that take fewest of the limited choices on the way).
        epsilon: 0.0 where the front is exact. Else every package of the deal has one on this front that is worse for
            no party by more than this share of the party's range (the sum of its tables' ranges).
        budget: How many packages it was allowed.
    """

    problem: Problem
    utilities: Floats
    packages: Indices
    epsilon: float
    budget: int

    def __len__(self) -> int:
        return len(self.packages)

    def ties(self, row: int) -> Iterator[tuple[int, ...]]:
        """Go through the other packages that are worth the same to every party.

        Args:
            row: Which package of the front.

        Yields:
            Option indices, one package at a time; finding the next costs little, however many there are.
        """
        return tied_packages(raster_of(self.problem), self.packages[row].tolist(), self.budget)


def frontier(
    model: Problem | Model,
    *,
    above_reservation: bool = False,
    budget: int = BUDGET,
    epsilon: float | None = None,
) -> Frontier:
    """Find every package that no other beats: as good for every party, and better for one.

    Exact: equal utilities are equal whatever the rounding, and of packages with equal utilities one stays.

    Args:
        model: A deal; where its numbers are uncertain, their central values count.
        above_reservation: Keep only packages that give every party that must sign at least its reservation value.
        budget: How many packages the front, and each set on the way to it, may have.
        epsilon: What to do where the budget is passed: None to raise, else how much coarser than exact the front may
            be, as a share of each party's range, over 0 and below 1.

    Returns:
        The front. Empty only where ``above_reservation`` leaves nothing.

    Raises:
        NoPackage: Where no package keeps every rule.
        FrontTooLarge: Where the budget is passed and no ``epsilon``, or too small a one, is given.
        ValueError: For a budget below 1 or an ``epsilon`` outside (0, 1).
    """
    if budget < 1 or (epsilon is not None and not 0 < epsilon < 1):
        msg = f"budget must be 1 or more and epsilon over 0 and below 1, not {budget!r} and {epsilon!r}"
        raise ValueError(msg)
    problem = problem_of(model)
    raster = raster_of(problem)
    cuts = _reservation_cuts(raster) if above_reservation else None
    points, spent = search(raster, budget=budget, epsilon=epsilon or 0.0, cuts=cuts)
    packages = raster.code.packages(points.code)
    if not len(packages) and not (above_reservation and allows_any(problem)):
        raise _no_package(problem)
    return Frontier(problem, problem.utilities(packages), packages, spent, budget)


def _reservation_cuts(raster: Raster) -> Cuts | None:
    """The reservation values of the parties that must sign, as cuts; None where there are none."""
    problem = raster.problem
    bound = np.flatnonzero(problem.signs & ~np.isnan(problem.reservation))
    if not len(bound):
        return None
    least = (problem.reservation - raster.low) / raster.grid.unit
    room = _TOLERANCE * (np.abs(problem.reservation) + np.abs(raster.low)) / raster.grid.unit
    room += np.where(raster.grid.exact, 0.0, raster.grid.slack)
    return Cuts(np.eye(raster.parties)[bound], (least - room)[bound])


def _no_package(problem: Problem) -> NoPackage:
    """Say why nothing may be signed."""
    clash = clash_of(problem)
    named = "; ".join(repr(each.label or each.key or "a rule without a name") for each in clash)
    what = f"these cannot hold together: {named}" if named else "its rules cannot hold together"
    return NoPackage(f"no package keeps every rule of this deal: {what}; drop or loosen one of them")


def problem_of(model: Problem | Model) -> Problem:
    """The deal as plain arrays."""
    if isinstance(model, Problem):
        return model
    from ..model import as_problem  # noqa: PLC0415 (reads YAML and XML: only where a described model comes in)

    return as_problem(model)
