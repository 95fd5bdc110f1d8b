"""What was handed in: files, folders, standard input and addresses, each found once and in a fixed order."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from goodoffices.record import Rejection, UnreadableReport

__all__ = ["LIMIT_BYTES", "SIDECAR", "Finder", "Handed", "shown"]

LIMIT_BYTES = 20_000_000
"""Largest file that is read as one report; archives of reports are streamed and may be larger."""

SIDECAR = "meta.json"
"""Name of the file beside the reports that says when and by whom they were published."""

_PIPES = ("/dev/fd/", "/proc/")


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to read.

    Attributes:
        name: What a person called it: a path, an address, or ``-`` for standard input.
        path: The file, or None where `data` holds what there is.
        data: The bytes, where they do not come from a file.
        media: The media type that came with it (``text/html``), or empty.
        url: Its address, or None.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    media: str = ""
    url: str | None = None

    def read(self, limit_bytes: int = LIMIT_BYTES) -> bytes:
        """Give all its bytes.

        Raises:
            UnreadableReport: If it is larger than `limit_bytes`, or cannot be opened or read.
        """
        data = self.head(limit_bytes + 1)
        if len(data) > limit_bytes:
            msg = f"is over the limit of {limit_bytes / 1e6:g} MB for one report; split it, or hand in its text alone"
            raise UnreadableReport(msg)
        return data

    def head(self, size_bytes: int) -> bytes:
        """Give its first bytes.

        Raises:
            UnreadableReport: If it cannot be opened or read.
        """
        if self.path is None:
            return self.data[:size_bytes]
        try:
            with self.path.open("rb") as file:
                return file.read(size_bytes)
        except OSError as error:
            raise UnreadableReport(_why(error)) from None

    def open(self) -> IO[bytes]:
        """Open it as a stream, for archives that are too large to be held.

        Raises:
            UnreadableReport: If it cannot be opened.
        """
        try:
            return io.BytesIO(self.data) if self.path is None else self.path.open("rb")
        except OSError as error:
            raise UnreadableReport(_why(error)) from None


def shown(path: Path | str) -> str:
    """Write a path so that it can be stored and shown, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


class Finder:
    """Finds every file behind what is named, folders in sorted order, each file once."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Start with nothing found.

        Args:
            limit_bytes: How much of standard input is read at most (and one byte more, so that an excess is seen).
        """
        self._limit_bytes = limit_bytes
        self._seen: set[str] = set()

    def find(self, source: str | Path) -> Iterator[Handed | Rejection]:
        """Find what is behind one path, or ``-`` for standard input.

        Yields:
            What can be tried, and a rejection for what cannot.
        """
        if str(source) == "-":
            yield Handed(name="-", data=sys.stdin.buffer.read(self._limit_bytes + 1))
        else:
            yield from self._at(Path(source), named=True)

    def _at(self, path: Path, *, named: bool) -> Iterator[Handed | Rejection]:
        try:
            mode = path.stat().st_mode
            real = os.path.realpath(path)
        except (OSError, ValueError) as error:
            yield Rejection(what=shown(path), reason=_why(error))
            return
        if stat.S_ISDIR(mode):
            yield from self._folder(path, real)
        elif not stat.S_ISREG(mode) and not (named and str(path).startswith(_PIPES)):
            yield Rejection(what=shown(path), reason="is neither a file nor a folder; hand in a file")
        elif not stat.S_ISREG(mode):
            yield from self._pipe(path)
        elif real not in self._seen:
            self._seen.add(real)
            yield Handed(name=shown(path), path=path)

    def _pipe(self, path: Path) -> Iterator[Handed | Rejection]:
        """Read what another program writes; it can be read once alone."""
        try:
            with path.open("rb") as file:
                yield Handed(name=shown(path), data=file.read(self._limit_bytes + 1))
        except OSError as error:
            yield Rejection(what=shown(path), reason=_why(error))

    def _folder(self, path: Path, real: str) -> Iterator[Handed | Rejection]:
        if real in self._seen:
            yield Rejection(what=shown(path), reason="links back to a folder that is read already; it is read once")
            return
        self._seen.add(real)
        try:
            entries = sorted(e for e in path.iterdir() if not e.name.startswith(".") and e.name != SIDECAR)
        except OSError as error:
            yield Rejection(what=shown(path), reason=_why(error))
            return
        if not entries:
            yield Rejection(
                what=shown(path), reason="is a folder that holds no report; put text, Markdown or HTML in it"
            )
        for entry in entries:
            yield from self._at(entry, named=False)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is not there; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; give yourself the permission (chmod +r)"
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "is a link that leads back to itself; hand in the file itself"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"
