"""Which points moved: those outside the heaviest order that both texts keep.

When a point is put in front, all that follow shift, and none of them moved. The points that kept their order are the
heaviest increasing subsequence of the links (Fredman 1975, with weights, by a tree of prefix maxima: n log n).
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["kept_in_order"]

Best = tuple[float, int]


def kept_in_order(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> set[int]:
    """Find the heaviest set of pairs that stand in the same order on both sides.

    Args:
        pairs: (place in the first text, place in the second). A place may be there more than once: the parts of a split
            stand in order with each other.
        weights: one for each pair, above 0.

    Returns:
        The numbers of the pairs that kept their order.
    """
    order = sorted(range(len(pairs)), key=lambda number: pairs[number])
    tree: list[Best] = [(0.0, -1)] * (max((b for _, b in pairs), default=-1) + 2)
    before = [-1] * len(pairs)
    for number in order:
        place = pairs[number][1] + 1
        weight, before[number] = _best_up_to(tree, place)
        _raise(tree, place, (weight + weights[number], number))
    kept, last = set(), _best_up_to(tree, len(tree) - 1)[1]
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept


def _best_up_to(tree: Sequence[Best], place: int) -> Best:
    """Find the heaviest order that ends at or before a place."""
    best = (0.0, -1)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    return best


def _raise(tree: list[Best], place: int, best: Best) -> None:
    """Note an order that ends at a place."""
    while place < len(tree):
        tree[place] = max(tree[place], best)
        place += place & -place
