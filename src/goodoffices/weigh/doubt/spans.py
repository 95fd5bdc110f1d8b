"""The most that a difference of utility can be, over all numbers within their bounds and all kept orders."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Issue, Line, Model, Order, Party, Points, Unknown
from goodoffices.weigh.model.chance import bounds
from goodoffices.weigh.model.evaluating import order_corners

__all__ = ["greatest_share", "greatest_swing"]

Floats = NDArray[np.float64]


def greatest_swing(model: Model, party: Party, issue: Issue) -> Floats:
    """The most by which one option can score over another.

    Args:
        model: The model, for its scale.
        party: Whose scores.
        issue: The issue.

    Returns:
        ``(options, options)``: by how much the second can be above the first; 0 on the diagonal.
    """
    preference = party.scores.get(issue.name, Points())
    match preference:
        case Order():
            return _ordered(preference, issue.names, model.scale)
        case Line():
            return _along(preference, issue, model.scale)
        case Points(of):
            ends = np.array([bounds(of.get(name, Unknown()), model.scale) for name in issue.names])
            swing = ends[None, :, 1] - ends[:, None, 0]
            np.fill_diagonal(swing, 0.0)
            return np.asarray(swing, dtype=np.float64)


def _ordered(order: Order, names: tuple[str, ...], scale: tuple[float, float]) -> Floats:
    low, high = scale
    tier = {name: place for place, names_of in enumerate(order.tiers) for name in names_of}
    swing = np.full((len(names), len(names)), high - low)
    for first, one in enumerate(names):
        for second, other in enumerate(names):
            ranked = one in tier and other in tier
            if one == other or (ranked and tier[other] >= tier[one]):
                swing[first, second] = 0.0
    return swing


def _along(line: Line, issue: Issue, scale: tuple[float, float]) -> Floats:
    """Points of a line move apart and together: the swing of two mixtures of them is found point by point."""
    at = [value for value, _ in line.points]
    ends = np.array([bounds(number, scale) for _, number in line.points])
    values = issue.range.values if issue.range else ()
    mixture = np.stack([np.interp(values, at, row) for row in np.eye(len(at))], axis=1)
    apart = mixture[None, :, :] - mixture[:, None, :]
    return np.asarray(np.where(apart > 0, apart * ends[:, 1], apart * ends[:, 0]).sum(axis=-1), dtype=np.float64)


def greatest_share(weights: Points | Order, names: tuple[str, ...], swings: Floats) -> Floats:
    """The most that a weighted sum can be, over all admissible weights.

    Args:
        weights: What is known of a party's weights.
        names: The issues.
        swings: ``(..., issues)``, what each issue would add if it had all the weight.

    Returns:
        ``(...)``. Weights in bounds are divided by their sum: the best ones are at their upper bound on the issues that
        add most and at their lower on the rest (Charnes and Cooper 1962, for a box).
    """
    if isinstance(weights, Order):
        return np.asarray((swings @ order_corners(weights, names).T).max(axis=-1), dtype=np.float64)
    known = {name: number for name, number in weights.of.items() if not isinstance(number, Unknown)}
    if not known:
        return np.asarray(swings.max(axis=-1), dtype=np.float64)
    top = max(bounds(number, (0.0, 0.0))[1] for number in known.values()) or 1.0
    ends = np.array([bounds(known.get(name, Unknown()), (0.0, top)) for name in names])
    order = np.argsort(-swings, axis=-1, kind="stable")
    ranked = np.take_along_axis(swings, order, axis=-1)
    low, high = ends[order, 0], ends[order, 1]
    above = [np.cumsum(part, axis=-1) for part in (high * ranked, high)]
    below = [np.cumsum((part)[..., ::-1], axis=-1)[..., ::-1] for part in (low * ranked, low)]
    sums, weighed = (
        a + np.concatenate([b[..., 1:], np.zeros_like(b[..., :1])], axis=-1) for a, b in zip(above, below, strict=True)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(weighed > 0, sums / weighed, -np.inf)
        lowest = np.where(below[1][..., 0] > 0, below[0][..., 0] / below[1][..., 0], -np.inf)
    return np.asarray(np.maximum(shares.max(axis=-1), lowest), dtype=np.float64)
