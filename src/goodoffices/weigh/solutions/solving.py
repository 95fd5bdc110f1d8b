"""One package that a bargaining solution names, with the proof that no other does better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..errors import FrontTooLarge, NoPackage, WeighError
from ..frontier import Frontier, frontier
from ..frontier.front import problem_of
from ..frontier.raster import Raster, raster_of
from ..frontier.search import Parts, parts_of
from ..frontier.sieve import Sieve
from ..problem import Problem
from .aims import Aim, Hope, floors_of
from .bargain import Bargain, bargain_of
from .certified import best_package
from .concepts import Concept, best_row, no_solution, value_of
from .programs import Program
from .slices import slice_with_best

if TYPE_CHECKING:
    from ..model import Model

__all__ = ["Solution", "solve"]

Floats = NDArray[np.float64]

_FRONT = 20_000  # a front up to this size is looked through whole
_TRIED = 10**9  # packages: with more, and more parties than two, a front of that size is not even tried
_HOPES = 30_000  # the same, near what one party can hope for
_SLICE = 500_000  # partial packages near the solution; past it an integer program is asked


@dataclass(frozen=True, eq=False)
class Solution:
    """The package that a bargaining solution names.

    Attributes:
        concept: "nash", "kalai-smorodinsky", "egalitarian" or "utilitarian".
        utilities: ``(parties,)``, in the scale of the deal.
        package: The option index of each issue.
        value: What the concept makes as large as it can: the product of gains, the least share of what each could
            hope for, the least gain, or the sum of utilities; of the parties that bargain.
        bound: No package has a larger value.
        gap: ``(bound - value) / |value|``; 0.0 where the answer is exact.
        disagreement: ``(parties,)``, each party's utility without a deal.
        disagreement_from: For each party "given", "reservation value" or "worst outcome".
        ideal: ``(parties,)``, the most each can have of a package that gives every bargaining party at least its
            point of disagreement (of any package, where none does); NaN where it was not needed, and for parties that
            do not bargain.
        individually_rational: Whether every bargaining party has at least its point of disagreement.
    """

    concept: str
    utilities: Floats
    package: tuple[int, ...]
    value: float
    bound: float
    gap: float
    disagreement: Floats
    disagreement_from: tuple[str, ...]
    ideal: Floats
    individually_rational: bool


def solve(
    model: Problem | Model,
    concept: str,
    *,
    disagreement: Sequence[float] | Floats | None = None,
    time_limit_s: float = 60.0,
    front: Frontier | None = None,
) -> Solution:
    """Find the package that a bargaining solution names.

    The parties that must sign bargain (all, where none must). The point of disagreement is what is passed; else the
    reservation value; else what the party's worst package that keeps the rules gives it.

    Args:
        model: A deal; where its numbers are uncertain, their central values count.
        concept: "nash", "kalai-smorodinsky", "egalitarian" or "utilitarian".
        disagreement: For each party its utility without a deal, NaN for what the model says.
        time_limit_s: When an integer program stops with the gap reached, seconds.
        front: The deal's exact front, where it is known already.

    Returns:
        The solution; no package is better for one party and as good for all others.

    Raises:
        NoPackage: Where no package keeps every rule; or where none gives every bargaining party its point of
            disagreement, so that Nash's solution does not exist; nor Kalai and Smorodinsky's, unless each can reach
            its own by some package.
        WeighError: Where no package was found in time.
        ValueError: For another concept, or a disagreement that is not one number a party.
    """
    kinds = {each.value: each for each in Concept}
    if concept not in kinds:
        msg = f"concept must be one of {', '.join(map(repr, kinds))}, not {concept!r}"
        raise ValueError(msg)
    problem = problem_of(model)
    program = Program(problem)
    known = front if front is not None and not front.epsilon else _small_front(problem)
    bargain = bargain_of(problem, disagreement, program)
    if known is not None:
        return _from_front(kinds[concept], bargain, known)
    return _without_front(kinds[concept], bargain, program, time_limit_s)


def _small_front(problem: Problem) -> Frontier | None:
    """The front, where it is small."""
    if problem.size > _TRIED and len(problem.parties) > 2:  # noqa: PLR2004 (a plane's front grows slowly)
        return None
    try:
        return frontier(problem, budget=_FRONT)
    except FrontTooLarge:
        return None


def _from_front(concept: Concept, bargain: Bargain, front: Frontier) -> Solution:
    """Look through the whole front."""
    fine = bargain.rational(front.utilities)
    best = front.utilities[fine if fine.any() else slice(None)][:, bargain.who].max(axis=0)
    hopes = _hopes(bargain, best)
    row = best_row(concept, bargain, front.utilities, hopes)
    value = float(value_of(concept, bargain, front.utilities[row : row + 1], hopes)[0])
    return _solution(concept, bargain, front.packages[row], best, (value, value))


def _without_front(concept: Concept, bargain: Bargain, program: Program, time_limit_s: float) -> Solution:
    """Search only where the solution can be, or ask an integer program."""
    raster = raster_of(bargain.problem)
    try:
        parts = parts_of(raster, Sieve(raster, _SLICE, 0.0, 1))
    except FrontTooLarge:
        parts = None
    best, short = np.full(len(bargain.who), np.nan), False
    if concept in (Concept.NASH, Concept.KALAI_SMORODINSKY):
        try:
            best = np.array(
                [
                    _hope(parts, raster, bargain, int(party), program=program, limit_s=time_limit_s)
                    for party in bargain.who
                ]
            )
        except NoPackage:
            best = np.array([program.extreme(int(party), highest=True) for party in bargain.who])
            if concept is Concept.NASH or not (_hopes(bargain, best) > 0).all():
                raise no_solution(concept, bargain) from None
            short = True
    hopes = _hopes(bargain, best)
    aim = Aim(concept, bargain, hopes) if short else _aim(concept, bargain, hopes)
    at, _ = aim.relaxed(program)
    try:
        if parts is None:
            raise FrontTooLarge
        found = slice_with_best(raster, parts, aim, at, _SLICE)
    except FrontTooLarge:
        return _from_program(aim, concept, program, at, (bargain, best), limit_s=time_limit_s)
    if not len(found):
        raise _no_product(bargain)
    packages = raster.code.packages(found.code)
    utilities = bargain.problem.utilities(packages)
    row = best_row(concept, bargain, utilities, hopes)
    value = float(value_of(concept, bargain, utilities[row : row + 1], hopes)[0])
    return _solution(concept, bargain, packages[row], best, (value, value))


def _aim(concept: Concept, bargain: Bargain, hopes: Floats) -> Aim:
    """The score that stands for a concept; where no one can gain, no package is better than another."""
    if concept not in (Concept.NASH, Concept.KALAI_SMORODINSKY):
        return Aim(concept, bargain, hopes)
    if not (hopes > 0).any():
        return Aim(Concept.EGALITARIAN, bargain, hopes)
    return Aim(concept, bargain, hopes).among(hopes > 0)


def _from_program(
    aim: Aim, concept: Concept, program: Program, at: Floats, known: tuple[Bargain, Floats], *, limit_s: float
) -> Solution:
    """Ask an integer program, and say how far its answer may be from the best."""
    bargain, best = known
    found = best_package(program, aim, at, limit_s)
    if aim.concept is Concept.NASH and not np.isfinite(found.score):
        raise _no_product(bargain)
    utilities = bargain.problem.utilities(found.package[None])
    value = float(value_of(concept, bargain, utilities, _hopes(bargain, best))[0])
    gap = np.expm1(found.bound - found.score) * value if aim.concept is Concept.NASH else found.bound - found.score
    return _solution(concept, bargain, found.package, best, (value, value + float(gap)))


def _hope(
    parts: Parts | None, raster: Raster, bargain: Bargain, party: int, *, program: Program, limit_s: float
) -> float:
    """The most that a party can have of a package that gives all who bargain at least no deal.

    Raises:
        NoPackage: Where there is no such package.
    """
    if parts is not None and not len(raster.most):
        lows = raster.low + raster.grid.unit * np.sum([part.worth.min(axis=0) for part in parts.points], axis=0)
        if (bargain.gains(lows[None]) >= -bargain.room).all():  # whatever is signed, no one is below no deal
            high = sum(float(part.worth[:, party].max()) for part in parts.points)
            return float(raster.low[party] + raster.grid.unit[party] * high)
    if parts is not None:
        hope = Hope(bargain, party)
        try:
            found = slice_with_best(raster, parts, hope, hope.relaxed(program), _HOPES)
        except FrontTooLarge:  # many packages alike: then an integer program is quick
            pass
        else:
            if not len(found):
                msg = "no package gives every bargaining party its point of disagreement"
                raise NoPackage(msg)
            return float(raster.utilities(found.worth)[:, party].max())
    return program.extreme(party, highest=True, rows=floors_of(bargain), time_limit_s=limit_s)


def _hopes(bargain: Bargain, best: Floats) -> Floats:
    """What each bargaining party can gain at most; 0 where that is rounding or not known."""
    gains = best - bargain.disagreement[bargain.who]
    return np.where(gains > bargain.room, gains, 0.0)


def _solution(
    concept: Concept, bargain: Bargain, package: NDArray[np.intp], best: Floats, values: tuple[float, float]
) -> Solution:
    """Put the answer together."""
    utilities = bargain.problem.utilities(package[None])[0]
    ideal = np.full(len(utilities), np.nan)
    ideal[bargain.who] = best
    value, bound = values[0], max(values)
    return Solution(
        concept=concept.value,
        utilities=utilities,
        package=tuple(int(option) for option in package),
        value=value,
        bound=bound,
        gap=(bound - value) / max(abs(value), 1e-300) if bound > value else 0.0,
        disagreement=bargain.disagreement,
        disagreement_from=tuple(source.value for source in bargain.sources),
        ideal=ideal,
        individually_rational=bool(bargain.rational(utilities[None])[0]),
    )


def _no_product(bargain: Bargain) -> WeighError:
    """Say that Nash's product is 0 whatever is signed, in a deal too large to look through."""
    who = ", ".join(repr(bargain.problem.parties[party]) for party in bargain.who)
    return WeighError(
        f"no package gives each of {who} more than its point of disagreement, so every product of gains is 0; "
        "pass a lower disagreement=, or ask for the egalitarian solution"
    )
