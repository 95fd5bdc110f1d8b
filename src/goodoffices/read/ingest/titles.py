"""The title of a report whose source names none: its first heading, its short first line, or its first words."""

from __future__ import annotations

import re

__all__ = ["one_line", "title_of"]

_TITLE_CHARS = 300
_LINE_CHARS = 160
_WORDS = 12
_SEARCHED_CHARS = 4_000
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S[^\n]{0,300}?)[ \t#]*$", re.MULTILINE)
_SETEXT = re.compile(r"^(\S[^\n]{0,200})\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_ENDS = (".", "!", "?", ":", ";", ",", "…", ".”", '."', "?”", '?"', "!”", '!"')


def one_line(text: str) -> str:
    """Write a title on one line, at most 300 characters."""
    return " ".join(text[: 4 * _TITLE_CHARS].split())[:_TITLE_CHARS]


def title_of(text: str) -> str:
    """Take a title from the text itself.

    Args:
        text: A report with at least one word in it.
    """
    start = text[:_SEARCHED_CHARS]
    for pattern in (_HEADING, _SETEXT):
        found = pattern.search(start)
        if found:
            return one_line(found[1].strip("*_ "))
    lines = [line.strip(" \t*_>|") for line in start.split("\n")]
    first = next((line for line in lines if re.search(r"\w", line)), "")
    if len(first) <= _LINE_CHARS and not first.endswith(_ENDS):
        return one_line(first)
    words = first.split()
    return one_line(" ".join(words[:_WORDS]).rstrip(",;:") + ("…" if len(words) > _WORDS else ""))
