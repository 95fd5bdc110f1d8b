"""The drawings of the watch pages, as SVG inside the page."""

from __future__ import annotations

from .days import day_chart
from .gantt import state_chart
from .steps import step_chart
from .targets import target_chart, total_chart

__all__ = ["day_chart", "state_chart", "step_chart", "target_chart", "total_chart"]
