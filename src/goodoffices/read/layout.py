"""The layout of a report: headings, paragraphs, list items and tables, each with its offsets in the text."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Block", "Cell"]


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table: ``text[start:end]``, without the bars and spaces around it."""

    start: int
    end: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of a page.

    Attributes:
        kind: What it is.
        start: Offset of its first character that counts (behind a bullet or `#`).
        end: Offset behind its last.
        level: Depth of a heading (1 is the title) or of a list item (1 is the outermost), else 0.
        rows: The rows of a table, the head first (without the `|---|` line), else empty.
        heading: Index of the block that is the heading above it, or None.
        lead: Index of the block that leads a list or a table in ("Key challenges include:"), or None.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    start: int
    end: int
    level: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    heading: int | None = None
    lead: int | None = None
