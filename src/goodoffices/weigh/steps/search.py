"""Going through every order of steps at once: by the set of what is done, level after level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .plan import Plan, Sets

__all__ = ["Found", "search"]

Group = tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """What a search came to.

    Attributes:
        groups: The order, each group done at one moment; empty where there is none.
        reached: How many sets of steps were reached.
        complete: True where every order was covered, so that "none" is proved.
        worst: The worst shortfall on the way; at most 0 where no party falls below what it bears.
    """

    groups: tuple[Group, ...]
    reached: int
    complete: bool
    worst: float


@dataclass(frozen=True, eq=False)
class _Level:
    """Sets with as many steps done; for each the best way to it.

    Attributes:
        sets: ``(sets,)``, bits, increasing where it is a whole level.
        joint: ``(sets,)``, how many groups of more than one step the way takes.
        worst: ``(sets,)``, the worst shortfall on the way.
        via: ``(sets,)``, the place of the last move.
        fallback: ``(sets, parties)``, what is left to each party if another stops.
    """

    sets: Sets
    joint: NDArray[np.intp]
    worst: NDArray[np.float64]
    via: NDArray[np.intp]
    fallback: NDArray[np.float64]


def search(plan: Plan, joined: tuple[Group, ...], *, budget: int = 400_000) -> Found:
    """Find the order with the fewest steps at one moment, and of those the one whose worst shortfall is least.

    Args:
        plan: The steps.
        joined: Groups of steps that may be done at one moment; a single step always may.
        budget: How many sets to go through before giving up; each takes about 100 bytes.

    Returns:
        The order, or none; `complete` says whether that is a proof.
    """
    moves: tuple[Group, ...] = (*((n,) for n in range(len(plan.steps))), *joined)
    levels: dict[int, _Level] = {0: _start(plan)}
    pending: dict[int, list[_Level]] = {}
    reached = 1
    for count in range(len(plan.steps)):
        level = levels.get(count)
        for place, move in enumerate(moves):
            entered = None if level is None else _enter(plan, level, move, place)
            if entered is not None:
                pending.setdefault(count + len(move), []).append(entered)
        if pending.get(count + 1):
            levels[count + 1] = _best_of(pending.pop(count + 1))
            reached += len(levels[count + 1].sets)
        if reached > budget:
            return Found((), reached, complete=False, worst=np.inf)
    end = levels.get(len(plan.steps))
    if end is None:
        return Found((), reached, complete=True, worst=np.inf)
    return Found(_way_back(levels, moves, len(plan.steps)), reached, complete=True, worst=float(end.worst[0]))


def _start(plan: Plan) -> _Level:
    none = np.zeros(1, np.int64)
    return _Level(none, np.zeros(1, np.intp), np.full(1, -np.inf), np.full(1, -1), np.zeros((1, len(plan.parties))))


def _enter(plan: Plan, level: _Level, move: Group, place: int) -> _Level | None:
    """What a move leads to from a level: the sets at which nobody falls below what it bears."""
    bits = sum(1 << n for n in move)
    needs = 0
    for n in move:
        needs |= plan.before[n]
    needs &= ~bits  # what is done at the same moment is not waited for
    fits = ((level.sets & bits) == 0) & ((level.sets & needs) == needs)
    if not fits.any():
        return None
    after = level.sets[fits] | bits
    fallback = level.fallback[fits] + plan.assured[list(move)].sum(axis=0)
    short = plan.exposed(after, move, fallback).max(axis=1)
    stays = short <= 0
    if not stays.any():
        return None
    return _Level(
        sets=after[stays],
        joint=level.joint[fits][stays] + (len(move) > 1),
        worst=np.maximum(level.worst[fits], short)[stays],
        via=np.full(int(stays.sum()), place),
        fallback=fallback[stays],
    )


def _best_of(ways: list[_Level]) -> _Level:
    """One entry a set: the way with the fewest joint moves, then the least shortfall, then the first move."""
    sets, joint, worst, via = (
        np.concatenate([getattr(way, name) for way in ways]) for name in ("sets", "joint", "worst", "via")
    )
    order = np.lexsort((via, worst, joint, sets))
    kept = order[np.concatenate([[True], np.diff(sets[order]) != 0])]
    fallback = np.concatenate([way.fallback for way in ways])[kept]
    return _Level(sets[kept], joint[kept], worst[kept], via[kept], fallback)


def _way_back(levels: dict[int, _Level], moves: tuple[Group, ...], count: int) -> tuple[Group, ...]:
    done = (1 << count) - 1
    groups: list[Group] = []
    while done:
        level = levels[done.bit_count()]
        move = moves[int(level.via[np.searchsorted(level.sets, done)])]
        groups.append(move)
        done &= ~sum(1 << n for n in move)
    return tuple(reversed(groups))
