"""How much of what somebody says stands in a passage: by the words that carry its matter, rare ones weighing more."""

from __future__ import annotations

import functools
import math
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from importlib import resources
from typing import Any

from goodoffices.record.findings.wording import matter

__all__ = ["Index", "denied", "key_words", "linking_data", "other_number", "same_unit"]

_ROOT_LETTERS = 6
_REACH = 8
"""Words between a word of denial and the words that it can deny."""
_NUMBER = re.compile(r"(?<![\w.])(\d[\d,.]*\d|\d)\s{0,3}([^\W\d_]{2,20}|%)")
_IN_FORCE = re.compile(
    r"(?i)\b(?:enter(?:s|ed|ing)?|entry|com(?:e|es|ing)|remain(?:s|ed|ing)?)?\s?\bin(?:to)?\s+force\b"
)
"""The force of a text is no force of soldiers."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@functools.cache
def linking_data(name: str) -> dict[str, Any]:
    """Read one of this folder's data files, by its name without ending."""
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def _one_for() -> dict[str, str]:
    groups = linking_data("words")["same"]
    return {word[:_ROOT_LETTERS]: group[0][:_ROOT_LETTERS] for group in groups for word in group}


@functools.cache
def _vague() -> frozenset[str]:
    return frozenset(_root(word) for word in linking_data("words")["vague"])


def _root(stem: str) -> str:
    root = stem[:_ROOT_LETTERS]
    return _one_for().get(root, root)


@functools.lru_cache(maxsize=1 << 15)
def key_words(text: str) -> frozenset[str]:
    """The roots of the words that carry the matter of a text: stance words and words of any text are left out."""
    plain = _IN_FORCE.sub(" ", text)
    return frozenset(_root(each) for each in matter(plain, "stance")) - _vague()


@functools.cache
def _denials(name: str) -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:" + "|".join(linking_data("words")[name]) + r")\b")


def denied(text: str, about: AbstractSet[str], *, refusing: bool = False) -> bool:
    """Is what a text says of something turned round ("no foreign troops shall be deployed")?

    Args:
        text: A clause or position.
        about: The roots of what is at issue; a denial far from all of them does not count.
        refusing: True where the stance itself is to reject: words of refusal then repeat it, and only words of
            renunciation turn it ("rejects abandoning its claim").
    """
    words = [(found.start(), _root_of(found[0])) for found in _WORD.finditer(text)]
    near = [place for place, (_, root) in enumerate(words) if root in about]
    starts = {start: place for place, (start, _) in enumerate(words)}
    names = ("renouncing",) if refusing else ("renouncing", "refusals")
    turns = 0
    for name in names:
        hits = [starts.get(found.start()) for found in _denials(name).finditer(text)]
        said = [hit for hit in hits if hit is not None and any(0 <= each - hit <= _REACH for each in near)]
        turns += bool(said)
    return bool(turns % 2)


@functools.lru_cache(maxsize=1 << 15)
def _root_of(word: str) -> str:
    found = key_words(word)
    return next(iter(found)) if found else ""


def other_number(one: str, other: str) -> str:
    """Two figures of one thing that differ ("800,000 against 600,000 troops"), or ""."""
    first, second = _numbers(one), _numbers(other)
    for unit in first.keys() & second.keys():
        if not first[unit] & second[unit]:
            return f"{min(first[unit])} against {min(second[unit])} {unit}"
    return ""


def same_unit(one: str, other: str) -> bool:
    """Do two texts give figures of one thing (30 days, 90 days)?"""
    return bool(_numbers(one).keys() & _numbers(other).keys())


def _numbers(text: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for figure, unit in _NUMBER.findall(text):
        found[unit.lower()].add(figure)
    return found


class Index:
    """Passages by the roots in them, so that each position is held only against those that share a word with it."""

    def __init__(self, passages: Sequence[AbstractSet[str]]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        seen: Counter[str] = Counter()
        for place, roots in enumerate(passages):
            seen.update(roots)
            for root in roots:
                self._places[root].append(place)
        self._weight = {root: math.log(1 + len(passages) / count) for root, count in seen.items()}
        self._unseen = math.log(1 + len(passages)) or 1.0

    def shares(self, wanted: AbstractSet[str]) -> dict[int, tuple[float, frozenset[str]]]:
        """Say how much of some roots each passage holds.

        Args:
            wanted: The roots of a position.

        Returns:
            Place of a passage -> (share in (0, 1], the roots in common); passages with nothing in common are left out.
        """
        whole = sum(self._weight.get(root, self._unseen) for root in wanted)
        common: dict[int, set[str]] = defaultdict(set)
        for root in wanted:
            for place in self._places.get(root, ()):
                common[place].add(root)
        return {
            place: (sum(self._weight[root] for root in roots) / whole, frozenset(roots))
            for place, roots in common.items()
        }
