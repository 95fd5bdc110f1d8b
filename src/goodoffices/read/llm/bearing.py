"""Does a sentence have a word for what is said of it? A model that lies about a true quote is held by it here."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Sequence
from importlib import resources

import msgspec

__all__ = ["has_word_for", "names_number"]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BEFORE = 6
"""Words before a word among which a "not" or an "if" takes it back."""


class _Words(msgspec.Struct, frozen=True):
    """Words to look for: whole ones, and beginnings."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def has(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings)


class _Lexicon(msgspec.Struct, frozen=True):
    values: dict[str, _Words]
    denied: _Words
    unsure: _Words
    sure: frozenset[str]
    numbers: tuple[str, ...]


def _words(entries: Iterable[str]) -> _Words:
    listed = list(entries)
    return _Words(
        whole=frozenset(entry for entry in listed if not entry.endswith("*")),
        beginnings=tuple(entry[:-1] for entry in listed if entry.endswith("*")),
    )


@functools.cache
def _lexicon() -> _Lexicon:
    text = resources.files(__package__).joinpath("data/bearing.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    tables = {key: table for key, table in data.items() if isinstance(table, dict)}
    values = {f"{key}.{value}": _words(entries) for key, table in tables.items() for value, entries in table.items()}
    return _Lexicon(
        values, _words(data["denied"]), _words(data["unsure"]), frozenset(data["sure"]), tuple(data["numbers"])
    )


def has_word_for(value: str, text: str) -> bool:
    """Does `text` have a word for a value of a closed vocabulary, one that no "not" or "if" takes back?

    Args:
        value: The kind of entry and the value: ``statuses.agreed``.
        text: The sentences that are said to bear it out.

    Returns:
        True where it has, and for a value that needs none.
    """
    lexicon = _lexicon()
    wanted = lexicon.values.get(value)
    if wanted is None:
        return True
    words = _WORD.findall(text.casefold().replace("’", "'").replace("n't", " not"))
    return any(
        wanted.has(word) and not _taken_back(words[max(0, n - _BEFORE) : n], value) for n, word in enumerate(words)
    )


def _taken_back(before: Sequence[str], value: str) -> bool:
    lexicon = _lexicon()
    denies = not value.endswith((".rejects", ".rejected", ".blocked", ".cancelled"))
    if denies and any(lexicon.denied.has(word) for word in before):
        return True
    return value in lexicon.sure and any(lexicon.unsure.has(word) for word in before)


def names_number(number: int, text: str) -> bool:
    """Does `text` have a number, in figures or (up to twenty) in words?"""
    words = set(re.findall(r"[^\W_]+", text.casefold()))
    numbers = _lexicon().numbers
    return str(number) in words or (0 <= number < len(numbers) and numbers[number] in words)
