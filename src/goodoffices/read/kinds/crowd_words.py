"""The words for people who hold a position under no name of their own, from `data/crowds.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["CrowdWords", "crowd_words"]


class CrowdWords(msgspec.Struct, frozen=True):
    """Word sets, all in lower case; what each is for stands in the data file."""

    folk: frozenset[str]
    one: frozenset[str]
    roles: frozenset[str]
    qualities: frozenset[str]
    bodies: frozenset[str]
    organisations: frozenset[str]
    peoples: frozenset[str]
    serving: frozenset[str]
    some: frozenset[str]
    behind: frozenset[str]


@functools.cache
def crowd_words() -> CrowdWords:
    """Read the word lists once."""
    text = resources.files(__package__).joinpath("data/crowds.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), CrowdWords)
