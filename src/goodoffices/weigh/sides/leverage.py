"""Pressure and temptation: what outside leverage does to the walk-away, and whether keeping a deal pays."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError
from goodoffices.weigh.problem import Problem

__all__ = ["Balance", "Breach", "Pressure", "balances", "under_pressure"]

Indices = NDArray[np.intp]


class Pressure(msgspec.Struct, frozen=True, kw_only=True):
    """Leverage tied to behaviour: what somebody outside does to a party for as long as it behaves in some way.

    Attributes:
        words: What is done.
        by: Who does it.
        on: The party that it bears on.
        while_: The behaviour that keeps it in force, in words.
        costs: By how much it lowers what no deal is worth to that party, in its own utility; below 0 where it helps.
        in_force: False for what is only threatened, or lifted.
    """

    words: str
    by: str
    on: str
    while_: str
    costs: float
    in_force: bool = True


class Breach(msgspec.Struct, frozen=True, kw_only=True):
    """What breaking the deal would mean for a party.

    Attributes:
        party: Who might break it.
        gain: What it would gain by breaking, if nobody noticed, over keeping the deal; in its own utility.
        detection: Probability in [0, 1] that it would be seen and attributed.
        penalty: What it would lose if it were: incentives withdrawn, sanctions back.
    """

    party: str
    gain: float
    detection: float
    penalty: float


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """Incentives against costs, for one party and one package.

    Attributes:
        party: Who.
        keeps: What keeping the deal is worth to it.
        breaks: What breaking it is expected to be worth.
        walks: What no deal is worth to it; None where it is not given.
        verdict: "keeps" where keeping is worth most, else "breaks" or "walks away"; of equals the first.
        penalty_needed: The least penalty at which keeping is worth as much as breaking; None where nothing is seen.
        detection_needed: The least probability of being seen that does; None where even certainty is not enough.
    """

    party: str
    keeps: float
    breaks: float
    walks: float | None
    verdict: str
    penalty_needed: float | None
    detection_needed: float | None


def under_pressure(problem: Problem, pressures: tuple[Pressure, ...]) -> Problem:
    """The deal as it is while leverage is in force: walk-aways lowered by what it costs.

    Args:
        problem: The deal with the walk-aways as they would be without.
        pressures: What bears on whom; those not in force change nothing.

    Raises:
        WeighError: Where one names no party of the deal, or a party that states no walk-away.
    """
    reservation = problem.reservation.copy()
    for pressure in pressures:
        if pressure.on not in problem.parties:
            msg = f"{pressure.words!r} bears on {pressure.on!r}, which is no party: {', '.join(problem.parties)}"
            raise WeighError(msg)
        place = problem.parties.index(pressure.on)
        if np.isnan(reservation[place]):
            msg = f"{pressure.words!r} lowers the walk-away of {pressure.on!r}, which states none: give it one"
            raise WeighError(msg)
        reservation[place] -= pressure.costs if pressure.in_force else 0.0
    return replace(problem, reservation=reservation)


def balances(problem: Problem, package: Indices, breaches: tuple[Breach, ...]) -> tuple[Balance, ...]:
    """Say for each party that might break a package whether it pays to keep it.

    Source: deterrence as expected utility, Becker, "Crime and punishment", *Journal of Political Economy* 76 (1968): it
    pays to break where the gain is more than the penalty times the probability of being seen.

    Args:
        problem: The deal.
        package: ``(issues,)``, option indices.
        breaches: What breaking would mean.

    Raises:
        WeighError: Where a party is not there or a probability is not in [0, 1].
    """
    worth = problem.utilities(package[None])[0]
    return tuple(_balance(problem, worth, breach) for breach in breaches)


def _balance(problem: Problem, worth: NDArray[np.float64], breach: Breach) -> Balance:
    if breach.party not in problem.parties or not 0 <= breach.detection <= 1:
        msg = f"{breach!r} cannot be: name a party of the deal, and a probability in [0, 1]"
        raise WeighError(msg)
    place = problem.parties.index(breach.party)
    keeps = float(worth[place])
    breaks = keeps + breach.gain - breach.detection * breach.penalty
    known = not np.isnan(problem.reservation[place])
    walks = float(problem.reservation[place]) if known else None
    options = {"keeps": keeps, "breaks": breaks} | ({} if walks is None else {"walks away": walks})
    gain = max(breach.gain, 0.0)
    return Balance(
        party=breach.party,
        keeps=keeps,
        breaks=breaks,
        walks=walks,
        verdict=max(options, key=lambda name: options[name]),
        penalty_needed=gain / breach.detection if breach.detection > 0 else (0.0 if gain == 0 else None),
        detection_needed=0.0 if gain == 0 else gain / breach.penalty if breach.penalty >= gain else None,
    )
