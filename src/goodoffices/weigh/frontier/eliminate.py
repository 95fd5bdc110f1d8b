"""The front of a group of linked issues, by eliminating one issue after the other.

Bucket elimination (Dechter 1999) with sets for values, as in multi-objective graphical models (Rollon and Larrosa
2006): for every combination of the issues that stay, the undominated sums over the issue that goes. The cost grows
with the number of combinations (the tree-width), not with the number of issues.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..errors import FrontTooLarge
from .links import elimination_order
from .points import Points, gathered
from .raster import Raster
from .sieve import Sieve

__all__ = ["front_of_group"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Place = tuple[int, ...]
Cells = TypeVar("Cells", Floats, Flags)

_CELLS = 1 << 20  # combinations of linked options held at a time


@dataclass(frozen=True, eq=False)
class Bundle:
    """A set of partial packages for each combination of options of a few issues; none where nothing is allowed."""

    scope: Place
    cells: dict[Place, Points]


def front_of_group(raster: Raster, issues: Sequence[int], sieve: Sieve) -> Points:
    """Find the undominated partial packages of a group of linked issues.

    Args:
        raster: A deal.
        issues: A group that no table or rule links with the others.
        sieve: What keeps sets small.

    Returns:
        The partial packages in lexicographic order; none where the rules allow none.

    Raises:
        FrontTooLarge: Where the issues are linked too densely, or a set passes the budget.
    """
    members = set(issues)
    tables = [(scope, values) for scope, values in raster.linked if members.issuperset(scope)]
    rules = [(scope, allowed) for scope, allowed in raster.rules if members.issuperset(scope)]
    bundles: list[Bundle] = []
    scopes = [scope for scope, _ in tables] + [scope for scope, _ in rules]
    for issue, near in elimination_order(raster.problem.shape, scopes):
        _refuse_dense(raster, issue, near)
        block, allowed = _block(raster, issue, near, tables, rules)
        tables = [table for table in tables if issue not in table[0]]
        rules = [rule for rule in rules if issue not in rule[0]]
        mine = [bundle for bundle in bundles if issue in bundle.scope]
        bundles = [bundle for bundle in bundles if issue not in bundle.scope]
        bundles.append(_eliminated(raster, issue, near, (block, allowed), mine, sieve=sieve))
        sieve.step()
    last = [bundle.cells.get(()) for bundle in bundles]  # a group is linked, so one bundle is left
    return last[0] if last and last[0] is not None else _nothing(raster)


def _eliminated(
    raster: Raster, issue: int, near: Place, table: tuple[Floats, Flags], mine: Sequence[Bundle], *, sieve: Sieve
) -> Bundle:
    """Eliminate one issue: for every combination of its neighbours the best that its options can do."""
    cells, held = {}, 0
    for place in np.ndindex(*(raster.problem.shape[other] for other in near)):
        points = _cell(raster, issue, (near, place), (table[0][place], table[1][place]), mine, sieve=sieve)
        if len(points):
            cells[place] = points
            held += len(points)
        if held > _CELLS * 16:
            msg = (
                f"the front of this deal is too large: the issues linked with {raster.problem.issues[issue]!r} already "
                f"need {held:,} partial packages; link fewer issues, or solve() for single packages"
            )
            raise FrontTooLarge(msg)
    return Bundle(near, cells)


def _cell(
    raster: Raster,
    issue: int,
    at: tuple[Place, Place],
    table: tuple[Floats, Flags],
    mine: Sequence[Bundle],
    *,
    sieve: Sieve,
) -> Points:
    """The undominated sums over one issue's options, its neighbours' options given."""
    worth, allowed = table
    chosen = np.flatnonzero(allowed)
    singles = Points(worth[chosen], chosen[:, None] * raster.code.strides[issue])
    if not mine:
        return sieve.pure(singles, ordered=True)
    where = dict(zip(*at, strict=True))
    parts = []
    for row, option in enumerate(chosen):
        where[issue] = int(option)
        points = singles.take(np.array([row]))
        for bundle in mine:
            child = bundle.cells.get(tuple(where[other] for other in bundle.scope))
            if child is None:
                break
            points = sieve.merged(points, child, ordered=False, sums=len(mine) + 1)
        else:
            parts.append(points)
    if not parts:
        return _nothing(raster)
    return sieve.fitted(sieve.pure(gathered(parts), ordered=False), len(mine) + 1)[0]


def _block(
    raster: Raster,
    issue: int,
    near: Place,
    tables: Sequence[tuple[Place, Floats]],
    rules: Sequence[tuple[Place, Flags]],
) -> tuple[Floats, Flags]:
    """Add up the tables that an issue is in, and what is allowed; ``(near ..., options, columns)``."""
    axes = (*near, issue)
    shape = tuple(raster.problem.shape[other] for other in axes)
    width = raster.alone[issue].shape[1]
    block = np.broadcast_to(raster.alone[issue], (*shape, width)).copy()
    allowed = np.broadcast_to(raster.open[issue], shape).copy()
    for scope, values in tables:
        if issue in scope:
            block += _spread(values, scope, axes, 1)
    for scope, cells in rules:
        if issue in scope:
            allowed &= _spread(cells, scope, axes, 0)
    return block, allowed


def _spread(cells: Cells, scope: Place, axes: Place, more: int) -> Cells:
    """Turn a table's axes to those given, with length 1 where the table has none."""
    order = sorted(range(len(scope)), key=lambda n: axes.index(scope[n]))
    turned = cells.transpose(*order, *range(len(scope), len(scope) + more))
    sizes = iter(turned.shape)
    shape = [next(sizes) if axis in scope else 1 for axis in axes]
    return turned.reshape(*shape, *sizes)


def _refuse_dense(raster: Raster, issue: int, near: Place) -> None:
    """Refuse an elimination whose table would not fit."""
    cells = math.prod(raster.problem.shape[other] for other in (*near, issue))
    if cells > _CELLS:
        names = ", ".join(repr(raster.problem.issues[other]) for other in (issue, *near))
        msg = (
            f"the issues {names} are linked so densely that {cells:,} combinations would have to be held; link fewer "
            "issues, or solve() for single packages"
        )
        raise FrontTooLarge(msg)


def _nothing(raster: Raster) -> Points:
    """No partial package at all."""
    return Points(
        np.zeros((0, raster.parties + len(raster.most))), np.zeros((0, raster.code.strides.shape[1]), np.int64)
    )
