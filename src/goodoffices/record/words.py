"""The words of a text as a search compares them, and the words that a search asks for."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

import msgspec

from .errors import InputError

__all__ = ["Sought", "folded_words", "places", "sought"]

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f"
"""Accents, Hebrew points and Arabic vowel signs, which writers set or leave out."""
_MARK = re.compile(f"[{_MARKS}]+")
_PLAIN = re.compile(r"[^\W_]+")
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')
_LONGEST = 100
"""Characters of a word that count: no word of a language is longer, and an index has its limits."""


class Sought(msgspec.Struct, frozen=True):
    """One thing that a search asks for.

    Attributes:
        words: Folded words that stand side by side.
        open_ended: True where the last of them may go on.
    """

    words: tuple[str, ...]
    open_ended: bool = False


def folded_words(text: str) -> list[str]:
    """Cut a text into words as words are compared: no case, no accents, no punctuation."""
    if text.isascii():  # most are, and have nothing to be folded but their case
        return [word[:_LONGEST] for word in _PLAIN.findall(text.lower())]
    # A letter of another dress (a bold capital) is plain only once it is taken apart, so folding comes after that too.
    plain = _MARK.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()))
    return [word[:_LONGEST] for word in _PLAIN.findall(plain)]


def _placed_words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        word = match[0]
        folded = _short_folded(word) if len(word) <= _LONGEST else "".join(folded_words(word))
        yield folded, match.start(), match.end()


@functools.lru_cache(10_000)
def _short_folded(word: str) -> str:
    return "".join(folded_words(word))


def sought(text: str) -> tuple[Sought, ...]:
    """Read what a search asks for: words, ``"words in a row"``, and ``begin*``.

    Raises:
        InputError: If there is no word in it.
    """
    found = []
    for match in _ASKED.finditer(text):
        asked = match[1] if match[1] is not None else match[2]
        if row := folded_words(asked):
            found.append(Sought(tuple(row), open_ended=asked.endswith("*")))
    if not found:
        msg = f"{text!r} holds no word to search for"
        raise InputError(msg)
    return tuple(dict.fromkeys(found))


def places(text: str, asked: tuple[Sought, ...]) -> tuple[tuple[int, int], ...]:
    """Find the first place of each thing asked for, in the order of the text; what is not there has none."""
    missing = list(asked)
    found: list[tuple[int, int]] = []
    longest = max(len(each.words) for each in asked)
    last = re.compile("|".join(re.escape(each.words[-1]) + ("" if each.open_ended else r"\Z") for each in asked))
    row: list[tuple[str, int, int]] = []
    for word in _placed_words(text):
        row = [*row[-(longest - 1) :], word] if longest > 1 else [word]
        if last.match(word[0]) is None:
            continue
        for each in [each for each in missing if _ends(row, each)]:
            missing.remove(each)
            found.append((row[-len(each.words)][1], word[2]))
        if not missing:
            break
    return tuple(sorted(found))


def _ends(row: list[tuple[str, int, int]], each: Sought) -> bool:
    # Do the last words of the row be what is asked for?
    tail = [word for word, _, _ in row[-len(each.words) :]]
    if len(tail) < len(each.words) or tuple(tail[:-1]) != each.words[:-1]:
        return False
    return tail[-1].startswith(each.words[-1]) if each.open_ended else tail[-1] == each.words[-1]
