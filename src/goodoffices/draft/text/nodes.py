"""The tree of a text while it grows: provisions as nodes of blocks, and the lines of brackets around them."""

from __future__ import annotations

import msgspec

from .blocks import Block
from .markers import Marker, Reading
from .model import Place

__all__ = ["Fence", "Node", "Tree"]


class Node(msgspec.Struct, kw_only=True, eq=False):
    """A provision as it is found: its blocks, and where it stands.

    Attributes:
        parent: The node above it, or None.
        level: 1 for the outermost.
        rank: Of a heading, what it stands under; -1 for any other.
        column: The column behind its number.
        reading: How its number was taken, or None.
        heading: The block of its heading line, or None.
        blocks: The blocks of its own words, in order.
        within: The brackets around whole provisions that it stands in.
    """

    parent: Node | None
    level: int
    rank: int = -1
    indent: int = 0
    column: int = 0
    marker: Marker | None = None
    reading: Reading | None = None
    heading: Block | None = None
    blocks: list[Block] = msgspec.field(default_factory=list)
    within: tuple[Place, ...] = ()

    @property
    def start(self) -> int:
        """Offset of its first line."""
        return self.heading.start if self.heading else self.blocks[0].start


class Fence(msgspec.Struct, kw_only=True, eq=False):
    """A bracket around whole provisions: its lines, and what to go back to behind each of its alternatives."""

    index: int
    lines: list[Block]
    path: list[Node]


class Tree(msgspec.Struct, kw_only=True):
    """The provisions found, and the blocks that belong to none."""

    nodes: list[Node] = msgspec.field(default_factory=list)
    preamble: list[Block] = msgspec.field(default_factory=list)
    closing: list[Block] = msgspec.field(default_factory=list)
    fences: list[Fence] = msgspec.field(default_factory=list)
