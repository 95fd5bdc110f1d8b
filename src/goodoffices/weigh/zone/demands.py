"""What is asked of a package: mandates, thresholds and the rules of the world; and what of it holds together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import NoPackage, WeighError
from goodoffices.weigh.problem import Limit, Problem, Rule
from goodoffices.weigh.solutions.programs import Program, Row

__all__ = ["Demand", "Demands", "demands_of"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Demand:
    """One thing that is asked of a package.

    Attributes:
        words: In words.
        party: Whose it is, or None for a rule of the world.
        kind: "threshold" (at least what no deal is worth), "mandate" (a rule or limit of a party) or "rule".
        rule: The rule or limit; None for a threshold.
        key: The id of the constraint in the model; the name of the party for a threshold.
    """

    words: str
    party: str | None
    kind: str
    key: str
    rule: Rule | Limit | None = None


def demands_of(problem: Problem) -> tuple[Demand, ...]:
    """Name everything that is asked: the thresholds of those who must sign, then rules and limits in their order."""
    found = [
        Demand(f"{name}: at least {value:g}, what it has without a deal", name, "threshold", name)
        for name, value, signs in zip(problem.parties, problem.reservation, problem.signs, strict=True)
        if signs and not np.isnan(value)
    ]
    asked: tuple[Rule | Limit, ...] = (*problem.rules, *problem.limits)
    for each in asked:
        party = None if each.party is None else problem.parties[each.party]
        words = each.label or each.key or "a rule without a name"
        found.append(Demand(words, party, "rule" if party is None else "mandate", each.key, each))
    return tuple(found)


class Demands:
    """What is asked, and whether some of it can be met at once.

    Args:
        problem: The deal.
        time_limit_s: For each question to the solver, seconds.
    """

    def __init__(self, problem: Problem, *, time_limit_s: float = 20.0) -> None:
        self.problem = problem
        self.all = demands_of(problem)
        self._limit = time_limit_s
        self._known: dict[frozenset[int], Indices | None] = {}

    def meeting(self, chosen: Iterable[int]) -> Indices | None:
        """A package that meets these demands, ``(issues,)``, or None where none does.

        Args:
            chosen: Places in `all`.
        """
        kept = frozenset(chosen)
        if kept not in self._known:
            self._known[kept] = self.best(kept, np.zeros(len(self.problem.parties)))
        return self._known[kept]

    def met_by(self, package: Indices) -> frozenset[int]:
        """The demands that a package meets."""
        worth = self.problem.utilities(package[None])[0]
        return frozenset(n for n, demand in enumerate(self.all) if self._meets(demand, package, worth))

    def best(
        self, chosen: Iterable[int], aim: Floats, extra: tuple[Row, ...] = (), own: Floats | None = None
    ) -> Indices | None:
        """The package that meets these demands with the most of what is sought, or None where none meets them.

        Args:
            chosen: Places in `all`.
            aim: ``(parties,)``, what a unit of each utility counts for.
            extra: Other conditions.
            own: What each variable of `extra` beside the package's counts for.

        Raises:
            WeighError: Where the solver finds no answer in time.
        """
        kept = [self.all[n] for n in sorted(chosen)]
        width = 0 if own is None else len(own)
        rows = (*(self._threshold(each, width) for each in kept if each.kind == "threshold"), *extra)
        program = Program(self._only([each.rule for each in kept]))
        try:
            answer = program.best(aim, np.zeros(0) if own is None else own, rows, time_limit_s=self._limit)
        except NoPackage:
            return None
        if answer.package is None:
            msg = f"no answer within {self._limit:g} s to what can hold together; allow more time"
            raise WeighError(msg)
        return answer.package

    def _only(self, rules: list[Rule | Limit | None]) -> Problem:
        return replace(
            self.problem,
            rules=tuple(each for each in rules if isinstance(each, Rule)),
            limits=tuple(each for each in rules if isinstance(each, Limit)),
        )

    def _threshold(self, demand: Demand, width: int) -> Row:
        place = self.problem.parties.index(demand.key)
        party = np.eye(len(self.problem.parties))[place]
        return Row(party, np.zeros(width), float(self.problem.reservation[place]) - _room(self.problem, place))

    def _meets(self, demand: Demand, package: Indices, worth: Floats) -> bool:
        if demand.rule is None:
            place = self.problem.parties.index(demand.key)
            return bool(worth[place] >= self.problem.reservation[place] - _room(self.problem, place))
        return bool(self._only([demand.rule]).allows(package[None])[0])


def _room(problem: Problem, place: int) -> float:
    """A party at its threshold signs, whatever the rounding."""
    return 1e-9 * max(1.0, abs(float(problem.reservation[place])))
