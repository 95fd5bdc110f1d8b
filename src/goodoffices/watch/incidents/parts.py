"""A batch of rows into columns: every cell read, every row that cannot be read listed with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record import Marking

from .batches import RowBatch
from .cells import Faults, counts_of, degrees_of, is_unknown, kilometres_of
from .circles import read_circles
from .identity import digests_of, fingerprints_of, ids_of
from .kinds import kind_of
from .layout import Layout, layout_words, plain_name
from .markings import read_markings
from .moments import Moments
from .rejection import IncidentRejection, shown

__all__ = ["Part", "Plan", "read_part"]

_WORDS = ("actor", "claimed_by", "target", "place", "region", "source", "source_url", "text", "evidence")
_COUNTS = ("killed", "injured", "reports")
_CODED = frozenset({"geoprecision", "whereprec", "timeprecision", "dateprec"})
_DAY_SECONDS = 86_400


class Plan(msgspec.Struct, frozen=True):
    """How the rows of one file are read.

    Attributes:
        layout: Which column is which.
        header: Names of the file's columns.
        at: Our column -> place in the row.
        flags: Our column -> places of yes/no columns -> word.
        latest_second: No row may start after it: seconds from 1970 in UTC.
        marking: Release marking of rows that do not say it.
        circles: The circles of rows that do not say them, as `circle_label` writes them.
    """

    layout: Layout
    header: Sequence[str]
    at: Mapping[str, int]
    flags: Mapping[str, Mapping[int, str]]
    latest_second: int
    marking: Marking = Marking.CLEAR
    circles: str = ""

    @property
    def read_places(self) -> list[int]:
        """Places of the cells that say what happened, in the order of our columns: all but who may see it."""
        flagged = [place for places in self.flags.values() for place in places]
        return [self.at[name] for name in sorted(self.at) if name not in {"marking", "circles"}] + flagged


class Part(msgspec.Struct):
    """Columns of the rows of a batch that could be read: arrays, and lists of strings for words."""

    columns: dict[str, Any]
    lines: list[int]


def read_part(batch: RowBatch, plan: Plan, moments: Moments, rejections: list[IncidentRejection]) -> Part:
    """Read a batch.

    Args:
        batch: The rows.
        plan: How they are read.
        moments: Reads times.
        rejections: Takes the rows that cannot be read.

    Returns:
        The columns of the others.
    """
    faults: Faults = {}
    taken = {name: [row[place] for row in batch.rows] for name, place in plan.at.items()}
    columns: dict[str, Any] = {}
    columns["latitude"], columns["longitude"] = _points(taken, faults)
    columns["earliest"], columns["latest"] = _times(taken, plan, moments, faults)
    columns["precision_km"] = _precision(taken, plan, faults, len(batch.rows))
    for name in _COUNTS:
        cells = taken.get(name) or [plan.layout.defaults.get(name, "")] * len(batch.rows)
        columns[name] = counts_of(cells, name, faults)
    columns["recorded"] = _recorded(taken, moments, len(batch.rows))
    _add_words(columns, taken, batch, plan)
    columns["marking"] = read_markings(taken.get("marking"), len(batch.rows), plan.marking, faults)
    columns["circles"] = read_circles(taken.get("circles"), len(batch.rows), plan.circles)
    read = itemgetter(*plan.read_places)
    digests = digests_of([read(row) for row in batch.rows])
    columns["fingerprint"] = fingerprints_of(digests)
    columns["id"] = ids_of(taken.get("id"), digests)
    columns["row"] = np.array(batch.numbers, dtype=np.int32)
    return _without(faults, Part(columns, batch.lines), rejections)


def _points(taken: Mapping[str, list[str]], faults: Faults) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    latitude = degrees_of(taken["latitude"], "latitude", 90, faults)
    longitude = degrees_of(taken["longitude"], "longitude", 180, faults)
    off = (np.abs(latitude) > 90) | (np.abs(longitude) > 180)  # noqa: PLR2004  the ends of the earth
    for place in np.flatnonzero(off).tolist():
        faults.setdefault(place, _off_the_earth(float(latitude[place]), float(longitude[place])))
    for place in np.flatnonzero((latitude == 0) & (longitude == 0)).tolist():
        faults.setdefault(
            place, ("the point is 0, 0", "files put it where the place is not known: give the place", "0, 0")
        )
    return latitude, longitude


def _off_the_earth(latitude: float, longitude: float) -> tuple[str, str, str]:
    value = f"{latitude:g}, {longitude:g}"
    if abs(latitude) > 90:  # noqa: PLR2004  the pole
        reason = f"latitude {latitude:g} lies beyond -90 to 90"
        if abs(latitude) <= 180 and abs(longitude) <= 90:  # noqa: PLR2004  it would be legal the other way round
            return reason, f"swapped? latitude {longitude:g}, longitude {latitude:g} would be a point", value
        return reason, "check the latitude", value
    return (
        f"longitude {longitude:g} lies beyond -180 to 180",
        f"{(longitude + 180) % 360 - 180:g}, if it was counted on round the earth",
        value,
    )


def _times(
    taken: Mapping[str, list[str]], plan: Plan, moments: Moments, faults: Faults
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    starts = taken.get("earliest") or _dates(taken)
    ends = taken.get("latest") or starts
    earliest = np.zeros(len(starts), dtype=np.int64)
    latest = np.zeros(len(starts), dtype=np.int64)
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        try:
            earliest[place], last = moments.span(start)
            latest[place] = last if end == start or is_unknown(end) else moments.span(end)[1]
        except (ValueError, OverflowError, OSError) as error:
            faults.setdefault(place, _undated(start if is_unknown(start) else str(error)))
    _widen(earliest, latest, taken, plan)
    for place in np.flatnonzero(latest < earliest).tolist():
        faults.setdefault(
            place,
            (f"ends {ends[place]!r} before it starts {starts[place]!r}", "swap the two, or mend one", ends[place]),
        )
    for place in np.flatnonzero(earliest > plan.latest_second).tolist():
        day = dt.datetime.fromtimestamp(int(earliest[place]), dt.UTC).date()
        faults.setdefault(
            place, (f"{day} lies in the future", "check the year, and the order of day and month", starts[place])
        )
    return earliest, latest


def _dates(taken: Mapping[str, list[str]]) -> list[str]:
    """Join each day with its clock time, where the file has one."""
    days, clocks = taken["date"], taken.get("time")
    if not clocks:
        return days
    return [
        f"{day.strip()} {clock.strip().zfill(5)}" if ":" in clock and ":" not in day else day
        for day, clock in zip(days, clocks, strict=True)
    ]


def _undated(what: str) -> tuple[str, str, str]:
    if is_unknown(what):
        return "no date", "give the day as YYYY-MM-DD", what
    if "may be" in what:
        return what, "say day_first = true or false in the options of a mapping", what
    return f"the date cannot be read ({what})", "write it as YYYY-MM-DD", what


def _widen(earliest: NDArray[np.int64], latest: NDArray[np.int64], taken: Mapping[str, list[str]], plan: Plan) -> None:
    """Widen each interval by what the file's code says of how well the day is known."""
    cells = taken.get("days")
    if not cells:
        return
    codes = plan.layout.days or layout_words()["days"]["acled"]
    seconds = np.array([_DAY_SECONDS * float(codes.get(cell.strip(), 0)) for cell in cells]).astype(np.int64)
    earliest -= seconds
    latest += seconds


