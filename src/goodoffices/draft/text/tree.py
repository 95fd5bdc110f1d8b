"""Which provision stands under which, and which paragraph belongs to whom.

What stands under what is told by headings, by indentation, and, where nothing is indented, by the numbers: behind "1."
an "(a)" stands under it until "2." comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .blocks import Block
from .markers import Marker, Reading
from .model import Place
from .nodes import Fence, Node, Tree

__all__ = ["grow"]

_RAGGED = 3
"""Numbers set flush right differ by so many columns at most."""
_DEEPER = 2
"""From so many columns on, a number stands deeper."""
_BARE_LABEL = 10
"""Rank of the outermost "Part" or "Article" without ``#``: they stand under all headings with one."""
_LABEL_HEADING_CHARS = 100


def grow(blocks: Iterable[Block], text: str, *, plain: bool = False) -> Tree:
    """Put blocks under one another.

    Args:
        blocks: The blocks behind the title, in order.
        text: The whole text.
        plain: Is it an ordinary agreement, where paragraphs are not indented as Markdown wants them?
    """
    grower = _Grower(text, plain=plain)
    for block in blocks:
        grower.take(block)
    return grower.tree if grower.tree.nodes else grower.paragraphs()


class _Grower:
    def __init__(self, text: str, *, plain: bool) -> None:
        self.tree = Tree()
        self._text, self._plain = text, plain
        self._path: list[Node] = []
        """The open provisions, the outermost first."""
        self._whole = True
        """May the last provision go on? Not where others or a fence have come between."""
        self._open: list[tuple[Fence, int]] = []
        self._signing = False

    def take(self, block: Block) -> None:
        """Put one block where it belongs."""
        if block.kind in {"open", "bar", "close"}:
            self._fence(block)
        elif block.kind == "heading" or (block.marker and block.marker.kind == "label"):
            self._heading(block)
        elif block.kind in {"note", "comment", "rule"}:
            return
        elif self._signing or (block.kind == "signatures" and not _has_id(self._text, block)):
            self._signing = True
            self.tree.closing.append(block)
        elif block.marker:
            self._item(block, block.marker)
        else:
            self._paragraph(block)

    def paragraphs(self) -> Tree:
        """Take each paragraph as a provision: in a text without numbers and headings they are its points."""
        paragraphs, self.tree.preamble = self.tree.preamble, []
        for block in paragraphs:
            self._path.clear()
            self._add(indent=block.indent).blocks.append(block)
        return self.tree

    def _fence(self, block: Block) -> None:
        if block.kind == "open":
            fence = Fence(index=len(self.tree.fences), lines=[block], path=list(self._path))
            self.tree.fences.append(fence)
            self._open.append((fence, 0))
        else:
            fence, alternative = self._open.pop()
            fence.lines.append(block)
            self._path = list(fence.path)
            if block.kind == "bar":
                self._open.append((fence, alternative + 1))
        self._whole = False

    def _heading(self, block: Block) -> None:
        """Open a heading: ``## Article 5``, or "Article 5" on a line of its own."""
        self._signing = False
        marker = block.marker
        rank = block.level or (marker.rank + _BARE_LABEL if marker and marker.rank else 0)
        while self._path and (self._path[-1].rank < 0 or self._path[-1].rank >= rank):
            self._path.pop()
        headed = block.kind == "heading" or self._is_heading(block)
        reading = marker.readings[0] if marker else None
        node = self._add(rank=rank, indent=block.indent, marker=marker, reading=reading)
        if headed:
            node.heading = block
        else:
            node.blocks.append(block)

    def _is_heading(self, block: Block) -> bool:
        """Is what follows "Article 5." its heading, and not its words?"""
        words = self._text[block.words : block.end].rstrip()
        words = words[: words.rindex("{")].rstrip() if words.endswith("}") and "{" in words else words
        return block.lines == 1 and len(words) <= _LABEL_HEADING_CHARS and not words.endswith((".", ";", ":", ","))

    def _item(self, block: Block, marker: Marker) -> None:
        reading, above = self._place(marker, block)
        del self._path[above:]
        node = self._add(indent=block.indent, marker=marker, reading=reading)
        node.column = _column(block)
        if block.headed:
            node.heading = block
        else:
            node.blocks.append(block)

    def _place(self, marker: Marker, block: Block) -> tuple[Reading, int]:
        """Find how to take a number, and how many of the open provisions it stands under."""
        for follows in (True, False):
            for reading in marker.readings:
                above = self._sibling(reading, block, follows=follows)
                if above is not None:
                    return reading, above
        reading = next((each for each in marker.readings if each.value == 1), marker.readings[0])
        above = len(self._path)
        while above and self._path[above - 1].rank < 0 and not _may_hold(self._path[above - 1], reading, block.indent):
            above -= 1
        return reading, above

    def _sibling(self, reading: Reading, block: Block, *, follows: bool) -> int | None:
        """Find the open number that this one goes on from: the next in order, or else one of its style beside it."""
        for index in range(len(self._path) - 1, -1, -1):
            node = self._path[index]
            if node.rank >= 0:
                return None
            before = node.reading
            if before is None or before.style != reading.style or before.path[:-1] != reading.path[:-1]:
                continue
            apart = abs(node.indent - block.indent)
            flush_right = apart <= _RAGGED and abs(node.column - _column(block)) <= 1
            nests = reading.value == 1 and index < len(self._path) - 1 and self._top_is_number()
            if follows and reading.value and reading.value == before.value + 1 and (apart < _DEEPER or flush_right):
                return index
            if not follows and apart < _DEEPER and not nests:
                return index
        return None

    def _top_is_number(self) -> bool:
        marker = self._path[-1].marker
        return marker is not None and marker.kind == "number"

    def _paragraph(self, block: Block) -> None:
        last = self._path[-1] if self._path else None
        named = _has_id(self._text, block)
        if not self.tree.nodes and not named and not self._open:
            self.tree.preamble.append(block)
        elif (
            last and self._whole and (_only_attributes(self._text, block) or (not named and self._goes_on(last, block)))
        ):
            last.blocks.append(block)
        else:
            self._stand_alone(block, named=named)

    def _goes_on(self, node: Node, block: Block) -> bool:
        """Is a paragraph one more of the last provision?"""
        if node.rank >= 0:
            return True
        if node.marker is None:
            return abs(block.indent - node.indent) < _DEEPER
        if node.marker.kind != "bullet":
            above = node.parent
            closes = above and above.rank < 0 and above.indent + _DEEPER <= block.indent <= node.indent
            return node.indent - block.indent < _DEEPER and not closes
        first = self._text[block.words]
        empty = not node.blocks or not self._text[node.blocks[-1].words : node.blocks[-1].end].strip()
        return block.indent > node.indent or (self._plain and (not first.isupper() or empty))

    def _stand_alone(self, block: Block, *, named: bool) -> None:
        """Open a provision without a number: a paragraph that is named, or that comes behind others."""
        popped = False
        while (
            self._path
            and self._path[-1].rank < 0
            and not _holds(self._path[-1], block, behind_others=popped and not named)
        ):
            self._path.pop()
            popped = True
        self._add(indent=block.indent).blocks.append(block)

    def _add(
        self, *, indent: int, rank: int = -1, marker: Marker | None = None, reading: Reading | None = None
    ) -> Node:
        parent = self._path[-1] if self._path else None
        node = Node(
            parent=parent,
            level=parent.level + 1 if parent else 1,
            rank=rank,
            indent=indent,
            marker=marker,
            reading=reading,
            within=tuple(Place(fence.index, alternative) for fence, alternative in self._open),
        )
        self._path.append(node)
        self.tree.nodes.append(node)
        self._whole = True
        return node


