"""The lines of a text that can be parsed, none longer than the parser takes well."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["paragraphs"]

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_LONGEST = 20_000
"""Characters; a longer line is cut at a space, as no paragraph of a report is that long."""

_FEWEST_WORDS = 1_000
_LEAST_VARIETY = 0.02
"""A long stretch of which fewer words than this share are different is no language (one word repeated)."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Split a text into `[start, end)` spans of lines, leaving out what is blank or no language."""
    for match in _LINE.finditer(text):
        start, stop = match.span()
        while start < stop:
            end = _cut(text, start, stop)
            words = text[start:end].split()
            if words and (len(words) < _FEWEST_WORDS or len(set(words)) >= _LEAST_VARIETY * len(words)):
                yield start, end
            start = end


def _cut(text: str, start: int, stop: int) -> int:
    if stop - start <= _LONGEST:
        return stop
    space = text.rfind(" ", start, start + _LONGEST)
    return space + 1 if space > start else start + _LONGEST
