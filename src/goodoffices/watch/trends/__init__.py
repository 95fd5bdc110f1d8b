"""Trends: change points with their uncertainty, none claimed that chance would do as well."""

from __future__ import annotations

from .scan import Split, scan
from .series import Series, daily_series
from .trend import Mark, Trend, Turn, find_trends, marks_of, trend_of

__all__ = [
    "Mark",
    "Series",
    "Split",
    "Trend",
    "Turn",
    "daily_series",
    "find_trends",
    "marks_of",
    "scan",
    "trend_of",
]
