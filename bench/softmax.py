"""Learn the weights of classes: a multinomial logistic model over amounts of traits, with a Gaussian prior."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

__all__ = ["Example", "Learnt", "learn"]


class Example(msgspec.Struct, frozen=True):
    """Amounts of traits, and the classes that are right, each as good as the others."""

    traits: Mapping[str, float]
    right: Sequence[str]


class Learnt(msgspec.Struct, frozen=True):
    """What was learnt: the offset of each class, and the weights of each trait, in log odds."""

    offset: NDArray[np.float64]
    weights: dict[str, NDArray[np.float64]]


def learn(examples: Sequence[Example], classes: Sequence[str], *, prior: float, rarest: int) -> Learnt:
    """Minimise the penalised cross entropy of the right classes (L-BFGS).

    Args:
        examples: What to learn from.
        classes: All classes.
        prior: Precision of the normal prior on each weight, in 1 over squared log odds; the offsets have none.
        rarest: A trait of fewer examples than this gets no weight.
    """
    counts = Counter(trait for example in examples for trait in example.traits)
    index = {trait: n for n, trait in enumerate(sorted(t for t in counts if counts[t] >= rarest))}
    cells = [(n, index[t], a) for n, one in enumerate(examples) for t, a in one.traits.items() if t in index]
    rows, columns, amounts = zip(*cells, strict=True)
    matrix = csr_matrix((amounts, (rows, columns)), shape=(len(examples), len(index)))
    turned = matrix.T.tocsr()
    wanted = np.array([[(name in one.right) / len(one.right) for name in classes] for one in examples])

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(-1, len(classes))
        odds = matrix @ weights[1:] + weights[0]
        logs = odds - np.logaddexp.reduce(odds, axis=1, keepdims=True)
        over = np.exp(logs) - wanted
        slope = np.vstack([over.sum(axis=0), turned @ over + prior * weights[1:]])
        return prior / 2 * float((weights[1:] ** 2).sum()) - float((wanted * logs).sum()), slope.ravel()

    start = np.zeros((len(index) + 1) * len(classes))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x.reshape(-1, len(classes))
    return Learnt(best[0], {trait: best[1 + n] for trait, n in index.items()})
