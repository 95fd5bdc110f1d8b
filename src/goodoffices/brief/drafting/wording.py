"""The words that the draft pages use, read from a data file."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["Wording", "wording"]


class Lists(msgspec.Struct, frozen=True):
    """Kinds of problem that keep a text from being carried out or read at all."""

    grave: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/wording.toml`; the comments there say what each table is for."""

    troubles: dict[str, str]
    headings: dict[str, str]
    waits: dict[str, str]
    outside: dict[str, str]
    signs: dict[str, str]
    changed: dict[str, str]
    stances: dict[str, str]
    voices: dict[str, str]
    directions: dict[str, str]
    lists: Lists


@functools.cache
def wording() -> Wording:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/wording.toml").read_bytes()
    return msgspec.toml.decode(data, type=Wording)
