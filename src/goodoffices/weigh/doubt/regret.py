"""The most robust package: how much worse than the best it can turn out to be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Draws, Model, draw
from goodoffices.weigh.problem import Problem

from .chances import sign_chances
from .worth import utilities

__all__ = ["Regrets", "regrets"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
_SHOWN = 500
_CHUNK = 256  # draws


@dataclass(frozen=True, eq=False)
class Regrets:
    """How far packages may fall short of the best one.

    Attributes:
        packages: ``(packages, issues)``, those compared.
        mean: ``(packages,)``, the regret to be expected, in shares of the way from a party's worst to its best.
        worst: ``(packages,)``, the greatest regret in any draw.
        robust: The place of the package whose greatest regret is least (Savage 1951).
    """

    packages: Indices
    mean: Floats
    worst: Floats
    robust: int


def regrets(
    model: Model | Problem | Draws, packages: Indices | None = None, *, draws: int = 2000, seed: int = 0
) -> Regrets:
    """Compare packages by regret.

    What a package is worth in a draw is the gain of the signer that gains least over no deal (over its worst package
    where no deal is not given), as a share of the mean span of its utilities over the packages compared. The regret is
    how far that lies below the best package of the same draw. Source: Savage, "The theory of statistical decision",
    *JASA* 46, 1951.

    Args:
        model: A model, or draws made before.
        packages: ``(packages, issues)``, which to compare; None for the 500 most likely to be signed.
        draws: How many.
        seed: Of the chance.
    """
    drawn = model if isinstance(model, Draws) else draw(model, draws, np.random.default_rng(seed))
    chosen = packages
    if chosen is None:
        chances = sign_chances(drawn)
        chosen = chances.packages[np.argsort(-chances.together, kind="stable")[:_SHOWN]]
    chunks = [slice(start, min(start + _CHUNK, drawn.count)) for start in range(0, drawn.count, _CHUNK)]
    span = _spans(drawn, chosen, chunks)
    total, worst = np.zeros(len(chosen)), np.zeros(len(chosen))
    for chunk in chunks:
        least = _least_gain(drawn, utilities(drawn, chosen, chunk), chunk, span)
        regret = least.max(axis=0) - least
        total += regret.sum(axis=1)
        worst = np.maximum(worst, regret.max(axis=1))
    order = np.lexsort((total, np.round(worst, 12)))
    return Regrets(chosen, total / drawn.count, worst, int(order[0]))


def _spans(drawn: Draws, packages: Indices, chunks: list[slice]) -> Floats:
    """``(parties, 1)``, how far apart a party's best and worst package are, over all draws."""
    total = np.zeros(len(drawn.problem.parties))
    for chunk in chunks:
        total += np.ptp(utilities(drawn, packages, chunk), axis=0).sum(axis=-1)
    mean = total / drawn.count
    return np.where(mean > 0, mean, 1.0)[:, None]


def _least_gain(drawn: Draws, worth: Floats, chunk: slice, span: Floats) -> Floats:
    """``(packages, draws)``, what the signer that gains least gains."""
    signs = drawn.problem.signs if drawn.problem.signs.any() else np.ones_like(drawn.problem.signs)
    given = np.moveaxis(drawn.reservation[chunk] if len(drawn.reservation) > 1 else drawn.reservation, 0, -1)
    start = np.where(np.isnan(given), worth.min(axis=0), given)
    return np.asarray(((worth - start) / span)[:, signs].min(axis=1), dtype=np.float64)
