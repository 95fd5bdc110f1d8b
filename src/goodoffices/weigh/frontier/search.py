"""The front of a whole deal: groups of linked issues merged one after the other (Minkowski sums)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .dominance import undominated
from .eliminate import front_of_group
from .grid import ranks
from .links import groups
from .points import Points
from .raster import Raster
from .sieve import Cuts, Sieve

__all__ = ["Parts", "heights_of", "parts_of", "reaching", "search"]

Floats = NDArray[np.float64]

_ROUNDS = 8  # of narrowing; the first few do nearly all of it


@dataclass(frozen=True, eq=False)
class Parts:
    """A deal parted into groups of issues that nothing links.

    Attributes:
        members: The issues of each group.
        points: The undominated partial packages of each group, in lexicographic order.
    """

    members: tuple[tuple[int, ...], ...]
    points: tuple[Points, ...]


def parts_of(raster: Raster, sieve: Sieve) -> Parts:
    """Part a deal, and find the front of each part.

    Raises:
        FrontTooLarge: Where a set passes the budget.
    """
    members = _groups(raster)
    return Parts(members, tuple(_front_of(raster, each, sieve) for each in members))


def search(
    raster: Raster,
    *,
    budget: int,
    epsilon: float = 0.0,
    cuts: Cuts | None = None,
    trail: list[Points] | None = None,
    parts: Parts | None = None,
) -> tuple[Points, float]:
    """Find the undominated packages of a deal.

    Args:
        raster: The deal.
        budget: How many points a set may have.
        epsilon: How much coarser the front may be where the budget asks for it, as a share of each party's range.
        cuts: Only packages that reach these are wanted, or None.
        trail: Where to put the sets on the way, each group's merged with those after it, from the last group on.
        parts: The deal's parts where they are known.

    Returns:
        The packages in lexicographic order, and how much coarser than exact they are (0.0 where exact).

    Raises:
        FrontTooLarge: Where a set passes the budget.
    """
    members = _groups(raster)
    sieve = Sieve(raster, budget, epsilon, len(members) + sum(len(each) for each in members if len(each) > 1))
    whole = _merged(raster, parts or parts_of(raster, sieve), sieve, cuts, trail).by_code()
    if raster.grid.exact.all() or sieve.spent:
        return whole, sieve.spent
    return whole.take(np.sort(undominated(ranks(whole.worth[:, : raster.parties], raster.grid)))), sieve.spent


def _groups(raster: Raster) -> tuple[tuple[int, ...], ...]:
    """The groups of linked issues."""
    found = groups(len(raster.alone), [scope for scope, _ in (*raster.linked, *raster.rules)])
    return tuple(tuple(members) for members in found)


def _front_of(raster: Raster, members: Sequence[int], sieve: Sieve) -> Points:
    """The undominated partial packages of one group, in lexicographic order."""
    if len(members) > 1:
        return front_of_group(raster, members, sieve).by_code()
    options = raster.options(members[0])
    return options.take(np.sort(undominated(options.worth)))


def _merged(raster: Raster, parts: Parts, sieve: Sieve, cuts: Cuts | None, trail: list[Points] | None) -> Points:
    """Merge the groups from the last to the first, so that sums come in order of packages where groups do not mix."""
    ordered = [issue for members in parts.members for issue in members] == list(range(len(raster.alone)))
    points = parts.points if cuts is None else reaching(parts.points, cuts)
    heights = heights_of(cuts, points)
    none = np.zeros((1, raster.parties + len(raster.most)))
    whole = Points(none, np.zeros((1, raster.code.strides.shape[1]), dtype=np.int64))
    left = set(range(len(raster.alone)))
    for n in reversed(range(len(points))):
        rest = heights[:n].sum(axis=0)
        whole = sieve.merged(whole, points[n], ordered=ordered, cuts=cuts, rest=rest)
        left.difference_update(parts.members[n])
        whole = _settled(raster, whole, left, set(parts.members[n]))
        sieve.step()
        if trail is not None:
            trail.append(whole)
    return whole


def reaching(points: Sequence[Points], cuts: Cuts) -> tuple[Points, ...]:
    """Leave out of each part what cannot reach the cuts whatever the others bring; what is left lowers that bound."""
    for _ in range(_ROUNDS):
        heights = heights_of(cuts, points)
        total = heights.sum(axis=0)
        fewer = tuple(cuts.keep(part, total - height) for part, height in zip(points, heights, strict=True))
        if sum(map(len, fewer)) == sum(map(len, points)):
            break
        points = fewer
    return tuple(points)


def _settled(raster: Raster, whole: Points, left: set[int], added: set[int]) -> Points:
    """Forget the count of a limit once no issue that counts towards it is left: it has been kept."""
    done = [n for n, issues in enumerate(raster.counted) if not issues & left and issues & added]
    if not done:
        return whole
    worth = whole.worth.copy()
    worth[:, [raster.parties + n for n in done]] = 0.0
    whole = Points(worth, whole.code).by_code()
    return whole.take(undominated(whole.worth))


def heights_of(cuts: Cuts | None, parts: Sequence[Points]) -> Floats:
    """How much each part can bring to each cut at most; ``(parts, cuts)``."""
    if cuts is None:
        return np.zeros((len(parts), 0))
    return np.array([cuts.height(part).max(axis=0) if len(part) else -cuts.reach for part in parts])
