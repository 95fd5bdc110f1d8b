"""Clauses compared by the words that carry their matter."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from goodoffices.record.content import fold

from . import lexicon

__all__ = [
    "Figure",
    "agree",
    "alike",
    "figures",
    "folded",
    "main_clause",
    "matter",
    "shared",
    "stem",
    "tokens",
    "turned",
]

_SHORTEST_STEM = 4
_JACCARD = 0.5
_COVER = 0.8
_REACH = 4
"""Words between a number and what it counts, at most ("12 soldiers were killed")."""
_ROUGH = 0.15
_TENS = 20


class Figure(msgspec.Struct, frozen=True, order=True):
    """A number that a clause gives: `low` to `high` of something (`high` is None for "at least")."""

    of: str
    low: int
    high: int | None
    text: str

    def fits(self, other: Figure) -> bool:
        """Can both hold?"""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


@functools.lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Fold `text` as names are; remembered, since each text is compared with many."""
    return fold(text)


@functools.lru_cache(maxsize=1 << 15)
def tokens(text: str) -> tuple[str, ...]:
    """The words of `text` in order, folded; a number keeps its digits together."""
    return tuple(folded(text.replace(",", "") if any(map(str.isdigit, text)) else text).split())


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Cut the ending off, so that "territorial" meets "territories" and "truces" "ceasefire"; for comparison only."""
    return _synonyms().get(root := _root(word), root)


def _root(word: str) -> str:
    for ending in lexicon.words().endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@functools.cache
def _synonyms() -> dict[str, str]:
    return {_root(word): _root(group[0]) for group in lexicon.words().synonyms for word in group}


@functools.cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in getattr(lexicon.words(), name))


@functools.cache
def _set_aside() -> frozenset[str]:
    lists = lexicon.words()
    return lists.stop | lists.time | lists.numbers.keys()


@functools.lru_cache(maxsize=1 << 15)
def matter(text: str, *aside: str) -> frozenset[str]:
    """The stems of the words of `text` that carry its matter; its figures are compared as numbers, not as words.

    Args:
        text: A clause.
        aside: Names of word lists to set aside beside the stop words: ``stance``, ``status``, ``plan``, ``mechanism``.
    """
    counted = {figure.text.partition(" ")[0] for figure in figures(text)}
    found = {stem(word) for word in tokens(text) if word not in _set_aside()} - counted
    for name in aside:
        found -= _stems(name)
    return frozenset(found)


@functools.cache
def _aside() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon.words().asides, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b[^,;:.]*", re.IGNORECASE)


@functools.lru_cache(maxsize=1 << 15)
def main_clause(text: str) -> str:
    """What `text` says without its asides ("as long as the ceasefire lasts"); all of it where they are all it says."""
    main = _aside().sub(" ", text)
    return main if matter(main) else text


def shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """How much of the smaller set is in the other, in [0, 1]; 0 where either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def alike(one: AbstractSet[str], other: AbstractSet[str], *, cover_from: int = 2, common_from: int = 1) -> bool:
    """Are two sets of words one matter?

    Args:
        one: Stems of a clause.
        other: Stems of another.
        cover_from: Words from which the smaller set can be the larger one told in short.
        common_from: Words in common from which half in common is enough.
    """
    if one == other:
        return True
    common = len(one & other)
    if common >= _JACCARD * len(one | other):
        return common >= common_from
    return min(len(one), len(other)) >= cover_from and shared(one, other) >= _COVER


@functools.lru_cache(maxsize=1 << 15)
def turned(text: str, *, refusing: bool) -> bool:
    """Is the meaning of `text` turned round by an odd number of words of refusal or renunciation?

    Args:
        text: A clause.
        refusing: True where the stance is to reject: the words of refusal in the clause repeat it and do not count.
    """
    lists = lexicon.words()
    found = tokens(text)
    turns = sum(word in lists.renouncing for word in found)
    return bool((turns + (0 if refusing else any(word in lists.refusals for word in found))) % 2)


def _number(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number that begins at `at`, and the place behind it; None where there is none."""
    word, values = words[at], lexicon.words().numbers
    if word.isascii() and word.isdigit() and len(word) < 10:  # noqa: PLR2004  longer ones are telephone numbers
        return int(word), at + 1
    if word not in values:
        return None
    tens, unit = values[word], values.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if tens >= _TENS and 0 < unit < 10:  # noqa: PLR2004  "twenty two"
        return tens + unit, at + 2
    return tens, at + 1


@functools.cache
def _counted() -> dict[str, str]:
    return {word: key for key, count in lexicon.words().counts.items() for word in count.words}


def _bounds(value: int, lead: str) -> tuple[int, int | None]:
    """The least and the most that a number can mean, by the word that leads it in."""
    bounds = lexicon.words().bounds
    if lead in bounds["least"]:
        return value, None
    if lead in bounds["most"]:
        return 0, value
    if lead in bounds["rough"]:
        return int(value * (1 - _ROUGH)), int(value * (1 + _ROUGH)) + 1
    return value, value


def _led(words: Sequence[str], at: int, behind: int) -> str | None:
    """What the number at `at` counts by the word before it ("killed at least 12"), if that stands behind `behind`."""
    bounds = frozenset[str]().union(*lexicon.words().bounds.values())
    place = at - 1
    while place > max(behind, at - _REACH) and words[place] in bounds:
        place -= 1
    if place <= behind:
        return None
    return next((key for key, count in lexicon.words().counts.items() if words[place] in count.leads), None)


def _followed(words: Sequence[str], start: int) -> dict[str, int]:
    """What the number before `start` counts by the words behind it, no further than the next number -> their places."""
    found: dict[str, int] = {}
    for place in range(start, min(start + _REACH, len(words))):
        if _number(words, place):
            break
        if (of := _counted().get(words[place])) is not None:
            found.setdefault(of, place)
    return found


@functools.lru_cache(maxsize=1 << 15)
def figures(text: str) -> tuple[Figure, ...]:
    """The numbers that `text` gives of things that reports count ("at least 12 people were killed")."""
    found: list[Figure] = []
    words = tokens(text)
    at, taken = 0, -1
    while at < len(words):
        number = _number(words, at)
        if number is None:
            at += 1
            continue
        value, behind = number
        low, high = _bounds(value, words[at - 1] if at else "")
        led = _led(words, at, taken)
        followed = {led: at} if led else _followed(words, behind)
        for of in followed:
            label = lexicon.words().counts[of].label
            found.append(Figure(of=of, low=low, high=high, text=f"{value} {label}"))
        taken = max(followed.values(), default=taken)
        at = behind
    return tuple(found)


def agree(one: str, other: str) -> bool:
    """Do two clauses give no numbers of the same thing that cannot both hold?"""
    return all(a.fits(b) for a in figures(one) for b in figures(other) if a.of == b.of)
