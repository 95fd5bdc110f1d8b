"""How far off a forecast may be: intervals that hold the outcome as often as they say.

The point is the weighted mean. The width grows with how far apart the parties stand, and is set by split conformal
prediction with a scale (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, "Distribution-free predictive inference for
regression", *JASA* 113, 2018, section 5.2): on issues like those that it was fitted on, and in no way chosen by their
outcome, an interval of level `level` holds the outcome at least that often.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError

from .stakes import Stakes, weighted_mean

__all__ = ["IntervalRule", "constant_rule", "fit_intervals", "weighted_spread"]

Floats = NDArray[np.float64]
_LEAST = 10
_FLOOR = 0.02  # of the scale: no interval is a point
_FOLDS = 5


def weighted_spread(stakes: Stakes) -> float:
    """The standard deviation of the positions, weighted as the mean is; in the unit of the positions."""
    mean = weighted_mean(stakes)
    return float(np.sqrt(np.average((stakes.positions - mean) ** 2, weights=stakes.weights)))


@dataclass(frozen=True)
class IntervalRule:
    """How wide to draw an interval.

    Attributes:
        level: How often it is to hold the outcome, in (0, 1).
        base: Half width where all stand together, in the unit of the positions, before `stretch`.
        slope: What each unit of `weighted_spread` adds.
        stretch: The conformal factor.
        low: The lowest outcome there can be.
        high: The highest.
        issues: How many issues it was fitted on.
    """

    level: float
    base: float
    slope: float
    stretch: float
    low: float
    high: float
    issues: int

    def interval(self, stakes: Stakes) -> tuple[float, float]:
        """The interval for an issue: (low, high), inside the scale."""
        centre = weighted_mean(stakes)
        half = self.stretch * self._scale(weighted_spread(stakes))
        return max(self.low, centre - half), min(self.high, centre + half)

    def _scale(self, spread: float) -> float:
        return max(self.base + self.slope * spread, _FLOOR * (self.high - self.low))


def fit_intervals(
    issues: Sequence[Stakes],
    outcomes: Sequence[float],
    *,
    level: float = 0.8,
    scale: tuple[float, float] = (0.0, 100.0),
) -> IntervalRule:
    """Fit the width on issues whose outcome is known.

    Args:
        issues: What the parties brought to each; at least ten.
        outcomes: What came of each, in the unit of the positions.
        level: How often an interval is to hold the outcome, in (0, 1).
        scale: The lowest and highest outcome there can be.

    Returns:
        The rule. Try it on issues that are not among these before you trust it.

    Raises:
        WeighError: Where the lengths differ, there are too few issues, or `level` is not in (0, 1).
    """
    errors = _errors(issues, outcomes, level)
    spreads = np.array([weighted_spread(each) for each in issues])
    least = _FLOOR * (scale[1] - scale[0])
    base, slope = _quantile_line(spreads, errors, level)
    ratios = _ratios_left_out(spreads, errors, level, least)
    return IntervalRule(level, base, slope, _conformal(ratios, level), *scale, len(errors))


def _ratios_left_out(spreads: Floats, errors: Floats, level: float, least: float) -> Floats:
    """Each error over the width that a line fitted without it gives, in five folds (the cross-validated form).

    The errors that a line was fitted on are smaller than those to come.
    """
    ratios = np.empty(len(errors))
    folds = np.arange(len(errors)) % _FOLDS
    for fold in range(_FOLDS):
        rest, left = folds != fold, folds == fold
        base, slope = _quantile_line(spreads[rest], errors[rest], level)
        ratios[left] = errors[left] / np.maximum(base + slope * spreads[left], least)
    return ratios


def constant_rule(
    issues: Sequence[Stakes],
    outcomes: Sequence[float],
    *,
    level: float = 0.8,
    scale: tuple[float, float] = (0.0, 100.0),
) -> IntervalRule:
    """The same with one width for every issue: what a better rule has to beat."""
    errors = _errors(issues, outcomes, level)
    return IntervalRule(
        level, 1.0, 0.0, _conformal(errors / max(1.0, _FLOOR * (scale[1] - scale[0])), level), *scale, len(errors)
    )


def _errors(issues: Sequence[Stakes], outcomes: Sequence[float], level: float) -> Floats:
    if len(issues) != len(outcomes) or len(issues) < _LEAST:
        msg = f"{len(issues)} issues and {len(outcomes)} outcomes: intervals need as many of both, at least {_LEAST}"
        raise WeighError(msg)
    if not 0 < level < 1:
        msg = f"a level of {level!r} is no share: give one between 0 and 1, as 0.8"
        raise WeighError(msg)
    errors: Floats = np.abs(np.array([weighted_mean(each) for each in issues]) - np.asarray(outcomes, dtype=float))
    return errors


def _conformal(scores: Floats, level: float) -> float:
    """The score that `level` of all stay under, one more issue counted in."""
    ranked = np.sort(scores)
    place = min(len(ranked), int(np.ceil(level * (len(ranked) + 1))))
    return float(ranked[place - 1])


def _quantile_line(spreads: Floats, errors: Floats, level: float) -> tuple[float, float]:
    """The line under which `level` of the errors lie (Koenker and Bassett 1978), as a linear program."""
    from scipy.optimize import linprog  # noqa: PLC0415  a solver, for those who fit

    n = len(errors)
    design = np.column_stack([np.ones(n), spreads])
    costs = np.concatenate([np.zeros(2), np.full(n, level), np.full(n, 1 - level)])
    system = np.hstack([design, np.eye(n), -np.eye(n)])
    bounds = [(None, None), (0, None), *[(0, None)] * (2 * n)]  # more apart is never surer
    found = linprog(costs, A_eq=system, b_eq=errors, bounds=bounds, method="highs")
    return float(found.x[0]), float(found.x[1])
