"""Saying: by whom a report has a thing said, where someone says it rather than thinks or wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..attribution import Attribution
    from ..context import Context

__all__ = ["told_by"]


def told_by(context: Context, start: int, end: int) -> str | None:
    """Name who says the words in ``[start, end)`` of the text, None where the report says them itself.

    What someone plans, fears or believes is not told by them, so that "X planned to meet Y" stays the report's word.
    """
    best: tuple[int, Attribution] | None = None
    for attribution in context.attributions:
        if attribution.manner != "speech" or attribution.negated or attribution.start > end:
            continue
        for first, last in attribution.content:
            if first <= start and end <= last and (best is None or last - first < best[0]):
                best = (last - first, attribution)
    return next(iter(context.head_actors(best[1].source)), None) if best else None
