"""The drawings of the draft pages, as SVG."""

from __future__ import annotations

from .courses import bracket_chart, distance_chart
from .flowing import flow_chart
from .standing import standing_bar
from .waiting import wait_chart

__all__ = ["bracket_chart", "distance_chart", "flow_chart", "standing_bar", "wait_chart"]
