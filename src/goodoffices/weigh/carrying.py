"""What carrying a described deal out comes to: the order of its steps, who can carry or spoil it, what presses.

Each function takes what the model's file says and asks the analysis that it is for.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .coalitions import Member, Power, Replies, Spoiler, best_replies, weigh_coalition
from .model import Exact, Model, StatedStep, StatedTask, as_problem
from .problem import Problem
from .sides import Balance, Breach, Pressure, balances, under_pressure
from .steps import Order, Step, find_order

__all__ = ["kept", "order_for", "powers", "pressured", "replies", "steps_of"]

Indices = NDArray[np.intp]


def steps_of(model: Model, package: Indices) -> tuple[Step, ...]:
    """Pick the steps that a package takes.

    A step that belongs to options counts where the package takes one of them, of every issue that it names. What a step
    waits for, and what it can be done together with, is kept as far as the package takes it.

    Args:
        model: A described model.
        package: ``(issues,)``, option indices.
    """
    taken = {issue.name: issue.names[int(place)] for issue, place in zip(model.issues, package, strict=True)}
    chosen = [each for each in model.carrying.steps if all(taken[issue] in names for issue, names in each.of.items())]
    names = {each.name for each in chosen}
    return tuple(_step(each, names) for each in chosen)


def _step(stated: StatedStep, there: set[str]) -> Step:
    return Step(
        name=stated.name,
        worth={party: number.value for party, number in stated.worth.items()},
        by=stated.by,
        after=_only(stated.after, there),
        stops=stated.stops,
        together=None if stated.together is None else _only(stated.together, there),
        reversible=stated.reversible,
    )


def _only(names: Iterable[str], there: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in there)


def order_for(model: Model, package: Indices, *, budget: int = 400_000) -> Order | None:
    """Find an order of a package's steps in which nobody need fear that another stops.

    Every party that must sign, and every other that a step or a walk-away names, is looked after.

    Args:
        model: A described model.
        package: ``(issues,)``, option indices.
        budget: How many states to go through; see `find_order`.

    Returns:
        The order; None where the package takes no step.

    Raises:
        WeighError: If the steps wait for each other in a circle.
    """
    steps = steps_of(model, package)
    if not steps:
        return None
    carrying = model.carrying
    named = {name for step in steps for name in (*step.worth, *step.by, *(step.stops or ()))}
    named |= {*carrying.walk_away, *carrying.tolerance}
    parties = [party.name for party in model.parties if party.signs or party.name in named]
    walk_away = {name: _value(carrying.walk_away.get(name)) for name in parties}
    tolerance = {name: number.value for name, number in carrying.tolerance.items()}
    return find_order(steps, walk_away=walk_away, tolerance=tolerance, budget=budget)


def powers(model: Model) -> dict[str, Power]:
    """Say for each task of the model, by its name, who can make or break it."""
    return {
        task.name: weigh_coalition(
            _members(task),
            {means: amount.value for means, amount in task.needs.items()},
            essential=task.essential,
        )
        for task in model.carrying.tasks
    }


def _members(task: StatedTask) -> tuple[Member, ...]:
    return tuple(
        Member(
            name=member.name,
            brings={means: amount.value for means, amount in member.brings.items()},
            cost=_value(member.cost),
            gain=_value(member.gain),
            mandate=member.mandate,
        )
        for member in task.members
    )


def replies(model: Model, packages: Indices) -> dict[str, Replies]:
    """Say for each spoiler of the model, by its party, what it would do about each package.

    Args:
        model: A described model; uncertain numbers count by their centres.
        packages: ``(packages, issues)``, option indices; at least one.

    Raises:
        WeighError: If there is no package.
    """
    problem = as_problem(model)
    return {
        each.party: best_replies(
            problem,
            packages,
            Spoiler(
                party=each.party,
                outside=each.outside.value,
                gain=each.gain.value,
                cost=_value(each.cost),
                success=_value(each.success, 1.0),
            ),
        )
        for each in model.carrying.spoilers
    }


def pressured(model: Model) -> Problem:
    """The deal under the pressures that are in force; by the centres of its numbers."""
    stated = model.carrying.pressures
    return under_pressure(
        as_problem(model),
        tuple(
            Pressure(
                words=each.words,
                by=each.by,
                on=each.on,
                while_=each.while_,
                costs=each.costs.value,
                in_force=each.in_force,
            )
            for each in stated
        ),
    )


def kept(model: Model, package: Indices) -> tuple[Balance, ...]:
    """Say for each breach of the model, in its order, whether it pays to keep a package, under what presses.

    Args:
        model: A described model; uncertain numbers count by their centres.
        package: ``(issues,)``, option indices.
    """
    breaches = tuple(
        Breach(
            party=each.party,
            gain=each.gain.value,
            detection=each.detection.value,
            penalty=each.penalty.value,
        )
        for each in model.carrying.breaches
    )
    return balances(pressured(model), package, breaches)


def _value(number: Exact | None, otherwise: float = 0.0) -> float:
    return otherwise if number is None else number.value
