"""Point by point: may each delegation settle this, as far as its mandate and red lines say?"""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from .model import Model, as_problem
from .problem import Limit, Rule

__all__ = ["Point", "mandates"]

Indices = NDArray[np.intp]


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a package, against the mandate of one party.

    Attributes:
        party: Whose mandate.
        issue: The point.
        option: What the package has.
        verdict: "outside": a mandate that is about this point is overstepped. "within": there are some, and all are
            kept. "not mentioned": the party has no mandate or red line about it.
        rules: The mandates that are overstepped, or else those that are kept, in words.
        statements: Ids of the statements that they come from.
    """

    party: str
    issue: str
    option: str
    verdict: Literal["outside", "within", "not mentioned"]
    rules: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


def mandates(model: Model, package: Indices) -> tuple[Point, ...]:
    """Check a package point by point against the mandate of each party that has one.

    A mandate over several issues counts for each of them.

    Args:
        model: A described model.
        package: ``(issues,)``, option indices.

    Returns:
        For every party with a constraint of its own, a point for every issue, in the order of the model.

    Raises:
        ModelError: If the model contradicts itself.
    """
    problem = as_problem(model)
    asked: tuple[Rule | Limit, ...] = (*problem.rules, *problem.limits)
    sources = {each.key: each.source.statements for each in model.constraints}
    found = []
    for n in sorted({each.party for each in asked if each.party is not None}):
        own = [(each, _keeps(each, package)) for each in asked if each.party == n]
        for issue, option in enumerate(package):
            about = [(each, kept) for each, kept in own if issue in _scope(each)]
            broken = [each for each, kept in about if not kept]
            told = broken or [each for each, _ in about]
            found.append(
                Point(
                    party=problem.parties[n],
                    issue=problem.issues[issue],
                    option=problem.options[issue][int(option)],
                    verdict="outside" if broken else "within" if about else "not mentioned",
                    rules=tuple(dict.fromkeys(each.label or each.key for each in told)),
                    statements=tuple(dict.fromkeys(one for each in told for one in sources.get(each.key, ()))),
                )
            )
    return tuple(found)


def _scope(each: Rule | Limit) -> set[int]:
    return set(each.scope) if isinstance(each, Rule) else {issue for issue, _ in each.choices}


def _keeps(each: Rule | Limit, package: Indices) -> bool:
    if isinstance(each, Rule):
        return bool(each.allowed[tuple(package[n] for n in each.scope)])
    return sum(int(package[issue]) == option for issue, option in each.choices) <= each.most
