"""Which zones each incident lies in: surely, by its point, or perhaps."""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from .zone import Zone, ZoneSet

__all__ = ["Located", "Pairs", "Standing"]

Pairs = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint8]]
"""Row, place of the zone in the zone set, and standing of each pair."""


class Standing(enum.IntEnum):
    """How sure it is that an incident lies in a zone."""

    POSSIBLE = 1
    """The point lies outside, but the true place may lie inside: the zone is within the precision of the point."""
    LIKELY = 2
    """The point lies inside, but the true place may lie outside, or how well it is known is not said."""
    SURE = 3
    """The point and all places within its precision lie inside, and the zone held all the time."""


class Located:
    """The zones of each row.

    The zones in which the point of row ``r`` lies are ``zones[offsets[r]:offsets[r + 1]]``, and as a list
    ``located[r]``. How sure each is, and which zones are possible besides, is worked out when it is first asked for.

    Args:
        rows: Row of each pair of a point and a zone that holds it, sorted, int64, shape (pairs,).
        zones: Place of the zone in the zone set, int32, shape (pairs,).
        count: Number of rows of the table.
        zone_set: The zones.
        judge: Weighs in how well places are known: gives all pairs, possible ones too, sorted by row.
    """

    def __init__(
        self,
        rows: NDArray[np.int64],
        zones: NDArray[np.int32],
        count: int,
        *,
        zone_set: ZoneSet,
        judge: Callable[[], Pairs],
    ) -> None:
        self.rows = rows
        self.zones = zones
        self.zone_set = zone_set
        self._judge = judge
        self.offsets = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=count), out=self.offsets[1:])

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: int) -> list[Zone]:
        """Give the zones in which the point of a row lies.

        Raises:
            IndexError: If there is no such row.
        """
        row = range(len(self))[row]
        return [self.zone_set[zone] for zone in self.zones[self.offsets[row] : self.offsets[row + 1]].tolist()]

    def __iter__(self) -> Iterator[list[Zone]]:
        return (self[row] for row in range(len(self)))

    def __repr__(self) -> str:
        return f"<Located: {len(self):,} rows in {len(self.zone_set):,} zones, {len(self.zones):,} pairs>"

    @functools.cached_property
    def judged(self) -> Pairs:
        """All pairs with their standing, possible ones too: row, zone and standing, sorted by row, the surest first."""
        return self._judge()

    def pairs(self, least: Standing = Standing.LIKELY) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Give rows and zones of all pairs that are at least so sure, shape (pairs,) each."""
        if least == Standing.LIKELY:
            return self.rows, self.zones
        rows, zones, standing = self.judged
        return rows[standing >= least], zones[standing >= least]

    def at(self, row: int, least: Standing = Standing.LIKELY) -> list[Zone]:
        """Give the zones of a row that are at least so sure, the surest first."""
        rows, zones = self.pairs(least)
        first, last = np.searchsorted(rows, [row, row + 1])
        return [self.zone_set[zone] for zone in zones[first:last].tolist()]

    def mask(self, zone: int | str, least: Standing = Standing.LIKELY) -> NDArray[np.bool_]:
        """Tell the rows that lie in a zone.

        Args:
            zone: Its place in the zone set, or its id.
            least: How sure it has to be.

        Returns:
            A mask, shape (rows,).

        Raises:
            KeyError: If no zone has that id.
        """
        places = [zone]
        if isinstance(zone, str):
            places = [place for place, known in enumerate(self.zone_set) if known.id == zone]
            if not places:
                raise KeyError(zone)
        rows, zones = self.pairs(least)
        found = np.zeros(len(self), dtype=bool)
        found[rows[np.isin(zones, places)]] = True
        return found

    def counts(self, least: Standing = Standing.LIKELY) -> NDArray[np.int64]:
        """Count the rows of each zone, shape (zones,)."""
        counted: NDArray[np.int64] = np.bincount(self.pairs(least)[1], minlength=len(self.zone_set))
        return counted
