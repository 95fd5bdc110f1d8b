"""Constraints as rules over a few issues, or as limits on choices."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from goodoffices.weigh.problem import Limit, Rule

from .constraints import Choices, Constraint
from .model import Model
from .words import words_of

__all__ = ["bounds_of", "rules_and_limits"]

#: A rule is a table of so many cells at most; beyond that the same is said by a limit.
CELLS = 1 << 16

Pairs = tuple[tuple[int, int], ...]


def rules_and_limits(model: Model) -> tuple[tuple[Rule, ...], tuple[Limit, ...]]:
    """Write a model's constraints as rules (few cells, quick to check) and limits (all others)."""
    rules: list[Rule] = []
    limits: list[Limit] = []
    for constraint in model.constraints:
        for made in _made(model, constraint):
            rules.append(made) if isinstance(made, Rule) else limits.append(made)
    return tuple(rules), tuple(limits)


def bounds_of(model: Model, constraint: Constraint) -> tuple[tuple[Pairs, int], ...]:
    """Write a constraint as bounds alone: pairs (issue, option) of which a package takes at most so many."""
    match constraint.kind:
        case "never" | "only":
            return tuple((barred, 0) for barred in _barred(model, constraint))
        case "implication" | "exclusion":
            box = _box(model, constraint)
            scope = {issue for issue, _ in box}
            full = scope == {n for n, issue in enumerate(model.issues) if issue.name in _named(constraint)}
            return ((box, len(scope) - 1),) if full else ()
        case "at most":
            return ((_pairs(model, constraint.choices), constraint.count),)
        case "at least":
            others = _others(model, constraint.choices)
            return ((others, len(constraint.choices) - constraint.count),)


def _named(constraint: Constraint) -> set[str]:
    return {*constraint.choices, *constraint.then}


def _pairs(model: Model, choices: Choices) -> Pairs:
    return tuple(
        (n, k)
        for n, issue in enumerate(model.issues)
        for k, name in enumerate(issue.names)
        if name in choices.get(issue.name, ())
    )


def _others(model: Model, choices: Choices) -> Pairs:
    """The options of the issues of `choices` that are not among them."""
    return tuple(
        (n, k)
        for n, issue in enumerate(model.issues)
        for k, name in enumerate(issue.names)
        if issue.name in choices and name not in choices[issue.name]
    )


def _barred(model: Model, constraint: Constraint) -> list[Pairs]:
    """The options that a red line bars, one list an issue."""
    pairs = (_pairs if constraint.kind == "never" else _others)(model, constraint.choices)
    return [tuple(pair for pair in pairs if pair[0] == issue) for issue in sorted({issue for issue, _ in pairs})]


def _box(model: Model, constraint: Constraint) -> Pairs:
    """The choices that break a rule where a package takes one of them of every issue.

    An implication is broken where all that it starts from holds and nothing that it asks for does; so of an issue that
    stands on both sides, only what is on the first and not on the second breaks it.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for issue in model.issues:
        if issue.name in _named(constraint):
            start = constraint.choices.get(issue.name, issue.names)
            met = constraint.then.get(issue.name, ())
            wanted[issue.name] = tuple(name for name in start if name not in met)
    return _pairs(model, wanted)


def _made(model: Model, constraint: Constraint) -> list[Rule | Limit]:
    party = None if constraint.party is None else [each.name for each in model.parties].index(constraint.party)
    label = words_of(constraint)
    made: list[Rule | Limit] = []
    for pairs, most in bounds_of(model, constraint):
        scope = sorted({issue for issue, _ in pairs})
        cells = math.prod(len(model.issues[n].options) for n in scope)
        if constraint.kind not in {"at most", "at least"} and cells <= CELLS:
            made.append(Rule(tuple(scope), _allowed(model, scope, pairs), label, party, constraint.key))
        else:
            made.append(Limit(pairs, most, label, party, constraint.key))
    return made


def _allowed(model: Model, scope: Sequence[int], pairs: Pairs) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    broken = np.ones((), dtype=np.bool_)
    for n in scope:
        taken = np.zeros(len(model.issues[n].options), dtype=np.bool_)
        taken[[option for issue, option in pairs if issue == n]] = True
        broken = broken[..., None] & taken
    return ~broken
