"""How alike two points are, in [0, 1].

Two views together: what they share, weighed by rarity (the Dice coefficient of their features), whatever its order; and
how much of the one stands in the other in the same order (the longest common subsequence of their stems).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from .overlap import Features

__all__ = ["likeness"]

_SHARED = 0.6  # part of the weighed overlap; the rest is order
_PART = 0.45  # likeness of a part that stands in its whole to the last word: a point cut down to one of its sentences
_FIRST_SIGN, _SIGNS = 0x10000, 0xFFFFF  # characters beyond those of two bytes; past a million stems they are used again
_LONGEST = 6_000  # words: past these an alignment costs seconds, and the overlap alone says enough

Pair = tuple[int, int]


def likeness(
    pairs: Iterable[tuple[Pair, float]], features: Features, a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]
) -> dict[Pair, float]:
    """Say how alike the points of each pair are.

    Args:
        pairs: the places of two points in their lists, with the weight of what they share.
        features: of both lists.
        a: the stems of each point of the first list.
        b: those of the second.

    Returns:
        A number in [0, 1] for each pair.
    """
    signs: dict[str, str] = {}
    written_a, written_b = [_written(point, signs) for point in a], [_written(point, signs) for point in b]
    alike = {}
    for (i, j), shared in pairs:
        whole = _alike(written_a[i], written_b[j], 2 * shared / (features.mass_a[i] + features.mass_b[j]))
        part = _PART * shared / min(features.mass_a[i], features.mass_b[j])
        alike[i, j] = min(max(whole, part), 1.0)
    return alike


def _written(point: Sequence[str], signs: dict[str, str]) -> str:
    """Write each stem as one character, so that the alignment runs over characters."""
    return "".join(signs.setdefault(each, chr(_FIRST_SIGN + len(signs) % _SIGNS)) for each in point)


def _alike(one: str, other: str, dice: float) -> float:
    """Join the two views."""
    if len(one) > _LONGEST or len(other) > _LONGEST:
        return dice
    return _SHARED * dice + (1 - _SHARED) * Indel.normalized_similarity(one, other)
