"""Pointing at the words of a report: by their place, or by writing them down."""

from __future__ import annotations

import bisect
import re

from .errors import EvidenceError
from .report import Evidence, Report

__all__ = ["LONGEST", "pointed_at"]

LONGEST = 2000
"""Characters of the longest stretch that may be pointed at."""
_WORD = re.compile(r"\S+")


def pointed_at(report: Report, *, words: str = "", start: int | None = None, end: int | None = None) -> Evidence:
    """Find the stretch of a report that somebody points at.

    Args:
        report: The report.
        words: The exact words; only blanks and line ends may differ from those of the text.
        start: Offset of the first character, in Unicode code points; with `words`, of a place where they stand.
        end: Offset behind the last character; needed where no words are given.

    Returns:
        The stretch, without blanks at its ends.

    Raises:
        EvidenceError: If the text does not hold the words, holds them several times and no start is given, or the
            stretch lies outside of it, is too long or holds no words.
    """
    if words.strip():
        start, end = _place_of(report, words, start)
    elif start is None or end is None:
        msg = "point at the words: give them as they stand in the report, or where they start and end"
        raise EvidenceError(msg)
    if not 0 <= start < end <= len(report.text):
        msg = f"[{start}, {end}) is no stretch of this report, which has {len(report.text)} characters"
        raise EvidenceError(msg)
    if end - start > LONGEST:
        msg = f"this is {end - start} characters long; point at {LONGEST} at most, best at one sentence"
        raise EvidenceError(msg)
    quote = report.text[start:end]
    return report.evidence(end - len(quote.lstrip()), start + len(quote.rstrip())) if quote.strip() else _blank()


def _blank() -> Evidence:
    msg = "there are no words in this stretch of the report; point at a sentence"
    raise EvidenceError(msg)


def _place_of(report: Report, words: str, start: int | None) -> tuple[int, int]:
    """Find words in a text, any blanks for any blanks, in one pass over it."""
    sought = " ".join(words.split())
    if len(sought) > LONGEST:
        msg = f"these are {len(sought)} characters; give {LONGEST} at most, best one sentence"
        raise EvidenceError(msg)
    flat, places = _flattened(report.text)
    at = flat.find(sought) if start is None else bisect.bisect_left(places, start)
    if at < 0 or not flat.startswith(sought, at):
        msg = "the report does not hold these words as they are written here; copy them from its text"
        raise EvidenceError(msg)
    if start is None and flat.find(sought, at + 1) >= 0:
        msg = "the report holds these words more than once; take more of them, or say where they start"
        raise EvidenceError(msg)
    return places[at], places[at + len(sought) - 1] + 1


def _flattened(text: str) -> tuple[str, list[int]]:
    """A text with single blanks, and where each of its characters stands in the text itself."""
    pieces: list[str] = []
    places: list[int] = []
    for match in _WORD.finditer(text):
        if pieces:
            pieces.append(" ")
            places.append(match.start() - 1)
        pieces.append(match[0])
        places.extend(range(match.start(), match.end()))
    return "".join(pieces), places
