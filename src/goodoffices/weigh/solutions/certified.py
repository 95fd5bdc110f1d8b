"""A solution by integer programming, with the bound that HiGHS proves: for deals whose links no elimination undoes."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import NoPackage, WeighError
from .aims import Aim
from .concepts import Concept
from .programs import Program, Row

__all__ = ["Found", "best_package"]

Floats = NDArray[np.float64]

_NEAR = np.exp(np.arange(-20, 21) * 5e-4)  # tangents close by, so that the logarithm is met to 1e-7
_FAR = np.exp(np.arange(-16, 17) * 0.1)  # and far off, so that it is bounded
_SHARE = 0.5  # of the time, for the first program; the rest mends what it left
_ENOUGH = 5e-7  # a gap at which no more is sought
_ROUNDS = 6  # of tangents; HiGHS keeps conditions to 1e-7, so more would not close the gap further


@dataclass(frozen=True, eq=False)
class Found:
    """A package and what no package can surpass.

    Attributes:
        package: ``(issues,)``, option indices.
        score: Its score.
        bound: No package has a higher score.
    """

    package: NDArray[np.intp]
    score: float
    bound: float


def best_package(program: Program, aim: Aim, at: Floats, time_limit_s: float) -> Found:
    """Seek the package with the best score.

    Args:
        program: The deal.
        aim: The score.
        at: Where its relaxation is best.
        time_limit_s: When to stop with the bound reached, seconds.

    Raises:
        WeighError: Where no package was found in time.
        NoPackage: Where there is none.
    """
    until = time.monotonic() + time_limit_s
    weights, own = aim.counts
    tangents = [at * near for near in _NEAR] + [at * far for far in _FAR] if aim.concept is Concept.NASH else []
    best: Found | None = None
    for _ in range(_ROUNDS):
        left = until - time.monotonic()
        answer = program.best(weights, own, aim.rows(np.array(tangents)), time_limit_s=left if best else left * _SHARE)
        if answer.package is None:
            break
        score = float(aim.score(answer.utilities[None])[0])
        bound = min(answer.bound, best.bound if best else np.inf)
        if best is None or score > best.score:
            best = Found(answer.package, score, max(bound, score))
        else:
            best = Found(best.package, best.score, max(bound, best.score))
        gains = aim.bargain.gains(answer.utilities[None])[0]
        if aim.concept is not Concept.NASH or best.bound - best.score < _ENOUGH or (gains <= 0).any():
            break
        tangents += [gains]
        if time.monotonic() > until:
            break
    if best is None:
        msg = f"no package was found in {time_limit_s:g} s; allow more with time_limit_s="
        raise WeighError(msg)
    return _mended(program, aim, best, until)


def _mended(program: Program, aim: Aim, found: Found, until: float) -> Found:
    """Give every party what can be had at no one's cost, where there is time: then no package beats this one."""
    left = until - time.monotonic()
    utilities = program.problem.utilities(found.package[None])[0]
    if left <= 0:
        return found
    parties = np.eye(len(utilities))
    room = 1e-9 * aim.bargain.scale
    rows = [Row(parties[n], np.zeros(0), float(utilities[n] - room[n])) for n in range(len(utilities))]
    try:
        answer = program.best(1 / aim.bargain.scale, np.zeros(0), rows, time_limit_s=left)
    except NoPackage:  # HiGHS keeps conditions to 1e-7 only, and may refuse the package that it was given
        return found
    if answer.package is None or (answer.utilities < utilities - aim.bargain.scale * 1e-12).any():
        return found
    score = float(aim.score(answer.utilities[None])[0])
    return Found(answer.package, score, max(found.bound, score)) if score >= found.score else found
