"""Who stands where on one issue: positions on a line, with salience and capability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError

__all__ = ["Stakes", "weighted_mean", "weighted_median"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Stakes:
    """What the parties bring to one issue.

    Attributes:
        parties: Names.
        positions: ``(parties,)``, where each stands, in any unit of a line.
        salience: ``(parties,)``, how much the issue matters to each, in [0, 1].
        capability: ``(parties,)``, what each can bring to bear, at least 0, in any unit.

    Raises:
        WeighError: Where the lengths differ, a number is not finite or out of its range, or none has any weight.
    """

    parties: tuple[str, ...]
    positions: Floats
    salience: Floats
    capability: Floats

    def __post_init__(self) -> None:
        for name in ("positions", "salience", "capability"):
            self._check(name, getattr(self, name))
        if np.any(self.salience > 1):
            msg = f"a salience of {float(self.salience.max())!r} is more than 1: give it in [0, 1]"
            raise WeighError(msg)
        if not np.any(self.weights > 0):
            msg = "no party has both salience and capability, so no position weighs anything"
            raise WeighError(msg)

    def _check(self, name: str, values: Floats) -> None:
        if values.shape != (len(self.parties),):
            msg = f"{name} has {values.size} numbers for {len(self.parties)} parties"
            raise WeighError(msg)
        wrong = ~np.isfinite(values) | ((values < 0) if name != "positions" else False)
        if np.any(wrong):
            party = self.parties[int(np.argmax(wrong))]
            msg = f"{name} of {party!r} is {float(values[np.argmax(wrong)])!r}: it must be a finite number, 0 or more"
            raise WeighError(msg)

    @property
    def weights(self) -> Floats:
        """``(parties,)``, salience times capability."""
        return self.salience * self.capability


def weighted_mean(stakes: Stakes) -> float:
    """The compromise: the mean of the positions, each with its salience times its capability.

    Source: Achen, "Institutional realism and bargaining models", in Thomson et al., *The European Union Decides*
    (2006), chapter 4: close to the Nash bargaining solution where failure is very costly to all.
    """
    return float(np.average(stakes.positions, weights=stakes.weights))


def weighted_median(stakes: Stakes) -> float:
    """The position that beats every other in a vote of weights (Black 1948), the lower where two do.

    On a line, with preferences that fall with distance, that is the weighted median.
    """
    order = np.argsort(stakes.positions, kind="stable")
    share = np.cumsum(stakes.weights[order]) / stakes.weights.sum()
    return float(stakes.positions[order][np.searchsorted(share, 0.5 - 1e-12)])
