"""Markdown of what other formats hold, so that the layout of a report is told in one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["heading", "item", "paragraph", "table"]


def heading(level: int, text: str) -> str:
    """Write a heading; empty where there are no words."""
    text = _line(text)
    return f"{'#' * min(max(level, 1), 6)} {text}" if text else ""


def item(level: int, text: str, *, marker: str = "-") -> str:
    """Write an item of a list, `level` 1 being the outermost."""
    text = _line(text)
    return f"{'  ' * (level - 1)}{marker} {text}" if text else ""


def paragraph(text: str) -> str:
    """Write a paragraph on one line."""
    return _line(text)


def table(rows: Iterable[Sequence[str]]) -> str:
    """Write a table, its first row as the head; bars in cells become broken bars."""
    cells = [[_line(cell).replace("|", "¦") for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    if not cells:
        return ""
    width = max(map(len, cells))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _line(text: str) -> str:
    return " ".join(text.split())
