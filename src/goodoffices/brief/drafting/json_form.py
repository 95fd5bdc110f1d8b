"""The pages as JSON: the view models themselves, each with the name of its format."""

from __future__ import annotations

from typing import Any

import msgspec

from .model import ComparisonPage, Progress, RollingPage

__all__ = ["comparison_schema", "page_to_json", "rolling_schema"]


def page_to_json(page: ComparisonPage | RollingPage | Progress) -> bytes:
    """Write a page as JSON: UTF-8, indented, the same bytes for the same page."""
    return msgspec.json.format(msgspec.json.encode(page), indent=2) + b"\n"


def comparison_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a comparison."""
    return msgspec.json.schema(ComparisonPage)


def rolling_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a rolling text."""
    return msgspec.json.schema(RollingPage)
