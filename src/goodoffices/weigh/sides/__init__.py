"""Who stands with whom, what divides them, and what pressure and temptation do."""

from __future__ import annotations

from .alignment import Alignment, Gap, align, gaps
from .leverage import Balance, Breach, Pressure, balances, under_pressure
from .stances import Stance, objections, stances

__all__ = [
    "Alignment",
    "Balance",
    "Breach",
    "Gap",
    "Pressure",
    "Stance",
    "align",
    "balances",
    "gaps",
    "objections",
    "stances",
    "under_pressure",
]
