"""The words that the report of a deal uses, read from a data file."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["Caution", "Wording", "wording"]


class Caution(msgspec.Struct, frozen=True):
    """How far off forecasts were, in sentences."""

    lines: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/wording.toml`; the comments there say what each table is for."""

    names: dict[str, str]
    meaning: dict[str, str]
    status: dict[str, str]
    headlines: dict[str, str]
    verdicts: dict[str, str]
    orders: dict[str, str]
    asks: dict[str, str]
    parts: dict[str, str]
    stances: dict[str, str]
    ratified: dict[str, str]
    keeping: dict[str, str]
    zones: dict[str, str]
    caution: Caution


@functools.cache
def wording() -> Wording:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/wording.toml").read_bytes()
    return msgspec.toml.decode(data, type=Wording)
