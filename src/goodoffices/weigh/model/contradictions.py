"""Constraints that cannot hold together: found by search, and named in the smallest set."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from goodoffices.weigh.errors import ModelError

from .constraints import Constraint
from .model import Model
from .rules import bounds_of
from .words import words_of

__all__ = ["check_constraints", "contradiction"]

#: How many choices the search tries before it gives up and takes the constraints as they are.
MOST_STEPS = 20_000
#: Up to so many constraints, sets of two and three are tried one by one, so that the set named is the smallest.
FEW = 16

Bound = tuple[tuple[tuple[int, int], ...], int]


def check_constraints(model: Model) -> None:
    """Check that the rules of the world hold together, and the mandate of each party with them.

    That the mandates of two parties leave no deal between them is no fault of a model: it is what is to be found out.

    Raises:
        ModelError: If they contradict; it names the smallest set, and the first of them is its place.
    """
    world = [each for each in model.constraints if each.party is None]
    for party in (None, *(party.name for party in model.parties)):
        own = [each for each in model.constraints if party is not None and each.party == party]
        if (party is None or own) and (clash := contradiction(model, [*world, *own])):
            place = ("constraints", str(model.constraints.index(clash[-1])))
            raise ModelError(_told(clash, party), place)


def _told(clash: Sequence[Constraint], party: str | None) -> str:
    said = " | ".join(f"{each.key}: {words_of(each)}" for each in clash)
    whose = f"what {party!r} may sign" if party else "what may be signed"
    if len(clash) == 1:
        return f"this constraint leaves nothing of {whose}: {said}"
    return f"these {len(clash)} constraints contradict each other and leave nothing of {whose}: {said}"


def contradiction(model: Model, constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Find constraints that no package keeps together.

    Args:
        model: Their model.
        constraints: Those to look at.

    Returns:
        None of them where they hold together (or where the search gives up); otherwise a set that cannot hold together,
        and no part of which is known to be enough: the smallest there is among few, one with nothing to spare among
        many.
    """
    bounds = {id(each): bounds_of(model, each) for each in constraints}
    shape = [len(issue.options) for issue in model.issues]

    def holds(chosen: Sequence[Constraint]) -> bool:
        return _Search(shape, [bound for each in chosen for bound in bounds[id(each)]]).finds()

    if holds(constraints):
        return ()
    if len(constraints) <= FEW:
        for size in (1, 2, 3):
            for chosen in itertools.combinations(constraints, size):
                if not holds(chosen):
                    return chosen
    left = list(constraints)
    for each in constraints:
        rest = [other for other in left if other is not each]
        if not holds(rest):
            left = rest
    return tuple(left)


class _Search:
    """Looks for a package that keeps every bound, issue by issue, those with most bounds first."""

    def __init__(self, shape: Sequence[int], bounds: Sequence[Bound]) -> None:
        self._left = [most for _, most in bounds]
        self._hits: dict[tuple[int, int], list[int]] = {}
        for n, (pairs, _) in enumerate(bounds):
            for pair in pairs:
                self._hits.setdefault(pair, []).append(n)
        touched = {issue for issue, _ in self._hits}
        weight = {issue: sum(len(self._hits.get((issue, k), ())) for k in range(shape[issue])) for issue in touched}
        self._order = sorted(touched, key=lambda issue: -weight[issue])
        self._shape = shape

    def finds(self) -> bool:
        """True where there is one, or where the search gives up."""
        if any(left < 0 for left in self._left):
            return False
        trail: list[tuple[Iterator[int], int | None]] = [(self._options(0), None)]
        for _ in range(MOST_STEPS):
            if len(trail) > len(self._order):
                return True
            left, taken = trail[-1]
            self._take(len(trail) - 1, taken, -1)
            option = next((each for each in left if self._fits(len(trail) - 1, each)), None)
            trail[-1] = (left, option)
            if option is not None:
                self._take(len(trail) - 1, option, 1)
                trail.append((self._options(len(trail)), None))
            elif len(trail) == 1:
                return False
            else:
                trail.pop()
        return True

    def _options(self, depth: int) -> Iterator[int]:
        """The options of an issue, those that fewest bounds count first."""
        if depth == len(self._order):
            return iter(())
        issue = self._order[depth]
        return iter(sorted(range(self._shape[issue]), key=lambda k: len(self._hits.get((issue, k), ()))))

    def _fits(self, depth: int, option: int) -> bool:
        return all(self._left[n] > 0 for n in self._hits.get((self._order[depth], option), ()))

    def _take(self, depth: int, option: int | None, sign: int) -> None:
        """Count an option against its bounds (1), or take it back (-1)."""
        if option is not None:
            for n in self._hits.get((self._order[depth], option), ()):
                self._left[n] -= sign
