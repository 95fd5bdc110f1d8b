"""Numbers that ordinary texts put inside a bracket: "[5. The Commission verifies it.]" is provision 5 in brackets."""

from __future__ import annotations

import re

__all__ = ["free_numbers"]

_OPENS = re.compile(
    r"(?m)^(?P<indent>[ \t]*)\[(?P<number>(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}"
    r"|\([a-z0-9]{1,3}\)|Article \d{1,3}[.:])[ \t]+)(?=\S)"
)
_BLANK = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[\[\]]")
_ENDS = re.compile(r"\s*[.;,]?\s*")


def free_numbers(text: str) -> str:
    """Put a number before the bracket that opens with it, where that bracket ends with its paragraph.

    No character is lost or added, so every offset behind the number stays.

    Args:
        text: An ordinary agreement.
    """
    pieces, at = [], 0
    for found in _OPENS.finditer(text):
        if found.start() >= at and _closes(text, found):
            pieces += [text[at : found.start()], found["indent"], found["number"], "["]
            at = found.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _closes(text: str, found: re.Match[str]) -> bool:
    """Does the bracket end where its paragraph ends?"""
    blank = _BLANK.search(text, found.end())
    end = blank.start() if blank else len(text)
    depth = 0
    for mark in _MARK.finditer(text, found.end("indent"), end):
        depth += 1 if mark[0] == "[" else -1
        if depth == 0:
            return _ENDS.fullmatch(text, mark.end(), end) is not None
    return False
