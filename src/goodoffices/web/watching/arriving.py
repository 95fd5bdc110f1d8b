"""Files of incidents that are handed in: set down under a name of our own, looked into, mapped."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import IO, Any

import msgspec

from goodoffices.record import InputError, Marking, NotInCase, parse_marking
from goodoffices.watch.incidents import IncidentRejection
from goodoffices.web.inbox.naming import shown_name

from .room import Room, without_paths

__all__ = ["FIELDS", "Arrived", "Look", "arrive", "arrived_at", "look_into", "mapping_of"]

_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".geojson"})
_TOKEN = re.compile(r"[0-9a-f]{32}")
_STALE_SECONDS = 24 * 3600
_PREVIEW = 5
_CELL = 60
_COPY = 1 << 20

FIELDS = (
    ("date", "Day or time"),
    ("time", "Clock time"),
    ("latitude", "Latitude"),
    ("longitude", "Longitude"),
    ("precision_km", "Precision, km"),
    ("kind", "What happened"),
    ("place", "Place"),
    ("region", "Region"),
    ("actor", "Said to have done it"),
    ("claimed_by", "Who says so"),
    ("target", "Who or what was hit"),
    ("killed", "Killed"),
    ("injured", "Injured"),
    ("source", "Source"),
    ("source_url", "Link"),
    ("text", "Text"),
    ("id", "Id"),
    ("marking", "Release marking"),
    ("circles", "Circle"),
)
"""What the columns of a file can be, and how people call it."""


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was handed in and is not loaded yet."""

    token: str
    name: str
    ending: str
    by: str
    audience: Marking
    marking: Marking
    circles: tuple[str, ...] = ()


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds, before it is loaded.

    Attributes:
        arrived: The file.
        layout: The layout by which it would be read.
        columns: Its headers.
        taken: Our field -> the header from which it would be taken.
        rows: The first rows, cut.
        missing: Fields that it needs and that no header was found for.
        fault: Why it cannot be read at all; "" where it can.
    """

    arrived: Arrived
    layout: str = ""
    columns: tuple[str, ...] = ()
    taken: Mapping[str, str] = {}
    rows: tuple[tuple[str, ...], ...] = ()
    missing: tuple[str, ...] = ()
    fault: str = ""


def _folder(room: Room) -> Path:
    place = room.book.folder / "incoming"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def arrive(room: Room, filename: str, file: IO[bytes], marking: str) -> Arrived:
    """Set a file down; what it is called where it comes from is shown, and never opened or written.

    Raises:
        InputError: It is of no form that incidents are read from, or no marking was said.
    """
    name = shown_name(filename)
    ending = PurePath(name).suffix.lower()
    if ending not in _ENDINGS:
        msg = f"incidents are read from {', '.join(sorted(_ENDINGS))}, not from {name[:60]!r}; unpack or convert it"
        raise InputError(msg)
    folder = _folder(room)
    _sweep(folder)
    who = room.who
    arrived = Arrived(
        token=secrets.token_hex(16),
        name=name,
        ending=ending,
        by=who.account.name,
        audience=who.audience.marking,
        marking=parse_marking(marking) if marking else Marking.CLEAR,
        circles=who.audience.circles,
    )
    with (folder / f"{arrived.token}{ending}").open("xb") as kept:
        shutil.copyfileobj(file, kept, _COPY)
    (folder / f"{arrived.token}.meta").write_bytes(msgspec.json.encode(arrived))
    return arrived


def _sweep(folder: Path) -> None:
    """Throw away what was handed in long ago and never loaded."""
    for place in folder.iterdir():
        if time.time() - place.stat().st_mtime > _STALE_SECONDS:
            place.unlink(missing_ok=True)


def arrived_at(room: Room, token: str) -> tuple[Arrived, Path]:
    """A file of theirs that waits to be loaded, and where it lies.

    Raises:
        NotInCase: There is no such file of theirs.
    """
    msg = "there is no such file that waits to be loaded; hand it in again"
    if not _TOKEN.fullmatch(token):
        raise NotInCase(msg)
    try:
        found = msgspec.json.decode((_folder(room) / f"{token}.meta").read_bytes(), type=Arrived)
    except (OSError, msgspec.MsgspecError):
        raise NotInCase(msg) from None
    # Nobody but whoever handed it in: it bears no marking that others could be held to yet.
    if found.by != room.who.account.name or not room.seen.viewer.may_see(found.audience, found.circles):
        raise NotInCase(msg)
    return found, _folder(room) / f"{token}{found.ending}"


def look_into(room: Room, token: str) -> Look:
    """Say what a file holds and how it would be read."""
    arrived, path = arrived_at(room, token)
    try:
        return _looked(arrived, path)
    except InputError as odd:
        return Look(arrived=arrived, fault=without_paths(str(odd), path.parent).replace(path.name, arrived.name))


def _looked(arrived: Arrived, path: Path) -> Look:
    from goodoffices.watch.incidents.csv_rows import csv_source  # noqa: PLC0415  tables are heavy
    from goodoffices.watch.incidents.json_rows import json_source  # noqa: PLC0415  the same
    from goodoffices.watch.incidents.layout import Options, layout_of, layout_words, plain_name  # noqa: PLC0415  same

    read: list[IncidentRejection] = []
    plain = arrived.ending in {".csv", ".tsv", ".txt"}
    source = csv_source(path, Options(), read) if plain else json_source(path, read)
    try:
        header = tuple(source.header)
        first = next(iter(source.batches), None)
    finally:
        source.close()
    layout = layout_of(header, None)
    by_name = {plain_name(each): each for each in reversed(header)}
    names = {name: layout_words()[name] for name in ("marking", "circles")} | dict(layout.columns)
    taken = {
        ours: next(by_name[plain_name(each)] for each in given if plain_name(each) in by_name)
        for ours, given in names.items()
        if any(plain_name(each) in by_name for each in given)
    }
    missing = [label for name, label in FIELDS if name in {"latitude", "longitude"} and name not in taken]
    missing += [] if taken.keys() & {"date", "earliest"} else ["Day or time"]
    rows = tuple(tuple(cell[:_CELL] for cell in row) for row in (first.rows[:_PREVIEW] if first else ()))
    return Look(
        arrived=arrived,
        layout=layout.label,
        columns=header,
        taken=taken,
        rows=rows,
        missing=tuple(missing),
    )


def mapping_of(fields: Mapping[str, str], look: Look) -> dict[str, Any] | None:
    """The mapping that a form says, where it says another than the file's own names."""
    columns = {name: fields[f"field-{name}"] for name, _ in FIELDS if fields.get(f"field-{name}")}
    options: dict[str, Any] = {}
    if fields.get("day_first") in {"yes", "no"}:
        options["day_first"] = fields["day_first"] == "yes"
    if fields.get("timezone", "").strip():
        options["timezone"] = fields["timezone"].strip()[:60]
    if fields.get("swapped") in {"reject", "keep", "mend"}:
        options["swapped"] = fields["swapped"]
    own = {name: given for name, given in columns.items() if look.taken.get(name) != given}
    own.pop("precision_km", None) if look.taken.get("precision") == own.get("precision_km") else None
    if own and "date" in columns:
        own["date"] = columns["date"]
    if not own and not options:
        return None
    return {"columns": own, "options": options}
