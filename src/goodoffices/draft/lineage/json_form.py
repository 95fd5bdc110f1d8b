"""A comparison for machines; the form is kept stable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .comparison import Comparison, Link, PointLike

__all__ = ["to_json"]


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Write a comparison as plain data.

    Args:
        comparison: of two texts.

    Returns:
        `{"a": [{"id", "number", "text", "start", "end"}], "b": [...], "links": [{"a": [ids], "b": [ids], "change",
        "similarity"}]}`; a link of points that moved has `"moved": true`, others have no such key.
    """
    return {
        "a": _points(comparison.a),
        "b": _points(comparison.b),
        "links": [_link(link) for link in comparison.links],
    }


def _points(points: Iterable[PointLike]) -> list[dict[str, Any]]:
    """Write points."""
    return [
        {"id": each.id, "number": each.number, "text": each.text, "start": each.start, "end": each.end}
        for each in points
    ]


def _link(link: Link) -> dict[str, Any]:
    """Write a link."""
    form = {"a": list(link.a), "b": list(link.b), "change": link.change, "similarity": round(float(link.similarity), 6)}
    return form | ({"moved": True} if link.moved else {})
