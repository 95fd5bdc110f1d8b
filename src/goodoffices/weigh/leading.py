"""The packages that are spoken of at length: the first to look at, the solutions, the most robust, the likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .doubt import Chances, Efficiency, Regrets, sign_chances
from .doubt.worth import utilities
from .errors import WeighError
from .explaining import Explanation, explain, package_of
from .frontier import Frontier
from .model import Draws, Model, as_problem
from .solutions import solve

__all__ = ["CONCEPTS", "Lead", "Pool", "percentiles", "pick_package"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Named = Sequence[tuple[str, Indices]]

CONCEPTS = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
"""The solutions of an analysis, in their order."""

_POOL = 300  # packages that are compared in pairs
_LEADS = 6  # packages that are spoken of at length, beside those with a name
_LIKELY = 0.5  # of the best probability: below it a package is no alternative
_SPREAD = (5, 50, 95)  # percentiles


@dataclass(frozen=True, eq=False)
class Lead:
    """A package that is spoken of at length.

    Attributes:
        package: Option indices.
        why: What it is: "first", "likeliest", "robust", "concession", "asked", or a concept of `CONCEPTS`; empty for
            one that is there because it is about as likely.
        chance: The probability that all who must sign would; 0 where a rule or red line is broken.
        error: Its standard error; 0 where nothing is uncertain.
        spread: ``(parties, 3)``, what it is worth to each: the 5th, 50th and 95th percentile.
        regret: The greatest shortfall against the best package of a draw, as a share of a party's span; None where it
            was not compared.
        status: "efficient" whatever the unknown numbers are, "beaten" whatever they are, "open", or "" where it was not
            compared.
        explanation: What each party makes of it.
    """

    package: tuple[int, ...]
    why: tuple[str, ...]
    chance: float
    error: float
    spread: Floats
    regret: float | None
    status: str
    explanation: Explanation


def percentiles(values: Floats) -> Floats:
    """The 5th, 50th and 95th percentile over the last axis; NaN where all is NaN."""
    known = ~np.isnan(values).all(axis=-1)
    found = np.full((*values.shape[:-1], len(_SPREAD)), np.nan)
    if known.any():
        found[known] = np.nanpercentile(values[known], _SPREAD, axis=-1).T
    return found


@dataclass(frozen=True, eq=False)
class Pool:
    """The packages that are compared with each other.

    Attributes:
        model: The model.
        drawn: Its draws.
        packages: ``(packages, issues)``, those with a name, a part of the front, the likeliest; no two the same.
        chances: How likely each is to be signed.
        regrets: How far each may fall short, or None.
        efficiency: What holds of each whatever the unknown numbers are, or None.
    """

    model: Model
    drawn: Draws
    packages: Indices
    chances: Chances | None
    regrets: Regrets | None = None
    efficiency: Efficiency | None = None

    @classmethod
    def of(cls, model: Model, drawn: Draws, named: Named, front: Frontier | None, chances: Chances | None) -> Pool:
        """Gather the packages: at most some hundred, so that all pairs can be compared."""
        parts = [package[None] for _, package in named]
        room = (_POOL - len(parts)) // 2
        if front is not None and len(front):
            parts.append(front.packages[:: -(-len(front) // room)])
        if chances is not None:
            parts.append(chances.packages[np.argsort(-chances.together, kind="stable")[:room]])
        empty = np.zeros((0, len(model.issues)), dtype=np.intp)
        packages = np.unique(np.concatenate([empty, *parts]), axis=0)
        return cls(model, drawn, packages, sign_chances(drawn, packages) if len(packages) else None)

    def compared(self, regrets: Regrets | None, efficiency: Efficiency | None) -> Pool:
        """The same with what the comparisons came to."""
        return replace(self, regrets=regrets, efficiency=efficiency)

    def leads(self, named: Named, *, seed: int) -> tuple[Lead, ...]:
        """Pick the packages to speak of, the one to look at first first."""
        if not len(self.packages):
            return ()
        why: dict[int, list[str]] = {}
        order, shares = self.order(), self.shares()
        opens = [self._place(package) for name, package in named if name == "concession"]
        first = opens[0] if opens and not shares[order[0]] else order[0]
        why[first] = ["first"]
        if shares[order[0]] > 0:
            likeliest = order[0] if self._near()[order[0]] else int(shares.argmax())
            why.setdefault(likeliest, []).append("likeliest")
        if self.regrets is not None and shares[self.regrets.robust] > 0:
            why.setdefault(self.regrets.robust, []).append("robust")
        for name, package in named:
            why.setdefault(self._place(package), []).append(name)
        for place in order:
            if len(why) < _LEADS and shares[place] > _LIKELY * shares[order[0]] and self._status(place) != "beaten":
                why.setdefault(place, [])
        return tuple(self._lead(place, tuple(names), seed) for place, names in why.items())

    def shares(self) -> Floats:
        """``(packages,)``, the probability that all who must sign do; 0 where a rule or red line is broken."""
        together = np.zeros(len(self.packages)) if self.chances is None else self.chances.together
        return np.where(self.drawn.problem.allows(self.packages), together, 0.0)

    def order(self) -> list[int]:
        """Places by probability; of those as likely to three standard errors the least greatest regret first.

        A package that another surely beats comes behind those of which that is not known.
        """
        worst = np.zeros(len(self.packages)) if self.regrets is None else self.regrets.worst
        mean = np.zeros(len(self.packages)) if self.regrets is None else self.regrets.mean
        beaten = np.array([self._status(place) == "beaten" for place in range(len(self.packages))])
        grouped = np.where(self._near(), self.shares().max(initial=0.0), self.shares())
        return [int(place) for place in np.lexsort((mean.round(9), worst.round(9), beaten, -grouped))]

    def _near(self) -> NDArray[np.bool_]:
        """Which packages are as likely as the likeliest, as far as the draws can tell."""
        shares = self.shares()
        error = 0.0 if self.chances is None or not self.drawn.uncertain else float(self.chances.error[shares.argmax()])
        return np.asarray(shares >= shares.max(initial=0.0) - 3 * error)

    def _place(self, package: Indices) -> int:
        return int((self.packages == package).all(axis=1).argmax())

    def _lead(self, place: int, why: tuple[str, ...], seed: int) -> Lead:
        package = self.packages[place]
        told = explain(self.model, package, draws=self.drawn.count, seed=seed)
        return Lead(
            package=tuple(int(option) for option in package),
            why=why,
            chance=told.chance,
            error=told.error if self.drawn.uncertain else 0.0,
            spread=percentiles(utilities(self.drawn, package[None], slice(0, self.drawn.count))[0]),
            regret=None if self.regrets is None else float(self.regrets.worst[place]),
            status=self._status(place),
            explanation=told,
        )

    def _status(self, place: int) -> str:
        if self.efficiency is None:
            return ""
        if self.efficiency.unbeatable[place]:
            return "efficient"
        return "beaten" if self.efficiency.beaten[place] else "open"


def pick_package(model: Model, words: str) -> Indices:
    """Find the package that a person names.

    Args:
        model: The model.
        words: A concept of `CONCEPTS`, or "Issue=Option; Issue=Option" with every issue.

    Returns:
        ``(issues,)``, option indices.

    Raises:
        WeighError: If it names something that is not there, or the solution does not exist.
    """
    problem = as_problem(model)
    concept = words.strip().casefold()
    if concept in CONCEPTS:
        return np.asarray(solve(problem, concept).package, dtype=np.intp)
    chosen = {}
    for part in filter(str.strip, words.split(";")):
        issue, sign, option = part.partition("=")
        if not sign:
            msg = f"{part.strip()!r} is no choice: write 'Issue=Option; Issue=Option', or one of {', '.join(CONCEPTS)}"
            raise WeighError(msg)
        chosen[issue.strip()] = option.strip()
    return package_of(problem, chosen)
