"""The ledger: of each incident what is counted, in plain arrays, so that a million are added up while one waits.

The incident table holds everything that a file said; the ledger holds what counting needs: when, what kind, where
(zones), who (claimed and attributed), how many were hurt, and whether another row tells of the same incident.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..attribution import Settled, Standing
from ..incidents import IncidentTable, LabelColumn, TextColumn
from ..zones import Located

__all__ = ["Ledger", "attribute", "ledger_of"]

Rows = NDArray[np.int64]
_NOBODY = -1


class Ledger(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """Incidents as they are counted; every array has one element a row, rows as in the incident table.

    Attributes:
        ids: Ids of the incidents.
        minutes: First minute (since 1970, UTC) at which it can have been, int64.
        ends: Last minute, int64.
        kinds: What happened.
        actors: Who is said to have done it.
        places: Name of the place.
        regions: Name of the first-order area.
        sources: Who reports it.
        killed: People killed, int32; -1 where unknown.
        injured: People injured, int32; -1 where unknown.
        latitude: Degrees north, float64.
        longitude: Degrees east, float64.
        zone_offsets: Row r lies in ``zone_values[zone_offsets[r]:zone_offsets[r + 1]]``, int64, one element more.
        zone_values: Places in ``zones``, int32.
        zones: Ids of the zones.
        first: Is it the first row of those that tell of the same incident? Only such rows are counted, bool.
        clusters: Which rows tell of the same incident, int64.
        parties: Code of the party to which it is attributed, int16; -1 for nobody.
        party_names: The parties, by code.
    """

    ids: TextColumn
    minutes: NDArray[np.int64]
    ends: NDArray[np.int64]
    kinds: LabelColumn
    actors: LabelColumn
    places: LabelColumn
    regions: LabelColumn
    sources: LabelColumn
    killed: NDArray[np.int32]
    injured: NDArray[np.int32]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    zone_offsets: NDArray[np.int64]
    zone_values: NDArray[np.int32]
    zones: tuple[str, ...]
    first: NDArray[np.bool_]
    clusters: NDArray[np.int64]
    parties: NDArray[np.int16]
    party_names: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.minutes)

    def select(
        self,
        *,
        kinds: Collection[str] = (),
        zones: Collection[str] = (),
        parties: Collection[str] = (),
        since: int | None = None,
        before: int | None = None,
    ) -> Rows:
        """Rows that are counted and fit, in their order.

        Args:
            kinds: Kinds that fit; empty for all.
            zones: Zones in one of which the point lies; empty for anywhere.
            parties: Parties to one of which it is attributed; empty for anyone and no one.
            since: First minute, inclusive.
            before: Last minute, exclusive.
        """
        mask = self.first.copy()
        if kinds:
            mask &= self.kinds.isin(kinds)
        if parties:
            codes = [code for code, name in enumerate(self.party_names) if name in set(parties)]
            mask &= np.isin(self.parties, codes)
        if since is not None:
            mask &= self.minutes >= since
        if before is not None:
            mask &= self.minutes < before
        if zones:
            mask &= self._in_zones(zones)
        return np.flatnonzero(mask)

    def instants(self, kinds: Collection[str], zones: Collection[str], parties: Collection[str]) -> NDArray[np.int64]:
        """Minutes of the incidents that fit: what conditions count."""
        return self.minutes[self.select(kinds=kinds, zones=zones, parties=parties)]

    @functools.cached_property
    def _pair_rows(self) -> Rows:
        return np.repeat(np.arange(len(self)), np.diff(self.zone_offsets))

    def _in_zones(self, zones: Collection[str]) -> NDArray[np.bool_]:
        wanted = np.array([zone in set(zones) for zone in self.zones] or [False])
        inside = np.zeros(len(self), dtype=bool)
        if len(self.zone_values):
            inside[self._pair_rows[wanted[self.zone_values]]] = True
        return inside

    def rows_of_zone(self, rows: Rows) -> dict[str, Rows]:
        """Part rows by zone; a row that lies in two zones is in both."""
        wanted = np.zeros(len(self), dtype=bool)
        wanted[rows] = True
        pairs = np.flatnonzero(wanted[self._pair_rows]) if len(self.zone_values) else np.zeros(0, dtype=np.int64)
        codes, owners = self.zone_values[pairs], self._pair_rows[pairs]
        return {zone: owners[codes == code] for code, zone in enumerate(self.zones) if (codes == code).any()}

    def rows_of(self, ids: Collection[str]) -> dict[str, int]:
        """The row that is counted for each id in the ledger: its own, or the first that tells of the same incident."""
        found: dict[str, int] = {}
        for name in ids:
            rows = np.flatnonzero(self.ids == name)
            if len(rows):
                same = self.clusters == self.clusters[rows[0]]
                found[name] = int(np.flatnonzero(same & self.first)[0])
        return found


def ledger_of(
    table: IncidentTable, located: Located | None = None, clusters: NDArray[np.int64] | None = None
) -> Ledger:
    """Take from an incident table what is counted.

    Args:
        table: The incidents.
        located: The zones of each row; None: no zones. Only zones in which the point itself lies count.
        clusters: Rows that tell of the same incident have the same number, shape (rows,); None: no two do.
    """
    rows = len(table)
    clusters = np.arange(rows, dtype=np.int64) if clusters is None else np.asarray(clusters, dtype=np.int64)
    first = np.zeros(rows, dtype=bool)
    first[np.unique(clusters, return_index=True)[1]] = True
    offsets, values, zones = _zones(located, rows)
    return Ledger(
        ids=table["id"],
        minutes=table["earliest"].astype("datetime64[m]").astype(np.int64),
        ends=table["latest"].astype("datetime64[m]").astype(np.int64),
        kinds=table["kind"],
        actors=table["actor"],
        places=table["place"],
        regions=table["region"],
        sources=table["source"],
        killed=table["killed"],
        injured=table["injured"],
        latitude=table["latitude"],
        longitude=table["longitude"],
        zone_offsets=offsets,
        zone_values=values,
        zones=zones,
        first=first,
        clusters=clusters,
        parties=np.full(rows, _NOBODY, dtype=np.int16),
    )


def attribute(
    ledger: Ledger,
    settled: Mapping[str, Settled],
    *,
    actors: Mapping[str, Collection[str]] | None = None,
    trusts_source: bool = False,
) -> Ledger:
    """Say of each incident to whom it is attributed.

    Args:
        ledger: The incidents.
        settled: What is to be said of those that somebody attributed, by id; it outdoes what a source says.
        actors: For each party, the names by which the data call those who act for it.
        trusts_source: Count the actor that the data name as the one who did it.

    Returns:
        The ledger with ``parties`` and ``party_names``.
    """
    actors = dict(actors or {})
    names = tuple(dict.fromkeys([*actors, *(each.party for each in settled.values() if each.party)]))
    code = {name: number for number, name in enumerate(names)}
    parties = np.full(len(ledger), _NOBODY, dtype=np.int16)
    if trusts_source and len(ledger.actors.labels):
        whose = {name: code[party] for party, known in actors.items() for name in (party, *known)}
        by_label = np.array([whose.get(label, _NOBODY) for label in ledger.actors.labels], dtype=np.int16)
        parties = by_label[ledger.actors.codes]
    for incident, row in ledger.rows_of(settled).items():
        found = settled[incident]
        parties[row] = code[found.party] if found.standing is Standing.ATTRIBUTED else _NOBODY
    return msgspec.structs.replace(ledger, parties=parties, party_names=names)


def _zones(located: Located | None, rows: int) -> tuple[NDArray[np.int64], NDArray[np.int32], tuple[str, ...]]:
    if located is None:
        return np.zeros(rows + 1, dtype=np.int64), np.zeros(0, dtype=np.int32), ()
    return located.offsets, located.zones, tuple(zone.id for zone in located.zone_set)
