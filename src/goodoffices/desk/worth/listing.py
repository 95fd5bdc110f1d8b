"""The packages of a text that are shown: those that all would sign, those that no other beats, and some of the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh import Draws, sign_chances

from .deciding import Decision
from .judged import Judged
from .model import ChosenPackage

__all__ = ["chosen_packages"]

Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

_TRIED = 5
"""So many times as many packages as are shown have their probability worked out: those of the best least gain."""


def chosen_packages(
    judged: Judged, decisions: Sequence[Decision], drawn: Draws, best: Flags | None, most: int
) -> tuple[ChosenPackage, ...]:
    """Choose packages to show: up to `most` that all would sign, and half as many of the others, the front first.

    Args:
        judged: All of them.
        decisions: The brackets.
        drawn: The model, drawn.
        best: ``(packages,)``, those that no package of the whole deal beats; None where that is not known.
        most: How many.
    """
    rows = _likeliest(judged, drawn, most)
    others = np.flatnonzero(~judged.together)
    gains, signers = _least_gain(judged)[others], judged.signs[:, judged.problem.signs][others].sum(axis=1)
    order = np.lexsort((-gains, -signers, ~judged.front[others]))
    behind = others[order]
    room = max(most - most // 2, most - len(rows))
    refused = behind[signers[order] == 0][: most // 4]  # what nobody would sign is told too
    kept = dict.fromkeys([*behind[: room - len(refused)].tolist(), *refused.tolist()])
    every = [*rows.tolist(), *list(kept)]
    chances = _chances(judged, drawn, np.array(every, dtype=np.intp))
    return tuple(_told(judged, decisions, best, row, chance) for row, chance in zip(every, chances, strict=True))


def _least_gain(judged: Judged) -> Floats:
    """What a package gives over no deal to the signer who gains least by it."""
    bound = np.flatnonzero(judged.problem.signs & ~np.isnan(judged.problem.reservation))
    if not len(bound):
        return np.zeros(len(judged.packages))
    gains: Floats = (judged.worth[:, bound] - judged.problem.reservation[bound]).min(axis=1)
    return gains


def _likeliest(judged: Judged, drawn: Draws, most: int) -> Indices:
    """Those that all would sign which are likeliest to be; among very many, of those with the best least gain."""
    rows = np.flatnonzero(judged.together)
    if not len(rows) or not most:
        return rows[:0]
    best = rows[np.argsort(-_least_gain(judged)[rows], kind="stable")[: _TRIED * most]]
    return best[np.argsort(-_chances(judged, drawn, best), kind="stable")[:most]]


def _chances(judged: Judged, drawn: Draws, rows: Indices) -> Floats:
    """``(rows,)``, how likely all sign; what breaks a rule or a mandate nobody does."""
    if not len(rows):
        return np.zeros(0)
    kept = judged.possible & judged.within[:, judged.problem.signs].all(axis=1)
    together: Floats = np.where(kept[rows], sign_chances(drawn, judged.packages[rows]).together, 0.0)
    return together


def _told(judged: Judged, decisions: Sequence[Decision], best: Flags | None, row: int, chance: float) -> ChosenPackage:
    problem = judged.problem
    who = [(problem.parties[n], bool(judged.signs[row, n])) for n in np.flatnonzero(problem.signs)]
    taken = (each.of(row) for each in decisions)
    return ChosenPackage(
        package=problem.named(judged.packages[row].tolist()),
        choices=tuple(each for each in taken if each),
        worth=tuple(float(each) for each in judged.worth[row]),
        signers=tuple(name for name, signs in who if signs),
        refusers=tuple(name for name, signs in who if not signs),
        possible=bool(judged.possible[row]),
        together=bool(judged.together[row]),
        front=bool(judged.front[row]),
        best=None if best is None else bool(best[row]),
        probability=round(float(chance), 4),
    )
