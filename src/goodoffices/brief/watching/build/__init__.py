"""From what the watch room works out to the view models of its pages."""

from __future__ import annotations

from .report import build_report
from .scores import build_scores
from .state import build_state
from .trends import build_trends

__all__ = ["build_report", "build_scores", "build_state", "build_trends"]
