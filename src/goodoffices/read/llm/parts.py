"""A long report in parts that a model can take, cut where the text itself pauses."""

from __future__ import annotations

__all__ = ["PART_CHARS", "parts_of"]

PART_CHARS = 24_000
"""Longest part: about 6,000 tokens, which even a small local model takes beside its instructions and its answer."""
_PAUSES = ("\n\n", "\n", ". ", " ")


def parts_of(text: str, longest: int = PART_CHARS) -> list[tuple[int, int]]:
    """Cut a text into parts.

    Args:
        text: The text.
        longest: Characters of the longest part.

    Returns:
        The parts as ``[start, end)``, which cover the text one after the other; those that are blank are left out.
    """
    parts, start = [], 0
    while start < len(text):
        end = min(len(text), start + longest)
        if end < len(text):
            end = _pause(text, start + longest // 2, end)
        if not text[start:end].isspace():
            parts.append((start, end))
        start = end
    return parts


def _pause(text: str, earliest: int, latest: int) -> int:
    for mark in _PAUSES:
        at = text.rfind(mark, earliest, latest)
        if at >= 0:
            return at + len(mark)
    return latest
