"""Files of incidents that are handed in: set down under a name of our own, looked into, mapped, loaded."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import IO, Any

import msgspec

from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError, Marking, NotInCase, parse_marking
from goodoffices.record.circle import circle_names
from goodoffices.watch.book.loads import Load
from goodoffices.watch.incidents import IncidentRejection
from goodoffices.web.inbox.naming import shown_name
from goodoffices.web.moments import now

from .apart import LARGE_BYTES, ToLoad, load_apart, load_rows
from .asked import incident_days
from .room import Room, room_of, without_paths
from .working import WORKING

__all__ = ["FIELDS", "Arrived", "Done", "Look", "UnderWay", "arrive", "load_now", "loaded", "look_into", "under_way"]

_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".geojson"})
_TOKEN = re.compile(r"[0-9a-f]{32}")
_STALE_SECONDS = 24 * 3600
_STUCK_SECONDS = 1_000
_PREVIEW = 5
_CELL = 60
_REJECTIONS = 20_000
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


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a load."""

    load: Load
    rejections: tuple[IncidentRejection, ...]
    left_out: int = 0


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


def _arrived(room: Room, token: str) -> tuple[Arrived, Path]:
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
    arrived, path = _arrived(room, token)
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


def load_now(room: Room, token: str, fields: Mapping[str, str], wait: float = 600.0) -> None:
    """Load a file that was handed in; `loaded` says what came of it.

    Args:
        room: The book.
        token: Of the file.
        fields: How it is read.
        wait: Seconds to wait for it; a large one goes on in a process of its own.

    Raises:
        NotReady: It takes longer; `under_way` says how far it is.
        InputError: The mapping or the marking cannot be.
        NotInCase: There is no such file of theirs.
    """
    look = look_into(room, token)
    if look.fault:
        raise InputError(look.fault)
    said = fields.get("marking", "")
    marking = parse_marking(said) if said else look.arrived.marking
    mapping = mapping_of(fields, look)
    circle = fields.get("circle", "")
    circles = (circle,) if circle else ()
    if circle and room.seen.viewer.walled and circle_names(circles)[0] not in room.seen.viewer.circles:
        msg = f"you belong to no circle {circle[:60]!r}; confine the rows to one of your own, or to none"
        raise InputError(msg)
    _, path = _arrived(room, token)
    asked = ToLoad(
        folder=str(room.book.folder),
        path=str(path),
        by=room.who.account.name,
        source=look.arrived.name,
        mapping=mapping,
        marking=marking,
        circles=circles,
        now=now(),
        loader=room.seen.viewer,
        most=_REJECTIONS,
    )
    large = path.stat().st_size > LARGE_BYTES
    begun = path.with_suffix(".loading")
    if large:
        begun.write_bytes(b"")
        path.with_suffix(".failed").unlink(missing_ok=True)
    # One load, however often the button is pressed.
    WORKING.answer(("load", str(path)), lambda: _load(room, look.arrived, path, asked, large=large), wait_seconds=wait)
    if not large:
        _begin_counting(room)  # of a large file its own process does it


def _begin_counting(room: Room) -> None:
    """Begin at once with what every page rests on, so that the first of them need not wait for it as long."""
    try:
        incident_days(room_of(room.who), wait=0.0)
    except NotReady:
        return  # it goes on beside


def _load(room: Room, arrived: Arrived, path: Path, asked: ToLoad, *, large: bool) -> bool:
    try:
        load, rejections, left_out = (load_apart if large else load_rows)(asked)
    except InputError as odd:
        message = without_paths(str(odd), path.parent).replace(path.name, arrived.name)
        message = without_paths(message, room.book.folder)
        if large:
            path.with_suffix(".failed").write_text(message, encoding="utf-8")
            path.with_suffix(".loading").unlink(missing_ok=True)
        raise InputError(message) from None
    done = Done(load=load, rejections=rejections, left_out=left_out)
    (path.parent / f"{arrived.token}.done").write_bytes(msgspec.json.encode(done))
    path.with_suffix(".loading").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    detail: dict[str, str | int] = {
        "file": arrived.name,
        "rows": load.rows,
        "rejected": load.rejected,
        "marking": asked.marking.value,
    }
    most = max([asked.marking, *load.markings], key=lambda each: each.rank)
    who = room.who
    who.bench.store.audit("watch-load", target=load.file, by=asked.by, at=asked.now, detail=detail, marking=most)
    return True


class UnderWay(msgspec.Struct, frozen=True, kw_only=True):
    """A large file that is being loaded: for how long, and how large it is."""

    arrived: Arrived
    seconds: int
    megabytes: float


def under_way(room: Room, token: str) -> UnderWay | None:
    """Is a file of theirs being loaded? None where it is not, or not any more.

    Raises:
        InputError: It could not be loaded; the sentence says why.
        NotInCase: There is no such file of theirs.
    """
    arrived, path = _arrived(room, token)
    failed, begun = path.with_suffix(".failed"), path.with_suffix(".loading")
    if failed.is_file():
        raise InputError(failed.read_text(encoding="utf-8"))
    try:
        seconds, size = time.time() - begun.stat().st_mtime, path.stat().st_size
    except OSError:
        return None
    if seconds > _STUCK_SECONDS:
        msg = "loading was stopped before it was done; hand the file in again"
        raise InputError(msg)
    return UnderWay(arrived=arrived, seconds=int(seconds), megabytes=size / 1_000_000)


def loaded(room: Room, token: str) -> tuple[Arrived, Done]:
    """What came of a load, for whoever handed the file in.

    Raises:
        NotInCase: There is no such load of theirs.
    """
    arrived, path = _arrived(room, token)
    try:
        done = msgspec.json.decode((path.parent / f"{token}.done").read_bytes(), type=Done)
    except (OSError, msgspec.MsgspecError):
        msg = "this file was not loaded; look at it and load it"
        raise NotInCase(msg) from None
    return arrived, done
