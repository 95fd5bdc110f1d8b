"""What bears on what: groups of linked issues, and the order in which to eliminate the issues of a group."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

__all__ = ["elimination_order", "groups"]


def groups(issues: int, scopes: Iterable[Sequence[int]]) -> list[list[int]]:
    """Part the issues into groups that no table or rule links.

    Args:
        issues: How many issues there are.
        scopes: The issues of each table and rule.

    Returns:
        Groups of issue indices, each increasing, in order of their first.
    """
    group = list(range(issues))
    for scope in scopes:
        joined = {group[issue] for issue in scope}
        group = [min(joined) if label in joined else label for label in group]
    return [[issue for issue in range(issues) if group[issue] == label] for label in sorted(set(group))]


def elimination_order(shape: Sequence[int], scopes: Iterable[Sequence[int]]) -> list[tuple[int, tuple[int, ...]]]:
    """Choose the order in which to eliminate issues: least fill first, then fewest combinations (Dechter 1999).

    Args:
        shape: The number of options of every issue.
        scopes: The issues of each table and rule of one group.

    Returns:
        Pairs: an issue, and the issues still there that it is linked with.
    """
    near: dict[int, set[int]] = {}
    for scope in scopes:
        for issue in scope:
            near.setdefault(issue, set()).update(other for other in scope if other != issue)
    order = []
    while near:
        issue = min(near, key=lambda each: (_fill(near, each), math.prod(shape[n] for n in near[each]), each))
        linked = near.pop(issue)
        for other in linked:
            near[other] |= linked - {other}
            near[other].discard(issue)
        order.append((issue, tuple(sorted(linked))))
    return order


def _fill(near: dict[int, set[int]], issue: int) -> int:
    """How many new links eliminating an issue would make."""
    return sum(len(near[issue] - near[other] - {other}) for other in near[issue])
