"""The lines of a report, with their offsets, and whether its prose is wrapped at a width."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

__all__ = ["Line", "ends_sentence", "front_matter_end", "join_width", "joins", "split_lines", "starts_low"]

_WIDEST_CHARS = 140
"""Prose that is wrapped by hand or by an e-mail program stays under this."""
_LOW_SHARE = 0.2
"""In wrapped prose most lines go on in mid-sentence; where fewer than this do, each line is a paragraph."""
_FRONT_LINES = 60
_SLACK = 0.85
_STOPS = frozenset(".!?…。؟")
_CLOSERS = "\"'”’)]»*_ "


class Line(msgspec.Struct, frozen=True):
    """One line without the spaces around it.

    Attributes:
        first: Offset where the line itself starts.
        start: Offset of its first character that is no space.
        end: Offset behind its last one; equal to `start` in a blank line.
        text: The characters between the two.
    """

    first: int
    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """How far it stands in, in columns of one character (a tab counts as one)."""
        return self.start - self.first

    @property
    def blank(self) -> bool:
        """Does it hold nothing?"""
        return not self.text


def split_lines(text: str) -> list[Line]:
    r"""Cut a text at its line ends (``\\n`` alone)."""
    lines, first = [], 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        start = first + (len(raw) - len(raw.lstrip()) if stripped else 0)
        lines.append(Line(first, start, start + len(stripped), stripped))
        first += len(raw) + 1
    return lines


def front_matter_end(lines: Sequence[Line]) -> int:
    """Index behind a leading ``---`` block of keys and values (it says nothing of the talks), or 0."""
    if lines[0].text != "---":
        return 0
    for at, line in enumerate(lines[1:_FRONT_LINES], start=1):
        if line.text in {"---", "..."}:
            return at + 1
        if line.text and ":" not in line.text and not line.text.startswith(("-", "#")):
            break
    return 0


def ends_sentence(text: str) -> bool:
    """Does a line end where a sentence can end?"""
    bare = text[-20:].rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def starts_low(text: str) -> bool:
    """Does a line start in mid-sentence, that is, with a small letter?"""
    return text[:1].islower()


def join_width(lines: Sequence[Line]) -> int:
    """Tell the width at which a text is wrapped.

    Returns:
        Characters in a full line, or 0 where each line is a paragraph of its own.
    """
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.text and b.text]
    if not pairs:
        return 0
    lengths = sorted(a.end - a.first for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    low = sum(starts_low(b.text) for _, b in pairs)
    return width if width <= _WIDEST_CHARS and low >= _LOW_SHARE * len(pairs) else 0


def joins(before: Line, line: Line, width: int) -> bool:
    """Does `line` go on with the paragraph that `before` stands in?

    Args:
        before: The line directly above it.
        line: A line that opens nothing of its own (no bullet, heading or row).
        width: What `join_width` says of the text.
    """
    if ends_sentence(before.text) and not width:
        return False
    if starts_low(line.text):
        return True
    if not width:
        return False
    word = line.text.split(None, 1)[0]
    full = before.end - before.first + 1 + len(word) > _SLACK * width
    return full or (not ends_sentence(before.text) and len(before.text) > width * 2 // 3)
