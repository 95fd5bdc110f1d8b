"""What the answers of a day are made of: the book on the day, and tables before they are marked for an audience."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.desk.tables import Cell
from goodoffices.desk.tables.table import ColumnType

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.indicators import Part, Present
    from goodoffices.watch.state import Outlook

__all__ = ["TRUTHS", "Asked", "Columns", "Made", "part_words", "rounded"]

Columns = Sequence[tuple[str, str, ColumnType]]
Made = tuple[str, str, Columns, Iterable[Sequence[Cell]]]
"""Name, title, columns and rows of a table; tables without rows are left out."""

TRUTHS = {True: "holds", False: "does not hold", None: "unknown"}
"""What is said of a condition."""


class Asked(msgspec.Struct, frozen=True, eq=False):
    """The book as it is asked about on a day."""

    seen: Seen
    outlook: Outlook
    present: Present


def part_words(part: Part) -> str:
    """A part of a condition with what is there now."""
    return f"{'not: ' if part.negated else ''}{part.words}: {part.now} ({TRUTHS[part.holds]})"


def rounded(value: float | None) -> float | None:
    """To a tenth; None stays None."""
    return None if value is None else round(value, 1)
