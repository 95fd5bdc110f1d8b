"""The blocks of a text: headings, numbered items, paragraphs, and the fences of brackets around whole provisions.

One pass over the lines. A block ends at a blank line, or where another kind of block starts.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import msgspec

from .edges import behind, is_definition, opens_signatures, trimmed
from .fences import FenceKind, find_fences
from .labels import Labels
from .lines import Line
from .markers import Marker, find_marker

__all__ = ["Block", "cut_blocks"]

_HEADING = re.compile(r"(?P<signs>#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|={3,}$")
_GAP = 3
"""Numbers that may be missing where one goes on from another in the very next line."""

Kind: TypeAlias = Literal[
    "heading", "item", "paragraph", "note", "comment", "rule", "open", "bar", "close", "signatures"
]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One block: ``text[start:end]``, from the start of its first line to the end of its last word.

    Attributes:
        kind: What it is. A ``note`` is a footnote or the target of a link; a ``comment`` is ``<!-- ... -->``; ``open``,
            ``bar`` and ``close`` are the lines of a bracket around whole provisions.
        start: Offset of its first line.
        first: Offset of its first character that is no white space.
        words: Offset of its words, behind the number or the ``#``.
        end: Offset behind its last character that is no white space.
        indent: Columns of white space before it.
        level: Of a heading with ``#``, how many; else 0.
        marker: The number that opens it, if one does.
        lines: How many lines it has.
        headed: Are the words of a numbered item its heading?
    """

    kind: Kind
    start: int
    first: int
    words: int
    end: int
    indent: int = 0
    level: int = 0
    marker: Marker | None = None
    lines: int = 1
    headed: bool = False


def cut_blocks(text: str, lines: list[Line], *, labels: Labels) -> list[Block]:
    """Cut a text into blocks.

    Args:
        text: The whole text.
        lines: Its lines, front matter left out.
        labels: Tells the labels of alternatives from words.

    Returns:
        The blocks in order. None overlaps another; what lies between them is blank.
    """
    return _Cutter(text, lines, find_fences(text, lines, labels)).blocks()


class _Cutter:
    """Walks over the lines, and knows how far the numbers of each style have come."""

    def __init__(self, text: str, lines: list[Line], fences: dict[int, FenceKind]) -> None:
        self._text, self._lines, self._fences = text, lines, fences
        self._reached: dict[str, int] = {}

    def blocks(self) -> list[Block]:
        blocks: list[Block] = []
        index, spaced = 0, True
        while index < len(self._lines):
            if self._lines[index].blank:
                index, spaced = index + 1, True
                continue
            block, index = self._block(index, spaced=spaced)
            blocks.append(block)
            self._count(block.marker)
            spaced = block.kind not in {"item", "paragraph", "note", "signatures"}
        return blocks

    def _block(self, index: int, *, spaced: bool) -> tuple[Block, int]:
        text, line = self._text, self._lines[index]
        end = trimmed(text, line.first, line.end)
        if index in self._fences:
            kind = self._fences[index]
            return Block(
                kind=kind, start=line.start, first=line.first, words=line.first + 1, end=end, indent=line.indent
            ), index + 1
        if heading := _HEADING.match(text, line.first, line.end):
            return _headed(text, line, heading, end), index + 1
        if _RULE.match(text, line.first, end):
            return Block(kind="rule", start=line.start, first=line.first, words=end, end=end), index + 1
        if text.startswith("<!--", line.first):
            return _comment(text, self._lines, index)
        if is_definition(text, line):
            return self._gathered(index, kind="note", marker=None)
        marker = find_marker(text, line.first, line.end)
        if marker is not None and not spaced and not self._may_interrupt(marker):
            marker = None
        return self._gathered(index, kind="item" if marker else "paragraph", marker=marker)

    def _gathered(self, index: int, *, kind: Kind, marker: Marker | None) -> tuple[Block, int]:
        """Take the lines of a paragraph together, up to a blank line or another block."""
        text, line = self._text, self._lines[index]
        self._count(marker)
        stop = index + 1
        while stop < len(self._lines) and not self._lines[stop].blank and not self._starts(stop):
            stop += 1
        last = self._lines[stop - 1]
        words = behind(text, marker.end, line.end) if marker else line.first
        end = max(trimmed(text, last.first, last.end), words)
        if kind == "paragraph" and opens_signatures(text[line.first : end]):
            kind = "signatures"
        return Block(
            kind=kind,
            start=line.start,
            first=line.first,
            words=words,
            end=end,
            indent=line.indent,
            marker=marker,
            lines=stop - index,
        ), stop

    def _starts(self, index: int) -> bool:
        """Does a line start a block of its own, with words in the line before?"""
        text, line = self._text, self._lines[index]
        sign = text[line.first]
        if index in self._fences or (sign == "#" and _HEADING.match(text, line.first, line.end)):
            return True
        if sign in "-*_=" and _RULE.match(text, line.first, trimmed(text, line.first, line.end)):
            return True
        if sign == "[" and is_definition(text, line):
            return True
        marker = find_marker(text, line.first, line.end)
        return marker is not None and self._may_interrupt(marker)

    def _may_interrupt(self, marker: Marker) -> bool:
        """May a number open a provision in the line after words, with no blank line between?

        It may where it goes on from a number of its style above, or is the first of its order: a sentence that was
        broken before "12. " or "Article 5." is rarely either.
        """
        for reading in marker.readings:
            before = self._reached.get(reading.style)
            if before is not None and before < reading.value <= before + _GAP:
                return True
            if reading.value <= 1 and marker.kind != "label":
                return True
        return False

    def _count(self, marker: Marker | None) -> None:
        for reading in marker.readings if marker else ():
            self._reached[reading.style] = reading.value


def _headed(text: str, line: Line, heading: re.Match[str], end: int) -> Block:
    first = heading.end()
    marker = find_marker(text, first, line.end)
    words = behind(text, marker.end, line.end) if marker else first
    return Block(
        kind="heading",
        start=line.start,
        first=line.first,
        words=words,
        end=max(end, words),
        indent=line.indent,
        level=len(heading["signs"]),
        marker=marker,
    )


def _comment(text: str, lines: list[Line], index: int) -> tuple[Block, int]:
    """Take a comment; one that never closes ends with its line."""
    line = lines[index]
    close = text.find("-->", line.first)
    stop = index + 1
    while close >= 0 and stop < len(lines) and lines[stop].start <= close:
        stop += 1
    end = trimmed(text, line.first, lines[stop - 1].end)
    return Block(kind="comment", start=line.start, first=line.first, words=line.first, end=end), stop
