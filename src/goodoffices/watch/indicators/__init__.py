"""Numbers on a day: indicators, thresholds, promises, rates of what is owed again and again, baselines."""

from __future__ import annotations

from .baseline import Baseline, baselines_of
from .measuring import Direction, Measure, Measured, Objective, measure, measure_all, objectives_of
from .present import Part, Present, Threshold
from .promising import Pool, Promise, pools_of
from .rates import Rate, rates_of

__all__ = [
    "Baseline",
    "Direction",
    "Measure",
    "Measured",
    "Objective",
    "Part",
    "Pool",
    "Present",
    "Promise",
    "Rate",
    "Threshold",
    "baselines_of",
    "measure",
    "measure_all",
    "objectives_of",
    "pools_of",
    "rates_of",
]
