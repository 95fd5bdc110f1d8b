"""Whether anything may be signed at all; and if not, which rules cannot hold together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..problem import Limit, Problem, Rule
from .raster import raster_of
from .search import search

__all__ = ["allows_any", "clash_of"]

_BUDGET = 1 << 16  # only counts of limits tell packages apart here, so sets stay far below it
_NAMED = 200  # with more rules than this they are not tried one by one


def allows_any(problem: Problem) -> bool:
    """Say whether some package keeps every rule and limit, without going through the packages.

    Raises:
        FrontTooLarge: Where the rules link the issues too densely to tell this way.
    """
    bare = replace(
        problem, parties=("",), tables=(), base=np.zeros(1), reservation=np.zeros(1), signs=np.ones(1, dtype=np.bool_)
    )
    return len(search(raster_of(bare), budget=_BUDGET)[0]) > 0


def clash_of(problem: Problem) -> list[Rule | Limit]:
    """Find rules that cannot hold together, none of which can be spared, in a deal that allows nothing.

    Each rule is left out in turn, for good if the others still clash (Chinneck and Dravnieks' deletion filter, 1991).

    Returns:
        The rules; empty where there are too many to try.
    """
    clash: list[Rule | Limit] = [*problem.rules, *problem.limits]
    if len(clash) > _NAMED:
        return []
    for each in tuple(clash):
        fewer = [other for other in clash if other is not each]
        if not allows_any(_under(problem, fewer)):
            clash = fewer
    return clash


def _under(problem: Problem, kept: list[Rule | Limit]) -> Problem:
    """The deal under some of its rules."""
    return replace(
        problem,
        rules=tuple(each for each in kept if isinstance(each, Rule)),
        limits=tuple(each for each in kept if isinstance(each, Limit)),
    )
