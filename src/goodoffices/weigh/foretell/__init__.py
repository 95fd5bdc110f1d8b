"""What the positions foretell: the weighted compromise, the challenge model, and how far off either may be."""

from __future__ import annotations

from .challenge import Move, Round, challenge_rounds
from .intervals import IntervalRule, constant_rule, fit_intervals, weighted_spread
from .stakes import Stakes, weighted_mean, weighted_median
from .tables import KnownIssue, read_known_issues, read_stakes

__all__ = [
    "IntervalRule",
    "KnownIssue",
    "Move",
    "Round",
    "Stakes",
    "challenge_rounds",
    "constant_rule",
    "fit_intervals",
    "read_known_issues",
    "read_stakes",
    "weighted_mean",
    "weighted_median",
    "weighted_spread",
]
