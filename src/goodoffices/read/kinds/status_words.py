"""The words that claim how far the talks have come, from `data/status.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from goodoffices.record import IssueState

from .phrasebook import Phrasebook

__all__ = ["Claim", "status_words"]


_PART = re.compile(r"<(\w+)>")
"""A part of a pattern that has its own line in the data file."""


class Claim(msgspec.Struct, frozen=True, rename={"negated": "not"}):
    """What a word claims, what it claims under a negation, and where it counts (see `data/status.toml`)."""

    status: IssueState
    negated: IssueState | None = None
    at: str = "either"
    joint: bool = False
    together: bool = False
    passive: bool = False
    papers: bool = False
    new: bool = False
    superlative: bool = False
    of: str | None = None
    verbs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@functools.cache
def status_words() -> tuple[dict[str, dict[str, Claim]], dict[str, Phrasebook], dict[str, frozenset[str]]]:
    """Claims by part of speech and word, phrases by status, and the lists of words of the talks."""
    text = resources.files(__package__).joinpath("data/status.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    tables = {part: msgspec.convert(data[part], dict[str, Claim]) for part in ("verbs", "nouns", "adjectives")}
    phrases = {
        status: _any_of(phrases, data["patterns"][status], data["parts"]) for status, phrases in data["phrases"].items()
    }
    return tables, phrases, {name: frozenset(words) for name, words in data["talks"].items()}


def _any_of(phrases: list[str], patterns: list[str], parts: dict[str, str]) -> Phrasebook:
    """Fixed phrases and patterns with parts, for text in small letters."""
    filled = [_PART.sub(lambda part: parts[part[1]], _PART.sub(lambda part: parts[part[1]], each)) for each in patterns]
    return Phrasebook([*map(re.escape, phrases), *(f"(?:{each})" if "|" in each else each for each in filled)])
