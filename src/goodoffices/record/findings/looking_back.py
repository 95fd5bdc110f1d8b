"""A later report that looks back to the time of an earlier one: it names its month, or the place it was sent from."""

from __future__ import annotations

import datetime as dt
import functools
import re

from .sentences import Sentence
from .shelf import Shelf

__all__ = ["looks_back"]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DATELINE = re.compile(r"^([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' -]{3,30}),", re.MULTILINE)
"""The place that a report was sent from, in capitals at the head of a line."""
_YEAR_DAYS = 366


def looks_back(one: Sentence, other: Sentence, shelf: Shelf) -> bool:
    """Does the later of two sentences name the month, or the place, of the report that the earlier stands in?

    Args:
        one: A sentence.
        other: A sentence of another report.
        shelf: The reports.
    """
    days = shelf.day(one.report), shelf.day(other.report)
    if days[0] is None or days[1] is None:
        return False
    if days[0] > days[1]:
        one, other, days = other, one, (days[1], days[0])
    early, late = days[0], days[1]
    if early is None or late is None or (late - early).days > _YEAR_DAYS or _same_month(early, late):
        return False
    text = other.said.casefold()
    if re.search(rf"\b{_MONTHS[early.month - 1]}\b", text):
        return True
    return any(place in text for place in _sent_from(shelf.report(one.report).text))


def _same_month(one: dt.date, other: dt.date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


@functools.lru_cache(maxsize=256)
def _sent_from(text: str) -> tuple[str, ...]:
    return tuple(match[1].casefold() for match in _DATELINE.finditer(text[:2000]))
