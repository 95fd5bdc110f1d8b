"""Small pieces of English: lists of names, days and intervals in words, counted nouns."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from goodoffices.brief.wording import wording
from goodoffices.record import Interval

__all__ = ["bare", "clip", "counted", "day_words", "interval_words", "join_names", "quoted", "sentence_case"]

_OPENING = "“\"‘'«„"
_CLOSING = "”\"’'»“"


def join_names(names: Sequence[str]) -> str:
    """Join names as a sentence does: ``A``, ``A and B``, ``A, B and C``; empty for none."""
    if len(names) < 2:  # noqa: PLR2004  one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Count a noun: ``1 report``, ``4 reports``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence_case(text: str) -> str:
    """Write the first letter large and leave the rest."""
    return text[:1].upper() + text[1:]


def bare(text: str) -> str:
    """Take the quotation marks off a text that stands in a pair of them."""
    text = text.strip()
    inner = text[1:-1]
    whole = text[:1] in _OPENING and text[-1:] in _CLOSING and inner and not set(inner) & {text[0], text[-1]}
    return inner.strip() if whole else text


def quoted(text: str) -> str:
    """Put a text in quotation marks, the marks within it made single."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def clip(text: str, characters: int) -> str:
    """Cut a text at a word so that it keeps within `characters`, with an ellipsis where something was cut."""
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    head = text[: characters - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(",;:") + "…"


def day_words(day: dt.date | None) -> str:
    """Write a day as people read it, ``7 January 2026``; ``date unknown`` for None."""
    if day is None:
        return "date unknown"
    return f"{day.day} {wording().months[day.month - 1]} {day.year}"


def interval_words(when: Interval | None) -> str:
    """Write an interval as precisely as it is known, and no more.

    Args:
        when: The interval, or None where nothing is said.

    Returns:
        Empty for None; else a day, a range, a month, ``by 9 March 2026``, ``from ...``, or the report's own words with
        ``date unknown`` where neither end is known.
    """
    if when is None:
        return ""
    if not when.known:
        return f"“{when.text}”, date unknown" if when.text else "date unknown"
    if when.earliest is None:
        return f"by {day_words(when.latest)}"
    if when.latest is None:
        return f"from {day_words(when.earliest)}"
    return _range_words(when.earliest, when.latest)


def _range_words(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day_words(first)
    if _whole_months(first, last):
        return _months_words(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {wording().months[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def _whole_months(first: dt.date, last: dt.date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _months_words(first: dt.date, last: dt.date) -> str:
    months = wording().months
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{months[first.month - 1]} {first.year}"
    return f"{months[first.month - 1]} {first.year} – {months[last.month - 1]} {last.year}"