def _precision(taken: Mapping[str, list[str]], plan: Plan, faults: Faults, rows: int) -> NDArray[np.float32]:
    name = "precision" if "precision" in taken else "precision_km"
    cells = taken.get(name) or [plan.layout.defaults.get("precision_km", "")] * rows
    known = layout_words()["precision_km"]
    codes = dict(known["words"])
    if name in taken and plain_name(plan.header[plan.at[name]]) in _CODED:
        codes.update(known["acled"])
    codes.update(plan.layout.precision_km)
    return kilometres_of(cells, codes, faults)


def _recorded(taken: Mapping[str, list[str]], moments: Moments, rows: int) -> NDArray[np.int64]:
    """Read when the source wrote each row; what cannot be read stays unknown, for the incident does not hang on it."""
    unknown = int(np.datetime64("NaT").astype(np.int64))
    values = np.full(rows, unknown, dtype=np.int64)
    for place, cell in enumerate(taken.get("recorded", ())):
        try:
            values[place] = unknown if is_unknown(cell) else moments.span(cell)[0]
        except (ValueError, OverflowError, OSError):
            continue
    return values


def _add_words(columns: dict[str, Any], taken: Mapping[str, list[str]], batch: RowBatch, plan: Plan) -> None:
    for name in (*_WORDS, "kind"):
        default = plan.layout.defaults.get(name, "")
        cells = taken.get(name)
        words = [cell.strip() or default for cell in cells] if cells else [default] * len(batch.rows)
        columns[name] = _with_flags(words, batch, plan.flags.get(name, {}))
    columns["kind_given"] = columns["kind"]
    known: dict[str, str] = {}
    for given in columns["kind"]:
        if given not in known:
            known[given] = kind_of(given, plan.layout.kinds)
    columns["kind"] = [known[given] for given in columns["kind"]]
    columns["dataset"] = [plan.layout.name] * len(batch.rows)


def _with_flags(words: list[str], batch: RowBatch, flags: Mapping[int, str]) -> list[str]:
    """Name what the yes/no columns of each row stand for, where the file has no word of its own."""
    if not flags:
        return words
    yes = frozenset(layout_words()["yes"])
    return [
        word
        or "; ".join(dict.fromkeys(named for place, named in flags.items() if row[place].strip().casefold() in yes))
        for word, row in zip(words, batch.rows, strict=True)
    ]


def _without(faults: Faults, part: Part, rejections: list[IncidentRejection]) -> Part:
    """List the rows with faults and keep the others."""
    if not faults:
        return part
    numbers = part.columns["row"]
    for place in sorted(faults):
        reason, suggestion, value = faults[place]
        rejections.append(IncidentRejection(int(numbers[place]), part.lines[place], reason, suggestion, shown(value)))
    kept = np.ones(len(numbers), dtype=bool)
    kept[list(faults)] = False
    rows = np.flatnonzero(kept).tolist()
    columns = {
        name: [column[row] for row in rows] if isinstance(column, list) else column[kept]
        for name, column in part.columns.items()
    }
    return Part(columns, [part.lines[row] for row in rows])
