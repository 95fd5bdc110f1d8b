"""Texts as sets of word beginnings, in one script, so that spelling and inflection matter little."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from goodoffices.watch.incidents import TextColumn

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

__all__ = ["Wording", "plain_text", "word_keys", "wording_of"]

_WORD = re.compile(r"\d+|[^\W\d_]{3,}")
_MOST_WORDS = 120
_LONGEST = 2_000
_SPACE = re.compile(r"\s+")


@functools.cache
def _letters() -> tuple[dict[int, str], dict[int, str]]:
    """Letters into Latin ones, and letters that spellings of one name exchange."""
    text = (importlib.resources.files(__package__) / "data" / "letters.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return str.maketrans(tables["latin"]), str.maketrans(tables["near"])


class Wording:
    """The words of some texts, weighted by rarity.

    Args:
        matrix: Rows of unit length over words, shape (texts, words).
        rarity: Natural logarithm of texts per text with the word, shape (words,).
        counts: Words of each text, shape (texts,).
    """

    def __init__(self, matrix: csr_matrix, rarity: NDArray[np.float32], counts: NDArray[np.int32]) -> None:
        self.matrix = matrix
        self.rarity = rarity
        self.counts = counts


def plain_text(text: str) -> str:
    """Bring a text to the form in which it is compared whole: small letters, single spaces."""
    return _SPACE.sub(" ", text.casefold()).strip()


def word_keys(text: str, letters: int) -> list[str]:
    """Take the beginnings of the words of a text, each once.

    Args:
        text: In any script; Cyrillic is written in Latin letters, marks are dropped, letters that spellings of one name
            exchange (g and h, y and i, ...) are one.
        letters: How many letters of each word.

    Returns:
        Beginnings and whole numbers, at most 120.
    """
    latin, near = _letters()
    plain = text[:_LONGEST].casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(latin))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = _WORD.findall(plain.translate(near))
    return list(dict.fromkeys([word[:letters] if word[0].isalpha() else word for word in found]))[:_MOST_WORDS]


def wording_of(texts: TextColumn, letters: int) -> Wording:
    """Weigh the words of texts by how rare they are among them.

    Args:
        texts: The texts.
        letters: By how many first letters words are told apart.

    Returns:
        Their words; a text without any has an empty row.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415  loaded where texts are compared

    known: dict[str, int] = {}
    places: list[NDArray[np.int32]] = []
    for text in texts:
        keys = word_keys(text, letters)
        places.append(np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.int32))
    counts = np.fromiter(map(len, places), dtype=np.int32, count=len(places))
    columns = np.concatenate([*places, np.zeros(0, dtype=np.int32)])
    spread = np.bincount(columns, minlength=max(len(known), 1))
    rarity = np.log((len(places) + 1.0) / np.maximum(spread, 1)).astype(np.float32)
    values = rarity[columns]
    starts = np.concatenate([[0], np.cumsum(counts)])
    squares = np.concatenate([[0.0], np.cumsum(values.astype(np.float64) ** 2)])
    length = np.sqrt(squares[starts[1:]] - squares[starts[:-1]])
    values /= np.repeat(np.maximum(length, 1e-9), counts).astype(np.float32)
    return Wording(csr_matrix((values, columns, starts), shape=(len(places), max(len(known), 1))), rarity, counts)
