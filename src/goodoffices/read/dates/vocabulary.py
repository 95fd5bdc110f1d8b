"""The words of time expressions, read from the data files: what class each belongs to, and what it means."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

import msgspec

__all__ = ["CLASSES_OF_SHAPE", "Entry", "Words", "around", "table", "words"]

CLASSES_OF_SHAPE = (
    "other_word",
    "stop",
    "comma",
    "dash",
    "possessive",
    "currency",
    "day_number",
    "number",
    "year",
    "ordinal_day",
    "clock",
    "military",
    "iso",
    "slashed",
    "decade",
    "decade_short",
    "year_span",
    "fiscal_year",
    "holiday",
    "approx",
    "first_half",
    "second_half",
    "year_end",
)
"""Classes that the shape of a lexeme decides, or a phrase or holiday, not a table of single words."""

_NO_WORDS = frozenset({"phrases", "signals", "years", "around", "classes"})


class Entry(msgspec.Struct, frozen=True):
    """What the vocabulary knows of a lexeme: the symbol of its class, and its value."""

    symbol: str
    value: Any


class Words(msgspec.Struct, frozen=True):
    """The vocabulary, ready for the lexer.

    Attributes:
        symbols: One character for each class: a text becomes a string of them, which patterns match.
        names: The classes by their characters.
        single: Entries by single lower-case word.
        phrases: Entries by lower-case phrase, holidays included.
    """

    symbols: dict[str, str]
    names: dict[str, str]
    single: dict[str, Entry]
    phrases: dict[str, Entry]


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Read one data file of this package: ``english``, ``holidays`` or ``tense``."""
    text = resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def around(name: str) -> frozenset[str]:
    """The words that, beside an expression, settle what it is: a row of the vocabulary's table ``around``."""
    return frozenset(table("english")["around"][name])


def _class_tables(english: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give each class its words with their values; a word of a plain list means itself."""
    plain = {name: dict.fromkeys(listed, name) for name, listed in english["classes"].items()}
    return plain | {name: entries for name, entries in english.items() if name not in _NO_WORDS}


@functools.cache
def words() -> Words:
    """Load the vocabulary once."""
    english = table("english")
    tables = _class_tables(english)
    # Letters from U+00C0 on mean nothing to a regular expression, so one can stand for a class.
    symbols = {name: chr(0x100 + index) for index, name in enumerate((*CLASSES_OF_SHAPE, *tables))}
    single = {word: Entry(symbols[name], value) for name, entries in tables.items() for word, value in entries.items()}
    phrases = {phrase: Entry(symbols[name], value) for phrase, (name, value) in english["phrases"].items()}
    phrases |= {name: Entry(symbols["holiday"], name) for name in table("holidays")}
    names = {symbol: name for name, symbol in symbols.items()}
    return Words(symbols=symbols, names=names, single=single, phrases=phrases)