def _column(block: Block) -> int:
    """The column behind the number of a block."""
    return block.indent + (block.marker.end - block.first if block.marker else 0)


def _may_hold(node: Node, reading: Reading, indent: int) -> bool:
    """May a number of another style stand under an open provision?"""
    if node.indent + _DEEPER <= indent:
        return True
    if node.indent - indent >= _DEEPER or node.reading is None or node.reading.style in {"-", reading.style}:
        return False
    above = node.reading.path
    if len(reading.path) > 1 and above:
        return len(above) < len(reading.path) and above == reading.path[: len(above)]
    return True


def _holds(node: Node, block: Block, *, behind_others: bool) -> bool:
    """Does a paragraph of its own stand under an open provision: indented, or closing what "(a)" and "(b)" opened?"""
    if node.marker is None:
        return False
    closes = behind_others and node.marker.kind == "number" and node.indent - block.indent < _DEEPER
    return node.indent + _DEEPER <= block.indent or closes


_ID_AT_END = re.compile(r"\{#[^{}\n]{1,400}\}\s*\Z")


def _has_id(text: str, block: Block) -> bool:
    """Does a paragraph end with attributes that name it, and have words too?"""
    tail = text[max(block.words, block.end - 500) : block.end]
    found = _ID_AT_END.search(tail)
    return bool(found and (found.start() > 0 and tail[: found.start()].strip()))


def _only_attributes(text: str, block: Block) -> bool:
    words = text[block.words : block.end]
    return words.startswith("{") and words.endswith("}") and "\n" not in words and words.count("{") == 1
