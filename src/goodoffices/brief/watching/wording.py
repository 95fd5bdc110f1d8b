"""The words that the watch pages use, read from a data file."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["Wording", "wording"]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/wording.toml`; the comments there say what each table is for."""

    states: dict[str, str]
    meanings: dict[str, str]
    powers: dict[str, str]
    signs: dict[str, str]
    holds: dict[str, str]
    entries: dict[str, str]
    verdicts: dict[str, str]
    changes: dict[str, str]
    standings: dict[str, str]
    degrees: dict[str, str]
    units: dict[str, str]
    effects: dict[str, str]
    cautions: dict[str, str]


@functools.cache
def wording() -> Wording:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/wording.toml").read_bytes()
    return msgspec.toml.decode(data, type=Wording)
