"""Who can make it and who can break it: least coalitions, veto players, single points of failure, stable subsets."""

from __future__ import annotations

import math

import msgspec
import numpy as np
from numpy.typing import NDArray

from .task import Member, Task, lay_out

__all__ = ["Power", "Standing", "weigh_coalition"]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What one member means to the task.

    Attributes:
        name: Who.
        veto: True where no coalition carries the task without it (Tsebelis 2002).
        pivotal_share: Shapley-Shubik index in [0, 1]: how often it is the one that makes a coalition sufficient, over
            all orders of joining. The shares sum to 1 where the task can be carried at all.
        swings: Banzhaf's count: in how many coalitions the task fails if it leaves.
        lacks_without: Means -> how much is missing if all but it take part; empty where nothing is.
    """

    name: str
    veto: bool
    pivotal_share: float
    swings: int
    lacks_without: dict[str, float]


class Power(msgspec.Struct, frozen=True, kw_only=True):
    """Who can make or break a task.

    Attributes:
        possible: True where all together carry it.
        members: What each means to it.
        least: Coalitions that carry it and of which nobody is spare, the smallest first.
        blocking: The smallest sets without whom the others cannot carry it.
        stable: Coalitions that carry it, that no member gains by leaving and that no outsider gains by joining.
        free_riders: For each stable coalition, who gains and stays out.
    """

    possible: bool
    members: tuple[Standing, ...]
    least: tuple[tuple[str, ...], ...]
    blocking: tuple[tuple[str, ...], ...]
    stable: tuple[tuple[str, ...], ...]
    free_riders: tuple[tuple[str, ...], ...]


def weigh_coalition(members: tuple[Member, ...], needs: dict[str, float], *, essential: tuple[str, ...] = ()) -> Power:
    """Say who can make or break a task, and which coalitions of the willing hold.

    Source: minimal winning coalitions, Riker, *The Theory of Political Coalitions* (1962); veto players, Tsebelis
    (2002); internal and external stability, d'Aspremont, Jacquemin, Gabszewicz and Weymark, *Canadian Journal of
    Economics* 16 (1983), as Barrett uses it for treaties, *Oxford Economic Papers* 46 (1994).

    Args:
        members: Who may join, with what each brings, pays and gains; at most twenty.
        needs: Means -> how much of it the task takes.
        essential: Those without whom it is not carried, whatever they bring.

    Raises:
        WeighError: Where a name or a number cannot be.
    """
    task = lay_out(members, needs, essential=essential)
    stable = _stable(task)
    return Power(
        possible=bool(task.carries.any()),
        members=tuple(_standing(task, n) for n in range(len(members))),
        least=_smallest(task, _minimal(task, task.carries)),
        blocking=_smallest(task, _minimal(task, _blocks(task))),
        stable=_smallest(task, stable),
        free_riders=tuple(_free(task, each) for each in _smallest(task, stable)),
    )


def _standing(task: Task, n: int) -> Standing:
    without, within = _sides(task, n)
    swings = task.carries[within] & ~task.carries[without]
    count = len(task.members)
    sizes = task.sets[without].sum(axis=1)
    weights = np.array(
        [math.factorial(s) * math.factorial(count - s - 1) / math.factorial(count) for s in range(count)]
    )
    others = [member for m, member in enumerate(task.members) if m != n]
    missing = {
        means: round(amount - sum(member.brings.get(means, 0.0) for member in others), 9)
        for means, amount in task.needs.items()
    }
    return Standing(
        name=task.members[n].name,
        veto=bool(task.carries.any() and not task.carries[without].any()),
        pivotal_share=float((swings * weights[sizes]).sum() - (_losses(task, n) * weights[sizes]).sum()),
        swings=int(swings.sum()),
        lacks_without={means: short for means, short in missing.items() if short > 0},
    )


def _sides(task: Task, n: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Every coalition without a member, and beside it the same with it."""
    without = np.flatnonzero(~task.sets[:, n])
    return without, without | (1 << n)


def _losses(task: Task, n: int) -> NDArray[np.bool_]:
    """Coalitions that a member's joining breaks: its mandate asks for somebody who is not in."""
    without, within = _sides(task, n)
    return np.asarray(task.carries[without] & ~task.carries[within])


def _minimal(task: Task, has: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Those of a family of which no part with one member less is in the family too."""
    minimal = has.copy()
    for n in range(len(task.members)):
        without, within = _sides(task, n)
        minimal[within] &= ~has[without]
    return minimal


def _blocks(task: Task) -> NDArray[np.bool_]:
    """Sets without whom no coalition of the others carries the task."""
    able = task.carries.copy()  # some part of the set carries it
    for n in range(len(task.members)):
        without, within = _sides(task, n)
        able[within] |= able[without]
    return np.asarray(~able[::-1]) if task.carries.any() else np.zeros_like(able)


def _stable(task: Task) -> NDArray[np.bool_]:
    payoffs = task.payoffs()
    holds = task.carries.copy()
    for n in range(len(task.members)):
        without, within = _sides(task, n)
        better_out = payoffs[without, n] > payoffs[within, n] + 1e-9
        better_in = payoffs[within, n] > payoffs[without, n] + 1e-9
        holds[within] &= ~better_out
        holds[without] &= ~better_in
    return np.asarray(holds)


def _smallest(task: Task, has: NDArray[np.bool_]) -> tuple[tuple[str, ...], ...]:
    found = np.flatnonzero(has)
    order = np.lexsort((found, task.sets[found].sum(axis=1)))
    return tuple(task.named(int(found[place])) for place in order)


def _free(task: Task, coalition: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(member.name for member in task.members if member.name not in coalition and member.gain > 0)
