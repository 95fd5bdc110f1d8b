"""Rows of JSON, JSON lines and GeoJSON points, as cells like those of a CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.record.errors import InputError

from .batches import BATCH_ROWS, MAX_COLUMNS, RowBatch, RowSource
from .rejection import IncidentRejection, shown

__all__ = ["json_source"]

_LIST_NAMES = ("incidents", "events", "data", "rows", "results", "records", "items")
_POINT = ("longitude", "latitude")

Numbered = tuple[int, int, Mapping[str, Any]]
"""Row number, line, object."""


def json_source(path: Path, rejections: list[IncidentRejection]) -> RowSource:
    """Open a file of JSON, JSON lines or GeoJSON.

    Args:
        path: ``.json``, ``.jsonl``, ``.ndjson``, ``.geojson``.
        rejections: Takes the objects that cannot be read.

    Raises:
        InputError: If the file cannot be opened, is not JSON, or holds no list of objects.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        msg = f"{str(path)!r} cannot be opened ({error.strerror}); give a file that can be read"
        raise InputError(msg) from error
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    lines = path.suffix.lower() in {".jsonl", ".ndjson"}
    found = _from_lines(raw, rejections) if lines else _from_whole(raw, path, rejections)
    objects = [numbered for numbered in found if _usable(numbered, rejections)]
    header = list(dict.fromkeys(name for _, _, entry in objects for name in entry))
    if len(header) > MAX_COLUMNS:
        msg = f"the objects of {str(path)!r} have {len(header):,} names between them; give one shape of object"
        raise InputError(msg)
    return RowSource(header, _batches(objects, header))


def _from_lines(raw: bytes, rejections: list[IncidentRejection]) -> Iterator[Numbered]:
    number = 0
    for line, piece in enumerate(raw.splitlines(), start=1):
        if not piece.strip():
            continue
        number += 1
        try:
            entry = _decoded(piece)
        except ValueError as error:
            reason = f"the line is not JSON ({error})"
            rejections.append(
                IncidentRejection(
                    number, line, reason, "write one object a line", shown(piece[:400].decode("utf-8", "replace"))
                )
            )
            continue
        yield from _numbered(entry, number, line, rejections)


def _from_whole(raw: bytes, path: Path, rejections: list[IncidentRejection]) -> Iterator[Numbered]:
    try:
        whole = _decoded(raw)
    except ValueError as error:
        if b"\n" in raw.strip() and raw.lstrip().startswith(b"{"):
            yield from _from_lines(raw, rejections)  # JSON lines under the name .json
            return
        msg = f"{str(path)!r} is not JSON ({error}); give a list of objects, JSON lines or GeoJSON"
        raise InputError(msg) from error
    for number, entry in enumerate(_entries(whole, path), start=1):
        yield from _numbered(entry, number, 0, rejections)


def _decoded(raw: bytes) -> Any:  # noqa: ANN401  any JSON
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        try:  # NaN, which msgspec refuses and pandas writes
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise ValueError(str(error)) from error


def _entries(whole: Any, path: Path) -> Sequence[Any]:  # noqa: ANN401  any JSON
    if isinstance(whole, Mapping):
        if whole.get("type") == "Feature":
            return [whole]
        lists = [whole.get(name) for name in ("features", *_LIST_NAMES)]
        whole = next((entry for entry in lists if isinstance(entry, list)), whole)
    if not isinstance(whole, list):
        msg = f"{str(path)!r} holds no list of incidents; give a list of objects, JSON lines or GeoJSON"
        raise InputError(msg)
    return whole


def _numbered(entry: Any, number: int, line: int, rejections: list[IncidentRejection]) -> Iterator[Numbered]:  # noqa: ANN401  any JSON
    if not isinstance(entry, Mapping):
        rejections.append(IncidentRejection(number, line, "not an object", "write an object an incident", shown(entry)))
    elif entry.get("type") == "Feature" and "geometry" in entry:
        yield from _from_feature(entry, number, line, rejections)
    else:
        yield number, line, entry


def _from_feature(
    feature: Mapping[str, Any], number: int, line: int, rejections: list[IncidentRejection]
) -> Iterator[Numbered]:
    geometry = feature["geometry"] or {}
    point = geometry.get("coordinates")
    if geometry.get("type") != "Point" or not isinstance(point, list) or len(point) < len(_POINT):
        reason = f"the geometry is {geometry.get('type') or 'missing'!r}, not a point"
        rejections.append(IncidentRejection(number, line, reason, "incidents are points; zones are read by read_zones"))
        return
    entry = dict(feature.get("properties") or {})
    if "id" in feature:
        entry.setdefault("id", feature["id"])
    entry.update(zip(_POINT, point, strict=False))
    yield number, line, entry


def _usable(numbered: Numbered, rejections: list[IncidentRejection]) -> bool:
    number, line, entry = numbered
    if len(entry) <= MAX_COLUMNS:
        return True
    reason = f"an object of {len(entry):,} names"
    rejections.append(
        IncidentRejection(number, line, reason, f"give at most {MAX_COLUMNS:,}", shown(", ".join(islice(entry, 10))))
    )
    return False


def _batches(objects: list[Numbered], header: list[str]) -> Iterator[RowBatch]:
    for start in range(0, len(objects), BATCH_ROWS):
        some = objects[start : start + BATCH_ROWS]
        rows = [[_cell(entry.get(name)) for name in header] for _, _, entry in some]
        yield RowBatch(rows, [number for number, _, _ in some], [line for _, line, _ in some])


def _cell(value: Any) -> str:  # noqa: ANN401  any JSON
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(piece, str | int) for piece in value):
        return "; ".join(map(str, value))
    return str(value) if isinstance(value, bool | int | float) else msgspec.json.encode(value).decode("utf-8")
