"""Loading what was handed in: a small file at once, a large one in a process of its own, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError, NotInCase, parse_marking
from goodoffices.record.circle import circle_names
from goodoffices.watch.book.loads import Load
from goodoffices.watch.incidents import IncidentRejection
from goodoffices.web.moments import now

from .apart import LARGE_BYTES, ToLoad, load_apart, load_rows
from .arriving import Arrived, arrived_at, look_into, mapping_of
from .asked import incident_days
from .room import Room, room_of, without_paths
from .working import WORKING

__all__ = ["Done", "UnderWay", "load_now", "loaded", "under_way"]

_STUCK_SECONDS = 1_000
_REJECTIONS = 20_000


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a load."""

    load: Load
    rejections: tuple[IncidentRejection, ...]
    left_out: int = 0


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
    _, path = arrived_at(room, token)
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
    arrived, path = arrived_at(room, token)
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
    arrived, path = arrived_at(room, token)
    try:
        done = msgspec.json.decode((path.parent / f"{token}.done").read_bytes(), type=Done)
    except (OSError, msgspec.MsgspecError):
        msg = "this file was not loaded; look at it and load it"
        raise NotInCase(msg) from None
    return arrived, done
