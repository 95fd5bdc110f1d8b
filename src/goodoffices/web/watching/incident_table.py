"""Incidents as a table, each that is counted in a row."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from goodoffices.desk.tables import Cell, Table

from .incidents import Wanted, rows_wanted
from .making import Columns, made
from .room import Room

if TYPE_CHECKING:
    import numpy as np

__all__ = ["incidents_table"]

_MOST = 100_000
"""Incidents that one table takes."""


def incidents_table(room: Room, wanted: Wanted) -> Table:
    """The incidents that fit, each report that is counted in a row."""
    rows = rows_wanted(room, wanted)
    columns: Columns = (
        ("incident", "Incident", "id"),
        ("earliest", "From", "moment"),
        ("latest", "To", "moment"),
        ("kind", "Kind", "text"),
        ("place", "Place", "text"),
        ("region", "Region", "text"),
        ("zones", "Zones", "list"),
        ("latitude", "Latitude", "number"),
        ("longitude", "Longitude", "number"),
        ("precision_km", "Within km", "number"),
        ("actor", "Said to have done it", "text"),
        ("claimed_by", "Says who", "text"),
        ("attributed_to", "Attributed to", "text"),
        ("target", "Hit", "text"),
        ("killed", "Killed", "number"),
        ("injured", "Injured", "number"),
        ("source", "Source", "text"),
        ("source_url", "Link", "text"),
        ("text", "Text", "text"),
        ("marking", "Release", "text"),
    )
    note = "" if len(rows) <= _MOST else f"The first {_MOST:,} of {len(rows):,} incidents stand here; narrow them down."
    cells = (_incident_row(room, int(row)) for row in rows[:_MOST])
    return made(room, ("incidents", f"{room.seen.agreement.name}: incidents"), columns, cells, note)


def _incident_row(room: Room, row: int) -> tuple[Cell, ...]:
    seen = room.seen
    ledger, table = seen.counted, seen.table
    party = int(ledger.parties[row])
    inside = ledger.zone_values[ledger.zone_offsets[row] : ledger.zone_offsets[row + 1]].tolist()
    return (
        table["id"][row],
        _moment(table["earliest"][row]),
        _moment(table["latest"][row]),
        table["kind"][row],
        table["place"][row],
        table["region"][row],
        tuple(ledger.zones[place] for place in inside),
        round(float(table["latitude"][row]), 6),
        round(float(table["longitude"][row]), 6),
        _float(table["precision_km"][row]),
        table["actor"][row],
        table["claimed_by"][row],
        ledger.party_names[party] if party >= 0 else "",
        table["target"][row],
        _count(table["killed"][row]),
        _count(table["injured"][row]),
        table["source"][row],
        table["source_url"][row],
        table["text"][row],
        table["marking"][row],
    )


def _moment(value: np.datetime64) -> dt.datetime:
    found: dt.datetime = value.astype("datetime64[s]").item()
    return found.replace(tzinfo=dt.UTC)


def _float(value: np.float32) -> float | None:
    return None if value != value else round(float(value), 3)  # noqa: PLR0124  not a number is not itself


def _count(value: np.int32) -> int | None:
    return int(value) if value >= 0 else None
