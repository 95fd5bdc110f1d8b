"""Learn the weights of a choice among options, or none of them: a multinomial logistic model with a Gaussian prior."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

__all__ = ["Group", "learn"]

Group = list[tuple[list[str], bool]]
"""The options of one choice: the features of each, and whether it is right. None right: "none of them" is."""

_RAREST = 2
"""A feature of fewer options than this gets no weight."""
_BOUND = 30


def learn(
    groups: Sequence[Group], *, prior: float, smallest: float, free: frozenset[str] = frozenset()
) -> dict[str, float]:
    """Maximise the penalised likelihood that one of the right options is chosen (L-BFGS).

    Args:
        groups: The choices.
        prior: Precision of the normal prior on each weight, in 1 over squared log odds.
        smallest: Weights below it, in log odds, are left out.
        free: Features without a prior to speak of.

    Returns:
        The weight of each feature, in log odds.
    """
    counts = Counter(name for group in groups for names, _ in group for name in set(names))
    index = {name: n for n, name in enumerate(sorted(name for name in counts if counts[name] >= _RAREST))}
    rows = [(set(names), right, n) for n, group in enumerate(groups) for names, right in group]
    cells = [(r, index[name]) for r, (names, _, _) in enumerate(rows) for name in sorted(names) if name in index]
    matrix = csr_matrix((np.ones(len(cells)), np.array(cells).T), shape=(len(rows), len(index)))
    right = np.array([float(row[1]) for row in rows])
    owner = np.array([row[2] for row in rows])
    some = np.bincount(owner, right, len(groups)) > 0
    held = np.array([prior / 100 if name in free else prior for name in index])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.exp(np.clip(matrix @ weights, -_BOUND, _BOUND))
        total = 1 + np.bincount(owner, odds, len(groups))
        good = np.where(some, np.bincount(owner, odds * right, len(groups)), 1.0)
        likelihood = np.sum(np.log(good) - np.log(total))
        slope = np.where(some[owner], odds * right / good[owner], 0.0) - odds / total[owner]
        return float(held @ (weights * weights)) / 2 - float(likelihood), held * weights - matrix.T @ slope

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(best[n]), 2) for name, n in index.items() if abs(best[n]) >= smallest}
