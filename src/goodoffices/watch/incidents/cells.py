"""Cells into numbers, a column at a time: the quick way for all, and one by one where something is wrong."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .layout import layout_words

__all__ = ["Faults", "counts_of", "degrees_of", "is_unknown", "kilometres_of"]

Faults = dict[int, tuple[str, str, str]]
"""Place in the batch -> reason, suggestion, value; the first fault of a row stands."""

_MOST_PEOPLE = 10_000_000
_WIDEST_KM = 20_040.0


@functools.cache
def _unknown() -> frozenset[str]:
    return frozenset(layout_words()["unknown"])


def is_unknown(cell: str) -> bool:
    """Does the cell say that the value is not known?"""
    return cell.strip().casefold() in _unknown()


def degrees_of(cells: list[str], name: str, most: float, faults: Faults) -> NDArray[np.float64]:
    """Read latitudes or longitudes.

    Args:
        cells: As the file gives them.
        name: ``latitude`` or ``longitude``, for the message.
        most: 90 or 180.
        faults: Takes the rows that cannot be read; a value beyond `most` is left to the caller.

    Returns:
        Degrees, NaN where there is a fault, shape (cells,).
    """
    try:
        values = np.array(list(map(float, cells)), dtype=np.float64)
    except ValueError:
        values = np.array(
            [_one_degree(cell, place, name, faults) for place, cell in enumerate(cells)], dtype=np.float64
        )
    for place in np.flatnonzero(~np.isfinite(values)).tolist():
        faults.setdefault(
            place, (f"no {name}", f"give the {name} in decimal degrees, -{most:g} to {most:g}", cells[place])
        )
    return values


def _one_degree(cell: str, place: int, name: str, faults: Faults) -> float:
    try:
        return float(cell)
    except ValueError:
        pass
    if is_unknown(cell):
        return math.nan
    comma = cell.strip().replace(",", ".")
    try:
        suggestion = f"write {float(comma)!r}"
    except ValueError:
        suggestion = "write decimal degrees, as 48.5"
    faults.setdefault(place, (f"{name} {cell[:40]!r} is not a number", suggestion, cell))
    return math.nan


def counts_of(cells: list[str], name: str, faults: Faults) -> NDArray[np.int32]:
    """Read numbers of people or reports: -1 where the cell is empty or says that it is unknown, shape (cells,)."""
    known: dict[str, int] = {}
    values = np.full(len(cells), -1, dtype=np.int32)
    for place, cell in enumerate(cells):
        value = known.get(cell)
        if value is None:
            value = known[cell] = _one_count(cell)
        if value < -1:
            faults.setdefault(
                place, (f"{name} {cell[:40]!r} is not a count", "write a whole number, or leave it empty", cell)
            )
        else:
            values[place] = value
    return values


def _one_count(cell: str) -> int:
    """Read one count; -1 unknown, -2 wrong."""
    if is_unknown(cell):
        return -1
    try:
        value = float(cell)
    except ValueError:
        return -2
    return int(value) if 0 <= value <= _MOST_PEOPLE and value == int(value) else -2


def kilometres_of(cells: list[str], codes: Mapping[str, float], faults: Faults) -> NDArray[np.float32]:
    """Read how well places are known, shape (cells,): NaN where the file does not say.

    Args:
        cells: Codes or kilometres.
        codes: The file's codes in small letters -> km; other cells have to be km.
        faults: Takes the rows that cannot be read.
    """
    known: dict[str, float] = {}
    values = np.full(len(cells), np.nan, dtype=np.float32)
    for place, cell in enumerate(cells):
        value = known.get(cell)
        if value is None:
            value = known[cell] = _one_distance(cell, codes)
        if value < 0:
            faults.setdefault(
                place,
                (f"precision {cell[:40]!r} is not known", "write km, or map the code to km under precision_km", cell),
            )
        else:
            values[place] = value
    return values


def _one_distance(cell: str, codes: Mapping[str, float]) -> float:
    """Read one distance; NaN unknown, -1 wrong."""
    word = cell.strip().casefold()
    if word in codes:
        return codes[word]
    if is_unknown(cell):
        return math.nan
    try:
        value = float(word)
    except ValueError:
        return -1.0
    return value if 0 <= value <= _WIDEST_KM else -1.0
