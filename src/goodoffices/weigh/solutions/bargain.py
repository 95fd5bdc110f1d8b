"""What a solution is reckoned from: who bargains, and what each has without a deal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..errors import NoPackage
from ..problem import Problem

if TYPE_CHECKING:
    from .programs import Program

__all__ = ["Bargain", "DisagreementFrom", "bargain_of"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_TOLERANCE = 1e-12  # a party at its point of disagreement signs, whatever the rounding


class DisagreementFrom(Enum):
    """Where a party's point of disagreement was taken from."""

    GIVEN = "given"
    RESERVATION = "reservation value"
    WORST = "worst outcome"


@dataclass(frozen=True, eq=False)
class Bargain:
    """Who bargains over a deal, and from where.

    Attributes:
        problem: The deal.
        who: Indices of the parties that bargain: those that must sign, or all where none must.
        disagreement: ``(parties,)``, utilities without a deal.
        sources: For each party where that number comes from.
        scale: ``(parties,)``, how large its utilities are, for telling rounding from difference; positive.
    """

    problem: Problem
    who: Indices
    disagreement: Floats
    sources: tuple[DisagreementFrom, ...]
    scale: Floats

    @property
    def room(self) -> Floats:
        """Differences below this are rounding; ``(bargaining parties,)``."""
        return _TOLERANCE * self.scale[self.who]

    def gains(self, utilities: Floats) -> Floats:
        """What each bargaining party has over no deal; ``(packages, bargaining parties)``."""
        return utilities[:, self.who] - self.disagreement[self.who]

    def rational(self, utilities: Floats) -> NDArray[np.bool_]:
        """Which packages give every bargaining party at least what no deal gives it."""
        return np.asarray((self.gains(utilities) >= -self.room).all(axis=1))


def bargain_of(problem: Problem, given: Sequence[float] | Floats | None, program: Program) -> Bargain:
    """Set down who bargains and from where.

    Args:
        problem: A deal.
        given: For each party its utility without a deal, NaN where it is not given; or None.
        program: The deal as an integer program, for worst outcomes under rules that link issues.

    Raises:
        ValueError: Where ``given`` is not one number a party.
        NoPackage: Where no package keeps every rule.
    """
    count = len(problem.parties)
    wanted = np.full(count, np.nan) if given is None else np.asarray(given, dtype=np.float64)
    if wanted.shape != (count,) or np.isinf(wanted).any():
        msg = f"disagreement must be one finite number for each of {count} parties, not {given!r}"
        raise ValueError(msg)
    point = np.where(np.isnan(wanted), problem.reservation, wanted)
    sources = [DisagreementFrom.RESERVATION if without else DisagreementFrom.GIVEN for without in np.isnan(wanted)]
    for party in np.flatnonzero(np.isnan(point)):
        point[party], sources[party] = _worst(problem, int(party), program), DisagreementFrom.WORST
    who = np.flatnonzero(problem.signs) if problem.signs.any() else np.arange(count)
    return Bargain(problem, who, point, tuple(sources), _scale(problem, point))


def _worst(problem: Problem, party: int, program: Program) -> float:
    """The least that a package which keeps the rules gives a party."""
    if not problem.additive:
        return program.extreme(party, highest=False)
    worst = float(problem.base[party])
    for issue, options in enumerate(problem.options):
        free = np.ones(len(options), dtype=np.bool_)
        for rule in problem.rules:
            if rule.scope == (issue,):
                free &= rule.allowed
        if not free.any():
            msg = f"no option of {problem.issues[issue]!r} may be signed; loosen one of its rules"
            raise NoPackage(msg)
        rows = [table.values[:, party] for table in problem.tables if table.scope == (issue,)]
        worst += float(np.sum(rows, axis=0)[free].min()) if rows else 0.0
    return worst


def _scale(problem: Problem, point: Floats) -> Floats:
    """How large each party's utilities are."""
    sizes = [np.abs(table.values).reshape(-1, len(point)).max(axis=0) for table in problem.tables]
    return np.asarray(
        np.maximum(np.abs(point) + np.abs(problem.base) + np.sum([*sizes, np.zeros(len(point))], axis=0), 1e-300)
    )
