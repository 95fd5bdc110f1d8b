"""The incident table as a file that is loaded again in moments: numpy's own format, no pickles in it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record.errors import InputError

from .columns import Column, LabelColumn, TextColumn
from .table import IncidentTable, column_kinds

__all__ = ["load_incidents", "write_incidents"]

_FORM = 1


def write_incidents(table: IncidentTable, path: str | Path) -> Path:
    """Write a table to a file (``.npz``), whole or not at all.

    Args:
        table: The table.
        path: Where; an older file is replaced.

    Returns:
        `path`.

    Raises:
        InputError: If the file cannot be written.
    """
    path = Path(path)
    arrays: dict[str, NDArray[Any]] = {"form": np.array([_FORM])}
    for name in table:
        arrays.update(_arrays(name, table[name]))
    half = path.with_name(path.name + ".part")
    try:
        with half.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        half.replace(path)
    except OSError as error:
        msg = f"incidents cannot be written to {str(path)!r} ({error.strerror}); choose another place"
        raise InputError(msg) from error
    return path


def load_incidents(path: str | Path) -> IncidentTable:
    """Load a table that `write_incidents` wrote.

    Raises:
        InputError: If the file is missing, damaged or none of ours.
    """
    try:
        with Path(path).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            if int(arrays["form"][0]) != _FORM:
                msg = f"{str(path)!r} is of another form of the incident table; read the incidents again"
                raise InputError(msg)
            kinds = {name: kind.held for name, kind in column_kinds().items() if _is_there(name, arrays)}
            return IncidentTable({name: _column(name, held, arrays) for name, held in kinds.items()})
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, msgspec.DecodeError) as error:
        msg = f"{str(path)!r} is no incident table ({error}); write one with write_incidents"
        raise InputError(msg) from error


def _is_there(name: str, arrays: Mapping[str, NDArray[Any]]) -> bool:
    """Does a file hold this column? Those written before it was kept have none: all could see all rows then."""
    return name not in {"marking", "circles"} or f"{name}.codes" in arrays


def _arrays(name: str, column: Column) -> dict[str, NDArray[Any]]:
    if isinstance(column, TextColumn):
        return {f"{name}.offsets": column.offsets, f"{name}.data": column.data}
    if isinstance(column, LabelColumn):
        labels = np.frombuffer(msgspec.json.encode(column.labels), dtype=np.uint8)
        return {f"{name}.codes": column.codes, f"{name}.labels": labels}
    return {name: column}


def _column(name: str, held: str, arrays: Mapping[str, NDArray[Any]]) -> Column:
    if held == "text":
        return TextColumn(arrays[f"{name}.offsets"], arrays[f"{name}.data"])
    if held == "label":
        labels = msgspec.json.decode(arrays[f"{name}.labels"].tobytes(), type=list[str])
        return LabelColumn(arrays[f"{name}.codes"], labels)
    return arrays[name]
