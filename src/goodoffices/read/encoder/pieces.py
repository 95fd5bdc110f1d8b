"""Cutting text into the pieces of words that the encoder knows.

WordPiece as BERT has it (Devlin et al. 2019; Wu et al. 2016, section 4.1): words in small letters without accents,
punctuation alone, and each word from its front into the longest pieces of the vocabulary. The library that does it
(`tokenizers`) brings a client for a model hub with it, which has no place here.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import NamedTuple

__all__ = ["Piece", "cut", "numbered", "vocabulary"]

_OPENING = "[CLS]"
_CLOSING = "[SEP]"
_MOST_PIECES = 126
"""Of a text, beside what opens and closes it; as the model was taught."""
_UNKNOWN = "[UNK]"
_INSIDE = "##"
"""Before a piece that does not begin its word."""
_LONGEST_WORD = 100
"""Characters; a longer word is unknown as a whole, so that no text takes long."""
_CHUNK = re.compile(r"\S+")
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Piece(NamedTuple):
    """A piece of a word: its number in the vocabulary, and where its word stands in the text."""

    number: int
    start: int
    end: int


def cut(text: str, known: Mapping[str, int], most: int) -> list[Piece]:
    """Cut a text into pieces, without what opens and closes it.

    Args:
        text: Any text.
        known: Piece -> its number.
        most: How many pieces at most; what comes behind is left out.

    Returns:
        The pieces in the order of the text.
    """
    found: list[Piece] = []
    for word, start, end in _words(text):
        found.extend(Piece(number, start, end) for number in _numbers(word, known))
        if len(found) >= most:
            break
    return found[:most]


def numbered(text: str, start: int, end: int, known: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Give a text as the model is fed it, when it is asked as when it is taught.

    Args:
        text: Any text.
        start: Offset of the first character of the words that are asked about.
        end: Offset behind their last one.
        known: Piece -> its number.

    Returns:
        The numbers of its pieces between those that open and close it, and which of them are asked about, 1 or 0: all
        where none of the words is among them, and what closes an empty text.
    """
    pieces = cut(text, known, _MOST_PIECES)
    marked = [int(piece.start < end and piece.end > start) for piece in pieces]
    numbers = [known[_OPENING], *(piece.number for piece in pieces), known[_CLOSING]]
    return numbers, [0, *(marked if any(marked) else [1] * len(pieces)), 0 if pieces else 1]


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words as the vocabulary spells them, and marks of punctuation, with their places."""
    for chunk in _CHUNK.finditer(text):
        at, until = chunk.span()
        begun = at
        for place in range(at, until):
            if _is_mark(text[place]):
                if begun < place:
                    yield from _spelled(text[begun:place], begun, place)
                yield text[place], place, place + 1
                begun = place + 1
        if begun < until:
            yield from _spelled(text[begun:until], begun, until)


@functools.lru_cache(maxsize=512)
def _is_mark(char: str) -> bool:
    return char in _ASCII_MARKS or (not char.isascii() and unicodedata.category(char).startswith("P"))


def _spelled(word: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A word in small letters without accents and control characters, if anything of it is left."""
    low = word.lower()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFD", low) if unicodedata.category(c) not in {"Mn", "Cc", "Cf"})
    if low:
        yield low, start, end


def _numbers(word: str, known: Mapping[str, int]) -> list[int]:
    """The longest pieces of a word from its front, by their numbers; the unknown piece where they do not cover it."""
    if len(word) > _LONGEST_WORD:
        return [known[_UNKNOWN]]
    found: list[int] = []
    at = 0
    while at < len(word):
        front = _INSIDE if at else ""
        until = next((u for u in range(len(word), at, -1) if front + word[at:u] in known), 0)
        if not until:
            return [known[_UNKNOWN]]
        found.append(known[front + word[at:until]])
        at = until
    return found


@functools.cache
def vocabulary() -> dict[str, int]:
    """The pieces that the encoder knows, each with its number."""
    lines = resources.files(__package__).joinpath("data/vocabulary.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return {piece: number for number, piece in enumerate(lines)}
