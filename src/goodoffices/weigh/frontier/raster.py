"""A deal on its grid: the form that the search for a front works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..problem import Limit, Problem
from .grid import Grid, grid_of
from .points import Code, Points, code_of

__all__ = ["Raster", "raster_of"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Raster:
    """A deal in whole steps; columns are parties, then limits (minus what an option counts towards them).

    Attributes:
        problem: The deal.
        grid: The unit of each party.
        low: ``(parties,)``, the utility of worth 0.
        alone: For each issue ``(options, columns)``.
        open: For each issue ``(options,)``, true where no rule over this issue alone forbids the option.
        linked: Scope and values ``(..., columns)`` of each interaction.
        rules: Scope and allowed cells of each rule over several issues.
        most: ``(limits,)``, of the limits that could bind.
        counted: For each of these limits the issues that count towards it.
        code: How packages are written as numbers.
    """

    problem: Problem
    grid: Grid
    low: Floats
    alone: tuple[Floats, ...]
    open: tuple[Flags, ...]
    linked: tuple[tuple[tuple[int, ...], Floats], ...]
    rules: tuple[tuple[tuple[int, ...], Flags], ...]
    most: Floats
    counted: tuple[frozenset[int], ...]
    code: Code

    @property
    def parties(self) -> int:
        """The number of parties."""
        return len(self.problem.parties)

    def options(self, issue: int) -> Points:
        """The options of an issue that may be signed, as partial packages in order."""
        strides = self.code.strides[issue]
        chosen = np.flatnonzero(self.open[issue])
        return Points(self.alone[issue][chosen], chosen[:, None] * strides)

    def utilities(self, worth: Floats) -> Floats:
        """Steps back as utilities; ``(packages, parties)``."""
        return self.low + worth[:, : self.parties] * self.grid.unit


def raster_of(problem: Problem) -> Raster:
    """Set a deal on its grid.

    Args:
        problem: A deal.

    Returns:
        The same deal in whole steps.
    """
    grid, steps, low = _steps(problem)
    limits = _binding(problem)
    width = len(problem.parties) + len(limits)
    alone = [np.zeros((options, width)) for options in problem.shape]
    linked = []
    for table, values in zip(problem.tables, steps, strict=True):
        if len(table.scope) == 1:
            alone[table.scope[0]][:, : values.shape[-1]] += values
        else:
            wide = np.zeros((*values.shape[:-1], width))
            wide[..., : values.shape[-1]] = values
            linked.append((table.scope, wide))
    for column, limit in enumerate(limits, start=len(problem.parties)):
        for issue, option in limit.choices:
            alone[issue][option, column] -= 1.0
    return Raster(
        problem=problem,
        grid=grid,
        low=problem.base + low,
        alone=tuple(alone),
        open=_open(problem),
        linked=tuple(linked),
        rules=tuple((rule.scope, rule.allowed) for rule in problem.rules if len(rule.scope) > 1),
        most=np.array([limit.most for limit in limits], dtype=np.float64),
        counted=tuple(frozenset(issue for issue, _ in limit.choices) for limit in limits),
        code=code_of(problem.shape),
    )


def _steps(problem: Problem) -> tuple[Grid, Sequence[Floats], Floats]:
    """Set the tables of a deal on a grid; a deal may have none."""
    if not problem.tables:
        parties = len(problem.parties)
        return Grid(np.ones(parties), np.ones(parties, dtype=np.bool_), 0.0), [], np.zeros(parties)
    return grid_of([table.values for table in problem.tables])


def _binding(problem: Problem) -> list[Limit]:
    """The limits that some package could pass."""
    return [limit for limit in problem.limits if len({issue for issue, _ in limit.choices}) > limit.most]


def _open(problem: Problem) -> tuple[Flags, ...]:
    """Which options no rule over one issue forbids."""
    free = [np.ones(options, dtype=np.bool_) for options in problem.shape]
    for rule in problem.rules:
        if len(rule.scope) == 1:
            free[rule.scope[0]] &= rule.allowed
    return tuple(free)
