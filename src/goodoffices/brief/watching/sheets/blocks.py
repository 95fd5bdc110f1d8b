"""Blocks of a plain page, and how a terminal and Markdown write them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.brief.markdown.text import heading, plain, table

__all__ = ["Block", "Heading", "Item", "Say", "Table", "as_markdown", "as_text"]

_WIDTH = 110  # characters of a line on a terminal
_CELL = 44  # characters of a cell there


class Heading(msgspec.Struct, frozen=True):
    """A heading; 1 is the title."""

    level: int
    words: str


class Say(msgspec.Struct, frozen=True):
    """A paragraph."""

    words: str


class Item(msgspec.Struct, frozen=True):
    """An item of a list; `depth` 0 for the outermost."""

    words: str
    depth: int = 0


class Table(msgspec.Struct, frozen=True):
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Say | Item | Table


def as_text(blocks: Iterable[Block]) -> str:
    """Write blocks for a terminal."""
    return _joined(line for block in blocks for line in _text(block))


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown in which no word becomes markup."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Item) and isinstance(block, Item)):
            lines.append("")
        lines += _markdown(block)
        before = block
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    """Join lines; two blank ones become one, and none stands first."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).rstrip("\n") + "\n"


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from heading(block.level, block.words)
        case Say():
            yield plain(block.words)
        case Item():
            yield f"{'  ' * block.depth}- {plain(block.words)}"
        case Table():
            yield from table(
                [plain(each) for each in block.head], ([plain(each) for each in row] for row in block.rows)
            )


def _text(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("", block.words.upper() if block.level > 1 else block.words, "")
        case Say():
            yield from (*textwrap.wrap(block.words, _WIDTH), "")
        case Item():
            first = "  " * block.depth + "- "
            yield from textwrap.wrap(
                block.words, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False
            )
        case Table():
            yield from (*_columns(block), "")


def _columns(block: Table) -> Iterator[str]:
    """A table in columns; numbers stand at the right."""
    rows = [[_clipped(cell) for cell in row] for row in (block.head, *block.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(block.head))]
    right = [_is_number(row[place] for row in rows[1:]) for place in range(len(block.head))]
    for number, row in enumerate(rows):
        cells = (
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        yield "  ".join(cells)
        if not number:
            yield "  ".join("-" * width for width in widths)


def _clipped(cell: str) -> str:
    cell = " ".join(cell.split())
    return cell if len(cell) <= _CELL else cell[: _CELL - 1] + "…"


def _is_number(cells: Iterable[str]) -> bool:
    filled: Sequence[str] = [cell for cell in cells if cell]
    return bool(filled) and all(cell.replace(",", "").replace(".", "", 1).replace("%", "").isdigit() for cell in filled)
