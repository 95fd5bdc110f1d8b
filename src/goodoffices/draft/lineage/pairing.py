"""Pairs of points, one to one: those that make the two texts most alike as a whole.

1. The pairs that could be fall apart into groups that share no point; each group is solved by itself.
2. In a group the assignment of the greatest gain is taken (Crouse 2016, through scipy). The gain of a pair is the
   square of its likeness less the square of the least that counts: one strong pair is worth more than two weak ones.
3. Where a point stands between the same neighbours as before, that speaks for it: the pairs found first are the
   anchors, and the assignment is done again with what they say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .order import kept_in_order

__all__ = ["LEAST", "pair_up"]

LEAST = 0.36  # least likeness of a pair, with what its place says
_ANCHOR = 0.6  # from here a pair says where its neighbours belong
_PLACE = 0.12  # what a place says at most, where one point stands between the same two neighbours
_LARGEST = 4_000_000  # cells of one assignment; past these the best pairs are taken first

Pair = tuple[int, int]


def pair_up(alike: Mapping[Pair, float]) -> dict[Pair, float]:
    """Pair points one to one.

    Args:
        alike: the likeness of each pair that could be, in [0, 1].

    Returns:
        The pairs taken, each with its likeness; no point stands in two.
    """
    first = assign(alike)
    anchors = sorted(pair for pair in first if alike[pair] >= _ANCHOR)
    kept = kept_in_order(anchors, [1.0] * len(anchors))
    placed = _with_places(alike, [anchors[number] for number in sorted(kept)])
    return {pair: alike[pair] for pair in assign(placed)}


def _with_places(alike: Mapping[Pair, float], anchors: Sequence[Pair]) -> dict[Pair, float]:
    """Add to each pair what its place says: the same anchors before and after it, and few points between them."""
    ends = [(-1, -1), *anchors, (max((a for a, _ in alike), default=0) + 1, max((b for _, b in alike), default=0) + 1)]
    starts = [a for a, _ in ends]
    placed = {}
    for (a, b), value in alike.items():
        after = bisect_left(starts, a)
        low, high = ends[after - 1], ends[after]
        if a == high[0]:
            placed[a, b] = value + (_PLACE if b == high[1] else 0.0)
            continue
        between = max(high[0] - low[0], high[1] - low[1]) - 1
        placed[a, b] = value + (_PLACE / between**0.5 if low[1] < b < high[1] else 0.0)
    return placed


def assign(alike: Mapping[Pair, float], least: float = LEAST) -> list[Pair]:
    """Choose the pairs of the greatest gain together."""
    worth = {pair: value * value - least * least for pair, value in alike.items() if value >= least}
    return [pair for group in _groups(worth) for pair in _solve(group, worth)]


def _groups(worth: Mapping[Pair, float]) -> list[list[Pair]]:
    """Part the pairs into groups that share no point."""
    if not worth:
        return []
    pairs = list(worth)
    rows, columns = np.array(pairs).T
    size = int(rows.max()) + 1
    columns = columns + size
    both = int(columns.max()) + 1
    _, labels = connected_components(
        coo_matrix((np.ones(len(pairs)), (rows, columns)), shape=(both, both)), directed=False
    )
    groups: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair, row in zip(pairs, rows, strict=True):
        groups[int(labels[row])].append(pair)
    return list(groups.values())


def _solve(group: Sequence[Pair], worth: Mapping[Pair, float]) -> list[Pair]:
    """Assign one group."""
    rows, columns = sorted({a for a, _ in group}), sorted({b for _, b in group})
    if len(rows) * len(columns) > _LARGEST:
        return _best_first(group, worth)
    row_of, column_of = {a: n for n, a in enumerate(rows)}, {b: n for n, b in enumerate(columns)}
    gains = np.zeros((len(rows), len(columns)))
    for a, b in group:
        gains[row_of[a], column_of[b]] = worth[a, b]
    chosen = zip(*linear_sum_assignment(gains, maximize=True), strict=True)
    return [(rows[r], columns[c]) for r, c in chosen if gains[r, c] > 0]


def _best_first(group: Sequence[Pair], worth: Mapping[Pair, float]) -> list[Pair]:
    """Take the best pair, then the best of the rest, and so on."""
    taken_a, taken_b, chosen = set(), set(), []
    for a, b in sorted(group, key=lambda pair: (-worth[pair], pair)):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            chosen.append((a, b))
    return chosen
