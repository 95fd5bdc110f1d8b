"""How far apart wordings are, and whether that grows or shrinks.

The distance of two alternatives is 1 less their likeness in words: half what they share of words (Dice coefficient),
half what stands in both in the same order. It measures words. "30 days" against "90 days" in one sentence is a small
distance, whatever it means to the parties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, permutations
from statistics import median
from typing import Literal, TypeAlias

import msgspec
from rapidfuzz.distance import Indel

from .words import stems

__all__ = ["Direction", "Trend", "alternatives_distance", "find_trend", "wording_distance"]

Direction: TypeAlias = Literal["converging", "diverging", "no clear trend", "too few versions to tell"]

_FEWEST = 4  # measured versions: with three, any order at all comes about by chance one time in three
_CHANCE = 0.1  # highest probability that so steady a course comes about by chance
_EXACT = 7  # versions: 5,040 orders are looked at one by one
_MOST = 40  # alternatives that are measured; the pairs of more cost too much
_LONGEST = 6_000  # words, past which order is not looked at


class Trend(msgspec.Struct, frozen=True):
    """Where a distance is going.

    Attributes:
        direction: In words.
        slope: Median change from one version to the next, in distance; 0 where there are too few versions.
        chance: Probability that so steady a course comes about by chance (two-sided), 1 where there are too few
            versions.
        versions: How many were measured.
    """

    direction: Direction
    slope: float = 0.0
    chance: float = 1.0
    versions: int = 0


def wording_distance(one: str, other: str) -> float:
    """Measure how far apart two wordings are.

    Args:
        one: a wording.
        other: another.

    Returns:
        0 for the same words, 1 for none in common.
    """
    words = stems(one), stems(other)
    count = len(words[0]) + len(words[1])
    if not count:
        return 0.0
    shared = 2 * (Counter(words[0]) & Counter(words[1])).total() / count
    if max(map(len, words)) > _LONGEST:
        return 1 - shared
    return 1 - (shared + Indel.normalized_similarity(*words)) / 2


def alternatives_distance(alternatives: Sequence[str]) -> float | None:
    """Measure how far apart the alternatives of a bracket are.

    Args:
        alternatives: their wordings.

    Returns:
        The mean over all pairs, in [0, 1]; None for fewer than two: a text that may stand or fall has no other.
    """
    pairs = list(combinations(alternatives[:_MOST], 2))
    return sum(wording_distance(*pair) for pair in pairs) / len(pairs) if pairs else None


def find_trend(distances: Sequence[tuple[int, float]]) -> Trend:
    """Say whether a distance grows or shrinks.

    Mann-Kendall's test by counting (Mann 1945; Kendall 1975), exact for up to seven versions and with the normal
    approximation above, and the Theil-Sen slope. Versions in which nothing changed count as ties.

    Args:
        distances: (index of a version, distance in it), the earliest first.

    Returns:
        The direction, with its slope and how likely it is by chance.
    """
    if len(distances) < _FEWEST:
        return Trend("too few versions to tell", versions=len(distances))
    values = [value for _, value in distances]
    pairs = list(combinations(distances, 2))
    slope = median((later[1] - earlier[1]) / (later[0] - earlier[0]) for earlier, later in pairs)
    chance = _chance(values)
    score = _score(values)
    direction: Direction = "no clear trend"
    if chance <= _CHANCE and score:
        direction = "converging" if score < 0 else "diverging"
    return Trend(direction, slope, chance, len(distances))


def _score(values: Sequence[float]) -> int:
    """Count the pairs that rise less the pairs that fall."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def _chance(values: Sequence[float]) -> float:
    """Give the probability that a random order has a score as far from 0."""
    from scipy.stats import norm  # noqa: PLC0415 - heavy, and most comparisons ask for no trend

    score, size = abs(_score(values)), len(values)
    if size <= _EXACT:
        return _share_beyond(values, score)
    ties = sum(count * (count - 1) * (2 * count + 5) for count in Counter(values).values())
    spread = ((size * (size - 1) * (2 * size + 5) - ties) / 18) ** 0.5
    return float(2 * norm.sf((score - 1) / spread)) if spread and score else 1.0


def _share_beyond(values: Sequence[float], score: int) -> float:
    """Try every order of the values."""
    scores = [abs(_score(order)) for order in permutations(values)]
    return sum(each >= score for each in scores) / len(scores)
