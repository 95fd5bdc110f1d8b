"""Columns of words in plain arrays: texts of any length, and labels that repeat.

Numbers and times are numpy arrays as they are. Words are held as Arrow holds them (UTF-8 in one buffer, with offsets;
or codes into a short list), so that a million rows take the room of their letters and not of a million Python objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

__all__ = ["Column", "LabelColumn", "TextColumn", "gather_bytes"]

Index = slice | NDArray[Any] | Sequence[int]


def gather_bytes(data: NDArray[np.uint8], starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Copy pieces of `data` behind one another.

    Args:
        data: Bytes, shape (bytes,).
        starts: Where each piece starts, shape (pieces,).
        lengths: Bytes of each piece, shape (pieces,).

    Returns:
        All pieces in order, shape (sum of lengths,).
    """
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    if not total:
        return np.zeros(0, dtype=np.uint8)
    shift = np.repeat(starts - (ends - lengths), lengths)
    shift += np.arange(total, dtype=np.int64)
    gathered: NDArray[np.uint8] = data[shift]
    return gathered


class TextColumn:
    """Texts that seldom repeat: notes, links, ids.

    Args:
        offsets: Where each text starts in `data`, and the end of the last: int64, shape (rows + 1,).
        data: UTF-8, uint8, shape (bytes,).
    """

    __slots__ = ("data", "offsets")

    def __init__(self, offsets: NDArray[np.int64], data: NDArray[np.uint8]) -> None:
        self.offsets = offsets
        self.data = data

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextColumn:
        """Hold these texts."""
        encoded = [text.encode("utf-8", "replace") for text in texts]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(piece) for piece in encoded], out=offsets[1:])
        return cls(offsets, np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, index: int | np.integer[Any]) -> str: ...
    @overload
    def __getitem__(self, index: Index) -> TextColumn: ...
    def __getitem__(self, index: int | np.integer[Any] | Index) -> str | TextColumn:
        """Take one text, or a column of those asked for (slice, mask or row numbers)."""
        if isinstance(index, int | np.integer):
            start, end = self.offsets[:-1][index], self.offsets[1:][index]
            return self.data[start:end].tobytes().decode("utf-8")
        starts = self.offsets[:-1][index]
        lengths = self.offsets[1:][index] - starts
        offsets = np.zeros(len(starts) + 1, dtype=np.int64)
        np.cumsum(lengths, out=offsets[1:])
        return TextColumn(offsets, gather_bytes(self.data, starts, lengths))

    def __iter__(self) -> Iterator[str]:
        whole = self.data.tobytes()
        bounds = self.offsets.tolist()
        return (whole[start:end].decode("utf-8") for start, end in pairwise(bounds))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:  # noqa: ANN401, FBT001  numpy's own
        """Give numpy an array of strings."""
        return np.array(list(self), dtype=dtype or object)

    def __eq__(self, other: object) -> Any:  # noqa: ANN401  a mask, as numpy gives it
        """Compare with one text, row by row."""
        if not isinstance(other, str):
            return NotImplemented
        wanted = np.frombuffer(other.encode("utf-8"), dtype=np.uint8)
        mask = np.diff(self.offsets) == len(wanted)
        rows = np.flatnonzero(mask)
        if len(wanted) and len(rows):
            letters = self.data[self.offsets[rows][:, None] + np.arange(len(wanted))]
            mask[rows] = (letters == wanted).all(axis=1)
        return mask

    __hash__ = None  # type: ignore[assignment]  # as numpy arrays: a column is no key

    def tolist(self) -> list[str]:
        """Give all texts."""
        return list(self)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Bytes of each text."""
        return np.diff(self.offsets)


class LabelColumn:
    """Words that repeat: kinds, actors, sources, places.

    Args:
        codes: Place of each row's word in `labels`, int32, shape (rows,).
        labels: The words, each once.
    """

    __slots__ = ("codes", "labels")

    def __init__(self, codes: NDArray[np.int32], labels: Sequence[str]) -> None:
        self.codes = codes
        self.labels = tuple(labels)

    @classmethod
    def of(cls, words: Iterable[str]) -> LabelColumn:
        """Hold these words."""
        known: dict[str, int] = {}
        codes = [known.setdefault(word, len(known)) for word in words]
        return cls(np.array(codes, dtype=np.int32), tuple(known))

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int | np.integer[Any]) -> str: ...
    @overload
    def __getitem__(self, index: Index) -> LabelColumn: ...
    def __getitem__(self, index: int | np.integer[Any] | Index) -> str | LabelColumn:
        """Take one word, or a column of those asked for (slice, mask or row numbers)."""
        if isinstance(index, int | np.integer):
            return self.labels[int(self.codes[index])]
        return LabelColumn(self.codes[index], self.labels)

    def __iter__(self) -> Iterator[str]:
        return map(self.labels.__getitem__, self.codes.tolist())

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:  # noqa: ANN401, FBT001  numpy's own
        """Give numpy an array of strings."""
        words = np.array(self.labels or ("",), dtype=dtype or object)
        return words[self.codes] if len(self.codes) else words[:0]

    def __eq__(self, other: object) -> Any:  # noqa: ANN401  a mask, as numpy gives it
        """Compare with one word, row by row."""
        return self.isin((other,)) if isinstance(other, str) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as numpy arrays: a column is no key

    def isin(self, words: Iterable[str]) -> NDArray[np.bool_]:
        """Is each row's word one of these?"""
        wanted = set(words)
        hits = np.array([label in wanted for label in self.labels], dtype=bool)
        return hits[self.codes] if len(self.codes) else np.zeros(0, dtype=bool)

    def counts(self) -> dict[str, int]:
        """How many rows bear each word; words of no row are left out."""
        tally = np.bincount(self.codes, minlength=len(self.labels)).tolist()
        return {label: count for label, count in zip(self.labels, tally, strict=False) if count}

    def tolist(self) -> list[str]:
        """Give the word of each row."""
        return list(self)


Column = NDArray[Any] | TextColumn | LabelColumn
"""What a column of the incident table is held in."""
