"""Rows of a file as they come, so many at a time, before anything is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

__all__ = ["BATCH_ROWS", "MAX_COLUMNS", "RowBatch", "RowSource"]

BATCH_ROWS = 50_000
"""Rows held as Python strings at a time: some 100 MB with long texts."""

MAX_COLUMNS = 2_000
"""More columns than any incident file has; a header or object beyond that is refused."""


class RowBatch(msgspec.Struct):
    """Some rows of a file.

    Attributes:
        rows: Cells, one list a row, each as long as the header.
        numbers: Number of each row, 1 for the first of the file.
        lines: Line on which each row starts; 0 where the format has none.
    """

    rows: list[list[str]]
    numbers: list[int]
    lines: list[int]


def _nothing_to_close() -> None:
    """Do nothing: the file was read whole."""


class RowSource(msgspec.Struct):
    """A file that gives its header at once and its rows in batches.

    Attributes:
        header: Names of the columns.
        batches: The rows; whoever takes them finds the rows that could not be read in the list of rejections that
            was handed in.
        close: Closes the file.
    """

    header: Sequence[str]
    batches: Iterator[RowBatch]
    close: Callable[[], None] = _nothing_to_close
