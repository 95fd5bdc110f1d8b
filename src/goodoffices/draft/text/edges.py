"""Where words start and end, and which paragraphs are no provisions: signatures, footnotes, targets of links."""

from __future__ import annotations

import functools
import re

from .lines import Line
from .vocabulary import marker_words, one_of

__all__ = ["behind", "definition_name", "is_definition", "opens_signatures", "trimmed"]

_DEFINITION = re.compile(r"\[(?P<name>\^?[^\[\]|\n]{1,200})\]:[ \t]*(?P<target>\S*)")
_TARGET = re.compile(r"<?(?:[a-z][a-z0-9+.-]*:|/|\.{1,2}/|#|www\.)", re.IGNORECASE)
_SIGNATURE_CHARS = 300


def behind(text: str, start: int, end: int) -> int:
    """Offset of the first character from `start` on that is no white space; `end` where there is none."""
    while start < end and text[start].isspace():
        start += 1
    return start


def trimmed(text: str, start: int, end: int) -> int:
    """Offset behind the last character before `end` that is no white space; `start` where there is none."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def is_definition(text: str, line: Line) -> bool:
    """Is a line a footnote (``[^1]: ...``) or the target of a link (``[map]: https://...``)?"""
    return bool(definition_name(text, line.first, line.end))


def definition_name(text: str, start: int, end: int) -> str:
    """The name of a footnote or of the target of a link; "" for anything else."""
    found = _DEFINITION.match(text, start, end)
    if found and (found["name"].startswith("^") or _TARGET.match(found["target"])):
        return found["name"]
    return ""


def opens_signatures(paragraph: str) -> bool:
    """Does an unnumbered paragraph open the signatures?"""
    head = paragraph[:_SIGNATURE_CHARS]
    if _signatures().match(head):
        return True
    return len(paragraph) < _SIGNATURE_CHARS and any(
        mark in head.casefold() for mark in marker_words()["signatures"]["marks"]
    )


@functools.cache
def _signatures() -> re.Pattern[str]:
    words = marker_words()["signatures"]
    return re.compile(
        rf"[*_]{{0,2}}(?:(?:{one_of(words['openings'])})(?!\w)|(?:{one_of(words['rolls'])})\b[^\n.;]{{0,120}}:\s*$)",
        re.IGNORECASE,
    )
