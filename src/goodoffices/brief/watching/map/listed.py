"""The incidents that the page lists, with all who report them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.build.incidents import Incidents
from goodoffices.watch.incidents import IncidentTable
from goodoffices.watch.ledger import Ledger

from .model import Listed

__all__ = ["views_of"]

Rows = NDArray[np.int64]


def views_of(ledger: Ledger, table: IncidentTable | None, zones: Mapping[str, str], rows: Rows) -> dict[int, Listed]:
    """Make the incidents of some rows ready to be listed.

    Args:
        ledger: The incidents.
        table: Their texts and where they stand; None where it is not at hand.
        zones: Names of the zones by id.
        rows: Rows of the ledger.

    Returns:
        The incidents by row.
    """
    if table is not None and len(table) != len(ledger):
        table = None
    incidents = Incidents(ledger, Backing(table=table, zones=zones))
    incidents.ids(rows)
    ordered = sorted(rows.tolist(), key=lambda row: (int(ledger.minutes[row]), ledger.ids[row]))
    others = _others(ledger, table, rows)
    made = {}
    for row, view in zip(ordered, incidents.listed(), strict=True):
        made[row] = Listed(
            view=msgspec.structs.replace(view, links=_safe(view.links)),
            precision_km=_precision(table, row),
            latitude=round(float(ledger.latitude[row]), 4),
            longitude=round(float(ledger.longitude[row]), 4),
            others=others.get(row, ()),
        )
    return made


def _safe(links: tuple[str, ...]) -> tuple[str, ...]:
    """Keep links that lead to a page: what a table holds may be anything."""
    return tuple(link for link in links if link.startswith(("https://", "http://")))


def _precision(table: IncidentTable | None, row: int) -> float | None:
    value = float(table["precision_km"][row]) if table is not None else float("nan")
    return None if np.isnan(value) or value <= 0 else value


def _others(
    ledger: Ledger, table: IncidentTable | None, rows: Rows
) -> dict[int, tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each row the sources of the other rows that tell of the same incident."""
    same = np.flatnonzero(np.isin(ledger.clusters, ledger.clusters[rows]) & ~ledger.first)
    by_cluster: dict[int, list[int]] = {}
    for row in same.tolist():
        by_cluster.setdefault(int(ledger.clusters[row]), []).append(row)
    found = {}
    for row in rows.tolist():
        told = by_cluster.get(int(ledger.clusters[row]), ())
        found[row] = tuple(
            (ledger.sources[one] or "source not named", _safe(_links(table, one))) for one in told if one != row
        )
    return found


def _links(table: IncidentTable | None, row: int) -> tuple[str, ...]:
    said = "" if table is None else str(table["source_url"][row])
    return tuple(link.strip() for link in said.split("|") if link.strip())
