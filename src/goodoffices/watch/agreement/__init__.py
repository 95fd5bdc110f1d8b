"""The agreement that is watched: obligations, powers and indicators, from a YAML file."""

from __future__ import annotations

from .checks import OBLIGATION_STATES, POWER_STATES, conditions_of
from .model import Agreement, Alert, Due, Duty, Effect, Indicator, Obligation, Power
from .reading import parse_agreement, read_agreement
from .release import agreement_for, circles_of, markings_of

__all__ = [
    "OBLIGATION_STATES",
    "POWER_STATES",
    "Agreement",
    "Alert",
    "Due",
    "Duty",
    "Effect",
    "Indicator",
    "Obligation",
    "Power",
    "agreement_for",
    "circles_of",
    "conditions_of",
    "markings_of",
    "parse_agreement",
    "read_agreement",
]
