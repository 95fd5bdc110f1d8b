"""The report of a deal as HTML, Markdown and JSON, all from the same frozen view models."""

from __future__ import annotations

from .build import Sentences, build_foretelling, build_weighing
from .html import weighing_contents, weighing_sections, weighing_to_html
from .json_form import weighing_schema, weighing_to_json
from .markdown import weighing_to_markdown
from .model import Report

__all__ = [
    "Report",
    "Sentences",
    "build_foretelling",
    "build_weighing",
    "weighing_contents",
    "weighing_schema",
    "weighing_sections",
    "weighing_to_html",
    "weighing_to_json",
    "weighing_to_markdown",
]
