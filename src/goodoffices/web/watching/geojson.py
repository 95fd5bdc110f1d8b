"""Incidents and zones as GeoJSON, a feature at a time: a million of them are never held as one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from .incidents import Wanted, rows_wanted
from .room import Room

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen

__all__ = ["features_of"]

_BATCH = 500


def features_of(room: Room, wanted: Wanted) -> Iterator[str]:
    """The zones, and the incidents that fit, as a FeatureCollection in degrees of WGS84.

    Args:
        room: The book as its audience sees it.
        wanted: Which incidents.
    """
    rows = rows_wanted(room, wanted)
    seen = room.seen
    return _written(seen, rows)


def _written(seen: Seen, rows: np.ndarray) -> Iterator[str]:
    head = {"name": seen.agreement.name, "marking": seen.marking.value}
    yield '{"type":"FeatureCollection",' + msgspec.json.encode(head).decode()[1:-1] + ',"features":['
    first = True
    for batch in _batches(seen, rows):
        yield ("" if first else ",") + ",".join(batch)
        first = False
    yield "]}\n"


def _batches(seen: Seen, rows: np.ndarray) -> Iterator[list[str]]:
    if zones := list(_zones(seen)):
        yield zones
    for start in range(0, len(rows), _BATCH):
        yield [_incident(seen, int(row)) for row in rows[start : start + _BATCH]]


def _zones(seen: Seen) -> Iterator[str]:
    import shapely  # noqa: PLC0415  geometry is heavy

    for zone in seen.zones or ():
        said = {
            "id": zone.id,
            "name": zone.name,
            "kind": zone.kind,
            "party": zone.party,
            "valid_from": zone.valid_from,
            "valid_until": zone.valid_until,
            "marking": zone.marking.value,
        }
        yield _feature(f"zone {zone.id}", shapely.to_geojson(zone.shape), said)


def _incident(seen: Seen, row: int) -> str:
    said = seen.table.record(row)
    longitude, latitude = said.pop("longitude"), said.pop("latitude")
    party = int(seen.counted.parties[row])
    said = {name: value for name, value in said.items() if value is not None and name not in {"row", "fingerprint"}}
    said["attributed_to"] = seen.counted.party_names[party] if party >= 0 else None
    point = msgspec.json.encode({"type": "Point", "coordinates": [longitude, latitude]}).decode()
    return _feature(str(said["id"]), point, said)


def _feature(name: str, geometry: str, properties: Mapping[str, object]) -> str:
    head = msgspec.json.encode({"type": "Feature", "id": name}).decode()[:-1]
    return f'{head},"geometry":{geometry},"properties":{msgspec.json.encode(properties).decode()}}}'
