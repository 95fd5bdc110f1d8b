"""What keeps sets of points small on the way to a front: limits, cuts, dominance, and where allowed a coarser look."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import FrontTooLarge
from .dominance import undominated
from .points import Points, gathered
from .raster import Raster

__all__ = ["Cuts", "Sieve"]

Floats = NDArray[np.float64]

_TOGETHER = 8  # cuts looked at in one go
_FAR = 2.0**60  # steps beyond any worth
_BLOCK = 1 << 20  # sums held at a time: about 50 MB for five parties
_SHARES = (1 / 16, 1 / 4, 1.0)  # parts of an allowance that are tried in turn


@dataclass(frozen=True, eq=False)
class Cuts:
    """Half-spaces outside of which nothing is wanted: ``weights @ worth >= least``.

    Attributes:
        weights: ``(cuts, parties)``, for each step of a party's worth.
        least: ``(cuts,)``.
    """

    weights: Floats
    least: Floats

    def height(self, points: Points) -> Floats:
        """How high points stand on each cut; ``(points, cuts)``."""
        return np.asarray(points.worth[:, : self.weights.shape[1]] @ self.weights.T)

    def keep(self, points: Points, rest: Floats) -> Points:
        """The points that can still reach every cut with at most ``rest`` more, ``(cuts,)``."""
        for start in range(0, len(self.least), _TOGETHER):  # the first cuts leave little for the others to look at
            some = slice(start, start + _TOGETHER)
            height = points.worth[:, : self.weights.shape[1]] @ self.weights[some].T
            points = points.take(np.asarray((height >= (self.least - rest)[some]).all(axis=1)))
        return points

    @property
    def reach(self) -> Floats:
        """More than any package falls short: the height of what cannot be; ``(cuts,)``."""
        return np.asarray(np.abs(self.least) * 2 + np.abs(self.weights).sum(axis=1) * _FAR)


class Sieve:
    """Filters sets of points, and keeps account of what it let go for coarseness.

    Args:
        raster: The deal.
        budget: How many points a set may have.
        epsilon: How much coarser the front may be than the exact one, as a share of each party's range; 0 for exact.
        steps: How many times sets will be made, each from those before.
    """

    def __init__(self, raster: Raster, budget: int, epsilon: float, steps: int) -> None:
        self.spent = 0.0
        self._parties = raster.parties
        self._most = raster.most
        self._budget = budget
        self._epsilon = epsilon
        self._steps_left = max(1, steps)
        self._span = _spans(raster)
        self._used = 0.0

    def merged(
        self,
        whole: Points,
        part: Points,
        *,
        ordered: bool,
        cuts: Cuts | None = None,
        rest: Floats | float = 0.0,
        sums: int = 1,
    ) -> Points:
        """Add every one of a set to every one of another and keep what matters, within the budget.

        Args:
            whole: A set of points.
            part: Another, over other issues, in order of code.
            ordered: Whether every issue of the part comes before those of the whole, so that sums come in order.
            cuts: What must be reached, or None.
            rest: ``(cuts,)``, how much more the parts not yet added can bring at most.
            sums: Over how many sets, added to one another, this step's allowance is spread.
        """
        kept, level = part.slice(0, 0), 0
        width = max(1, _BLOCK // max(1, len(whole)))
        for start in range(0, len(part), width):
            block = whole.plus(part.slice(start, start + width))
            if cuts is not None:
                block = cuts.keep(block, np.asarray(rest))
            kept = self.pure(gathered([kept, block]) if len(kept) else block, ordered=ordered)
            last = start + width >= len(part)
            kept, level = self.fitted(kept, sums, level, self._budget * (1 if last else 2))
        return kept

    def pure(self, points: Points, *, ordered: bool) -> Points:
        """Drop what breaks a limit or is dominated; of equals the first package stays."""
        if len(self._most):
            points = points.take(np.asarray((points.worth[:, self._parties :] >= -self._most).all(axis=1)))
        if not ordered:
            points = points.by_code()
        return points.take(undominated(points.worth))

    def fitted(self, points: Points, sums: int = 1, level: int = 0, most: int | None = None) -> tuple[Points, int]:
        """Bring a set within the budget, coarser where that is allowed.

        Points in one box are within the box's width of one another, and of two boxes the one that is at least as
        high in every column leaves no point of the other more than a width better (Laumanns and others 2002). Boxes
        of the next level are made of whole boxes of this one, so coarsening a set again costs no second width. Widths
        of sets that are added to one another add up.

        Args:
            points: Undominated points.
            sums: Over how many sets, added to one another, this step's allowance is spread.
            level: How coarse the boxes already are.
            most: How many points to come down to; the budget unless given.

        Returns:
            The points, and how coarse the boxes are now.
        """
        most = most or self._budget
        if len(points) <= most:
            return points, level
        allowance = (self._epsilon - self.spent) / self._steps_left / sums
        for coarser in range(level, len(_SHARES) if allowance > 0 else 0):
            width = allowance * _SHARES[coarser]
            boxes = points.worth.copy()
            boxes[:, : self._parties] //= self._span * width
            coarse = points.take(np.sort(undominated(boxes)))
            if len(coarse) <= most:
                self._used = max(self._used, width * sums)
                return coarse, coarser
            points = coarse
        msg = (
            f"the front of this deal is too large: over part of its issues it already has {len(points):,} packages, "
            f"and the budget is {self._budget:,}; raise budget=, or pass a larger epsilon= (such as 0.01 of each "
            "party's range) for a front that is coarser by no more than that"
        )
        raise FrontTooLarge(msg)

    def step(self) -> None:
        """Close a step: the widest box used in it counts once."""
        self.spent += self._used
        self._used = 0.0
        self._steps_left = max(1, self._steps_left - 1)


def _spans(raster: Raster) -> Floats:
    """Each party's whole range in steps, at least one."""
    tables = [*raster.alone, *(values for _, values in raster.linked)]
    spans = [table.reshape(-1, table.shape[-1])[:, : raster.parties].max(axis=0) for table in tables]
    return np.maximum(np.sum(spans, axis=0), 1.0) if spans else np.ones(raster.parties)
