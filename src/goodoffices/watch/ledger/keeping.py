"""The ledger as a file beside the incidents, so that it is not worked out twice. It can be thrown away at any time."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..incidents import LabelColumn, TextColumn
from .ledger import Ledger

__all__ = ["load_ledger", "save_ledger"]

_TEXTS = ("ids",)
_LABELS = ("kinds", "actors", "places", "regions", "sources")
_WORDS = ("zones", "party_names")


def save_ledger(ledger: Ledger, path: Path) -> None:
    """Write a ledger, whole or not at all; a folder that cannot be written to is left alone."""
    arrays: dict[str, NDArray[Any]] = {}
    for name in ledger.__struct_fields__:
        value = getattr(ledger, name)
        if name in _TEXTS:
            arrays |= {f"{name}.offsets": value.offsets, f"{name}.data": value.data}
        elif name in _LABELS:
            arrays |= {f"{name}.codes": value.codes, f"{name}.labels": _packed(value.labels)}
        else:
            arrays[name] = _packed(value) if name in _WORDS else value
    half = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(exist_ok=True)
        with half.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)


def load_ledger(path: Path) -> Ledger | None:
    """Load a ledger; None where there is none, or none that can be used."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return Ledger(**{name: _value(name, arrays) for name in Ledger.__struct_fields__})
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, msgspec.DecodeError):
        return None


def _packed(words: tuple[str, ...]) -> NDArray[np.uint8]:
    return np.frombuffer(msgspec.json.encode(words), dtype=np.uint8)


def _unpacked(array: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(msgspec.json.decode(array.tobytes(), type=list[str]))


def _value(name: str, arrays: Any) -> Any:  # noqa: ANN401  numpy's file of arrays, and what a field holds
    if name in _TEXTS:
        return TextColumn(arrays[f"{name}.offsets"], arrays[f"{name}.data"])
    if name in _LABELS:
        return LabelColumn(arrays[f"{name}.codes"], _unpacked(arrays[f"{name}.labels"]))
    return _unpacked(arrays[name]) if name in _WORDS else arrays[name]
