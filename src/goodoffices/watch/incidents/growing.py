"""Columns that grow batch by batch, and become a table without being held twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .columns import Column, LabelColumn, TextColumn
from .parts import Part
from .table import IncidentTable, column_kinds

__all__ = ["GrowingTable"]


class _GrowingText:
    """UTF-8 in one buffer that grows in place."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._lengths: list[NDArray[np.int64]] = []

    def add(self, texts: Iterable[str]) -> None:
        encoded = [text.encode("utf-8", "replace") for text in texts]
        self._data += b"".join(encoded)
        self._lengths.append(np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded)))

    def finish(self) -> TextColumn:
        lengths = np.concatenate(self._lengths) if self._lengths else np.zeros(0, dtype=np.int64)
        offsets = np.zeros(len(lengths) + 1, dtype=np.int64)
        np.cumsum(lengths, out=offsets[1:])
        return TextColumn(offsets, np.frombuffer(self._data, dtype=np.uint8))


class _GrowingLabels:
    """Codes, and the words in the order in which they first came."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._codes: list[NDArray[np.int32]] = []

    def add(self, words: list[str]) -> None:
        known = self._known
        codes = [known.setdefault(word, len(known)) for word in words]
        self._codes.append(np.array(codes, dtype=np.int32))

    def finish(self) -> LabelColumn:
        codes = np.concatenate(self._codes) if self._codes else np.zeros(0, dtype=np.int32)
        words = (word.encode("utf-8", "replace").decode("utf-8") for word in self._known)
        return LabelColumn(codes, tuple(words))


class _GrowingNumbers:
    """Arrays to be put behind one another."""

    def __init__(self, dtype: str) -> None:
        self._dtype = dtype
        self._pieces: list[NDArray[Any]] = []

    def add(self, values: NDArray[Any]) -> None:
        self._pieces.append(values.astype(self._dtype))

    def finish(self) -> NDArray[Any]:
        return np.concatenate(self._pieces) if self._pieces else np.zeros(0, dtype=self._dtype)


class GrowingTable:
    """Takes parts, and becomes a table."""

    def __init__(self) -> None:
        self._columns = {name: _growing(kind.held) for name, kind in column_kinds().items()}
        self._lines: list[int] = []

    def add(self, part: Part) -> None:
        """Add the rows of a part."""
        for name, column in self._columns.items():
            column.add(part.columns[name])
        self._lines += part.lines

    def finish(self) -> tuple[IncidentTable, list[int]]:
        """Give the table, and the line of the file on which each row starts."""
        made: dict[str, Column] = {name: self._columns.pop(name).finish() for name in column_kinds()}
        return IncidentTable(made), self._lines


def _growing(held: str) -> _GrowingText | _GrowingLabels | _GrowingNumbers:
    if held == "text":
        return _GrowingText()
    return _GrowingLabels() if held == "label" else _GrowingNumbers(held)
