"""The word lists of the draft room's grammar, read once from its data files."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

from .model import Status

__all__ = ["marker_words", "one_of", "status_label", "status_of", "status_words"]


@functools.cache
def marker_words() -> dict[str, Any]:
    """How provisions are numbered: ``data/markers.toml``."""
    return _table("markers.toml")


@functools.cache
def status_words() -> dict[str, dict[str, Any]]:
    """The statuses with their labels, descriptions and other spellings: ``data/status.toml``."""
    return _table("status.toml")


def status_label(status: Status) -> str:
    """Write a status as people read it: "agreed ad referendum"."""
    return str(status_words()[status.value]["label"])


def status_of(word: str) -> Status | None:
    """Read a status as a text writes it behind the dot; None where the word is none."""
    return _spellings().get(word.lower().replace("_", "-"))


def one_of(words: list[str]) -> str:
    """Write a pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@functools.cache
def _spellings() -> dict[str, Status]:
    return {spelling: Status(value) for value, entry in status_words().items() for spelling in (value, *entry["also"])}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8"))
