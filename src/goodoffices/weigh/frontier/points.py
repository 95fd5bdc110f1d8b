"""Sets of (partial) packages: what each is worth, and which it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Code", "Points", "code_of", "gathered"]

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Indices = NDArray[np.intp]

_WORD = 1 << 62  # what one signed word of 64 bits holds, with room for a sum


@dataclass(frozen=True, eq=False)
class Points:
    """Partial packages, no two of which matter equally.

    Attributes:
        worth: ``(points, columns)``, steps of the grid for each party, then minus the count of each limit.
        code: ``(points, words)``, which options: codes of the parts add up, and compare as packages do.
    """

    worth: Floats
    code: Whole

    def __len__(self) -> int:
        return len(self.worth)

    def take(self, chosen: NDArray[np.bool_] | Indices) -> Points:
        """The points that an index or a mask names, in its order."""
        return Points(self.worth[chosen], self.code[chosen])

    def slice(self, start: int, stop: int) -> Points:
        """The points from one place to before another; a view."""
        return Points(self.worth[start:stop], self.code[start:stop])

    def plus(self, other: Points) -> Points:
        """Every sum of one of mine with one of the other's: theirs change slowest."""
        worth = (other.worth[:, None] + self.worth).reshape(-1, self.worth.shape[1])
        return Points(worth, (other.code[:, None] + self.code).reshape(-1, self.code.shape[1]))

    def by_code(self) -> Points:
        """Me in lexicographic order of packages."""
        return self.take(np.lexsort(self.code.T[::-1]))


def gathered(parts: Sequence[Points]) -> Points:
    """Put sets of points together, in order."""
    if len(parts) == 1:
        return parts[0]
    return Points(np.concatenate([part.worth for part in parts]), np.concatenate([part.code for part in parts]))


@dataclass(frozen=True, eq=False)
class Code:
    """A package as one whole number, or as few as hold it.

    The digits are the options, the first issue the highest; so the smaller code is the package that comes first, and
    a package is had back by division, with no trail of pointers to keep.

    Attributes:
        strides: ``(issues, words)``, what one more of an option index adds.
        shape: The number of options of each issue.
    """

    strides: Whole
    shape: tuple[int, ...]

    def packages(self, code: Whole) -> Indices:
        """Read packages back; ``(packages, issues)``, option indices."""
        found = np.empty((len(code), len(self.shape)), dtype=np.intp)
        for issue, (stride, options) in enumerate(zip(self.strides, self.shape, strict=True)):
            word = int(np.flatnonzero(stride)[0])
            found[:, issue] = code[:, word] // stride[word] % options
        return found


def code_of(shape: tuple[int, ...]) -> Code:
    """Lay out the digits of a package.

    Args:
        shape: The number of options of each issue, any product.
    """
    words: list[list[int]] = [[]]
    for issue, options in enumerate(shape):
        if math.prod(shape[other] for other in words[-1]) * options > _WORD:
            words.append([])
        words[-1].append(issue)
    strides = np.zeros((len(shape), len(words)), dtype=np.int64)
    for word, issues in enumerate(words):
        stride = 1
        for issue in reversed(issues):
            strides[issue, word] = stride
            stride *= shape[issue]
    return Code(strides, shape)
