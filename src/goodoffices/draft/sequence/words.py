"""Words reduced to what they have in common: "the withdrawal", "were withdrawn" and "shall withdraw" are one."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

__all__ = ["Token", "content", "data", "is_light", "is_stop", "stem", "tokens"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEFT = 4
"""What is left of a word when its ending is off has at least so many letters."""


class Token(msgspec.Struct, frozen=True):
    """One word of a clause: as it stands in lower case, what it comes down to, and where it stands."""

    word: str
    stem: str
    start: int
    end: int


@functools.cache
def data(name: str) -> dict[str, Any]:
    """Read one of this room's data files.

    Args:
        name: Its name without ending.
    """
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(data("words")[name].split())


@functools.cache
def _light_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _word_set("light"))


def is_stop(word: str) -> bool:
    """Does the word say nothing of which thing is meant?"""
    return word in _word_set("stop")


def is_light(stemmed: str) -> bool:
    """Does a stem only carry another ("completion", "holding")?"""
    return stemmed in _light_stems()


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Reduce a lower-case word to its stem; irregular ones by the table in the data file."""
    word = word.removesuffix("'s").removesuffix("’s")
    same: dict[str, str] = data("words")["same"]
    if word in same:
        return _cut(same[word])
    return _cut(word)


def _cut(word: str) -> str:
    for ending in data("words")["endings"]["list"]:
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT - (ending in {"s", "es", "e", "ed", "y"}):
            return _tidy(word[: -len(ending)])
    return _tidy(word)


def _tidy(cut: str) -> str:
    # "separated" and "separation" are one: "at" goes with what follows it
    cut = cut.removesuffix("at") if len(cut) > _LEFT + 1 else cut
    cut = cut.removesuffix("e") if len(cut) > _LEFT else cut
    doubled = len(cut) > _LEFT and cut[-1] == cut[-2] and cut[-1] not in "ls"
    return cut[:-1] if doubled else cut


def tokens(text: str, start: int = 0) -> list[Token]:
    """Take a text apart into words.

    Args:
        text: Any text.
        start: Offset of its first character in the whole.
    """
    return [
        Token(lower, stem(lower), start + found.start(), start + found.end())
        for found in _WORD.finditer(text)
        if (lower := found[0].lower())
    ]


def content(words: list[Token]) -> list[Token]:
    """Keep the words that say which thing is meant."""
    return [each for each in words if not is_stop(each.word) and not is_light(each.stem)]
