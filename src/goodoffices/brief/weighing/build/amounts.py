"""Numbers as people read them: utilities, shares, probabilities with their error."""

from __future__ import annotations

import math

from goodoffices.brief.weighing.model import Probability

__all__ = ["amount", "area", "percent", "place", "probability", "span", "unknown_probability"]

_FINE = 5.0  # a scale narrower than this is shown with three digits behind the point
_SURE = 0.9995


def amount(value: float, scale: tuple[float, float] = (0.0, 100.0)) -> str:
    """Write a utility: a tenth on a scale of 0 to 100, a thousandth on one of 0 to 1."""
    digits = 1 if scale[1] - scale[0] > _FINE else 3
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def place(value: float) -> str:
    """Write a position, in whatever unit it is: a hundredth."""
    return amount(round(value, 2), (0.0, 1.0))


def area(km2: float) -> str:
    """Write a surface in square kilometres: a tenth, and of less than one three digits that count."""
    return amount(km2) if km2 >= 1 or not km2 else f"{km2:.3g}"


def span(low: float, high: float, scale: tuple[float, float] = (0.0, 100.0)) -> str:
    """Write a range, or one number where both ends read the same."""
    first, last = amount(low, scale), amount(high, scale)
    return first if first == last else f"{first} to {last}"


def percent(share: float) -> str:
    """Write a share in [0, 1] as a percentage that never rounds to certainty."""
    if _SURE <= share < 1:
        return "over 99.9 %"
    if 0 < share <= 1 - _SURE:
        return "under 0.1 %"
    digits = 0 if share in {0.0, 1.0} or 0.1 <= share <= 0.9 else 1  # noqa: PLR2004  near the ends a digit more
    return f"{share * 100:.{digits}f}".removesuffix(".0") + " %"


def probability(share: float, error: float, *, certain: bool = False, unstated: bool = False) -> Probability:
    """Say how likely something is.

    Args:
        share: In [0, 1].
        error: Its standard error.
        certain: True where every number is known.
        unstated: True where somebody who must sign states no threshold: the share is then the most that it can be.
    """
    if unstated:
        words = f"at most {percent(share)}" if share < 1 else "unknown"
        return Probability(share=share if share < 1 else None, error=error, reading="at most", words=words)
    if certain:
        return Probability(share=share, error=0.0, reading="certain", words="yes" if share else "no")
    return Probability(share=share, error=error, reading="estimate", words=f"{percent(share)} ± {_points(error)}")


def unknown_probability() -> Probability:
    """Nobody knows."""
    return Probability(share=None, error=0.0, reading="unknown", words="unknown")


def _points(error: float) -> str:
    """A standard error in percentage points, to one digit that counts."""
    points = error * 100
    digits = max(0, -math.floor(math.log10(points))) if points > 0 else 0
    return f"{points:.{digits}f}"
