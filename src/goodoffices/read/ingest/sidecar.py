"""The sidecar: `meta.json` beside the reports, which says when and by whom each was published."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.record import InputError, Marking, Rejection, parse_day, parse_marking

from .handed import LIMIT_BYTES, SIDECAR, shown

__all__ = ["Entry", "Sidecars"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a sidecar says of one file; None where it says nothing."""

    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    marking: Marking | None = None


_NOTHING = Entry()
_SECRET = Entry(marking=Marking.RED)
_KEYS = Entry.__struct_fields__
_CLOSE = 0.75
_HELD = "; the report is held as TLP:RED until this is mended"
"""A marking that cannot be read must not become no marking."""


class Sidecars:
    """The sidecars of the folders met so far, each read once."""

    def __init__(self) -> None:
        self._entries: dict[Path, dict[str, Entry]] = {}
        self._other: dict[Path, Entry] = {}
        self._new: list[Rejection] = []

    def entry(self, path: Path | None) -> Entry:
        """Say what the sidecar beside `path` says of it."""
        if path is None:
            return _NOTHING
        if path.parent not in self._entries:
            self._entries[path.parent] = self._load(path.parent / SIDECAR)
        return self._entries[path.parent].get(path.name, self._other.get(path.parent, _NOTHING))

    def rejections(self) -> list[Rejection]:
        """Hand over what could not be taken from the sidecars read since the last call."""
        new, self._new = self._new, []
        return new

    def _load(self, path: Path) -> dict[str, Entry]:
        try:
            with path.open("rb") as file:
                data = file.read(LIMIT_BYTES)
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._reject(path, f"cannot be read: {error.strerror}; the reports are read without it")
            return {}
        try:
            table = json.loads(data)
        except (ValueError, RecursionError) as error:
            self._broken(path, data, f"is no valid JSON ({error})")
            return {}
        if not isinstance(table, dict):
            self._broken(path, data, 'must be an object such as {"01.txt": {"published": "2026-01-07"}}')
            return {}
        return {name: self._entry(path, name, fields) for name, fields in table.items()}

    def _broken(self, path: Path, data: bytes, reason: str) -> None:
        """Reject a whole sidecar; if it meant to restrict some report, all are restricted, not none."""
        restricts = b"marking" in data
        if restricts:
            self._other[path.parent] = _SECRET
        held = "; it names markings, so the reports are held as TLP:RED until it is mended" if restricts else ""
        self._reject(path, f"{reason}; the reports are read without it{held}")

    def _entry(self, path: Path, name: str, fields: object) -> Entry:
        if not (path.parent / name.replace("\x00", "")).exists():
            self._reject(path, f"{name!r} is not in the folder; name the file as it is called")
        if not isinstance(fields, dict):
            self._reject(path, f'{name!r}: must be an object such as {{"published": "2026-01-07"}}, not {fields!r:.80}')
            return _NOTHING
        taken: dict[str, Any] = {}
        for key, value in fields.items():
            try:
                taken |= _field(key, value)
            except InputError as error:
                restricts = "marking" in str(error)
                self._reject(path, f"{name!r}: {error}{_HELD if restricts else ''}")
                taken |= {"marking": Marking.RED} if restricts else {}
        return Entry(**taken)

    def _reject(self, path: Path, reason: str) -> None:
        self._new.append(Rejection(what=shown(path), reason=reason))


def _field(key: str, value: object) -> dict[str, Any]:
    """Read one key of an entry; keys of other programs are left alone, misspelt ones are not."""
    if key not in _KEYS:
        close = difflib.get_close_matches(key.lower(), _KEYS, n=1, cutoff=_CLOSE)
        if close:
            msg = f"{key!r} is no key; is {close[0]!r} meant?"
            raise InputError(msg)
        return {}
    if value is None:
        return {}
    if not isinstance(value, str):
        msg = f"{key!r} must be text in quotation marks, not {value!r:.80}"
        raise InputError(msg)
    return {key: _read(key, value)} if value.strip() else {}


def _read(key: str, value: str) -> dt.date | Marking | str:
    if key == "published":
        return parse_day(value, where=repr(key))
    if key == "marking":
        try:
            return parse_marking(value)
        except InputError as error:
            msg = f"{key!r}: {error}"
            raise InputError(msg) from None
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
