"""A deal as an integer program: one 0-1 variable an option, one a combination where issues are linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import NoPackage, WeighError
from ..problem import Problem

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

__all__ = ["Answer", "Program", "Row"]

Floats = NDArray[np.float64]

_CELLS = 1 << 18  # combinations of linked options that a program may hold
_GAP = 1e-9  # how near to the bound HiGHS goes before it stops


@dataclass(frozen=True, eq=False)
class Row:
    """A linear condition on utilities and one's own variables: ``party @ utilities + own @ own variables >= least``."""

    party: Floats
    own: Floats
    least: float


@dataclass(frozen=True, eq=False)
class Answer:
    """What a program came to.

    Attributes:
        package: ``(issues,)``, option indices; None where none was found in time, or for a relaxation.
        bound: No package has more than this of what was sought.
        utilities: ``(parties,)``, of the package, or where the relaxation is best.
        prices: For a relaxation, one a row: what a unit of its condition costs.
    """

    package: NDArray[np.intp] | None
    bound: float
    utilities: Floats
    prices: Floats


class Program:
    """The options, links, rules and limits of a deal as linear conditions.

    Args:
        problem: The deal.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._starts = np.concatenate([[0], np.cumsum(problem.shape)]).astype(int)
        multi = [table.scope for table in problem.tables] + [rule.scope for rule in problem.rules]
        self._scopes = sorted({scope for scope in multi if len(scope) > 1})

    def extreme(self, party: int, *, highest: bool, rows: Sequence[Row] = (), time_limit_s: float = 60.0) -> float:
        """The most (or least) that a package within the rules gives a party.

        Raises:
            NoPackage: Where there is none.
        """
        sign = 1.0 if highest else -1.0
        aim = np.eye(len(self.problem.parties))[party] * sign
        answer = self.best(aim, np.zeros(0), rows, time_limit_s=time_limit_s)
        if answer.package is None:
            msg = f"the best of {self.problem.parties[party]!r} was not found in {time_limit_s} s; allow more"
            raise WeighError(msg)
        return float(answer.utilities[party])

    def best(self, aim: Floats, own: Floats, rows: Sequence[Row], *, time_limit_s: float) -> Answer:
        """Find the package with the most of ``aim @ utilities + own @ own variables``.

        Args:
            aim: ``(parties,)``.
            own: For each variable beside the package's, what it counts for; each free.
            rows: What must hold.
            time_limit_s: When to stop and give the bound reached, seconds.

        Raises:
            NoPackage: Where no package keeps the rules and the rows.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 (heavy)

        cost, lower, upper = self._columns(aim, own)
        kept, least = self._conditions(rows, len(own))
        whole = np.concatenate([np.ones(self._starts[-1]), np.zeros(len(cost) - self._starts[-1])])
        rules, low, high = self._rules(len(own))
        result = milp(
            cost,
            integrality=whole,
            bounds=Bounds(lower, upper),
            constraints=[LinearConstraint(rules, low, high), LinearConstraint(kept, least, np.inf)],
            options={"time_limit": max(time_limit_s, 0.05), "mip_rel_gap": _GAP},
        )
        base = float(aim @ self.problem.base)
        if result.status == _INFEASIBLE:
            msg = "no package keeps every rule of this deal and what was asked of it"
            raise NoPackage(msg)
        bound = np.inf if result.mip_dual_bound is None else base - float(result.mip_dual_bound)
        if result.x is None:
            return Answer(None, bound, np.full(len(aim), np.nan), np.zeros(0))
        package = self._package(result.x)
        return Answer(package, bound, self.problem.utilities(package[None])[0], np.zeros(0))

    def relaxed(self, aim: Floats, own: Floats, rows: Sequence[Row]) -> Answer:
        """The same with shares of options for options: a bound, and the prices of the rows."""
        from scipy.optimize import linprog  # noqa: PLC0415 (heavy)
        from scipy.sparse import vstack  # noqa: PLC0415 (heavy)

        cost, lower, upper = self._columns(aim, own)
        kept, least = self._conditions(rows, len(own))
        rules, low, high = self._rules(len(own))
        equal = low == high
        above = vstack([-kept, rules[~equal]]) if (~equal).any() else -kept
        result = linprog(
            cost,
            A_ub=above,
            b_ub=np.concatenate([-least, high[~equal]]),
            A_eq=rules[equal],
            b_eq=low[equal],
            bounds=np.stack([lower, upper], axis=1),
            method="highs",
        )
        if result.status == _INFEASIBLE:
            msg = "no package keeps every rule of this deal and what was asked of it"
            raise NoPackage(msg)
        worth = self._worth @ result.x[: self._worth.shape[1]] + self.problem.base
        prices = -np.asarray(result.ineqlin.marginals)[: len(rows)]
        return Answer(None, float(aim @ self.problem.base - result.fun), worth, prices)

    def _columns(self, aim: Floats, own: Floats) -> tuple[Floats, Floats, Floats]:
        """What every variable costs, and its bounds."""
        lower, upper = self._bounds
        cost = -np.concatenate([aim @ self._worth, own])
        free = np.full(len(own), np.inf)
        return cost, np.concatenate([lower, -free]), np.concatenate([upper, free])

    def _conditions(self, rows: Sequence[Row], own: int) -> tuple[Any, Floats]:
        """The rows over all variables."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 (heavy)

        parties = len(self.problem.parties)
        left = np.array([row.party for row in rows]).reshape(len(rows), parties)
        right = np.array([row.own for row in rows]).reshape(len(rows), own)
        least = np.array([row.least for row in rows]) - left @ self.problem.base
        return csr_matrix(np.concatenate([left @ self._worth, right], axis=1)), least

    def _package(self, values: Floats) -> NDArray[np.intp]:
        """Read the options taken; ``(issues,)``."""
        pairs = zip(self._starts[:-1], self._starts[1:], strict=True)
        return np.array([int(values[start:stop].argmax()) for start, stop in pairs], dtype=np.intp)

    @cached_property
    def _blocks(self) -> dict[tuple[int, ...], int]:
        """Where the combinations of each linked scope begin."""
        at, found = int(self._starts[-1]), {}
        for scope in self._scopes:
            found[scope] = at
            at += int(np.prod([self.problem.shape[issue] for issue in scope]))
        if at - self._starts[-1] > _CELLS:
            msg = f"the links of this deal have {at:,} combinations, too many to weigh; link fewer issues"
            raise WeighError(msg)
        return found

    @cached_property
    def _width(self) -> int:
        """How many variables describe a package."""
        cells = sum(int(np.prod([self.problem.shape[issue] for issue in scope])) for scope in self._blocks)
        return int(self._starts[-1]) + cells

    @cached_property
    def _worth(self) -> Floats:
        """What each variable is worth; ``(parties, variables)``."""
        worth = np.zeros((self._width, len(self.problem.parties)))
        for table in self.problem.tables:
            start = self._blocks[table.scope] if len(table.scope) > 1 else int(self._starts[table.scope[0]])
            rows = table.values.reshape(-1, worth.shape[1])
            worth[start : start + len(rows)] += rows
        return worth.T

    @cached_property
    def _bounds(self) -> tuple[Floats, Floats]:
        """0 to 1, and 0 for what a rule forbids."""
        upper = np.ones(self._width)
        for rule in self.problem.rules:
            start = self._blocks[rule.scope] if len(rule.scope) > 1 else int(self._starts[rule.scope[0]])
            upper[start : start + rule.allowed.size] *= rule.allowed.reshape(-1)
        return np.zeros(self._width), upper

    def _rules(self, own: int) -> tuple[csr_matrix, Floats, Floats]:
        """One option an issue; combinations that agree with their options; limits."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 (heavy)

        rows, columns, values, low, high = self._triples
        shape = (len(low), self._width + own)
        return csr_matrix((values, (rows, columns)), shape=shape), low, high

    @cached_property
    def _triples(self) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """The rules' matrix as row, column and value, and each row's bounds."""
        lines: list[tuple[NDArray[np.intp], Floats, float, float]] = []
        for start, stop in zip(self._starts[:-1], self._starts[1:], strict=True):
            lines.append((np.arange(start, stop), np.ones(stop - start), 1.0, 1.0))
        for scope, start in self._blocks.items():
            lines += self._agreeing(scope, start)
        for limit in self.problem.limits:
            taken = np.array([self._starts[issue] + option for issue, option in limit.choices], dtype=np.intp)
            lines.append((taken, np.ones(len(taken)), -np.inf, float(limit.most)))
        rows = np.concatenate([np.full(len(line[0]), n) for n, line in enumerate(lines)])
        columns = np.concatenate([line[0] for line in lines])
        values = np.concatenate([line[1] for line in lines])
        return rows, columns, values, np.array([line[2] for line in lines]), np.array([line[3] for line in lines])

    def _agreeing(self, scope: tuple[int, ...], start: int) -> list[tuple[NDArray[np.intp], Floats, float, float]]:
        """An option is taken as often as the combinations that it is in, together."""
        shape = tuple(self.problem.shape[issue] for issue in scope)
        cells = start + np.arange(int(np.prod(shape))).reshape(shape)
        lines = []
        for axis, issue in enumerate(scope):
            for option in range(shape[axis]):
                mine = cells.take(option, axis=axis).reshape(-1)
                at = np.append(mine, self._starts[issue] + option)
                lines.append((at, np.append(np.ones(len(mine)), -1.0), 0.0, 0.0))
        return lines


_INFEASIBLE = 2  # scipy's status
