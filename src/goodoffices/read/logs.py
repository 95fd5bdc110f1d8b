"""Logs set as tables: a day in the first cell of each row and sentences in the second, which are read as prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tables import Row

__all__ = ["is_log"]

_HEADS = frozenset({"date", "dates", "day", "days", "when", "time", "hour", "entry"})
_FEWEST = 4
"""Rows of a log, its head included, at least."""
_SHORTEST = 3
"""Words of a sentence, at least."""
_LONGEST_DAY = 40
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"[.!?][\"'”’)]*$")


def is_log(text: str, rows: tuple[Row, ...]) -> bool:
    """Is a table a log: days, and beside each of them, with nothing else, whole sentences?

    Args:
        text: The report's.
        rows: Its rows, the head first.
    """
    if len(rows) < _FEWEST or any(len(row) != 2 for row in rows):  # noqa: PLR2004  the day and what happened
        return False
    head = text[slice(*rows[0][0])].strip("*_ ").lower()
    days = [text[slice(*row[0])] for row in rows[1:]]
    told = [text[slice(*row[1])].strip("*_ ") for row in rows[1:]]
    if head not in _HEADS or not all(any(c.isdigit() for c in day) and len(day) <= _LONGEST_DAY for day in days):
        return False
    sentences = [cell for cell in told if _ENDED.search(cell) and len(_WORD.findall(cell)) >= _SHORTEST]
    return len(sentences) * 2 > len(told)
