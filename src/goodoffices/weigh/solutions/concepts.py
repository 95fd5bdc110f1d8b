"""The four solutions, each by its published definition, over a list of packages.

Nash (1950): the greatest product of gains over the point of disagreement. Kalai and Smorodinsky (1975): the greatest
equal share of what each could hope for. Egalitarian (Kalai 1977): the greatest equal gain. Utilitarian (Thomson
1981): the greatest sum. Where packages are separate points and not every share can be equal, the second and third
take the package whose least share is greatest, then whose second least is, and so on (leximin: Imai 1983).
"""

from __future__ import annotations

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from ..errors import NoPackage
from .bargain import Bargain

__all__ = ["Concept", "best_row", "shares", "value_of"]

Floats = NDArray[np.float64]

_EQUAL = 1e-12  # shares closer than this are equal


class Concept(Enum):
    """What makes a package the solution."""

    NASH = "nash"
    KALAI_SMORODINSKY = "kalai-smorodinsky"
    EGALITARIAN = "egalitarian"
    UTILITARIAN = "utilitarian"


def shares(concept: Concept, gains: Floats, hopes: Floats) -> Floats:
    """What each bargaining party's gain counts for; ``(packages, parties that can gain)``.

    Args:
        concept: The solution.
        gains: ``(packages, bargaining parties)``, over no deal.
        hopes: ``(bargaining parties,)``, each one's greatest gain among packages that give all at least no deal.
    """
    if concept is not Concept.KALAI_SMORODINSKY:
        return gains
    able = hopes > 0
    return gains[:, able] / hopes[able]


def value_of(concept: Concept, bargain: Bargain, utilities: Floats, hopes: Floats) -> Floats:
    """What a concept makes as large as it can; ``(packages,)``.

    The sum of utilities, the least gain, the least share of what was hoped for (1 where no one can gain), or the
    product of gains.
    """
    gains = bargain.gains(utilities)
    if concept is Concept.UTILITARIAN:
        return np.asarray(utilities[:, bargain.who].sum(axis=1))
    if concept is Concept.NASH:
        return np.asarray(np.maximum(gains, 0.0).prod(axis=1))
    shared = shares(concept, gains, hopes)
    return np.asarray(shared.min(axis=1)) if shared.shape[1] else np.ones(len(utilities))


def best_row(concept: Concept, bargain: Bargain, utilities: Floats, hopes: Floats) -> int:
    """Find the solution among packages.

    Args:
        concept: The solution.
        bargain: Who bargains and from where.
        utilities: ``(packages, parties)``; no package of the deal is better for all than each of these.
        hopes: ``(bargaining parties,)``, see `shares`; where no package gives all at least no deal, over all packages.

    Returns:
        The row; of packages that the concept holds equal the one whose least gain is greatest, and so on, then the
        first.

    Raises:
        NoPackage: Where Nash's or Kalai and Smorodinsky's solution does not exist.
    """
    rows = np.arange(len(utilities))
    if concept in (Concept.NASH, Concept.KALAI_SMORODINSKY):
        rational = rows[bargain.rational(utilities)]
        if not len(rational) and (concept is Concept.NASH or not (hopes > 0).all()):
            raise no_solution(concept, bargain)
        rows = rational if len(rational) else rows
    gains = bargain.gains(utilities)
    if concept is Concept.UTILITARIAN:
        sums = utilities[:, bargain.who].sum(axis=1)
        rows = _highest(rows, sums, _EQUAL * float(bargain.scale[bargain.who].sum()))
    elif concept is Concept.NASH:
        rows = _nash(rows, gains, bargain.room)
    elif concept is Concept.KALAI_SMORODINSKY:
        rows = _leximin(rows, shares(concept, gains, hopes), _EQUAL)
    room = float(bargain.room.max(initial=0.0))
    return int(_leximin(rows, gains, room)[0])


def _nash(rows: NDArray[np.intp], gains: Floats, room: Floats) -> NDArray[np.intp]:
    """The greatest product; where it is 0 whatever is signed, as many gainers as can be, then their product.

    That is how the product is read where it can only be 0 (Caragiannis and others 2019).
    """
    gaining = (gains > room)[rows]
    rows = rows[gaining.sum(axis=1) == gaining.sum(axis=1).max()]
    positive = np.where(gains[rows] > room, gains[rows], 1.0)
    return _highest(rows, np.log(positive).sum(axis=1), _EQUAL, of=False)


def _leximin(rows: NDArray[np.intp], shared: Floats, room: float) -> NDArray[np.intp]:
    """The rows whose least share is greatest, then second least, and so on."""
    ranked = np.sort(shared, axis=1)
    for column in ranked.T:
        rows = _highest(rows, column, room)
    return rows


def _highest(rows: NDArray[np.intp], values: Floats, room: float, *, of: bool = True) -> NDArray[np.intp]:
    """The rows whose value is the greatest, to rounding; values are one for each package, or (``of=False``) a row."""
    mine = values[rows] if of else values
    return np.asarray(rows[mine >= mine.max() - room])


def no_solution(concept: Concept, bargain: Bargain) -> NoPackage:
    """Say that no package gives every bargaining party what no deal gives it."""
    who = ", ".join(repr(bargain.problem.parties[party]) for party in bargain.who)
    return NoPackage(
        f"there is no {concept.value} solution: no package gives each of {who} at least its point of disagreement; "
        "pass disagreement=, or ask for the egalitarian solution, which falls least short"
    )
