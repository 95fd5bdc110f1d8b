"""What two lists of points share, weighed by how rare it is in them.

Treaties repeat themselves: "The Parties shall ensure" says nothing about which point this is, "Tornado-C" says it all.
So each stem, and each pair of neighbouring stems, counts by its inverse document frequency (IDF; Spärck Jones 1972)
within the two texts. The n-th use of a stem in a point is a feature of its own, so that shared features are a multiset.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

__all__ = ["Features", "candidates", "find_features"]

_PAIR = 0.25  # weight of two neighbouring stems beside that of a single one
_FLOOR = 0.05  # even a word that stands in every point counts a little: in a list of two points nothing is rare
_BEST = 6  # candidates kept for each point, by each of two measures and from both sides
_CELLS = 4_000_000  # of one block of overlaps, 32 MB

Feature = tuple[str, ...]


class Features:
    """The features of two lists of points, and their weights.

    Args:
        a: the features of each point of the first text.
        b: those of the second.
        weights: one for each feature.

    Attributes:
        a, b: a set of feature numbers for each point.
        weights: `(features,)`, above 0.
        mass_a, mass_b: the summed weights of each point.
    """

    def __init__(self, a: list[frozenset[int]], b: list[frozenset[int]], weights: list[float]) -> None:
        self.a, self.b, self.weights = a, b, weights
        self.mass_a = np.array([self.mass(each) for each in a])
        self.mass_b = np.array([self.mass(each) for each in b])

    def mass(self, features: frozenset[int]) -> float:
        """Sum the weights of some features."""
        return math.fsum(self.weights[each] for each in features)


def _features(words: Sequence[str]) -> Iterator[Feature]:
    """Yield the features of a point: stems and pairs of stems, each with how often it stood before."""
    seen: Counter[Feature] = Counter()
    for each in (*((word,) for word in words), *pairwise(words)):
        seen[each] += 1
        yield (*each, str(seen[each]))


def find_features(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> Features:
    """Find what the points of two texts can share.

    Args:
        a: the stems of each point of the first text.
        b: those of the second.

    Returns:
        Their features, weighed within the two texts together.
    """
    found = [[list(_features(words)) for words in side] for side in (a, b)]
    used = Counter(each for side in found for point in side for each in {feature[:-1] for feature in point})
    numbers: dict[Feature, int] = {}
    bags = [[frozenset(numbers.setdefault(each, len(numbers)) for each in point) for point in side] for side in found]
    weights = [_weight(each, used[each[:-1]], len(a) + len(b)) for each in numbers]
    return Features(bags[0], bags[1], weights)


def _weight(feature: Feature, used: int, points: int) -> float:
    """Weigh a feature: rare is heavy. Used once counts as used twice: it is a changed word, and no proof."""
    rarity = math.log((points + 1) / max(used, 2)) if points > 1 else 0.0
    return (max(rarity, 0.0) + _FLOOR) * (_PAIR if len(feature) == 3 else 1.0)  # noqa: PLR2004 - two stems and a count


def candidates(features: Features) -> dict[tuple[int, int], float]:
    """Find the pairs of points that share enough to be looked at.

    Args:
        features: of two lists of points.

    Returns:
        For each pair (place in the first list, place in the second) the summed weight of what they share.
    """
    if not features.a or not features.b:
        return {}
    pairs = {(i, j): shared for i, j, shared in _best(features.a, features.b, features)}
    pairs |= {(i, j): shared for j, i, shared in _best(features.b, features.a, features)}
    return pairs


def _best(
    rows: list[frozenset[int]], columns: list[frozenset[int]], features: Features
) -> Iterator[tuple[int, int, float]]:
    """Yield the best candidates of each row, by what is shared and by what is shared of both."""
    weights = np.sqrt(np.array(features.weights))
    left, right = _matrix(rows, weights), _matrix(columns, weights).T.tocsc()
    mass = [np.array([features.mass(each) for each in side]) for side in (rows, columns)]
    step = max(1, _CELLS // len(columns))
    for first in range(0, len(rows), step):
        shared = (left[first : first + step] @ right).toarray()
        dice = 2 * shared / np.maximum(mass[0][first : first + step, None] + mass[1][None, :], 1e-9)
        for row, column in sorted(_tops(shared) | _tops(dice)):
            if shared[row, column] > 0:
                yield first + row, column, float(shared[row, column])


def _tops(block: NDArray[np.float64]) -> set[tuple[int, int]]:
    """Find the largest few of each row."""
    kept = min(_BEST, block.shape[1])
    places = np.argpartition(-block, kept - 1, axis=1)[:, :kept]
    return {(row, int(column)) for row, found in enumerate(places) for column in found}


def _matrix(points: list[frozenset[int]], weights: NDArray[np.float64]) -> csr_matrix:
    """Set up the sparse matrix `(points, features)` of the roots of weights: two multiplied give what is shared."""
    columns = np.array([each for point in points for each in sorted(point)], dtype=np.int64)
    ends = np.cumsum([0, *(len(point) for point in points)])
    return csr_matrix((weights[columns], columns, ends), shape=(len(points), len(weights)))
