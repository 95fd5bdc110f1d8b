"""Is there a deal? The zone of possible agreement; if it is empty: why, who blocks, and what least would open it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Model, as_problem
from goodoffices.weigh.problem import Problem
from goodoffices.weigh.solutions.programs import Row

from .clashes import clashes, corrections
from .demands import Demand, Demands

__all__ = ["Concession", "Lowered", "Zone", "find_zone"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
_MOST_PARTIES = 12


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """How far one party's threshold would have to come down.

    Attributes:
        party: Whose.
        by: In its own utility.
        share: The same as a share of the way from its worst to its best package.
    """

    party: str
    by: float
    share: float


@dataclass(frozen=True, eq=False)
class Concession:
    """A least change that would open a deal.

    Attributes:
        words: In words.
        gives: The demands that are given up altogether.
        lowers: The thresholds that come down, and how far.
        package: A package that then is possible, ``(issues,)``.
    """

    words: str
    gives: tuple[Demand, ...]
    lowers: tuple[Lowered, ...]
    package: Indices


@dataclass(frozen=True, eq=False)
class Zone:
    """Whether there is a deal, and why not.

    Attributes:
        exists: True where a package meets every mandate, rule and threshold.
        package: Such a package, ``(issues,)``: the one whose least gain over the thresholds is greatest, as shares of
            each party's span; None where there is none.
        demands: All that is asked.
        clashes: The smallest sets of demands that cannot hold together.
        blockers: The smallest sets of parties without whose demands the rest could agree; empty where the rules of the
            world alone leave no package.
        concessions: The least that would open a deal, the smallest first.
        unstated: Parties that must sign and state no threshold: they are taken to sign anything.
    """

    exists: bool
    package: Indices | None
    demands: tuple[Demand, ...]
    clashes: tuple[tuple[Demand, ...], ...]
    blockers: tuple[tuple[str, ...], ...]
    concessions: tuple[Concession, ...]
    unstated: tuple[str, ...]


def find_zone(model: Model | Problem, *, time_limit_s: float = 20.0) -> Zone:
    """Find out whether all that must sign could sign one package.

    Args:
        model: A model (uncertain numbers by their centres) or a deal; of any size.
        time_limit_s: For each question to the solver, seconds.

    Returns:
        The zone. Where it is empty: why, who blocks, and the least concessions.

    Raises:
        ModelError: If the model contradicts itself.
    """
    problem = as_problem(model)
    demands = Demands(problem, time_limit_s=time_limit_s)
    every = frozenset(range(len(demands.all)))
    package = demands.meeting(every)
    unstated = tuple(
        name
        for name, value, signs in zip(problem.parties, problem.reservation, problem.signs, strict=True)
        if signs and np.isnan(value)
    )
    if package is not None:
        return Zone(True, _fairest(demands, every, package), demands.all, (), (), (), unstated)  # noqa: FBT003  its name is `exists`
    sets = tuple(tuple(demands.all[n] for n in sorted(each)) for each in clashes(demands))
    return Zone(False, None, demands.all, sets, _blockers(demands), _concessions(demands), unstated)  # noqa: FBT003  as above


def _spans(problem: Problem) -> Floats:
    """``(parties,)``, how far each party's utilities can lie apart, rules aside."""
    spans = np.sum([np.ptp(table.values.reshape(-1, len(problem.parties)), axis=0) for table in problem.tables], axis=0)
    return np.where(spans > 0, spans, 1.0)


def _fairest(demands: Demands, every: frozenset[int], package: Indices) -> Indices:
    """Raise the least gain over a threshold as far as it goes."""
    problem, own = demands.problem, np.ones(1)
    spans = _spans(problem)
    bound = np.flatnonzero(problem.signs & ~np.isnan(problem.reservation))
    rows = tuple(
        Row(np.eye(len(problem.parties))[n] / spans[n], -np.ones(1), float(problem.reservation[n] / spans[n]))
        for n in bound
    )
    if not rows:
        return package
    best = demands.best(every, np.zeros(len(problem.parties)), rows, own)
    return package if best is None else best


def _blockers(demands: Demands) -> tuple[tuple[str, ...], ...]:
    parties = tuple(dict.fromkeys(each.party for each in demands.all if each.party is not None))
    found: list[tuple[str, ...]] = []
    for size in range(1, min(len(parties), _MOST_PARTIES) + 1):
        for group in itertools.combinations(parties, size):
            rest = [n for n, each in enumerate(demands.all) if each.party not in group]
            if not any(set(each) <= set(group) for each in found) and demands.meeting(rest) is not None:
                found.append(group)
        if found:
            break
    return tuple(found)


def _concessions(demands: Demands) -> tuple[Concession, ...]:
    found = [_giving(demands, each) for each in corrections(demands)]
    shared = _shared(demands)
    return tuple(sorted((each for each in (*found, shared) if each is not None), key=_size))


def _size(concession: Concession) -> tuple[int, float]:
    return len(concession.gives), sum(each.share for each in concession.lowers)


def _giving(demands: Demands, dropped: frozenset[int]) -> Concession | None:
    """Give up some demands: mandates altogether, thresholds no further than needed."""
    problem, spans = demands.problem, _spans(demands.problem)
    kept = frozenset(range(len(demands.all))) - dropped
    lowered = [demands.all[n].key for n in sorted(dropped) if demands.all[n].kind == "threshold"]
    places = [problem.parties.index(name) for name in lowered]
    rows = [
        Row(np.eye(len(problem.parties))[p] / spans[p], own, problem.reservation[p] / spans[p])
        for p, own in zip(places, np.eye(len(places)), strict=True)
    ]
    rows += [Row(np.zeros(len(problem.parties)), own, 0.0) for own in np.eye(len(places))]
    package = demands.best(kept, np.zeros(len(problem.parties)), tuple(rows), -np.ones(len(places)))
    return (
        None
        if package is None
        else _concession(
            demands, package, tuple(demands.all[n] for n in sorted(dropped) if demands.all[n].kind != "threshold")
        )
    )


def _shared(demands: Demands) -> Concession | None:
    """Lower thresholds alone, so that the greatest share that anyone gives is least."""
    problem, spans = demands.problem, _spans(demands.problem)
    bound = np.flatnonzero(problem.signs & ~np.isnan(problem.reservation))
    rows = [
        Row(np.eye(len(problem.parties))[n] / spans[n], np.ones(1), float(problem.reservation[n] / spans[n]))
        for n in bound
    ]
    kept = [n for n, each in enumerate(demands.all) if each.kind != "threshold"]
    if len(bound) < 2:  # noqa: PLR2004  one alone shares with nobody
        return None
    package = demands.best(kept, np.zeros(len(problem.parties)), tuple(rows), -np.ones(1))
    return None if package is None else _concession(demands, package, ())


def _concession(demands: Demands, package: Indices, gives: tuple[Demand, ...]) -> Concession:
    problem, spans = demands.problem, _spans(demands.problem)
    short = problem.reservation - problem.utilities(package[None])[0]
    lowers = tuple(
        Lowered(party=name, by=round(float(short[n]), 9), share=round(float(short[n] / spans[n]), 9))
        for n, name in enumerate(problem.parties)
        if problem.signs[n] and short[n] > 1e-9 * max(1.0, abs(problem.reservation[n]))
    )
    said = [f"give up: {each.words}" for each in gives]
    said += [f"{each.party} settles for {each.by:g} less ({each.share:.0%} of its span)" for each in lowers]
    return Concession("; ".join(said), gives, lowers, package)
