"""The layout of a report: headings, paragraphs, list items and tables, each with its offsets in the text.

A page is taken apart before it is parsed: a parser takes a heading for the start of a sentence and the cells of a table
for organisations. One pass over the lines; the time grows with the length of the text and not faster.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from goodoffices.record import Report

__all__ = ["Block", "Cell", "lay_out"]


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table, or one name: ``text[start:end]``, without the bars and spaces around it.

    An empty cell of a table has ``start == end``.
    """

    start: int
    end: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of a page.

    Attributes:
        kind: What it is.
        start: Offset of its first character that counts (behind a bullet, a `#`, a dateline or a speaker's name).
        end: Offset behind its last.
        level: Depth of a heading (1 is the title) or of a list item (1 is the outermost), else 0.
        rows: The rows of a table, the head first (without the `|---|` line), else empty.
        heading: Index of the block that is the heading above it, or None.
        lead: Index of the block that leads a list or a table in ("Key challenges include:"), or None.
        speaker: In a transcript, where the name of the one who says it stands (before this block, or before an earlier
            one whose turn it goes on with), else None.
        dated: In a log, where the day (or hour) of its entry stands, else None.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    start: int
    end: int
    level: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    heading: int | None = None
    lead: int | None = None
    speaker: Cell | None = None
    dated: Cell | None = None


def lay_out(report: Report) -> tuple[Block, ...]:
    """Take the text of a report apart.

    Args:
        report: Its text is read as Markdown and as plain text at once, for reports mix both.

    Returns:
        The blocks in the order of the text; none overlaps another, and what lies between them (bullets, bars, blank
        lines, speakers' names) says nothing of its own.
    """
    from .cutting import cut_long  # noqa: PLC0415  both are about blocks, so they import this module
    from .page import Page  # noqa: PLC0415

    return cut_long(Page(report.text).blocks(), report.text)
