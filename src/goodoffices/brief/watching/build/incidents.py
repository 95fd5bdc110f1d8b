"""Rows of the ledger as incidents that a page can open, with the report's words where the table is at hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import IncidentView, NumberView
from goodoffices.watch.incidents import incident_kinds
from goodoffices.watch.ledger import Ledger

from .moments import between

__all__ = ["Incidents", "kind_label"]

_EACH = 200  # incidents of one number that a page which does not list all describes
_LAST = 1_500  # and so many of all, the latest

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def kind_label(kind: str) -> str:
    """A kind of incident for people; "" for all of them."""
    known = incident_kinds().get(kind)
    return known.label if known else kind.replace("_", " ")


class Incidents:
    """The incidents of a page: each is built once, however many numbers open it.

    Args:
        ledger: The incidents as they are counted.
        backing: The table and the names of zones.
        whole: Describe all of them, not only as many as a page lists.
    """

    def __init__(self, ledger: Ledger, backing: Backing, *, whole: bool = True) -> None:
        self._ledger, self._backing, self._whole = ledger, backing, whole
        self._ids: dict[int, str] = {}
        self._first: set[int] = set()
        table = backing.table
        self._table = table if table is not None and len(table) == len(ledger) else None

    def ids(self, rows: Iterable[int] | NDArray[np.int64]) -> tuple[str, ...]:
        """Their ids, by time; the page lists them from now on."""
        places = np.asarray(list(rows) if not isinstance(rows, np.ndarray) else rows, dtype=np.int64)
        ordered = places[np.argsort(self._ledger.minutes[places], kind="stable")].tolist()
        new = [row for row in ordered if row not in self._ids]
        self._ids.update(zip(new, self._ledger.ids[np.array(new, dtype=np.int64)], strict=True))
        self._first.update(ordered[:_EACH])
        return tuple(map(self._ids.__getitem__, ordered))

    def number(self, rows: Iterable[int] | NDArray[np.int64]) -> NumberView:
        """A number that opens these rows."""
        ids = self.ids(rows)
        return NumberView(number=len(ids), incidents=ids)

    def listed(self) -> tuple[IncidentView, ...]:
        """The incidents that numbers open, by time: every one, or as many as a page lists."""
        found = np.array(list(self._ids), dtype=np.int64)
        ordered = found[np.argsort(self._ledger.minutes[found], kind="stable")].tolist()
        shown = set(ordered if self._whole else (*self._first, *ordered[-_LAST:]))
        rows = [row for row in ordered if row in shown]
        told = self._told(rows)
        return tuple(self._view(row, told.get(row, 1)) for row in rows)

    def _told(self, rows: list[int]) -> dict[int, int]:
        """How many rows tell of each."""
        clusters = self._ledger.clusters
        wanted = clusters[rows] if rows else np.zeros(0, dtype=np.int64)
        counts = np.bincount(clusters[np.isin(clusters, wanted)]) if rows else np.zeros(0, dtype=np.int64)
        return {row: int(counts[cluster]) for row, cluster in zip(rows, wanted.tolist(), strict=True)}

    def _view(self, row: int, told: int) -> IncidentView:
        ledger = self._ledger
        first, last = (_EPOCH + dt.timedelta(minutes=int(ends[row])) for ends in (ledger.minutes, ledger.ends))
        party = int(ledger.parties[row])
        kind = ledger.kinds[row]
        return IncidentView(
            id=self._ids[row],
            time=between(first, last),
            first=f"{first:%Y-%m-%dT%H:%MZ}",
            last=f"{last:%Y-%m-%dT%H:%MZ}",
            kind=kind,
            label=kind_label(kind) or "kind unknown",
            place=ledger.places[row],
            areas=self._areas(row),
            actor=ledger.actors[row],
            claimed_by=self._said("claimed_by", row),
            party=ledger.party_names[party] if party >= 0 else "",
            killed=_known(ledger.killed[row]),
            injured=_known(ledger.injured[row]),
            source=ledger.sources[row],
            links=tuple(link.strip() for link in self._said("source_url", row).split("|") if link.strip()),
            text=self._said("text", row),
            told=told,
        )

    def _areas(self, row: int) -> tuple[str, ...]:
        ledger = self._ledger
        places = ledger.zone_values[ledger.zone_offsets[row] : ledger.zone_offsets[row + 1]].tolist()
        zones = tuple(self._backing.zone_name(ledger.zones[place]) for place in places)
        region = ledger.regions[row]
        return zones or ((region,) if region else ())

    def _said(self, column: str, row: int) -> str:
        return "" if self._table is None else str(self._table[column][row])


def _known(number: np.int32) -> int | None:
    return int(number) if number >= 0 else None
