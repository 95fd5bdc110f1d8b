"""The files of the other rooms beside a case: deal models and texts, in versions, each with its release marking.

A document is a folder, a version of it two files: what it says (``0003.yaml``, which the commands read) and who saved
it, when and for whom (``0003.json``). A version is written once and never changed.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from goodoffices.record import GoodOfficesError, InputError, Marking, NotInCase

from .audience import Audience

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["Desk", "DocumentKind", "SavedMeanwhile", "Version"]

DocumentKind: TypeAlias = Literal["model", "text"]

_FOLDERS: dict[DocumentKind, tuple[str, str]] = {"model": ("models", "yaml"), "text": ("texts", "md")}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class SavedMeanwhile(GoodOfficesError):  # noqa: N818  says it all
    """Somebody else saved a version since the one that was edited; nothing was overwritten."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a document.

    Attributes:
        kind: ``model`` or ``text``.
        name: Of the document.
        number: From 1.
        marking: Who may be shown it.
        circles: The circles that it is confined to; empty where it is open to all.
        by: Who saved it.
        at: When.
        why: What changed, in their words.
        title: What it is called.
        parent: Number of the version that it was made from; 0 for the first, and where nobody said so.
    """

    kind: DocumentKind
    name: str
    number: int
    marking: Marking
    by: str
    at: dt.datetime
    why: str = ""
    title: str = ""
    circles: tuple[str, ...] = ()
    parent: int = 0

    def shown_to(self, audience: Audience) -> bool:
        """May an audience see it?"""
        keepers = audience.marking is Marking.RED and not audience.circles
        inside = not self.circles or keepers or bool(set(self.circles) & set(audience.circles))
        return audience.marking.may_see(self.marking) and inside


class Desk:
    """The documents beside a case.

    Args:
        folder: Where they are; made where it is not there, for nobody's eyes but its owner's.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def book(self) -> Path:
        """The folder of the watch book."""
        return self.folder / "watch"

    @property
    def inbox(self) -> Path:
        """The folder of reports that were handed in and are not read yet."""
        return self.folder / "inbox"

    def documents(self, kind: DocumentKind, audience: Audience) -> tuple[Version, ...]:
        """The latest version of each document that an audience may see, by name."""
        place = self.folder / _FOLDERS[kind][0]
        names = sorted(each.name for each in place.iterdir() if each.is_dir()) if place.is_dir() else []
        shown = (self.versions(kind, name, audience) for name in names if _NAME.fullmatch(name))
        return tuple(versions[-1] for versions in shown if versions)

    def versions(self, kind: DocumentKind, name: str, audience: Audience) -> tuple[Version, ...]:
        """The versions of a document that an audience may see, the earliest first."""
        return tuple(each for each in self._versions(kind, name) if each.shown_to(audience))

    def read(self, kind: DocumentKind, name: str, audience: Audience, number: int | None = None) -> tuple[Version, str]:
        """Read a version, the latest where no number is given.

        Raises:
            NotInCase: If there is none that this audience may see; the words are the same where there is none at all.
        """
        for version in reversed(self.versions(kind, name, audience)):
            if number in {None, version.number}:
                return version, self.place(version).read_text(encoding="utf-8")
        which = f", version {number}" if number is not None else ""
        msg = f"there is no {kind} {name[:64]!r}{which} here; the list shows what there is"
        raise NotInCase(msg)

    def place(self, version: Version) -> Path:
        """The file of a version, which the commands read as it is."""
        return self._folder(version.kind, version.name) / f"{version.number:04}.{_FOLDERS[version.kind][1]}"

    def save(
        self,
        kind: DocumentKind,
        name: str,
        content: str,
        *,
        by: str,
        at: dt.datetime,
        marking: Marking,
        after: int,
        why: str = "",
        title: str = "",
        circles: tuple[str, ...] = (),
        parent: int | None = None,
    ) -> Version:
        """Keep a new version; it is on the disk when this returns.

        Args:
            kind: Of the document.
            name: Of the document: small letters, digits and dashes.
            content: The whole text.
            by: Who saves it.
            at: When.
            marking: Who may be shown it.
            after: Number of the version that was edited; 0 for a new document.
            why: What changed.
            title: What it is called.
            circles: The circles that it is confined to.
            parent: Number of the version that it was made from, where that is not the latest: whoever may not see the
                latest goes on from the one that they see.

        Raises:
            InputError: If the name is none.
            SavedMeanwhile: If the version edited is not the latest any more.
        """
        folder = self._folder(kind, name)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _one_at_a_time(folder):
            latest = max((each.number for each in self._versions(kind, name)), default=0)
            if latest != after:
                msg = f"somebody saved {kind} {name!r} since you opened it; look at the latest and save yours again"
                raise SavedMeanwhile(msg)
            version = Version(
                kind=kind,
                name=name,
                number=after + 1,
                marking=marking,
                by=by,
                at=at,
                why=why,
                title=title,
                circles=circles,
                parent=after if parent is None else parent,
            )
            _write(self.place(version), content.encode("utf-8"))
            # The version is there from here on; what a program that died left before is written over.
            _write(folder / f"{version.number:04}.json", msgspec.json.encode(version))
        return version

    def _folder(self, kind: DocumentKind, name: str) -> Path:
        if not _NAME.fullmatch(name):
            msg = f"{name[:64]!r} is no name of a {kind}; use small letters, digits and dashes, such as 'port-fees'"
            raise InputError(msg)
        return self.folder / _FOLDERS[kind][0] / name

    def _versions(self, kind: DocumentKind, name: str) -> tuple[Version, ...]:
        folder = self._folder(kind, name)
        return tuple(sorted(_read_versions(folder), key=lambda each: each.number)) if folder.is_dir() else ()


def _read_versions(folder: Path) -> Iterator[Version]:
    for place in folder.glob("[0-9][0-9][0-9][0-9].json"):
        try:
            yield msgspec.json.decode(place.read_bytes(), type=Version)
        except (msgspec.MsgspecError, OSError):
            continue  # not one of ours


def _one_at_a_time(folder: Path) -> BaseFileLock:
    from filelock import FileLock  # noqa: PLC0415  only where something is saved

    return FileLock(folder / ".lock", timeout=10)


def _write(place: Path, content: bytes) -> None:
    # Whole or not at all, and on the disk when this returns.
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
        _sync_folder(place.parent)
    finally:
        Path(name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and needs no such thing
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
