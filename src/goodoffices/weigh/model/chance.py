"""What a single number can be: its bounds, its centre, and draws of it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .numbers import Between, Exact, Number, Spread, Unknown

__all__ = ["bounds", "centre", "is_exact", "sample"]

Floats = NDArray[np.float64]
Scale = tuple[float, float]


def is_exact(number: Number) -> bool:
    """True where there is nothing to draw."""
    low, high = bounds(number, (0.0, 1.0))
    return low == high


def bounds(number: Number, scale: Scale) -> Scale:
    """Say between which two values a number lies.

    Args:
        number: A number.
        scale: The lowest and highest that it could be if nothing were known.
    """
    match number:
        case Exact(value):
            return value, value
        case Between(low, high):
            return low, high
        case Spread(shape="uniform" | "triangular", parameters=parameters):
            return parameters[0], parameters[-1]
        case Spread(shape="normal", parameters=(mean, 0)):
            return mean, mean
        case Spread(within=within):
            return within or scale
        case Unknown():
            return scale


def centre(number: Number, scale: Scale) -> float:
    """The mean of a number: of an interval and of an unknown the middle, of a distribution its mean (cut off)."""
    low, high = bounds(number, scale)
    match number:
        case Exact(value):
            return value
        case Spread("triangular", parameters):
            return sum(parameters) / 3
        case Spread("beta", (alpha, beta)):
            return low + (high - low) * alpha / (alpha + beta)
        case Spread("normal", (mean, deviation)):
            return _mean_of_normal(mean, deviation, low, high)
        case _:
            return low if low == high else (low + high) / 2


def sample(number: Number, scale: Scale, draws: int, rng: np.random.Generator) -> Floats:
    """Draw a number.

    Args:
        number: A number.
        scale: The lowest and highest that it could be if nothing were known.
        draws: How many.
        rng: Where the chance comes from.

    Returns:
        ``(draws,)``, or ``(1,)`` where it is exact.
    """
    low, high = bounds(number, scale)
    if low == high:
        return np.array([low])
    match number:
        case Spread("triangular", (lowest, mode, highest)):
            return rng.triangular(lowest, mode, highest, draws)
        case Spread("beta", (alpha, beta)):
            return low + (high - low) * rng.beta(alpha, beta, draws)
        case Spread("normal", (mean, deviation)):
            return _draw_normal(mean, deviation, (low, high), rng.random(draws))
        case _:
            return rng.uniform(low, high, draws)


def _mean_of_normal(mean: float, deviation: float, low: float, high: float) -> float:
    """The mean of a normal that is cut off at both ends (Johnson, Kotz and Balakrishnan 1994, section 10.1)."""
    if deviation == 0:
        return mean
    a, b = (low - mean) / deviation, (high - mean) / deviation
    inside = _normal_below(b) - _normal_below(a)
    if inside < 1e-12:  # noqa: PLR2004 - so far out that all that is left lies at the nearer end
        return low if mean < low else high
    density = (math.exp(-a * a / 2) - math.exp(-b * b / 2)) / math.sqrt(2 * math.pi)
    return min(max(mean + deviation * density / inside, low), high)


def _normal_below(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _draw_normal(mean: float, deviation: float, within: Scale, chance: Floats) -> Floats:
    """Turn even chances into a cut-off normal by its inverse distribution function."""
    from scipy.special import ndtr, ndtri  # noqa: PLC0415 - scipy is heavy, and few models have a normal

    low, high = ((end - mean) / deviation for end in within)
    if low > 0:  # far out on the right, the function runs out of digits: the left is its mirror image
        return -_draw_normal(-mean, deviation, (-within[1], -within[0]), chance)
    below, above = ndtr(low), ndtr(high)
    if below == above:  # so far out that all that is left lies at the nearer end
        return np.full(len(chance), within[1])
    drawn: Floats = mean + deviation * ndtri(below + chance * (above - below))
    return np.clip(drawn, *within)
