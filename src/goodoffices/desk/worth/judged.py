"""The packages that a text allows, as rows: what each is worth, who would sign it, and which no other beats."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.draft.linking import PackageSet
from goodoffices.weigh import FrontTooLarge, Limit, NoPackage, Problem, Rule, frontier

__all__ = ["ALL", "Judged", "judge"]

ALL = 200_000
"""Packages that are gone through one by one."""
_FRONT = 20_000
"""Packages that the front of a whole deal may have here."""
_ROUNDING = 1e-9

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Judged:
    """The packages of a text, judged by the centres of uncertain numbers.

    Attributes:
        problem: The deal.
        packages: ``(packages, issues)``, option indices.
        worth: ``(packages, parties)``.
        possible: ``(packages,)``, true where no rule of the deal is broken, and none of a party that need not sign.
        within: ``(packages, parties)``, true where no rule of the party's own is broken.
        signs: ``(packages, parties)``, true where the party would sign it, or would if it were asked to.
        together: ``(packages,)``, true where all who must sign would.
        front: ``(packages,)``, true where every rule is kept, and none of these for which that holds beats it.
        broken: Rule of the deal in words -> how many packages break it.
        mandates: Party -> what packages overstep of its own rules, in words.
    """

    problem: Problem
    packages: Indices
    worth: Floats
    possible: Flags
    within: Flags
    signs: Flags
    together: Flags
    front: Flags
    broken: Mapping[str, int]
    mandates: Mapping[int, tuple[str, ...]]

    @property
    def counted(self) -> Flags:
        """``(packages,)``, those that say what a party can have: the possible ones, or all where there is none."""
        return self.possible if self.possible.any() else np.ones_like(self.possible)

    def best(self) -> Flags | None:
        """``(packages,)``, true where no package of the whole deal beats it; None where its front is too large."""
        try:
            whole = frontier(self.problem, budget=_FRONT)
        except (FrontTooLarge, NoPackage):
            return None
        found = np.zeros(len(self.packages), dtype=np.bool_)
        for row in np.flatnonzero(self.front):
            ahead = whole.utilities - self.worth[row]
            found[row] = not bool(((ahead > -_ROUNDING).all(axis=1) & (ahead > _ROUNDING).any(axis=1)).any())
        return found


def judge(problem: Problem, allowed: PackageSet) -> Judged:
    """Go through the packages that a text allows; there must be `ALL` at most."""
    packages = _indices(problem, allowed)
    worth, least = problem.utilities(packages), problem.reservation
    possible, within = np.ones(len(packages), dtype=np.bool_), np.ones(worth.shape, dtype=np.bool_)
    broken: dict[str, int] = {}
    mandates: dict[int, tuple[str, ...]] = {}
    asked: tuple[Rule | Limit, ...] = (*problem.rules, *problem.limits)
    for rule in asked:
        kept = _alone(problem, rule).allows(packages)
        words = rule.label or rule.key or "a rule without a name"
        if rule.party is not None:
            within[:, rule.party] &= kept
            if not kept.all():
                mandates[rule.party] = (*mandates.get(rule.party, ()), words)
        if rule.party is None or not problem.signs[rule.party]:
            possible &= kept
            broken |= {words: broken.get(words, 0) + int((~kept).sum())} if not kept.all() else {}
    signs = possible[:, None] & within & ((worth >= least - _ROUNDING) | np.isnan(least))
    return Judged(
        problem=problem,
        packages=packages,
        worth=worth,
        possible=possible,
        within=within,
        signs=signs,
        together=possible & signs[:, problem.signs].all(axis=1),
        front=_unbeaten(worth, possible & within.all(axis=1)),
        broken=broken,
        mandates=mandates,
    )


def _indices(problem: Problem, packages: Iterable[Mapping[str, str]]) -> Indices:
    places = [{option: place for place, option in enumerate(options)} for options in problem.options]
    rows = [[places[n][each[issue]] for n, issue in enumerate(problem.issues)] for each in packages]
    return np.array(rows, dtype=np.intp).reshape(len(rows), len(problem.issues))


def _alone(problem: Problem, rule: Rule | Limit) -> Problem:
    if isinstance(rule, Rule):
        return dataclasses.replace(problem, rules=(rule,), limits=())
    return dataclasses.replace(problem, rules=(), limits=(rule,))


def _unbeaten(worth: Floats, possible: Flags) -> Flags:
    """Those that no other beats; of equal ones all."""
    from goodoffices.weigh.frontier.dominance import undominated  # noqa: PLC0415  moocore

    front = np.zeros(len(worth), dtype=np.bool_)
    if possible.any():
        places = np.flatnonzero(possible)
        same, back = np.unique(worth[places].round(9), axis=0, return_inverse=True)
        kept = np.zeros(len(same), dtype=np.bool_)
        kept[undominated(same)] = True
        front[places] = kept[back.reshape(-1)]
    return front
