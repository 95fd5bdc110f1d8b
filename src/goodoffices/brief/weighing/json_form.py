"""The report of a deal as JSON: the view models themselves, the format `goodoffices.weigh/1`."""

from __future__ import annotations

from typing import Any

import msgspec

from .model import Report

__all__ = ["weighing_schema", "weighing_to_json"]


def weighing_to_json(report: Report) -> bytes:
    """Write the report as JSON: UTF-8, indented, the same bytes for the same report."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def weighing_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `weighing_to_json` writes."""
    return msgspec.json.schema(Report)
