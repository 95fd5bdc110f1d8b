"""What positions foretell, as the report says it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from goodoffices.brief.weighing.model import Foretelling, IssueForecast, Position, RoundView
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.foretell import (
    Move,
    Round,
    Stakes,
    challenge_rounds,
    weighted_mean,
    weighted_median,
    weighted_spread,
)

from .amounts import place

__all__ = ["foretelling_view"]


def foretelling_view(issues: Mapping[str, Stakes]) -> Foretelling:
    """Say what the positions on some issues foretell.

    Args:
        issues: Issue -> who stands where.
    """
    return Foretelling(
        issues=tuple(_issue(name, stakes) for name, stakes in issues.items()), caution=wording().caution.lines
    )


def _issue(name: str, stakes: Stakes) -> IssueForecast:
    total = float(stakes.weights.sum())
    return IssueForecast(
        issue=name,
        mean=weighted_mean(stakes),
        median=weighted_median(stakes),
        plain_mean=float(np.mean(stakes.positions)),
        spread=weighted_spread(stakes),
        positions=tuple(
            Position(
                party=stakes.parties[n],
                position=float(stakes.positions[n]),
                salience=float(stakes.salience[n]),
                capability=float(stakes.capability[n]),
                share=float(stakes.weights[n]) / total,
            )
            for n in np.argsort(stakes.positions, kind="stable")
        ),
        rounds=tuple(_round(each) for each in challenge_rounds(stakes)) if len(stakes.parties) > 1 else (),
    )


def _round(found: Round) -> RoundView:
    return RoundView(median=found.median, mean=found.mean, moves=tuple(_move(each) for each in found.moves))


def _move(move: Move) -> str:
    return f"{move.party}: {place(move.start)} to {place(move.end)} ({move.kind} with {move.towards})"
