"""The smallest sets of demands that cannot hold together, and the smallest sets that would have to yield.

A set that cannot hold and of which every part can is a minimal unsatisfiable subset; what must be given up so that the
rest holds is a minimal correction set; each hits all of the other (Reiter 1987). The smallest come first by implicit
hitting sets: Ignatiev, Previti, Liffiton and Marques-Silva, "Smallest MUS extraction with minimal hitting set
dualization", CP 2015, with an integer program as the oracle.
"""

from __future__ import annotations

import numpy as np

from .demands import Demands

__all__ = ["clashes", "corrections"]

Set = frozenset[int]


def clashes(demands: Demands, most: int = 5) -> tuple[Set, ...]:
    """Find the smallest sets of demands that cannot hold together.

    Args:
        demands: What is asked.
        most: How many sets at most.

    Returns:
        Sets of places in `demands.all`, the smallest first; none where all hold together.
    """
    everything = frozenset(range(len(demands.all)))
    yielding: list[Set] = []
    found: list[Set] = []
    while len(found) < most:
        seed = _least_hitting(yielding, found, len(everything))
        if seed is None:
            break
        package = demands.meeting(seed)
        if package is None:
            found.append(seed)
        else:
            held = _grown(demands, seed, everything)
            if held == everything:
                break
            yielding.append(everything - held)
    return tuple(found)


def corrections(demands: Demands, most: int = 5) -> tuple[Set, ...]:
    """Find the smallest sets of demands without which the rest holds.

    Args:
        demands: What is asked.
        most: How many sets at most.

    Returns:
        Sets of places in `demands.all`, the smallest first; the empty set alone where all hold together.
    """
    everything = frozenset(range(len(demands.all)))
    broken: list[Set] = []
    found: list[Set] = []
    while len(found) < most:
        dropped = _least_hitting(broken, found, len(everything))
        if dropped is None:
            break
        if demands.meeting(everything - dropped) is None:
            broken.append(_shrunk(demands, everything - dropped))
        else:
            found.append(dropped)
            if not dropped:
                break
    return tuple(found)


def _grown(demands: Demands, held: Set, everything: Set) -> Set:
    """As many more demands as one package meets, then one by one what still fits."""
    package = demands.meeting(held)
    while package is not None:
        held = held | demands.met_by(package)
        more = next((n for n in sorted(everything - held) if demands.meeting(held | {n}) is not None), None)
        if more is None:
            return held
        held = held | {more}
        package = demands.meeting(held)
    return held


def _shrunk(demands: Demands, broken: Set) -> Set:
    """Leave out one demand after another for as long as the rest cannot hold."""
    for n in sorted(broken):
        if demands.meeting(broken - {n}) is None:
            broken = broken - {n}
    return broken


def _least_hitting(sets: list[Set], blocked: list[Set], count: int) -> Set | None:
    """The smallest set that meets each of `sets` and holds none of `blocked`; None where there is none."""
    from scipy.optimize import LinearConstraint, milp  # noqa: PLC0415  a solver, for those who ask why

    if not sets and not blocked:
        return frozenset()
    rows = np.zeros((len(sets) + len(blocked), count))
    for n, each in enumerate((*sets, *blocked)):
        rows[n, list(each)] = 1
    low = np.array([1.0] * len(sets) + [-np.inf] * len(blocked))
    high = np.array([np.inf] * len(sets) + [len(each) - 1.0 for each in blocked])
    cost = 1 + np.arange(count) * 1e-6  # of equals the first: the same answer every time
    result = milp(cost, integrality=np.ones(count), bounds=(0, 1), constraints=LinearConstraint(rows, low, high))
    return None if result.x is None else frozenset(int(n) for n in np.flatnonzero(result.x > 0.5))  # noqa: PLR2004  0 or 1
