"""The agreement that is watched: obligations, powers and indicators, from a YAML file."""

from __future__ import annotations

from .checks import OBLIGATION_STATES, POWER_STATES, conditions_of
from .model import Agreement, Alert, Due, Duty, Effect, Indicator, Obligation, Power
from .reading import parse_agreement, read_agreement

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
    "conditions_of",
    "parse_agreement",
    "read_agreement",
]
