"""Incidents from a file: a table, and the list of the rows that could not be loaded."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record import Marking, parse_marking
from goodoffices.record.errors import InputError

from .batches import RowBatch, RowSource
from .circles import circle_label, rows_by_circle
from .columns import TextColumn
from .csv_rows import csv_source
from .growing import GrowingTable
from .identity import repeats_among, variant_id
from .json_rows import json_source
from .layout import Layout, Options, layout_of, layout_words, mapping_options, plain_name
from .markings import marking_ranks
from .moments import Moments, day_order, zone_of
from .parts import Plan, read_part
from .rejection import IncidentRejection
from .swaps import swapped_points
from .table import IncidentTable

__all__ = ["read_incidents"]

_JSON = frozenset({".json", ".jsonl", ".ndjson", ".geojson"})
_Mapping = Mapping[str, Any] | str | Path | None
_AHEAD = dt.timedelta(hours=14)  # it is tomorrow already in Kiribati


def read_incidents(
    path: str | Path,
    mapping: _Mapping = None,
    *,
    now: dt.datetime | None = None,
    marking: Marking | None = None,
    circles: Iterable[str] = (),
) -> tuple[IncidentTable, list[IncidentRejection]]:
    """Load incidents; bad rows are listed and the rest is loaded.

    Args:
        path: CSV (also ``.tsv``, ``.gz``), JSON, JSON lines or GeoJSON points. ACLED and VIINA files are known by their
            headers, others are read by plain names (``date``, ``lat``, ``lon``, ``type``, ...).
        mapping: Our column -> header, where the names do not speak for themselves; or a TOML or JSON file of it.
            See docs/reference/watch-incidents.md.
        now: Rows that start after it are refused; the clock's time where it is not given.
        marking: Who may be shown the rows that do not say it themselves; CLEAR where neither this nor the mapping says.
        circles: The circles to which the rows are confined that do not say it themselves; those of the mapping where
            there are none, and open to all where it has none either.

    Returns:
        The table, and the rows that were not loaded, both in the order of the file. A row that says the same as one
        above it is listed, not loaded twice.

    Raises:
        InputError: If the file cannot be read at all, has no column for the date or the point, or the mapping is wrong.
    """
    path = Path(path)
    rejections: list[IncidentRejection] = []
    source = _source(path, mapping_options(mapping), rejections)
    with closing(source):
        table, lines, swapped = _read(
            source, (mapping, marking, circle_label(circles)), path, now or dt.datetime.now(dt.UTC), rejections
        )
    table, lines = _settle_swaps(table, lines, swapped, rejections)
    table = _once_each(table, lines, rejections)
    return table, sorted(rejections, key=lambda rejection: rejection.row)


def _read(
    source: RowSource,
    said: tuple[_Mapping, Marking | None, str],
    path: Path,
    now: dt.datetime,
    rejections: list[IncidentRejection],
) -> tuple[IncidentTable, list[int], str]:
    """Read all rows: the table, the line of each row, and what the user wishes for points that look swapped."""
    growing = GrowingTable()
    first = next(source.batches, RowBatch([], [], []))
    if not source.header and rejections:
        return *growing.finish(), "keep"
    mapping, marking, circles = said
    layout = layout_of(source.header, mapping)
    default = marking or parse_marking(layout.defaults.get("marking", Marking.CLEAR.value))
    confined = circles or circle_label(each for each in layout.defaults.get("circles", "").split(";") if each.strip())
    plan = msgspec.structs.replace(_plan(source.header, layout, path, now), marking=default, circles=confined)
    moments = _moments(first, plan)
    for batch in chain([first], source.batches):
        growing.add(read_part(batch, plan, moments, rejections))
        batch.rows.clear()
    return *growing.finish(), plan.layout.options.swapped


def _source(path: Path, options: Options, rejections: list[IncidentRejection]) -> RowSource:
    if path.is_dir():
        msg = f"{str(path)!r} is a folder; give a file of incidents"
        raise InputError(msg)
    if path.suffix.lower() in _JSON:
        return json_source(path, rejections)
    return csv_source(path, options, rejections)


def _plan(header: Sequence[str], layout: Layout, path: Path, now: dt.datetime) -> Plan:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(plain_name(name), place)
    at = {}
    released = {name: layout_words()[name] for name in ("marking", "circles")}
    for ours, names in (released | dict(layout.columns)).items():
        found = next((places[plain] for plain in map(plain_name, names) if plain in places), None)
        if found is not None:
            at[ours] = found
    _check_needed(at, header, path)
    flags = {
        ours: {places[plain_name(name)]: word for name, word in named.items() if plain_name(name) in places}
        for ours, named in layout.flags.items()
    }
    return Plan(layout, tuple(header), at, flags, int((now + _AHEAD).timestamp()))


def _check_needed(at: Mapping[str, int], header: Sequence[str], path: Path) -> None:
    missing = [name for name in ("latitude", "longitude") if name not in at]
    missing += [] if at.keys() & {"date", "earliest"} else ["date"]
    if not missing:
        return
    headers = ", ".join(repr(name[:40]) for name in header[:30]) + (", ..." if len(header) > 30 else "")  # noqa: PLR2004
    near = [close for name in missing for close in difflib.get_close_matches(name, [*header], 1, 0.5)]
    hint = f" (perhaps {near[0]!r})" if near else ""
    msg = (
        f"{str(path)!r} has no column for {' and '.join(missing)}{hint}; its columns are {headers}: "
        f"name them in a mapping, as {{{missing[0]!r}: 'HEADER'}}"
    )
    raise InputError(msg)


def _moments(first: RowBatch, plan: Plan) -> Moments:
    options = plan.layout.options
    order = options.day_first
    if order is None:
        places = [plan.at[name] for name in ("date", "earliest", "latest") if name in plan.at]
        order = day_order([row[place] for row in first.rows for place in places])
    return Moments(order, zone_of(options.timezone))


def _settle_swaps(
    table: IncidentTable, lines: list[int], wish: str, rejections: list[IncidentRejection]
) -> tuple[IncidentTable, list[int]]:
    """List the points that look swapped, or do with them what the user says."""
    suspected = _suspected(table)
    if wish == "keep" or not suspected.any():
        return table, lines
    if wish == "mend":
        latitude, longitude = table["latitude"], table["longitude"]
        latitude[suspected], longitude[suspected] = longitude[suspected], latitude[suspected]
        return table, lines
    rejections.extend(_swap_rejections(table, np.flatnonzero(suspected), lines))
    kept = np.flatnonzero(~suspected)
    return table.take(kept), [lines[row] for row in kept.tolist()]


def _suspected(table: IncidentTable) -> NDArray[np.bool_]:
    """Suspect points that look swapped; of each marking and circle, beside those alone that may be seen with it."""
    ranks = marking_ranks(table["marking"])
    found = np.zeros(len(table), dtype=bool)
    for beside, confined in _seen_together(table):
        for rank in np.unique(ranks[beside[confined]]).tolist():
            near = ranks[beside] <= rank
            rows, own = beside[near], confined[near] & (ranks[beside[near]] == rank)
            found[rows[own]] = swapped_points(table["latitude"][rows], table["longitude"][rows])[own]
    return found


def _seen_together(table: IncidentTable) -> Iterator[tuple[NDArray[np.int64], NDArray[np.bool_]]]:
    """For the rows of each circle, and for the open ones: these and the open ones, and which of them are its own."""
    opened = np.flatnonzero(table["circles"].isin([""]))
    for own in rows_by_circle(table):
        if np.array_equal(own, opened):
            yield own, np.ones(len(own), dtype=bool)
            continue
        rows = np.sort(np.concatenate([opened, own]))
        yield rows, np.isin(rows, own)


def _swap_rejections(table: IncidentTable, rows: NDArray[np.int64], lines: list[int]) -> Iterator[IncidentRejection]:
    for row in rows.tolist():
        latitude, longitude = float(table["latitude"][row]), float(table["longitude"][row])
        reason = (
            f"latitude {latitude:g}, longitude {longitude:g} look swapped: the other rows lie about the mirrored point"
        )
        suggestion = (
            f"latitude {longitude:g}, longitude {latitude:g}? "
            "Mend the row, or say swapped = 'keep' (or 'mend') in the options of a mapping"
        )
        yield IncidentRejection(int(table["row"][row]), lines[row], reason, suggestion, f"{latitude:g}, {longitude:g}")


def _once_each(table: IncidentTable, lines: list[int], rejections: list[IncidentRejection]) -> IncidentTable:
    """Load a row that is repeated once; give rows that share an id but not what they say ids of their own.

    The least restricted row goes before the others, and open ones before confined ones: what fewer may see never
    changes what all see, nor what one circle knows what another one sees.
    """
    ranks = marking_ranks(table["marking"])
    heads = np.arange(len(table), dtype=np.int64)
    found = []
    for rows, own in _seen_together(table):
        order = np.lexsort((own & bool(table["circles"][int(rows[own][0])]), ranks[rows]))
        placed = rows[order]
        firsts = placed[repeats_among(table["id"][placed])]
        mine = own[order]
        heads[placed[mine]] = firsts[mine]
        found.append(placed[mine & (firsts != placed)])
    later = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
    if not len(later):
        return table
    ids = table["id"].tolist()
    seen: dict[tuple[str, int, str], int] = {}
    kept = np.ones(len(table), dtype=bool)
    for row in later.tolist():
        head, mark = int(heads[row]), int(table["fingerprint"][row])
        known = (ids[head], mark, str(table["circles"][row]))
        first = head if mark == int(table["fingerprint"][head]) else seen.setdefault(known, row)
        if first == row:
            ids[row] = variant_id(ids[head], mark)
            continue
        kept[row] = False
        reason = f"says the same as row {int(table['row'][first])}"
        rejections.append(
            IncidentRejection(int(table["row"][row]), lines[row], reason, "counted once; nothing to do", ids[head])
        )
    columns = {name: table[name] for name in table}
    columns["id"] = TextColumn.of(ids)
    return IncidentTable(columns).take(kept)
