"""The pages of the draft room: a comparison of two texts, and the rolling text, as HTML, Markdown and JSON."""

from __future__ import annotations

from .build import Assessed, HeldAgainst, Kept, build_assessed, build_comparison, build_progress, build_rolling
from .html import comparison_to_html, rolling_to_html
from .json_form import comparison_schema, page_to_json, rolling_schema
from .markdown import comparison_to_markdown, rolling_to_markdown
from .model import ComparisonPage, Progress, RollingPage

__all__ = [
    "Assessed",
    "ComparisonPage",
    "HeldAgainst",
    "Kept",
    "Progress",
    "RollingPage",
    "build_assessed",
    "build_comparison",
    "build_progress",
    "build_rolling",
    "comparison_schema",
    "comparison_to_html",
    "comparison_to_markdown",
    "page_to_json",
    "rolling_schema",
    "rolling_to_html",
    "rolling_to_markdown",
]
