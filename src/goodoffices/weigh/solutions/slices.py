"""The slice of the front that can hold a solution, where the whole front is too large.

A line that bounds the score from above says how far any package falls short of that bound: the sum of its options'
reduced prices. So every package with a score of at least some level is made of options that cost little, and those are
few. The level is lowered until a package in the slice reaches it; nothing outside can then be better (an exact
method: the core of a knapsack problem, Balas and Zemel 1980; cut by many lines at once). Issues that move utilities
most are settled first, so that what the others can still mend is little and bounds are tight.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import FrontTooLarge
from ..frontier.dominance import undominated
from ..frontier.grid import ranks
from ..frontier.points import Points, gathered
from ..frontier.raster import Raster
from ..frontier.search import Parts, heights_of, reaching
from ..frontier.sieve import Cuts
from .aims import Aim, Hope

__all__ = ["slice_with_best"]

Floats = NDArray[np.float64]

_START = 10  # options beside the cheapest that the first slice may hold
_MORE = 1.3  # how many times more the next one may
_ROOM = 1e-11  # of the size of what a line adds up: room for rounding
_BLOCK = 1 << 19  # sums held at a time


def slice_with_best(raster: Raster, parts: Parts, aim: Aim | Hope, at: Floats, budget: int) -> Points:
    """Find all packages with the best score that no other package beats.

    Args:
        raster: The deal.
        parts: Its parts.
        aim: The score.
        at: Where its relaxation is best.
        budget: How many partial packages may be held.

    Returns:
        Packages that no other in the slice beats, every one with the best score among them; none where no package
        has a score.

    Raises:
        FrontTooLarge: Where a slice passes the budget.
    """
    lines = aim.lines(at)
    weights = np.stack([weight for weight, _ in lines])
    constants = np.array([constant for _, constant in lines])
    prices, bound = _prices(raster, parts, weights[0], constants[0])
    size = _START
    while True:
        level = bound - float(prices[size]) if size < len(prices) else -np.inf
        found, best = _slice(raster, parts, aim, (weights, level - constants), budget)
        size = int(size * _MORE) + 1
        reached = size < len(prices) and best < bound - float(prices[size])
        if best >= level or (best == -np.inf and level == -np.inf):
            return found
        if best > -np.inf and not reached:  # nearer than the next level: all that is at least as good, and no more
            return _slice(raster, parts, aim, (weights, best - constants), budget)[0]


def _prices(raster: Raster, parts: Parts, weights: Floats, constant: float) -> tuple[Floats, float]:
    """What the options that are not cheapest cost, in order, and the bound on the score."""
    heights = [part.worth[:, : raster.parties] @ (weights * raster.grid.unit) for part in parts.points]
    prices = np.sort(np.concatenate([height.max() - height for height in heights]))
    bound = float(sum(height.max() for height in heights)) + float(weights @ raster.low) + constant
    return prices[prices > 0], bound


def _slice(
    raster: Raster, parts: Parts, aim: Aim | Hope, above: tuple[Floats, Floats], budget: int
) -> tuple[Points, float]:
    """The packages above every line, and the best score among them."""
    cuts = _cuts(raster, parts, aim, above)
    points = reaching(parts.points, cuts)
    found = points[0].slice(0, 0)
    if all(len(part) for part in points):
        found = _sums(raster, points, cuts, budget)
    if not len(found):
        return found, -np.inf
    worth = ranks(found.worth[:, : raster.parties], raster.grid)
    found = found.take(np.sort(undominated(worth)))
    return found, float(aim.score(raster.utilities(found.worth)).max())


def _cuts(raster: Raster, parts: Parts, aim: Aim | Hope, above: tuple[Floats, Floats]) -> Cuts:
    """Lines and floors over utilities as cuts over steps."""
    floors = aim.floors
    weights = np.concatenate([above[0], np.array([weight for weight, _ in floors]).reshape(-1, raster.parties)])
    least = np.concatenate([above[1], [least for _, least in floors]])
    steps = weights * raster.grid.unit
    most = np.sum([part.worth[:, : raster.parties].max(axis=0) for part in parts.points], axis=0)
    room = _ROOM * (
        np.abs(steps) @ most + np.abs(weights) @ np.abs(raster.low) + np.abs(np.nan_to_num(least, neginf=0))
    )
    return Cuts(steps, least - weights @ raster.low - room)


def _sums(raster: Raster, points: tuple[Points, ...], cuts: Cuts, budget: int) -> Points:
    """Every sum of one of each part that meets the cuts and the limits, in lexicographic order."""
    whole_span = np.sum([np.ptp(part.worth, axis=0)[: raster.parties] for part in points], axis=0)
    span = np.where(whole_span > 0, whole_span, 1.0)
    moves = [float((np.ptp(part.worth, axis=0)[: raster.parties] / span).max()) for part in points]
    order = np.argsort(-np.array(moves), kind="stable")
    heights = heights_of(cuts, points)
    whole = _within(raster, points[int(order[0])])
    rest = heights.sum(axis=0) - heights[order[0]]
    for n in map(int, order[1:]):
        rest = rest - heights[n]
        width = max(1, _BLOCK // max(1, len(whole)))
        blocks = (whole.plus(points[n].slice(start, start + width)) for start in range(0, len(points[n]), width))
        whole = gathered([cuts.keep(_within(raster, block), rest) for block in blocks])
        if len(whole) > budget:
            msg = f"the packages near the solution are too many: {len(whole):,}, and the budget is {budget:,}"
            raise FrontTooLarge(msg)
    return whole.by_code()


def _within(raster: Raster, points: Points) -> Points:
    """The points that pass no limit."""
    if not len(raster.most):
        return points
    return points.take(np.asarray((points.worth[:, raster.parties :] >= -raster.most).all(axis=1)))
