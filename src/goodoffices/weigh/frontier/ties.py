"""The other packages that are worth the same as one on the front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .links import groups
from .points import Points
from .raster import Raster
from .search import search

__all__ = ["tied_packages"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Indices = NDArray[np.intp]

_BLOCK = 1 << 14  # partial packages looked at together
_MIX = 0x9E3779B97F4A7C15  # odd, so that products of different sums differ (Knuth's multiplicative hashing)


def tied_packages(raster: Raster, package: Sequence[int], budget: int) -> Iterator[tuple[int, ...]]:
    """Go through the packages that are worth the same as one on the front to every party.

    A depth-first search, issue by issue. What is left to be reached must lie within what the remaining issues can
    bring; and once a group of linked issues is settled, it must be worth what some undominated package of the rest
    is worth: else the tie would not be on the front. Without limits no branch between groups is followed in vain.

    Args:
        raster: The deal.
        package: Option indices of a package on the front.
        budget: How many points the sets on the way may have.

    Yields:
        The other packages, in the order of the search.
    """
    kept = np.array([package], dtype=np.intp)
    target = _worth(raster, kept)[0]
    parted = groups(len(raster.alone), [scope for scope, _ in (*raster.linked, *raster.rules)])
    order = [issue for members in parted for issue in members]
    reached = _reachable(raster, parted, budget)
    low, high = _bounds(raster, order)
    stack = [np.zeros((1, len(order)), dtype=np.intp)]
    depths = [0]
    while stack:
        block, depth = stack.pop(), depths.pop()
        if depth == len(order):
            for row in block[_finished(raster, block, target)]:
                if (row != kept[0]).any():
                    yield tuple(int(option) for option in row)
            continue
        grown = _grown(raster, block, order[depth])
        rest = target - _worth(raster, grown, set(order[: depth + 1]))
        fits = ((rest >= low[depth + 1]) & (rest <= high[depth + 1])).all(axis=1)
        fits &= _allowed(raster, grown, set(order[: depth + 1]))
        if depth + 1 in reached:
            fits &= np.isin(_mixed(rest), reached[depth + 1])
        grown = grown[fits]
        for start in reversed(range(0, len(grown), _BLOCK)):
            stack.append(grown[start : start + _BLOCK])
            depths.append(depth + 1)


def _reachable(raster: Raster, parted: Sequence[Sequence[int]], budget: int) -> dict[int, Whole]:
    """After how many issues a group ends, and what the undominated packages of the rest are worth, mixed."""
    if len(raster.most):  # a limit's count can hide a tie: the one with the lower count was kept
        return {}
    trail: list[Points] = []
    search(raster, budget=budget, trail=trail)
    found, depth = {}, 0
    for members, after in zip(parted, [*reversed(trail)][1:], strict=False):
        depth += len(members)
        found[depth] = np.unique(_mixed(after.worth[:, : raster.parties]))
    return found


def _mixed(worth: Floats) -> Whole:
    """One number for a row; a chance hit is found out when the package is complete."""
    mixed = np.zeros(len(worth), dtype=np.uint64)
    for column in worth.T:
        mixed = (mixed + column.astype(np.int64).astype(np.uint64)) * np.uint64(_MIX)
        mixed ^= mixed >> np.uint64(29)
    return mixed.astype(np.int64)


def _grown(raster: Raster, block: Indices, issue: int) -> Indices:
    """Every partial package with every open option of one issue more."""
    options = np.flatnonzero(raster.open[issue])
    grown = np.repeat(block, len(options), axis=0)
    grown[:, issue] = np.tile(options, len(block))
    return grown


def _worth(raster: Raster, packages: Indices, settled: set[int] | None = None) -> Floats:
    """What the settled issues of packages are worth in steps; ``(packages, parties)``."""
    issues = range(len(raster.alone)) if settled is None else sorted(settled)
    worth = np.zeros((len(packages), raster.parties))
    for issue in issues:
        worth += raster.alone[issue][packages[:, issue], : raster.parties]
    for scope, values in raster.linked:
        if settled is None or settled.issuperset(scope):
            worth += values[tuple(packages[:, issue] for issue in scope)][:, : raster.parties]
    return worth


def _allowed(raster: Raster, packages: Indices, settled: set[int]) -> Flags:
    """Which partial packages break no rule whose issues are all settled."""
    fine = np.ones(len(packages), dtype=np.bool_)
    for scope, allowed in raster.rules:
        if settled.issuperset(scope):
            fine &= allowed[tuple(packages[:, issue] for issue in scope)]
    return fine


def _finished(raster: Raster, packages: Indices, target: Floats) -> Flags:
    """Which complete packages are allowed and worth the target, to rounding."""
    near = np.abs(_worth(raster, packages) - target) <= np.where(raster.grid.exact, 0.0, raster.grid.slack)
    return near.all(axis=1) & raster.problem.allows(packages)


def _bounds(raster: Raster, order: Sequence[int]) -> tuple[Floats, Floats]:
    """The least and the most that is still to come once so many issues are settled; ``(issues + 1, parties)``."""
    slack = np.where(raster.grid.exact, 0.0, raster.grid.slack)
    low = np.zeros((len(order) + 1, raster.parties)) - slack
    high = np.zeros((len(order) + 1, raster.parties)) + slack
    tables = [((issue,), raster.alone[issue][raster.open[issue]]) for issue in order] + [*raster.linked]
    for scope, values in tables:
        rows = values.reshape(-1, values.shape[-1])[:, : raster.parties]
        until = max(order.index(issue) for issue in scope) + 1  # not known before its last issue is settled
        low[:until] += rows.min(axis=0)
        high[:until] += rows.max(axis=0)
    return low, high
