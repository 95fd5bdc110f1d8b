"""What of each report bears on whether two are of one incident, as plain arrays."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.watch.incidents import IncidentTable, LabelColumn, incident_kinds

from .vicinity import crowd_rate
from .weights import Weights
from .wording import Wording, word_keys

__all__ = ["Bearing", "bearing_of"]

_DAY_SECONDS = 86_400
_CELL_KM = 25.0
_KM_A_DEGREE = 111.0
_NAME_LETTERS = 12

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


class Bearing(msgspec.Struct, frozen=True):
    """What of each report bears on the question, as plain arrays; shape (rows,) each.

    Attributes:
        latitude: Degrees.
        longitude: Degrees.
        precision_km: Never NaN.
        earliest: Seconds.
        latest: Seconds.
        kind: Code, -1 unknown.
        kind_share: Share of the rows that are of its kind.
        family: Code of the kind's family, -1 unknown.
        target: Code, -1 unknown.
        source: Code, -1 unknown.
        link: Hash, 0 unknown.
        killed: -1 unknown.
        place: Place of its place's name in `names`.
        names: Names of places in plain Latin letters.
        set_of: Code of its data set.
        kept_apart: Evidence that its data set has told it from others at its place, 0 where it has not.
        area_rate: Reports a day and square km thereabouts.
        point_rate: Reports a day at the very point.
        wording: The words.
    """

    latitude: Floats
    longitude: Floats
    precision_km: Floats
    earliest: Rows
    latest: Rows
    kind: Rows
    kind_share: Floats
    family: Rows
    target: Rows
    source: Rows
    link: Rows
    killed: Rows
    place: Rows
    names: tuple[str, ...]
    set_of: Rows
    kept_apart: Floats
    area_rate: Floats
    point_rate: Floats
    wording: Wording


def bearing_of(table: IncidentTable, wording: Wording, weights: Weights) -> Bearing:
    """Take what bears on the question out of a table."""
    latitude, longitude = table["latitude"], table["longitude"]
    earliest, latest = table["earliest"].astype(np.int64), table["latest"].astype(np.int64)
    precision = table["precision_km"].astype(np.float64)
    day = (earliest + latest) // 2 // _DAY_SECONDS
    within = int(weights.fields.crowd)
    points = np.round(latitude, 4) * 1e8 + np.round(longitude, 4) * 1e4
    apart = int(weights.tolerances.days) + 1
    precision = np.where(np.isnan(precision), weights.tolerances.unknown_precision_km, precision)
    fine_km = float(np.clip(2 * np.median(precision), 2.0, _CELL_KM)) if len(table) else _CELL_KM
    rates = [
        crowd_rate(_cells(latitude, longitude, km), day, within=within, apart=apart) / km**2
        for km in (_CELL_KM, fine_km)
    ]
    return Bearing(
        latitude=latitude,
        longitude=longitude,
        precision_km=precision,
        earliest=earliest,
        latest=latest,
        kind=_codes(table["kind"]),
        kind_share=_shares(table["kind"]),
        family=_families(table["kind"]),
        target=_codes(table["target"]),
        source=_codes(table["source"]),
        link=np.fromiter((hash(link) if link else 0 for link in table["source_url"]), dtype=np.int64, count=len(table)),
        killed=table["killed"].astype(np.int64),
        place=table["place"].codes.astype(np.int64),
        names=tuple(" ".join(word_keys(name, _NAME_LETTERS)) for name in table["place"].labels),
        set_of=table["dataset"].codes.astype(np.int64),
        kept_apart=np.array([weights.kept_apart.get(name, 0.0) for name in table["dataset"].labels] or [0.0])[
            table["dataset"].codes
        ],
        area_rate=np.maximum(*rates),
        point_rate=crowd_rate(points.astype(np.int64), day, within=within, apart=apart),
        wording=wording,
    )


def _codes(column: LabelColumn) -> Rows:
    """Give the codes of words, -1 where there is none."""
    known = np.array([-1 if not label else code for code, label in enumerate(column.labels)] or [-1], dtype=np.int64)
    return known[column.codes]


def _cells(latitude: Floats, longitude: Floats, km: float) -> Rows:
    """Number squares of some km."""
    band = np.floor(latitude * _KM_A_DEGREE / km)
    column = np.floor(longitude * _KM_A_DEGREE * np.cos(np.radians(band * km / _KM_A_DEGREE)) / km)
    numbers: Rows = (band * 100_000 + column).astype(np.int64)
    return numbers


def _shares(column: LabelColumn) -> Floats:
    counts = np.bincount(column.codes, minlength=max(len(column.labels), 1))
    shares: Floats = counts[column.codes] / max(len(column), 1)
    return shares


def _families(column: LabelColumn) -> Rows:
    kinds = incident_kinds()
    names = [kinds[label].family if label in kinds else "" for label in column.labels]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] if name else -1 for name in names] or [-1], dtype=np.int64)[column.codes]
