"""A described model as plain arrays: by the centres of its numbers, or drawn many times."""

from __future__ import annotations

import weakref
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.problem import Problem, Table

from .checks import check_model
from .evaluating import interaction_scope, interaction_table, reservations, scores, stacked, weights
from .model import Model
from .rules import rules_and_limits
from .tellers import Centre, Dice, Teller, Uncertain
from .words import listed

__all__ = ["Draws", "as_problem", "draw", "uncertain_numbers"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Draws:
    """A deal drawn many times; ``n`` is the number of draws, or 1 where nothing in an array is uncertain.

    Attributes:
        problem: The deal by the centres of its numbers: scopes, rules and names hold for every draw.
        tables: Aligned with `problem.tables`; ``(n, options of scope[0], ..., options of scope[-1], parties)``.
        base: ``(n, parties)``.
        reservation: ``(n, parties)``, NaN where it is not given.
        count: The number of draws, also where every array has but one.
        uncertain: The numbers that were drawn. Of a weight, the share is kept (they sum to 1).
        drawn: ``(draws, uncertain)``, what was drawn for each.
    """

    problem: Problem
    tables: tuple[Floats, ...]
    base: Floats
    reservation: Floats
    count: int
    uncertain: tuple[Uncertain, ...]
    drawn: Floats


def as_problem(model: Model | Problem) -> Problem:
    """Write a model as plain arrays, uncertain numbers by their means.

    The utility of a package to a party is the sum over the issues of the issue's weight (weights are divided by their
    sum) times the score of the option, plus the interactions: on the model's scale. Where scores or weights are
    uncertain, the mean of the utility is not quite the utility of the means: `draw` gives the whole of it.

    Args:
        model: A described model; a `Problem` is handed back as it is.

    Returns:
        The deal.

    Raises:
        ModelError: If the model contradicts itself.
    """
    if isinstance(model, Problem):
        return model
    known = _WRITTEN.get(id(model))
    if known is None:
        known = _WRITTEN[id(model)] = _written(model)
        weakref.finalize(model, _WRITTEN.pop, id(model), None)
    return known


_WRITTEN: dict[int, Problem] = {}
"""Models that live, by identity, as plain arrays: each analysis asks anew, and a model is frozen."""


def _written(model: Model) -> Problem:
    check_model(model)
    tables, base, reservation = _arrays(model, Centre())
    rules, limits = rules_and_limits(model)
    return Problem(
        parties=tuple(party.name for party in model.parties),
        issues=tuple(issue.name for issue in model.issues),
        options=tuple(issue.names for issue in model.issues),
        tables=tuple(
            Table(scope, values[0], label) for (scope, values), label in zip(tables, _labels(model), strict=True)
        ),
        base=base[0],
        reservation=reservation[0],
        signs=np.array([party.signs for party in model.parties]),
        rules=rules,
        limits=limits,
        discount=np.array([party.discount for party in model.parties]),
    )


def draw(model: Model | Problem, draws: int, rng: np.random.Generator) -> Draws:
    """Draw the uncertain numbers of a model, each on its own; a no-deal package is worth what its options are drawn at.

    Args:
        model: A described model, or a `Problem`, of which nothing is uncertain.
        draws: How many, at least 1.
        rng: Where the chance comes from.

    Returns:
        All draws.

    Raises:
        ModelError: If the model contradicts itself.
    """
    problem = as_problem(model)
    if isinstance(model, Problem):
        tables = tuple(table.values[None] for table in problem.tables)
        nothing = np.zeros((draws, 0))
        return Draws(problem, tables, problem.base[None], problem.reservation[None], draws, (), nothing)
    dice = Dice(draws, rng)
    scoped, base, reservation = _arrays(model, dice)
    drawn = np.stack(dice.drawn, axis=1) if dice.drawn else np.zeros((draws, 0))
    values = tuple(values for _, values in scoped)
    return Draws(problem, values, base, reservation, draws, tuple(dice.uncertain), drawn)


def uncertain_numbers(model: Model | Problem) -> tuple[Uncertain, ...]:
    """List what is not known exactly, in the order of `Draws.uncertain`.

    Raises:
        ModelError: If the model contradicts itself.
    """
    return draw(model, 1, np.random.default_rng(0)).uncertain


def _arrays(model: Model, teller: Teller) -> tuple[list[tuple[tuple[int, ...], Floats]], Floats, Floats]:
    """All tables with their scopes, the base and the reservation values, each with a leading dimension of draws."""
    shares = [weights(model, party, teller) for party in model.parties]
    tables: list[tuple[tuple[int, ...], Floats]] = []
    for n, issue in enumerate(model.issues):
        worth = [
            share[:, n : n + 1] * scores(model, party, issue, teller)
            for share, party in zip(shares, model.parties, strict=True)
        ]
        tables.append(((n,), stacked(worth, 2)))
    tables += [(interaction_scope(model, each), interaction_table(model, each, teller)) for each in model.interactions]
    base = np.zeros((1, len(model.parties)))
    return tables, base, reservations(model, tables, base, teller)


def _labels(model: Model) -> list[str]:
    """What the tables are called: nothing for an issue, the words of an interaction."""
    return ["" for _ in model.issues] + [each.words or listed(each.when, " and ") for each in model.interactions]
