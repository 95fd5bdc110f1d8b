"""How positions become numbers, from the data file."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["Settings", "Weighing", "Wider", "settings"]


class Wider(msgspec.Struct, frozen=True):
    """Points by which thin evidence makes an interval wider."""

    one_source: float
    two_sources: float
    unsure: float


class Weighing(msgspec.Struct, frozen=True):
    """How the weight of an issue grows."""

    base: float
    statement: float
    firm: float
    half_width: float
    most: float


class Settings(msgspec.Struct, frozen=True):
    """All of `data/drafting.toml`, which says what each means."""

    as_it_is: str
    no_deal: str
    left_out: frozenset[str]
    longest_label: int
    opening: tuple[str, ...]
    topic_words: int
    scores: dict[str, tuple[float, float]]
    firm: dict[str, tuple[float, float]]
    willing: dict[str, frozenset[str]]
    wider: Wider
    weights: Weighing


@functools.cache
def settings() -> Settings:
    """Read the data file, once."""
    text = resources.files(__package__).joinpath("data/drafting.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Settings)
