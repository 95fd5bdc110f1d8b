"""What packages are worth over many draws, without writing the sum out for every package and draw.

The issues are cut into two halves, with linked ones on one side. A package is worth the sum of its two halves, and
there are far fewer halves than packages; so "would the party sign?" becomes one comparison of two rows of draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Draws

__all__ = ["Halves", "cut", "signed", "utilities"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
_TOLERANCE = 1e-9  # a package worth as much as no deal is signed, whatever the float noise


@dataclass(frozen=True, eq=False)
class Halves:
    """Packages as pairs of halves.

    Attributes:
        first: ``(first halves, issues)``, option indices; those of the other half are 0 and not looked at.
        second: ``(second halves, issues)``.
        of_first: ``(packages,)``, the place of each package's first half.
        of_second: ``(packages,)``.
        sides: For each table of the deal the half that it belongs to, 0 or 1.
    """

    first: Indices
    second: Indices
    of_first: Indices
    of_second: Indices
    sides: tuple[int, ...]


def cut(draws: Draws, packages: Indices) -> Halves:
    """Cut packages into halves of about as many variants each.

    Args:
        draws: The drawn deal.
        packages: ``(packages, issues)``, option indices.
    """
    left = _left_issues(draws)
    sides = tuple(0 if left[table.scope[0]] else 1 for table in draws.problem.tables)
    first, of_first = np.unique(packages * left, axis=0, return_inverse=True)
    second, of_second = np.unique(packages * ~left, axis=0, return_inverse=True)
    return Halves(first, second, of_first.reshape(-1), of_second.reshape(-1), sides)


def _left_issues(draws: Draws) -> Flags:
    """``(issues,)``, true for those of the first half: linked issues together, the halves as even as can be."""
    problem = draws.problem
    groups = [{n} for n in range(len(problem.issues))]
    for table in problem.tables:
        touched = [group for group in groups if group & set(table.scope)]
        groups = [group for group in groups if not group & set(table.scope)] + [set[int]().union(*touched)]
    sizes = [
        (float(np.log(max(1, np.prod([problem.shape[n] for n in group], dtype=float)))), group) for group in groups
    ]
    left, weight = set[int](), 0.0
    half = sum(size for size, _ in sizes) / 2
    for size, group in sorted(sizes, key=lambda each: (-each[0], min(each[1], default=0))):
        if weight + size <= half * 1.1:
            left, weight = left | group, weight + size
    return np.array([n in left for n in range(len(problem.issues))])


def _rows(draws: Draws, halves: Halves, side: int, chosen: slice) -> Floats:
    """What each half is worth, ``(halves, parties, draws)``: draws lie side by side, so that rows are compared fast."""
    packages = halves.second if side else halves.first
    count = len(range(*chosen.indices(draws.count)))
    rows = np.zeros((len(packages), len(draws.problem.parties), count))
    for table, values, of in zip(draws.problem.tables, draws.tables, halves.sides, strict=True):
        if of == side:
            some = values[chosen] if len(values) > 1 else values
            cells = np.ravel_multi_index([packages[:, issue] for issue in table.scope], table.values.shape[:-1])
            taken = some.reshape(len(some), -1, some.shape[-1])[:, cells]
            rows += np.moveaxis(taken, 0, -1)
    return rows


def signed(draws: Draws, halves: Halves, chosen: slice, parties: Flags) -> Iterator[tuple[Indices, Flags]]:
    """Say which packages each of some parties would sign, in some of the draws.

    Args:
        draws: The drawn deal; a party with no reservation value would sign anything.
        halves: The packages.
        chosen: Which draws.
        parties: ``(parties,)``, whose signatures are asked for.

    Yields:
        Places of packages ``(some,)`` and, for each of these, ``(some, parties, draws)``: true where it would sign.
    """
    count = len(range(*chosen.indices(draws.count)))
    first = _rows(draws, halves, 0, chosen)[:, parties]
    least = draws.reservation[chosen] if len(draws.reservation) > 1 else draws.reservation
    least = least - (draws.base[chosen] if len(draws.base) > 1 else draws.base)
    floor = np.broadcast_to(np.where(np.isnan(least), -np.inf, least - _TOLERANCE).T, (len(parties), count))[parties]
    needed = floor - _rows(draws, halves, 1, chosen)[:, parties]
    order = np.argsort(halves.of_first, kind="stable")
    starts = np.flatnonzero(np.diff(halves.of_first[order], prepend=-1))
    for group in np.split(order, starts[1:]):
        row = first[halves.of_first[group[0]]]
        for part in np.array_split(group, max(1, len(group) // 64)):
            yield part, row >= needed[_run(halves.of_second[part])]


def _run(places: Indices) -> Indices | slice:
    """Places that follow each other as a slice, which copies nothing."""
    first, last = int(places[0]), int(places[-1])
    return slice(first, last + 1) if np.array_equal(places, np.arange(first, last + 1)) else places


def utilities(draws: Draws, packages: Indices, chosen: slice) -> Floats:
    """What packages are worth, written out: ``(packages, parties, draws)``; for few packages."""
    halves = cut(draws, packages)
    base = np.moveaxis(draws.base[chosen] if len(draws.base) > 1 else draws.base, 0, -1)
    first, second = (_rows(draws, halves, side, chosen) for side in (0, 1))
    return np.asarray(first[halves.of_first] + second[halves.of_second] + base, dtype=np.float64)
