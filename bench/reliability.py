"""How well probabilities keep their word: scores, bins of a reliability curve, and the curve as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["Bin", "Scores", "bins", "draw", "scores"]

Array = NDArray[np.float64]
_BINS = 8
_SIZE, _EDGE = 440, 64
_INK, _LINE, _GRID = "#1f2933", "#1d5f8a", "#c9d1d9"


class Scores(msgspec.Struct, frozen=True):
    """The measures of a set of probabilities.

    Attributes:
        brier: Mean squared error; 0 is best.
        log_loss: Mean negative logarithm of the probability of what is so; 0 is best.
        calibration: Expected calibration error over `_BINS` bins of equal size; 0 is best.
        order: Chance that a right finding has a higher probability than a wrong one; 1 is best, 0.5 says nothing.
        mean: Mean probability.
        right: Share that is right.
        count: How many.
    """

    brier: float
    log_loss: float
    calibration: float
    order: float
    mean: float
    right: float
    count: int


class Bin(msgspec.Struct, frozen=True):
    """Findings of like probability: the mean probability, the share that is right, how many, and its standard error."""

    mean: float
    right: float
    count: int
    error: float


def bins(probabilities: Array, right: Array) -> list[Bin]:
    """Bins of equal size, the least sure first."""
    order = np.argsort(probabilities, kind="stable")
    made = []
    for part in np.array_split(order, min(_BINS, len(order))):
        share = float(right[part].mean())
        smooth = (share * len(part) + 1) / (len(part) + 2)  # no bin of twenty is certain to be right
        error = float(np.sqrt(smooth * (1 - smooth) / len(part)))
        made.append(Bin(float(probabilities[part].mean()), share, len(part), error))
    return made


def scores(probabilities: Array, right: Array) -> Scores:
    """Score probabilities against what is so."""
    safe = np.clip(probabilities, 0.005, 0.995)
    log_loss = -(right * np.log(safe) + (1 - right) * np.log(1 - safe)).mean()
    error = sum(each.count * abs(each.mean - each.right) for each in bins(probabilities, right)) / len(right)
    above = probabilities[right == 1][:, None] - probabilities[right == 0]
    return Scores(
        brier=float(((probabilities - right) ** 2).mean()),
        log_loss=float(log_loss),
        calibration=float(error),
        order=float(((above > 0) + 0.5 * (above == 0)).mean()) if above.size else 0.5,
        mean=float(probabilities.mean()),
        right=float(right.mean()),
        count=len(right),
    )


def draw(made: Sequence[Bin], path: Path, title: str) -> None:
    """Draw the reliability curve with bars of one standard error, and write it as SVG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*_frame(title), *_curve(made), "</svg>"]) + "\n", encoding="utf-8")


def _at(x: float, y: float) -> tuple[float, float]:
    """A point of the unit square on the page."""
    side = _SIZE - 2 * _EDGE
    return round(_EDGE + x * side, 1), round(_SIZE - _EDGE - y * side, 1)


def _line(start: tuple[float, float], end: tuple[float, float], rest: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {rest}/>'


def _text(at: tuple[float, float], words: str, rest: str = "") -> str:
    return f'<text x="{at[0]}" y="{at[1]}" fill="{_INK}" {rest}>{words}</text>'


def _frame(title: str) -> list[str]:
    label = f'role="img" aria-label="{title}" font-family="sans-serif" font-size="12"'
    drawn = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}" {label}>']
    drawn.append(f'<rect width="{_SIZE}" height="{_SIZE}" fill="#ffffff"/>')
    for tenth in range(0, 11, 2):
        x, y = _at(tenth / 10, tenth / 10)
        drawn.append(_line(_at(tenth / 10, 0), _at(tenth / 10, 1), f'stroke="{_GRID}"'))
        drawn.append(_line(_at(0, tenth / 10), _at(1, tenth / 10), f'stroke="{_GRID}"'))
        drawn.append(_text((x, _SIZE - _EDGE + 18), f"{tenth * 10} %", 'text-anchor="middle"'))
        drawn.append(_text((_EDGE - 8, y + 4), f"{tenth * 10} %", 'text-anchor="end"'))
    drawn.append(_line(_at(0, 0), _at(1, 1), f'stroke="{_INK}" stroke-dasharray="5 4"'))
    drawn.append(_text((_SIZE / 2, _SIZE - 10), "Probability that the program gives", 'text-anchor="middle"'))
    turned = f'text-anchor="middle" transform="rotate(-90 18 {_SIZE / 2})"'
    drawn.append(_text((18, _SIZE / 2), "Share that is right", turned))
    drawn.append(_text((_SIZE / 2, 24), title, 'text-anchor="middle" font-size="14"'))
    return drawn


def _curve(made: Sequence[Bin]) -> list[str]:
    points = [_at(each.mean, each.right) for each in made]
    path = " ".join(f"{x},{y}" for x, y in points)
    drawn = [f'<polyline points="{path}" fill="none" stroke="{_LINE}" stroke-width="2"/>']
    for each, (x, y) in zip(made, points, strict=True):
        low, high = max(0.0, each.right - each.error), min(1.0, each.right + each.error)
        drawn.append(_line(_at(each.mean, low), _at(each.mean, high), f'stroke="{_LINE}"'))
        drawn.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{_LINE}"/>')
    return drawn
