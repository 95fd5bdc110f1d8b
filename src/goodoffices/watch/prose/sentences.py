"""Where sentences start and end in a report that came out of a PDF: lines end inside them, and so do blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["LONGEST", "sentences"]

# A "sentence" without an end is cut here, in characters: no report's sentence is longer.
LONGEST = 2000

_END = re.compile(r"[.!?][”\"’)\]]*(?=\s|$)")
_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(
    r"\s*(?:[•●▪◦‣·*\uf0a7\uf0b7\uf0d8]|[-–—]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s|\d{1,2}\.\s(?=[A-Z]))"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|St|No|Nos|approx|ca|vs|e\.g|i\.e|cf|Art|para|etc|[A-Z]))\.$"
)
_UNFINISHED = re.compile(
    r"(?:[,;:(–—\x02-]|\b(?:and|or|the|of|in|at|on|to|by|near|with|from|for|a|an|between|including|that|which|who|as))\s*$"
)
_LOWER = re.compile(r"\s*[“\"(]?[a-z0-9]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into sentences.

    A new paragraph (a blank line, a bullet) ends a sentence, unless the words before it cannot end one or those
    after it go on in small letters.

    Args:
        text: A report.

    Yields:
        ``[start, end)`` of each sentence without the space around it, in order, none longer than ``LONGEST``.
    """
    for start, end in _paragraphs(text):
        at = start
        for stop in _END.finditer(text, start, end):
            if text[stop.start()] == "." and _ABBREVIATED.search(text, max(at, stop.start() - 8), stop.start() + 1):
                continue
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
        yield from _trimmed(text, at, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that may share a sentence."""
    start, blank, tail = 0, False, ""
    for line in _LINE.finditer(text):
        if not line.group():
            break
        if not line.group().strip():
            blank = True
            continue
        if line.start() > start and _opens(line.group(), tail, blank=blank):
            yield start, line.start()
            start = line.start()
        blank, tail = False, line.group().rstrip()[-40:]
    yield start, len(text)


def _opens(line: str, tail: str, *, blank: bool) -> bool:
    """Does this line open a paragraph, given the end of the last line that was not blank?"""
    bullet = _BULLET.match(line)
    if bullet:
        return tail.endswith((".", "!", "?", "”", ")", ":")) or not _LOWER.match(line, bullet.end())
    if not blank:
        return False
    return not (_UNFINISHED.search(tail) or (tail and tail[-1] not in ".!?”" and _LOWER.match(line)))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the space around it, cut where it is too long to be a sentence."""
    while start < end:
        cut = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space if space > start else start + LONGEST
        piece = text[start:cut]
        body = piece.strip(" \t\r\n\f\v•●\uf0b7\uf0a7")
        if body:
            first = start + piece.index(body[0])
            yield first, first + len(body)
        start = cut
