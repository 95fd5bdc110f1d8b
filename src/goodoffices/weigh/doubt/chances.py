"""How likely is it that all sign? Monte Carlo over what is uncertain, with the error of the estimate."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import NoPackage, WeighError
from goodoffices.weigh.model import Draws, Model, draw
from goodoffices.weigh.problem import Problem, packages_of

from .worth import Halves, cut, signed

__all__ = ["Chances", "candidates", "sign_chances"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
_CHUNK = 1024  # draws at a time: rows that stay in the processor's cache
_THREADS = 2
ALL = 200_000  # packages: up to here every one is looked at


@dataclass(frozen=True, eq=False)
class Chances:
    """How likely packages are to be signed.

    Attributes:
        packages: ``(packages, issues)``, option indices.
        together: ``(packages,)``, the probability that all who must sign do, in [0, 1].
        error: ``(packages,)``, its standard error: 68 of 100 such estimates lie within one of the truth.
        alone: ``(packages, parties)``, the probability that each party would sign; of those too that need not.
        any_deal: The probability that at least one of these packages would be signed by all.
        any_error: Its standard error.
        every: True where every allowed package was looked at; else `any_deal` is a lower bound.
        draws: How many draws.
        holds: ``(packages, draws)``, true where all would sign, where it was asked for.
    """

    packages: Indices
    together: Floats
    error: Floats
    alone: Floats
    any_deal: float
    any_error: float
    every: bool
    draws: int
    holds: Flags | None = None

    @property
    def best(self) -> int:
        """The place of the package most likely to be signed; the first of equals."""
        return int(self.together.argmax())


def candidates(problem: Problem) -> tuple[Indices, bool]:
    """The packages to look at: all that are allowed where there are at most 200,000, else the front at the centres.

    Returns:
        ``(packages, issues)``, and whether these are all.

    Raises:
        NoPackage: If no package keeps every rule.
    """
    if problem.size <= ALL:
        chunks = list(packages_of(problem))
        every = np.concatenate([chunk[problem.allows(chunk)] for chunk in chunks])
        if len(every) == 0:
            msg = "no package keeps every rule: there is nothing to sign"
            raise NoPackage(msg)
        return every, True
    from goodoffices.weigh.frontier import frontier  # noqa: PLC0415  only a large deal needs it

    return frontier(problem).packages, False


def sign_chances(
    model: Model | Problem | Draws,
    packages: Indices | None = None,
    *,
    draws: int = 10_000,
    seed: int = 0,
    keep: bool = False,
) -> Chances:
    """Estimate how likely it is that all who must sign a package would.

    A party signs what is worth at least as much to it as no deal; one that gives no reservation value signs anything.

    Args:
        model: A model, a deal, or draws made before.
        packages: ``(packages, issues)``, which to look at; None for `candidates`.
        draws: How many, at least 1. The error falls with the square root: 10,000 give at most 0.005.
        seed: Of the chance; the same seed gives the same answer.
        keep: Keep who signs in which draw (packages times draws bytes).

    Returns:
        The probabilities with their errors.

    Raises:
        WeighError: If `draws` is less than 1.
        NoPackage: If there is no package to look at.
    """
    if draws < 1:
        msg = f"{draws!r} draws tell nothing: ask for 1 or more"
        raise WeighError(msg)
    drawn = model if isinstance(model, Draws) else draw(model, draws, np.random.default_rng(seed))
    chosen, every = candidates(drawn.problem) if packages is None else (packages, False)
    if len(chosen) == 0:
        msg = "no package to look at: hand in one or more"
        raise NoPackage(msg)
    return _counted(drawn, chosen, every=every, keep=keep)


def _counted(drawn: Draws, packages: Indices, *, every: bool, keep: bool) -> Chances:
    halves = cut(drawn, packages)
    chunks = [slice(start, min(start + _CHUNK, drawn.count)) for start in range(0, drawn.count, _CHUNK)]
    with ThreadPoolExecutor(_THREADS) as pool:  # numpy compares without the interpreter's lock
        counted = list(pool.map(lambda chunk: _count(drawn, halves, chunk, keep=keep), chunks))
    together: Floats = np.sum([each[0] for each in counted], axis=0) / drawn.count
    alone: Floats = np.sum([each[1] for each in counted], axis=0) / drawn.count
    any_deal = sum(each[2] for each in counted) / drawn.count
    return Chances(
        packages=packages,
        together=together,
        error=_error(together, drawn.count),
        alone=alone,
        any_deal=float(any_deal),
        any_error=float(_error(np.array([any_deal]), drawn.count)[0]),
        every=every,
        draws=drawn.count,
        holds=np.concatenate([each[3] for each in counted], axis=1) if keep else None,
    )


def _count(drawn: Draws, halves: Halves, chunk: slice, *, keep: bool) -> tuple[Floats, Floats, int, Flags]:
    """Count signatures as bits: eight draws a byte."""
    count, parties = len(halves.of_first), len(drawn.problem.parties)
    draws = chunk.stop - chunk.start
    together, alone = np.zeros(count), np.zeros((count, parties))
    must, some = drawn.problem.signs, np.zeros(-(-draws // 8), dtype=np.uint8)
    holds = np.zeros((count if keep else 0, draws), dtype=np.bool_)
    for places, would in signed(drawn, halves, chunk, np.ones(parties, dtype=np.bool_)):
        bits = np.packbits(would, axis=2)
        alone[places] = np.bitwise_count(bits).sum(axis=2, dtype=np.int64)
        all_sign = _all(bits[:, must], draws)
        together[places] = np.bitwise_count(all_sign).sum(axis=1, dtype=np.int64)
        some |= np.bitwise_or.reduce(all_sign, axis=0)
        if keep:
            holds[places] = np.unpackbits(all_sign, axis=1, count=draws)
    return together, alone, int(np.unpackbits(some, count=draws).sum()), holds


def _all(bits: NDArray[np.uint8], draws: int) -> NDArray[np.uint8]:
    """``(some, bytes)``, the draws in which every party's bit is set; all of them where no party must sign."""
    ones = np.packbits(np.ones(draws, dtype=np.bool_))
    return np.asarray(np.bitwise_and.reduce(bits, axis=1) & ones, dtype=np.uint8)


def _error(share: Floats, draws: int) -> Floats:
    """The standard error of a share: of 0 and of 1 it is that of one draw more (Agresti and Coull 1998)."""
    smoothed = (share * draws + 2) / (draws + 4)
    return np.asarray(np.sqrt(smoothed * (1 - smoothed) / (draws + 4)), dtype=np.float64)
