"""The pages of the watch room, as HTML, Markdown, text and JSON, all from the same frozen view models."""

from __future__ import annotations

from .backing import Backing
from .model import ReportPage, ScorePage, StatePage, TrendPage
from .rendering import render_report, render_scores, render_state, render_trend

__all__ = [
    "Backing",
    "ReportPage",
    "ScorePage",
    "StatePage",
    "TrendPage",
    "render_report",
    "render_scores",
    "render_state",
    "render_trend",
]
