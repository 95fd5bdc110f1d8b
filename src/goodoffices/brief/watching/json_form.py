"""The pages as JSON: the view models themselves, each with the name of its format."""

from __future__ import annotations

from typing import Any

import msgspec

from .model import ReportPage, ScorePage, StatePage, TrendPage

__all__ = ["Page", "page_to_json", "schema_of"]

Page = StatePage | ReportPage | TrendPage | ScorePage


def page_to_json(page: Page) -> str:
    """Write a page as JSON, indented, the same text for the same page."""
    return msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"


def schema_of(page: type[Page]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a page."""
    return msgspec.json.schema(page)
