"""The log of an agreement: a file of JSON lines that is only ever added to."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from goodoffices.record import Marking

from ..errors import LogError
from ..viewer import Audience, viewer_of
from .alone import alone
from .checks import fault_in
from .entries import Entry, Retraction, entry_id

_Kind = TypeVar("_Kind", bound=Entry)

__all__ = ["Log", "Rejection", "append", "log_of", "read_log"]


class Rejection(msgspec.Struct, frozen=True):
    """A line that could not be read."""

    line: int
    reason: str


class Log(msgspec.Struct, frozen=True):
    """All entries, each once, in the order in which they were set down.

    Attributes:
        entries: By id.
        rejections: Lines that could not be read; the rest was.
    """

    entries: dict[str, Entry] = {}
    rejections: tuple[Rejection, ...] = ()

    def as_known(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> Log:
        """The log as it was known at an instant, without what was retracted by then, for an audience."""
        viewer = viewer_of(audience)
        seen = {
            key: entry
            for key, entry in self.entries.items()
            if (known is None or entry.known <= known) and viewer.may_see(entry.marking, entry.circles)
        }
        gone = _taken_back(seen)
        return Log({key: entry for key, entry in seen.items() if key not in gone})

    def of(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """The entries of one kind."""
        return (entry for entry in self.entries.values() if isinstance(entry, kind))


def _taken_back(entries: dict[str, Entry]) -> set[str]:
    """Entries that a retraction takes back which is not itself taken back."""
    by_target: dict[str, list[str]] = {}
    for key, entry in entries.items():
        if isinstance(entry, Retraction):
            by_target.setdefault(entry.entry, []).append(key)
    gone: dict[str, bool] = {}
    todo = list(by_target)
    while todo:  # an entry names the id of what it takes back, which is made from its content: no chain can close
        own = todo[-1]
        open_still = [key for key in by_target.get(own, ()) if key not in gone]
        if open_still:
            todo.extend(open_still)
            continue
        gone[todo.pop()] = any(not gone[key] for key in by_target.get(own, ()))
    return {key for key, is_gone in gone.items() if is_gone}


def log_of(entries: Iterable[Entry]) -> Log:
    """A log from entries in memory; the same one twice counts once."""
    return Log({entry_id(entry): entry for entry in entries})


def read_log(path: str | Path) -> Log:
    """Read a log; lines that cannot be read are listed, the rest is read.

    Args:
        path: A file of JSON lines; one that is not there is an empty log.

    Raises:
        LogError: The file cannot be opened.
    """
    try:
        lines = Path(path).read_bytes().split(b"\n")
    except FileNotFoundError:
        return Log()
    except OSError as odd:
        msg = f"cannot be read: {odd.strerror}"
        raise LogError(msg, name=str(path)) from odd
    entries: dict[str, Entry] = {}
    rejections = []
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as odd:
            rejections.append(Rejection(number, str(odd)))
            continue
        if fault := fault_in(entry):
            rejections.append(Rejection(number, fault))
            continue
        entries.setdefault(entry_id(entry), entry)
    return Log(entries, tuple(rejections))


def append(path: str | Path, entries: Iterable[Entry]) -> int:
    """Add entries to a log, each once; returns how many were new.

    Whoever else adds to it waits meanwhile. The lines are written in one go and forced to the disk: a crash leaves at
    most one torn line, which the next reading lists.

    Raises:
        LogError: The file cannot be written.
    """
    path = Path(path)
    new = {entry_id(entry): entry for entry in entries}
    try:
        with alone(path) as file:
            there = read_log(path).entries
            lines = [msgspec.json.encode(entry) for key, entry in new.items() if key not in there]
            if lines:
                torn = _is_torn(path)
                file.write((b"\n" if torn else b"") + b"\n".join(lines) + b"\n")
                file.flush()
                os.fsync(file.fileno())
    except OSError as odd:
        msg = f"cannot be written ({odd.strerror}): nothing was set down"
        raise LogError(msg, name=str(path)) from odd
    return len(lines)


def _is_torn(path: Path) -> bool:
    """Does the last line lack its end, because whoever wrote it was stopped?"""
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"
