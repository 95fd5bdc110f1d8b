"""Linked pairs into clusters, the surest first; two clusters become one where their pairs speak for it on the whole.

One sure pair does not chain two crowds together: the mean of the log odds over all pairs between two clusters decides,
and a pair that was too unlikely to be kept counts against (greedy correlation clustering; Bansal, Blum and Chawla
2004).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Clusters"]

_DAY_SECONDS = 86_400
_UNKNOWN_PAIR = -2.0
"""Log odds of a pair that is not among those kept."""

Rows = NDArray[np.int64]


class Clusters:
    """Rows that are joined one pair after another.

    Args:
        earliest: Seconds, shape (rows,).
        latest: Seconds, shape (rows,).
    """

    def __init__(self, earliest: Rows, latest: Rows) -> None:
        self._heads = list(range(len(earliest)))
        self._earliest = earliest.tolist()
        self._latest = latest.tolist()
        self._members: dict[int, int] = {}
        self._between: dict[int, dict[int, float]] = {}
        self._known: dict[int, dict[int, int]] = {}

    def head(self, row: int) -> int:
        """Find the first row of a row's cluster."""
        heads = self._heads
        while heads[row] != row:
            heads[row] = heads[heads[row]]
            row = heads[row]
        return row

    def take(self, row: int, other: int) -> None:
        """Put two rows into one cluster whatever speaks against it: they are one report."""
        low, high = sorted((self.head(row), self.head(other)))
        if low != high:
            self._merge(low, high)

    def weigh(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Take note of what speaks for (or against) pairs of rows: row, other, log odds."""
        for row, other, odds in pairs:
            low, high = self.head(row), self.head(other)
            if low != high:
                for one, two in ((low, high), (high, low)):
                    sums, known = self._between.setdefault(one, {}), self._known.setdefault(one, {})
                    sums[two] = sums.get(two, 0.0) + odds
                    known[two] = known.get(two, 0) + 1

    def join(self, row: int, other: int, most_days: float) -> bool:
        """Join two clusters, unless their pairs speak against it on the whole or their times lie too far apart.

        Args:
            row: A row of the one.
            other: A row of the other.
            most_days: Most days between the end of the first and the start of the last report.

        Returns:
            Are both in one cluster now?
        """
        low, high = sorted((self.head(row), self.head(other)))
        if low == high:
            return True
        start = max(self._earliest[low], self._earliest[high])
        if start - min(self._latest[low], self._latest[high]) > most_days * _DAY_SECONDS or self._mean(low, high) < 0:
            return False
        self._merge(low, high)
        return True

    def _mean(self, low: int, high: int) -> float:
        """Mean log odds of the pairs between two clusters."""
        pairs = self._members.get(low, 1) * self._members.get(high, 1)
        known = self._known.get(low, {}).get(high, 0)
        missing = max(pairs - known, 0)
        return (self._between.get(low, {}).get(high, 0.0) + _UNKNOWN_PAIR * missing) / (known + missing)

    def _merge(self, low: int, high: int) -> None:
        self._heads[high] = low
        self._earliest[low] = max(self._earliest[low], self._earliest[high])
        self._latest[low] = min(self._latest[low], self._latest[high])
        self._members[low] = self._members.get(low, 1) + self._members.pop(high, 1)
        for table in (self._between, self._known):
            _move(table, low, high)  # type: ignore[arg-type]  # sums and counts are moved alike

    def numbers(self) -> Rows:
        """Number the clusters 0, 1, ... in the order in which they first come, shape (rows,)."""
        heads = np.array([self.head(row) for row in range(len(self._heads))], dtype=np.int64)
        numbers: Rows = np.unique(heads, return_inverse=True)[1].astype(np.int64)
        return numbers


def _move(table: dict[int, dict[int, float]], low: int, high: int) -> None:
    """Hand what stands between one cluster and the others over to the cluster that takes it in."""
    moved = table.pop(high, {})
    kept = table.setdefault(low, {})
    kept.pop(high, None)
    for other, value in moved.items():
        table[other].pop(high, None)
        if other != low:
            kept[other] = kept.get(other, 0) + value
            table[other][low] = kept[other]
