"""Texts of which not all is known: a version that was announced and not shown, or of which some points are told."""

from __future__ import annotations

from typing import Literal

from goodoffices.draft.text import Document

__all__ = ["content_of", "is_known", "points_claimed"]

_UNKNOWN = frozenset({"unknown", "secret", "not known", "withheld"})
_PARTLY = frozenset({"partial", "partly", "partly known", "partially known", "in part", "incomplete"})


def content_of(text: object) -> Literal["known", "partly known", "unknown"]:
    """Say how much of a text is known, by ``content: unknown`` or ``content: partial`` in its front matter.

    Args:
        text: A document; anything else is wholly known.
    """
    said = dict(text.meta).get("content", "").strip().casefold() if isinstance(text, Document) else ""
    if said in _UNKNOWN:
        return "unknown"
    return "partly known" if said in _PARTLY else "known"


def is_known(text: object) -> bool:
    """Is all of a text known?"""
    return content_of(text) == "known"


def points_claimed(text: object) -> int | None:
    """How many points a text is said to have (``points: 20`` in its front matter), or None."""
    said = dict(text.meta).get("points", "").strip() if isinstance(text, Document) else ""
    return int(said) if said.isascii() and said.isdecimal() else None
