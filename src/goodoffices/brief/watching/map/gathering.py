"""The incidents of a sheet gathered for the page: cells with their marks, numbers to filter, and what is listed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.watching.build.incidents import kind_label
from goodoffices.watch.incidents import IncidentTable
from goodoffices.watch.ledger import Ledger

from .cells import Cells, cells_of
from .listed import views_of
from .listing import listed_rows
from .marks import LEAST_RADIUS, beside, spread
from .model import CellView, LevelView, Listed
from .projection import Projection
from .tally import Tally, tally_of

__all__ = ["Gathered", "gather"]

Rows = NDArray[np.int64]
Array = NDArray[np.float64]


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents of a sheet; attributes as those of `MapPage`, ``one`` as that of `Sheet`."""

    tally: Tally
    levels: tuple[LevelView, ...]
    level: int
    cells: tuple[CellView, ...]
    listed: int
    imprecise: int
    one: float


def gather(
    ledger: Ledger,
    rows: Rows,
    projection: Projection,
    *,
    table: IncidentTable | None,
    zones: Mapping[str, str],
    most: int,
) -> Gathered:
    """Gather incidents.

    Args:
        ledger: All incidents.
        rows: Those on the sheet.
        projection: Of the sheet.
        table: Their texts.
        zones: Names of the zones by id.
        most: How many are listed at most.
    """
    x, y = projection.place(ledger.longitude[rows], ledger.latitude[rows])
    cells = cells_of(ledger.longitude[rows], ledger.latitude[rows], x, y, most)
    tally = tally_of(cells.of_row, ledger.kinds[rows], ledger.actors[rows], ledger.minutes[rows])
    chosen = listed_rows(cells.of_row, ledger.kinds.codes[rows].astype(np.int64), ledger.minutes[rows], most)
    views = views_of(ledger, table, zones, rows[chosen])
    listed = [
        _placed(
            views[int(rows[n])],
            ledger,
            int(rows[n]),
            cell=int(cells.of_row[n]),
            tally=tally,
            projection=projection,
        )
        for n in chosen
    ]
    counts = _kind_counts(cells, tally)
    one = spread([n for kinds in counts for n in kinds.values()])
    return Gathered(
        tally=tally,
        levels=tuple(_level(cells, n) for n in range(len(cells.levels))),
        level=cells.drawn,
        cells=tuple(_cells(ledger, rows, cells, counts=counts, listed=listed, one=one)),
        listed=len(listed),
        imprecise=sum(each.ring > 0 for each in listed),
        one=one,
    )


def _level(cells: Cells, number: int) -> LevelView:
    level = cells.levels[number]
    x, y = (np.round(each, 1).tolist() for each in (level.x, level.y))
    return LevelView(across=level.across, of=level.of_finest.tolist(), x=x, y=y)


def _placed(view: Listed, ledger: Ledger, row: int, *, cell: int, tally: Tally, projection: Projection) -> Listed:
    """Say where an incident stands, on the sheet and among the numbers."""
    x, y = projection.place(ledger.longitude[row : row + 1], ledger.latitude[row : row + 1])
    ring = (view.precision_km or 0.0) * projection.pixels_per_km
    kind, actor, span = tally.place_of(ledger.kinds[row], ledger.actors[row], int(ledger.minutes[row]))
    return msgspec.structs.replace(
        view,
        cell=cell,
        kind=kind,
        actor=actor,
        span=span,
        x=round(float(x[0]), 1),
        y=round(float(y[0]), 1),
        ring=round(ring, 1) if ring > LEAST_RADIUS else 0.0,
    )


def _kind_counts(cells: Cells, tally: Tally) -> list[dict[str, int]]:
    """How many of each kind in each cell of the level that is drawn first."""
    level = cells.levels[cells.drawn]
    made: list[dict[str, int]] = [{} for _ in level.x]
    keys, places = np.unique(level.of_finest[tally.cell] * max(1, len(tally.kinds)) + tally.kind, return_inverse=True)
    sums = np.bincount(places.ravel(), weights=tally.count)
    for key, count in zip(keys.tolist(), sums.tolist(), strict=True):
        cell, kind = divmod(key, len(tally.kinds))
        made[cell][tally.kind_name(kind)] = int(count)
    return made


def _cells(
    ledger: Ledger, rows: Rows, cells: Cells, *, counts: list[dict[str, int]], listed: list[Listed], one: float
) -> list[CellView]:
    level = cells.levels[cells.drawn]
    titles = _titles(ledger, rows, level.of_finest[cells.of_row] if len(rows) else rows)
    of = level.of_finest.tolist()
    own: dict[int, list[Listed]] = {}
    for each in listed:
        own.setdefault(of[each.cell], []).append(each)
    made = [
        CellView(
            id=f"at-{number}",
            title=titles.get(number, ""),
            count=sum(kinds.values()),
            kinds=tuple(
                (kind_label(kind) or "kind unknown", n) for kind, n in sorted(kinds.items(), key=lambda k: -k[1])
            ),
            marks=tuple(beside(kinds, float(level.x[number]), float(level.y[number]), one)),
            incidents=tuple(own.get(number, ())),
        )
        for number, kinds in enumerate(counts)
    ]
    return sorted(made, key=lambda cell: (-cell.count, cell.title))


def _titles(ledger: Ledger, rows: Rows, cell: Rows) -> dict[int, str]:
    """Where a cell is: the two places that its incidents name most, or else the region, or degrees."""
    titles: dict[int, str] = {}
    for column, most in ((ledger.regions, 1), (ledger.places, 2)):
        keys, count = np.unique(cell * max(1, len(column.labels)) + column.codes[rows], return_counts=True)
        pairs = np.divmod(keys, max(1, len(column.labels)))
        found: dict[int, list[str]] = {}
        for number in np.argsort(-count, kind="stable").tolist():
            name = column.labels[int(pairs[1][number])]
            names = found.setdefault(int(pairs[0][number]), [])
            if name and len(names) < most:
                names.append(name[:60])
        titles |= {number: " and ".join(names) for number, names in found.items() if names}
    if len(rows):
        for number in set(np.unique(cell).tolist()) - set(titles):
            mine = rows[cell == number]
            north, east = float(ledger.latitude[mine].mean()), float(ledger.longitude[mine].mean())
            titles[number] = (
                f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"
            )
    return titles
