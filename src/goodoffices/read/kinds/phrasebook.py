"""Phrasebooks: many patterns looked for in one pass, each tried only where a word stands that it can begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["Phrasebook"]

_WORD = re.compile(r"\w+(?:'\w+)?")
_END = r"(?!\w)"
_LOOK = ("(?!", "(?=", "(?<!", "(?<=")


class Phrasebook:
    """Patterns for text in small letters that begin and end at the edge of a word; of two at one place the first."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Sort the patterns by the words that they can begin with.

        Args:
            patterns: Regular expressions without named groups.
        """
        self._patterns = tuple(patterns)
        self._loose: list[int] = []
        self._begun: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            words = _first_words(pattern)
            if words is None or "" in words:
                self._loose.append(number)
                continue
            for word in words:
                self._begun.setdefault(word, []).append(number)
        self._compiled: dict[str, re.Pattern[str] | None] = {"": self._joined(self._loose)}

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Find what stands in a text, from left to right, nothing twice.

        Args:
            text: Text in small letters.
        """
        until = 0
        for word in _WORD.finditer(text):
            pattern = self._of(word[0]) if word.start() >= until else None
            match = pattern.match(text, word.start()) if pattern is not None else None
            if match is not None:
                until = match.end()
                yield match

    def _of(self, word: str) -> re.Pattern[str] | None:
        if word not in self._begun:
            return self._compiled[""]
        if word not in self._compiled:
            self._compiled[word] = self._joined(sorted([*self._begun[word], *self._loose]))
        return self._compiled[word]

    def _joined(self, numbers: Sequence[int]) -> re.Pattern[str] | None:
        alternatives = "|".join(self._patterns[number] for number in numbers)
        return re.compile(rf"(?:{alternatives}){_END}") if numbers else None


def _first_words(pattern: str) -> frozenset[str] | None:
    """The words that a text can begin with where a pattern matches it; None for any."""
    if not pattern or not (pattern[0].isalnum() or pattern[0] in "'(\\["):
        return frozenset({""})
    if pattern[0] in "\\[":
        ends = pattern[0] == "\\" and (pattern[1] in "bW" or not pattern[1].isalnum())
        return frozenset({""}) if ends else None
    if pattern[0] == "(":
        return _of_group(pattern)
    optional = pattern[1:2] == "?"
    behind = _first_words(pattern[2 if optional else 1 :])
    if behind is None:
        return None
    begun = frozenset(pattern[0] + word for word in behind)
    return begun | behind if optional else begun


def _of_group(pattern: str) -> frozenset[str] | None:
    close, cuts = _closing(pattern)
    rest = pattern[close + 1 :]
    if pattern.startswith(_LOOK):
        return _first_words(rest)
    optional = rest[:1] in {"?", "*"} or rest[:3] == "{0,"
    rest = re.sub(r"^(?:[?*+]|\{[\d,]+\})\??", "", rest)
    found: frozenset[str] = frozenset()
    for start, end in zip([3, *(cut + 1 for cut in cuts)], [*cuts, close], strict=True):
        words = _first_words(pattern[start:end] + rest)
        if words is None:
            return None
        found |= words
    behind = _first_words(rest) if optional else frozenset()
    return None if behind is None else found | behind


def _closing(pattern: str) -> tuple[int, list[int]]:
    """Where the group that a pattern begins with ends, and where its alternatives are parted."""
    cuts: list[int] = []
    depth = at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at)
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                return at, cuts
        elif char == "|" and depth == 1:
            cuts.append(at)
        at += 1
    return len(pattern), cuts
