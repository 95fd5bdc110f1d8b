"""The monitor's report: counts against the period before, rates, harm, access, remedies, open attributions."""

from __future__ import annotations

from .counting import Count, Line, chance_of
from .effort import UNITS, Looking, looking
from .harm import Harm, harm_of
from .monitoring import MonitorReport, OpenQuestion, Remedy, monitor
from .period import Period

__all__ = [
    "UNITS",
    "Count",
    "Harm",
    "Line",
    "Looking",
    "MonitorReport",
    "OpenQuestion",
    "Period",
    "Remedy",
    "chance_of",
    "harm_of",
    "looking",
    "monitor",
]
