"""What makes a line a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from goodoffices.read.ingest.dateline import read_head

from .lines import Line

__all__ = ["MarkedHeading", "heads", "in_capitals", "marked_heading", "says_who_or_when", "underlined"]

_HEADING_CHARS = 140
_HEADING_WORDS = 18
_CAPITAL_LETTERS = 4
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]+)\1:?")
_ENDS = frozenset(".;:,…!»”\"'’)]")
_OPENERS = frozenset("“\"'‘(")
_CLOSERS = "”\"'’)]»*_"
_SIGNED = re.compile(r"[*_]*(?:by\b|\w{2,20}:)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$")


class MarkedHeading(msgspec.Struct, frozen=True):
    """A heading that is marked as one: where its words start and end in the line, and its level."""

    start: int
    end: int
    level: int


def marked_heading(text: str) -> MarkedHeading | None:
    """Read ``## Heading`` or a short line that is bold as a whole."""
    found = _HASHES.match(text)
    if found:
        return MarkedHeading(found.end(), max(found.end() + 1, len(text.rstrip("# \t"))), len(found[1]))
    bold = _BOLD.fullmatch(text) if len(text) <= _HEADING_CHARS else None
    if bold and heads(bold[2].rstrip(":")):
        return MarkedHeading(bold.start(2), bold.end(2), 2)
    return None


def underlined(lines: Sequence[Line], at: int) -> bool:
    """Does a line of ``===`` or ``---`` stand under this one?"""
    if at + 1 >= len(lines):
        return False
    rule = lines[at + 1].text
    return len(rule) > 2 and set(rule) in ({"="}, {"-"})  # noqa: PLR2004  as Markdown has it, three or more


def in_capitals(text: str) -> bool:
    """Is a line written in capitals alone?"""
    if len(text) > 2 * _HEADING_CHARS:
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _CAPITAL_LETTERS and all(char.isupper() for char in letters)


def heads(text: str) -> bool:
    """Could a short line be a heading: a few words, no final stop, a capital first, and no byline or date?"""
    words = text[: _HEADING_CHARS + 1].split()
    if not words or len(text) > _HEADING_CHARS or len(words) > _HEADING_WORDS:
        return False
    first = text.lstrip("“\"'‘(¿*_")[:1]
    if not first or first.islower() or not any(char.isalpha() for char in text):
        return False
    if in_capitals(text):
        return text[-1] not in ":;,"
    last = text.rstrip("*_ ")[-1:]
    quoted_word = last in _CLOSERS and text[0] not in _OPENERS and text.rstrip(_CLOSERS)[-1:] not in _ENDS | {"?"}
    if last in _ENDS and not quoted_word and not _ABBREVIATION.search(text):
        return False
    return not says_who_or_when(text)


def says_who_or_when(text: str) -> bool:
    """Is a line a byline, a date or a dateline?"""
    if not any(char.isdigit() for char in text) and not _SIGNED.match(text):
        return False
    head = read_head(text)
    return head.published is not None or head.author is not None or head.outlet is not None
