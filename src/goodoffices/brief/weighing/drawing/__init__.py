"""The deal space as SVG made in Python, in the house style of the brief's charts."""

from __future__ import annotations

from .parallel import parallel_chart
from .plane import plane_chart
from .ranges import range_chart

__all__ = ["parallel_chart", "plane_chart", "range_chart"]
