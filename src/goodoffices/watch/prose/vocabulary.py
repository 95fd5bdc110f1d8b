"""The word lists that reading counts rests on, loaded once from ``data/``."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

__all__ = [
    "Thing",
    "area_list",
    "area_words",
    "blur_words",
    "clauses",
    "lexicon",
    "number_words",
    "period_words",
    "phrases",
    "section",
    "stems",
    "things",
    "times_words",
]

_BEGINNING = 6
_FILES = ("areas", "clauses", "numbers", "periods", "things")


class Thing(msgspec.Struct, frozen=True):
    """What a noun counts as.

    Attributes:
        kind: The kind of the count.
        article: May "a" before it count one: always, listed (beside a number), never; never for plurals.
        plural: Whether the form can be several.
    """

    kind: str
    article: str = "never"
    plural: bool = True


@functools.cache
def _file(name: str) -> Mapping[str, Any]:
    text = (importlib.resources.files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def section(file: str, table: str, key: str) -> frozenset[str]:
    """The words of one list, such as ``section("things", "people", "nouns")``."""
    return frozenset(_file(file)[table][key])


@functools.cache
def things() -> Mapping[str, Thing]:
    """Folded noun -> what it counts."""
    found: dict[str, Thing] = {}
    for entry in _file("things")["thing"]:
        found |= {word: Thing(entry["kind"]) for word in entry["many"]}
        found |= {word: Thing(entry["kind"], entry["article"], plural=False) for word in entry["one"]}
    return found


@functools.cache
def phrases() -> Mapping[tuple[str, ...], Thing]:
    """Folded words in a row -> what they count together."""
    entries = _file("things")["phrase"]
    return {tuple(words.split()): Thing(entry["kind"]) for entry in entries for words in entry["words"]}


@functools.cache
def stems() -> re.Pattern[str]:
    """Beginnings of all words that can say what a number counts, for text without spaces and hyphens."""
    tables = _file("things")
    listed = [word for key in ("harm", "times", "damage") for each in tables[key].values() for word in each]
    words = {*things(), *(row[-1] for row in phrases()), *listed, "total", "number"} - section(
        "things", "times", "rates"
    )
    beginnings = sorted({word[:_BEGINNING] for word in words if word not in tables["damage"]["links"]})
    return re.compile("|".join(map(re.escape, beginnings)))


@functools.cache
def number_words() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Number words and multipliers."""
    return _file("numbers")["words"], _file("numbers")["multipliers"]


@functools.cache
def blur_words() -> Mapping[tuple[str, ...], str]:
    """Words before a number -> how they blur it."""
    blur = _file("numbers")["blur"]
    return {tuple(words.split()): name for name, each in blur.items() for words in each}


@functools.cache
def times_words() -> Mapping[str, str]:
    """A word of the clause -> what a number of times was."""
    times = _file("things")["times"]
    kinds = set(times) - {"units", "adverbs", "rates"}
    return {word: kind for kind in sorted(kinds) for word in times[kind]}


@functools.cache
def period_words() -> Mapping[str, Any]:
    """The tables of ``periods.toml``."""
    return _file("periods")


@functools.cache
def area_words() -> Mapping[str, Any]:
    """The tables of ``areas.toml``."""
    return _file("areas")


@functools.cache
def area_list(table: str, key: str) -> frozenset[str]:
    """One list of ``areas.toml``."""
    return section("areas", table, key)


@functools.cache
def clauses(table: str, key: str) -> frozenset[str]:
    """One list of ``clauses.toml``."""
    return section("clauses", table, key)


@functools.cache
def lexicon() -> frozenset[str]:
    """Every single word of every list: what a word broken by the printer is mended to."""
    found: set[str] = set(_file("periods")["months"])
    for file in _FILES:
        _collect(_file(file), found)
    return frozenset(word for word in found if len(word) > 1)


def _collect(value: Any, into: set[str]) -> None:  # noqa: ANN401  TOML values
    if isinstance(value, str):
        into.update(value.split())
    elif isinstance(value, dict):
        for key, each in value.items():
            into.update(() if not isinstance(each, int) else (key,))
            _collect(each, into)
    elif isinstance(value, list):
        for each in value:
            _collect(each, into)
