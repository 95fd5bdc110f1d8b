"""What the positions foretell, and how far off that may be."""

from __future__ import annotations

import msgspec

__all__ = ["Foretelling", "IssueForecast", "Position", "RoundView"]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Where a party stands on an issue, and what it can bring to bear.

    Attributes:
        party: Who.
        position: Where it stands, in the issue's unit.
        salience: How much the issue matters to it, in [0, 1].
        capability: What it can bring to bear.
        share: Its part of all weight (salience times capability), in [0, 1].
    """

    party: str
    position: float
    salience: float
    capability: float
    share: float


class RoundView(msgspec.Struct, frozen=True, kw_only=True):
    """A round of the challenge model: where the weight lies after it, and who gave way to whom.

    Attributes:
        median: The position that beats every other in a vote of weights.
        mean: The weighted mean.
        moves: In words.
    """

    median: float
    mean: float
    moves: tuple[str, ...]


class IssueForecast(msgspec.Struct, frozen=True, kw_only=True):
    """What the positions on one issue foretell.

    Attributes:
        issue: The issue.
        mean: The weighted compromise.
        median: The weighted median.
        plain_mean: The mean of the positions.
        spread: The weighted standard deviation of the positions.
        positions: The parties, by where they stand.
        rounds: The rounds of the challenge model.
    """

    issue: str
    mean: float
    median: float
    plain_mean: float
    spread: float
    positions: tuple[Position, ...]
    rounds: tuple[RoundView, ...]


class Foretelling(msgspec.Struct, frozen=True, kw_only=True):
    """What the positions foretell.

    Attributes:
        issues: One forecast an issue.
        caution: How far off such forecasts were, in sentences.
    """

    issues: tuple[IssueForecast, ...]
    caution: tuple[str, ...]
