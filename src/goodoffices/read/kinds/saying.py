"""Saying: by whom a report has a thing said, where someone says it rather than thinks or wants it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from .outlook_words import outlook_words

if TYPE_CHECKING:
    from ..attribution import Attribution
    from ..context import Context

__all__ = ["telling", "told_by"]

_MOST = 60
"""Attributions before a word that can still hold it, at most."""


def told_by(context: Context, start: int, end: int) -> str | None:
    """Name who says the words in ``[start, end)`` of the text, None where the report says them itself.

    What someone plans, fears or believes is not told by them, so that "X planned to meet Y" stays the report's word.
    """
    attribution = telling(context, start, end)
    return next(iter(context.head_actors(attribution.source)), None) if attribution else None


def telling(context: Context, start: int, end: int) -> Attribution | None:
    """The innermost attribution by which someone says the words in ``[start, end)``; None where the report does."""
    best: tuple[int, Attribution] | None = None
    behind = bisect_right(context.attributions, start, key=lambda attribution: attribution.content[0][0])
    for attribution in context.attributions[max(0, behind - _MOST) : behind]:
        if not _is_saying(attribution):
            continue
        for first, last in attribution.content:
            if first <= start and end <= last and (best is None or last - first < best[0]):
                best = (last - first, attribution)
    return best[1] if best else None


def _is_saying(attribution: Attribution) -> bool:
    """Does someone say it, in so many words ("said", "according to", a quotation), rather than invite or agree?"""
    if attribution.negated or attribution.manner != "speech":
        return False
    return (
        attribution.kind == "direct" or attribution.lemma in outlook_words().speech or not attribution.lemma.isalpha()
    )
