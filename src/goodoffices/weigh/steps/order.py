"""In which order? A sequence that nobody need fear, or the pair of steps that needs a guarantee.

At every point of the way somebody could stop. An order is safe where no party would then be worse off than its
walk-away by more than it bears. The idea of paired, incremental steps: Osgood, *An Alternative to War or Surrender*
(1962); commitment problems that only a guarantee mends: Walter, "The critical barrier to civil war settlement",
*International Organization* 51 (1997). The search is over sets of steps done, so that it covers every order.
"""

from __future__ import annotations

import itertools

import msgspec
import numpy as np

from .plan import Plan, Step, lay_out
from .search import Found, Group, search

__all__ = ["Guarantee", "Order", "Stage", "find_order"]


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of an order.

    Attributes:
        steps: Names of the steps done at that moment; two where they are paired.
        standing: Party -> what it has then, counted from the start.
        margin: Party -> how far above the least that it bears, were another to stop; None where no other could.
    """

    steps: tuple[str, ...]
    standing: dict[str, float]
    margin: dict[str, float | None]


class Guarantee(msgspec.Struct, frozen=True, kw_only=True):
    """What a third party would have to guarantee.

    Attributes:
        first: The step that exposes.
        second: The step that must follow, whatever happens.
        party: Whom it protects.
        short: By how much the party is too far down in between.
    """

    first: str
    second: str
    party: str
    short: float


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    Attributes:
        verdict: "safe" (no step needs another at the same moment), "safe with pairs", "needs guarantees", or "unknown"
            where there are too many orders to go through.
        stages: The order; with the guarantees in force where it needs them. Empty where it is unknown.
        pairs: The steps that must be done at one moment.
        guarantees: What has to be guaranteed, the fewest that do.
        proof: In words, why there is no order without: how many states were gone through.
    """

    verdict: str
    stages: tuple[Stage, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    proof: str = ""


def find_order(
    steps: tuple[Step, ...],
    *,
    walk_away: dict[str, float],
    tolerance: dict[str, float] | None = None,
    budget: int = 400_000,
) -> Order:
    """Find an order in which no party is ever too far below its walk-away.

    Args:
        steps: What is to be done, with what it is worth to each party.
        walk_away: Party -> what leaving is worth to it, from where it stands at the start.
        tolerance: Party -> how much worse than that it bears for a while.
        budget: How many states to go through; 400,000 take a few seconds to a minute.

    Returns:
        The order with the fewest pairs, and of those the one with the greatest least margin.

    Raises:
        WeighError: Where the steps cannot be laid out, or wait for each other in a circle.
    """
    plan = lay_out(steps, walk_away=walk_away, tolerance=tolerance)
    _refuse_circles(plan)
    alone = search(plan, (), budget=budget)
    if alone.groups:
        return _told(plan, alone, "safe")
    paired = search(plan, plan.pairs, budget=budget)
    if paired.groups:
        return _told(plan, paired, "safe with pairs")
    if not (alone.complete and paired.complete):
        return Order(verdict="unknown", proof=f"more than {budget:,} states: too many to go through")
    return _guaranteed(plan, paired.reached, budget)


def _refuse_circles(plan: Plan) -> None:
    from goodoffices.weigh.errors import WeighError  # noqa: PLC0415  beside its one use

    done = 0
    while True:
        ready = [n for n in range(len(plan.steps)) if not done >> n & 1 and plan.before[n] & ~done == 0]
        if not ready:
            break
        done |= sum(1 << n for n in ready)
    stuck = [step.name for n, step in enumerate(plan.steps) if not done >> n & 1]
    if stuck:
        msg = f"these steps wait for each other in a circle: {', '.join(map(repr, stuck))}"
        raise WeighError(msg)


def _guaranteed(plan: Plan, reached: int, budget: int) -> Order:
    proof = f"none of the orders is safe: every one was covered, in {reached:,} reachable states"
    bonds = _bonds(plan)
    for count in (1, 2, 3):
        for chosen in itertools.combinations(bonds, count):
            found = search(plan, (*plan.pairs, *chosen), budget=budget)
            if found.groups:
                return _with_guarantees(plan, found, chosen, proof)
    return Order(verdict="needs guarantees", proof=f"{proof}; no three guarantees of one step by another mend it")


def _bonds(plan: Plan) -> list[Group]:
    """Every two steps of which one costs a party what the other gives it, the heaviest first."""
    found = []
    for first, second in itertools.permutations(range(len(plan.steps)), 2):
        swing = np.minimum(-plan.assured[first], plan.worth[second]).max()
        possible = plan.before[first] >> second & 1 == 0 and (second, first) not in plan.pairs
        if swing > 0 and possible and (first, second) not in plan.pairs:
            found.append((float(swing), (first, second)))
    return [pair for _, pair in sorted(found, key=lambda each: -each[0])]


def _with_guarantees(plan: Plan, found: Found, bonds: tuple[Group, ...], proof: str) -> Order:
    told = _told(plan, found, "needs guarantees")
    used = [group for group in found.groups if group in bonds]
    guarantees = tuple(_guarantee(plan, found, group) for group in used)
    pairs = tuple(pair for pair in told.pairs if not any({g.first, g.second} == set(pair) for g in guarantees))
    return msgspec.structs.replace(told, guarantees=guarantees, pairs=pairs, proof=proof)


def _guarantee(plan: Plan, found: Found, bond: Group) -> Guarantee:
    first, second = bond
    done = sum(1 << n for group in itertools.takewhile(lambda each: each != bond, found.groups) for n in group)
    halfway = np.array([done | 1 << first])
    short = plan.exposed(halfway, (first,), plan.fallback(halfway))[0]
    party = int(np.argmax(short))
    names = plan.steps[first].name, plan.steps[second].name
    return Guarantee(first=names[0], second=names[1], party=plan.parties[party], short=round(float(short[party]), 6))


def _told(plan: Plan, found: Found, verdict: str) -> Order:
    stages, done = [], 0
    for group in found.groups:
        done |= sum(1 << n for n in group)
        sets = np.array([done])
        standing = plan.standing(sets)
        short = plan.exposed(sets, group, plan.fallback(sets))[0]
        margin = [None if np.isinf(each) else round(float(-each), 6) for each in short]
        stages.append(
            Stage(
                steps=tuple(plan.steps[n].name for n in group),
                standing=dict(zip(plan.parties, (round(float(each), 9) for each in standing[0]), strict=True)),
                margin=dict(zip(plan.parties, margin, strict=True)),
            )
        )
    pairs = tuple((stage.steps[0], stage.steps[1]) for stage in stages if len(stage.steps) > 1)
    return Order(verdict=verdict, stages=tuple(stages), pairs=pairs)
