"""Keep the versions of a text in a file of JSON lines beside it, which is only ever added to.

``ceasefire.md`` has its history in ``ceasefire.md.versions.jsonl``. Each line is one version, with its whole text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from goodoffices.draft.errors import VersionError

from .version import Version, version_id

__all__ = ["SUFFIX", "History", "open_history"]

SUFFIX = ".versions.jsonl"
_SHORTEST_ID = 4


class History(msgspec.Struct, frozen=True):
    """The versions of one text.

    Attributes:
        path: The file that keeps them.
        versions: In the order in which they were added.
    """

    path: Path
    versions: tuple[Version, ...] = ()

    def __iter__(self) -> Iterator[Version]:
        return iter(self.versions)

    def find(self, name: str) -> Version:
        """Find a version by its id, the start of its id, or "latest".

        Raises:
            VersionError: If there is none, or several start so.
        """
        if name == "latest" and self.versions:
            return self.versions[-1]
        bare = name if name.startswith("v-") else f"v-{name}"
        found = [
            each
            for each in self.versions
            if each.id == bare or (len(name) >= _SHORTEST_ID and each.id.startswith(bare))
        ]
        if len(found) == 1:
            return found[0]
        known = ", ".join(each.id for each in self.versions[-5:]) or "none"
        msg = (
            f"{len(found)} versions start with {name!r}; the last are {known}"
            if found
            else f"there is no version {name!r}; the last are {known}"
        )
        raise VersionError(msg, name=str(self.path))

    def heads(self) -> tuple[Version, ...]:
        """The versions from which no other was made: more than one where several people edited the same version."""
        parents = {each.parent for each in self.versions} | {each.merged for each in self.versions}
        return tuple(each for each in self.versions if each.id not in parents)

    def line(self, version: Version) -> tuple[Version, ...]:
        """The versions from the first to this one, by their parents."""
        by_id = {each.id: each for each in self.versions}
        chain = [version]
        while chain[-1].parent:
            chain.append(by_id[chain[-1].parent])
        return tuple(reversed(chain))

    def add(self, version: Version) -> History:
        """Add a version at the end of the file; one that is there already is not added twice.

        Raises:
            VersionError: If its parent is not in the history, its id is not that of its words, or the file cannot be
                written.
        """
        known = {each.id for each in self.versions}
        if version.id in known:
            return self
        _check(version, known, f"{self.path}")
        line = msgspec.json.encode(version) + b"\n"
        try:
            with self.path.open("ab") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            msg = f"cannot be written: {error.strerror}"
            raise VersionError(msg, name=str(self.path)) from None
        return History(self.path, (*self.versions, version))


def open_history(path: Path) -> History:
    """Open the history of a text.

    Args:
        path: The text ("draft.md"), or its history ("draft.md.versions.jsonl").

    Returns:
        Its versions; none where the file does not exist yet.

    Raises:
        VersionError: If a line is no version, was changed, or has a parent that does not stand before it.
    """
    kept = path if path.name.endswith(SUFFIX) else path.with_name(path.name + SUFFIX)
    versions: list[Version] = []
    known: set[str] = set()
    try:
        lines = kept.read_bytes().split(b"\n") if kept.exists() else []
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise VersionError(msg, name=str(kept)) from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            version = _read(line, f"{kept}", number)
            _check(version, known, f"{kept}", number)
            known.add(version.id)
            versions.append(version)
    return History(kept, tuple(versions))


def _read(line: bytes, name: str, number: int) -> Version:
    try:
        return msgspec.json.decode(line, type=Version)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"is no version: {str(error)[:120]}"
        raise VersionError(msg, name=name, line=number, column=1) from None


def _check(version: Version, known: set[str], name: str, number: int = 0) -> None:
    column = 1 if number else 0
    for parent in filter(None, (version.parent, version.merged)):
        if parent not in known:
            msg = f"the version {version.id} was made from {parent}, and no version before it has that id; add it first"
            raise VersionError(msg, name=name, line=number, column=column)
    if version.id != version_id(version):
        msg = f"the version {version.id} was changed: its words would have the id {version_id(version)}"
        raise VersionError(msg, name=name, line=number, column=column)
