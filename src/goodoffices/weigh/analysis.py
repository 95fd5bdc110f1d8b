"""Everything that is asked of a model, in one go; what cannot be computed is said and stops nothing else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .beside import Beside, look_beside
from .doubt import Chances, Questions, efficiency, next_questions, regrets, sign_chances
from .doubt.chances import ALL, candidates
from .errors import FrontTooLarge, WeighError
from .frontier import Frontier, frontier
from .leading import CONCEPTS, Lead, Pool, percentiles
from .model import Draws, Model, draw
from .problem import Problem
from .solutions import Solution, solve
from .zone import Zone, find_zone

__all__ = ["Analysis", "analyse", "analysing"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
T = TypeVar("T")

_FRONT = 20_000  # packages of an exact front; beyond, a coarser one is taken
_COARSER = (0.05, 0.2)  # of each party's range
_COUNTED = 2_000_000_000  # packages x parties x draws: about five seconds
_ASKED = 500_000  # unknown numbers x draws: about two seconds
_FEWEST = 1000  # draws that a ranking of questions takes


@dataclass(frozen=True, eq=False)
class Analysis:
    """All that was found.

    Attributes:
        model: The model.
        problem: The deal by the centres of its numbers.
        certain: True where every number is known, so that each probability is 0 or 1.
        draws: How many draws the probabilities took.
        seed: Of the chance.
        zone: Whether there is a deal.
        front: The packages that no other beats, exact or to its `epsilon`.
        solutions: Concept -> solution.
        chances: How likely packages are to be signed.
        every: True where every package that may be signed was looked at.
        acceptable: How many of those looked at give every signer at least no deal, by the centres.
        walk_away: ``(parties, 3)``, what no deal is worth: the 5th, 50th and 95th percentile; NaN where nothing says.
        leads: The packages spoken of at length, the one to look at first first; empty where nothing may be signed.
        pool: The packages that regret and efficiency were compared over.
        questions: What to find out next.
        beside: What the model carries beside packages, asked of the first of `leads`.
        missing: Part -> why it could not be computed, or what was done instead.
    """

    model: Model
    problem: Problem
    certain: bool
    draws: int
    seed: int
    zone: Zone | None
    front: Frontier | None
    solutions: Mapping[str, Solution]
    chances: Chances | None
    every: bool
    acceptable: int
    walk_away: Floats
    leads: tuple[Lead, ...]
    pool: Pool
    questions: Questions | None
    beside: Beside
    missing: Mapping[str, str]

    @property
    def unstated(self) -> tuple[str, ...]:
        """Parties that must sign and do not say what no deal is worth to them: they are taken to sign anything."""
        rows = zip(self.problem.parties, self.problem.reservation, self.problem.signs, strict=True)
        return tuple(name for name, value, signs in rows if signs and np.isnan(value))


def analyse(model: Model, *, draws: int = 10_000, seed: int = 0, asked: Indices | None = None) -> Analysis:
    """Run everything on a model; see `analysing`."""
    work = analysing(model, draws=draws, seed=seed, asked=asked)
    while True:
        try:
            next(work)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]  # typeshed has StopIteration.value as Any


def analysing(
    model: Model, *, draws: int = 10_000, seed: int = 0, asked: Indices | None = None
) -> Generator[str, None, Analysis]:
    """Run everything on a model, and say before each part what comes.

    Args:
        model: A described model.
        draws: How many draws the probabilities take; one is enough, and taken, where every number is known.
        seed: Of the chance.
        asked: ``(issues,)``, a package that is to be among those spoken of.

    Yields:
        What is being done.

    Returns:
        The analysis.

    Raises:
        ModelError: If the model contradicts itself.
    """
    work = _Work()
    yield "drawing what is not known"
    drawn = draw(model, draws, np.random.default_rng(seed))
    if not drawn.uncertain:
        drawn = draw(model, 1, np.random.default_rng(seed))
    problem = drawn.problem
    yield "is there a deal"
    zone = work.tried("zone", lambda: find_zone(problem))
    yield "the front"
    front = work.front(problem)
    yield "the solutions"
    found = ((each, work.tried(each, lambda each=each: solve(problem, each, front=front))) for each in CONCEPTS)  # type: ignore[misc]  # mypy takes a default for an argument that it must infer
    solutions = {each: solution for each, solution in found if solution is not None}
    yield "how likely all sign"
    looked_at, every = work.looked_at(drawn, front)
    chances = work.tried("chances", lambda: sign_chances(drawn, looked_at)) if len(looked_at) else None
    yield "how far packages may fall short"
    named = _named(zone, solutions, asked)
    pool = Pool.of(model, drawn, named, front, chances)
    if len(pool.packages):
        pool = pool.compared(
            work.tried("regret", lambda: regrets(drawn, pool.packages)),
            work.tried("efficiency", lambda: efficiency(model, pool.packages)),
        )
    yield "what to find out next"
    questions = work.questions(model, drawn, front, seed)
    yield "who makes what of it"
    leads = pool.leads(named, seed=seed)
    yield "who stands where, and will it hold"
    first = np.array(leads[0].package, dtype=np.intp) if leads else None
    beside = look_beside(model, first, zone, work.missing, draws=drawn.count, seed=seed)
    return Analysis(
        model=model,
        problem=problem,
        certain=not drawn.uncertain,
        draws=drawn.count,
        seed=seed,
        zone=zone,
        front=front,
        solutions=solutions,
        chances=chances,
        every=every,
        acceptable=_acceptable(problem, looked_at),
        walk_away=percentiles(np.broadcast_to(drawn.reservation, (drawn.count, len(model.parties))).T),
        leads=leads,
        pool=pool,
        questions=questions,
        beside=beside,
        missing=work.missing,
    )


@dataclass
class _Work:
    """Runs the parts, and keeps why one could not be done."""

    missing: dict[str, str] = field(default_factory=dict)

    def tried(self, part: str, work: Callable[[], T]) -> T | None:
        """Do a part; where the deal does not allow it, keep the reason."""
        try:
            return work()
        except WeighError as error:
            self.missing[part] = str(error)
            return None

    def front(self, problem: Problem) -> Frontier | None:
        """The exact front where it is small enough, else one that is coarser by as little as it takes."""
        try:
            with contextlib.suppress(FrontTooLarge):
                return frontier(problem, budget=_FRONT)
        except WeighError as error:
            self.missing["front"] = str(error)
            return None
        for epsilon in _COARSER:
            with contextlib.suppress(FrontTooLarge):
                return frontier(problem, budget=_FRONT, epsilon=epsilon)
        self.missing["front"] = f"there are more than {_FRONT:,}, and no coarser front is smaller"
        return None

    def looked_at(self, drawn: Draws, front: Frontier | None) -> tuple[Indices, bool]:
        """The packages whose probability is estimated, and whether these are all that may be signed."""
        problem = drawn.problem
        if problem.size <= ALL and problem.size * drawn.count * len(problem.parties) <= _COUNTED:
            every = self.tried("chances", lambda: candidates(problem)[0])
            return (np.zeros((0, len(problem.issues)), dtype=np.intp), True) if every is None else (every, True)
        if front is None:
            return np.zeros((0, len(problem.issues)), dtype=np.intp), False
        most = max(1, _COUNTED // (drawn.count * len(problem.parties)))
        return front.packages[:: -(-len(front) // most)], False

    def questions(self, model: Model, drawn: Draws, front: Frontier | None, seed: int) -> Questions | None:
        """What to find out next, over all packages or the exact front, with as many draws as that leaves time for."""
        if not drawn.uncertain:
            return None
        problem = drawn.problem
        exact = len(front) if front is not None and not front.epsilon else 0
        count = problem.size if problem.size <= ALL else exact
        draws = min(drawn.count, _COUNTED // (count * len(problem.parties))) if count else 0
        draws = min(draws, max(_FEWEST, _ASKED // len(drawn.uncertain)))
        if draws < min(_FEWEST, drawn.count):
            self.missing["questions"] = "there are too many packages to rank what is not known"
            return None
        fewer = drawn if draws == drawn.count else draw(model, draws, np.random.default_rng(seed))
        return self.tried("questions", lambda: next_questions(fewer, seed=seed))


def _named(zone: Zone | None, solutions: Mapping[str, Solution], asked: Indices | None) -> list[tuple[str, Indices]]:
    """The packages that have a name: what they are, and their options."""
    found = [] if asked is None else [("asked", asked)]
    found += [(each, np.asarray(solution.package, dtype=np.intp)) for each, solution in solutions.items()]
    if zone is not None and not zone.exists and zone.concessions:
        found.append(("concession", zone.concessions[0].package))
    return found


def _acceptable(problem: Problem, packages: Indices) -> int:
    """How many packages give every party that must sign at least no deal, by the centres."""
    if not len(packages):
        return 0
    least = np.where(problem.signs & ~np.isnan(problem.reservation), problem.reservation, -np.inf)
    room = 1e-9 * np.maximum(1.0, np.abs(np.nan_to_num(problem.reservation)))
    return int((problem.utilities(packages) >= least - room).all(axis=1).sum())
