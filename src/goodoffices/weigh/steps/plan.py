"""A package as steps: what each gives and costs whom, what it waits for, and who could stop after it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError

__all__ = ["Plan", "Step", "lay_out"]

Floats = NDArray[np.float64]
Sets = NDArray[np.int64]
_MOST = 62  # steps, as bits of one integer


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of carrying out a package.

    Attributes:
        name: What is done.
        worth: Party -> what the step gives it (above 0) or costs it (below 0), in one unit of utility a party.
        by: The parties that carry it out.
        after: Names of steps that must be done before.
        stops: Parties that could stop the whole once it is done; None for every party. An empty tuple says that
            nobody can: another step follows by itself.
        together: Names of steps that can be done at the same moment; None for any step of other parties.
        reversible: True where those who do it can take it back as long as not all is done: it then protects them, and
            what it gives the others is not theirs yet.
    """

    name: str
    worth: dict[str, float]
    by: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    stops: tuple[str, ...] | None = None
    together: tuple[str, ...] | None = None
    reversible: bool = False


@dataclass(frozen=True, eq=False)
class Plan:
    """All steps as arrays.

    Attributes:
        steps: The steps, in the order given.
        parties: Names.
        worth: ``(steps, parties)``, utilities.
        assured: ``(steps, parties)``, the least that is left of it if another stops and everybody takes back what can
            be taken back and suits them; `worth` where nothing is reversible.
        floor: ``(parties,)``, the lowest standing that each bears: its walk-away less its tolerance, counted from where
            it stands before the first step.
        before: For each step the set (bits) of steps that it waits for.
        stoppers: ``(steps, parties)``, true where the party could stop once the step is done.
        pairs: Pairs of steps that can be done at the same moment.
    """

    steps: tuple[Step, ...]
    parties: tuple[str, ...]
    worth: Floats
    assured: Floats
    floor: Floats
    before: tuple[int, ...]
    stoppers: NDArray[np.bool_]
    pairs: tuple[tuple[int, int], ...]

    def standing(self, done: Sets) -> Floats:
        """What each party has once these sets of steps are done.

        Args:
            done: ``(sets,)``, bits.

        Returns:
            ``(sets, parties)``, utilities from where each stood at the start.
        """
        return np.asarray(self._flags(done) @ self.worth, dtype=np.float64)

    def fallback(self, done: Sets) -> Floats:
        """What is left to each party if another stops once these sets are done; ``(sets, parties)``, as `standing`."""
        return np.asarray(self._flags(done) @ self.assured, dtype=np.float64)

    def _flags(self, done: Sets) -> Sets:
        return (done[:, None] >> np.arange(len(self.steps))) & 1

    def exposed(self, done: Sets, last: tuple[int, ...], fallback: Floats) -> Floats:
        """How far below what it bears each party is, were another to stop here.

        Args:
            done: ``(sets,)``, bits.
            last: The step or steps just done: they say who could stop.
            fallback: ``(sets, parties)``, what is then left to each party.

        Returns:
            ``(sets, parties)``: 0 or less where it bears it; minus infinity where no other could stop, and once all is
            done.
        """
        able = self.stoppers[list(last)].any(axis=0)
        threatened = able.sum() - able > 0  # by somebody else than itself
        short = np.where(threatened, self.floor - fallback, -np.inf)
        short[done == (1 << len(self.steps)) - 1] = -np.inf
        return np.asarray(short, dtype=np.float64)


def lay_out(steps: tuple[Step, ...], *, walk_away: dict[str, float], tolerance: dict[str, float] | None = None) -> Plan:
    """Check the steps and write them as arrays.

    Args:
        steps: At most 62, no two of one name.
        walk_away: Party -> what leaving the talks is worth to it, counted from where it stands at the start (0 where it
            loses nothing by leaving).
        tolerance: Party -> by how much it can be worse off than that for a while, 0 or more.

    Raises:
        WeighError: Where a step, a party or a number cannot be; it names the step.
    """
    _check(steps, walk_away, tolerance or {})
    parties = tuple(walk_away)
    places = {step.name: n for n, step in enumerate(steps)}
    floor = np.array([walk_away[party] - (tolerance or {}).get(party, 0.0) for party in parties])
    return Plan(
        steps=steps,
        parties=parties,
        worth=np.array([[step.worth.get(party, 0.0) for party in parties] for step in steps]),
        assured=np.array([[_assured(step, party) for party in parties] for step in steps]),
        floor=floor - 1e-9,  # float noise is no breach
        before=tuple(sum(1 << places[name] for name in step.after) for step in steps),
        stoppers=np.array([[step.stops is None or party in step.stops for party in parties] for step in steps]),
        pairs=tuple(
            (one, other) for one in range(len(steps)) for other in range(one) if _may_pair(steps[one], steps[other])
        ),
    )


def _assured(step: Step, party: str) -> float:
    """What is left of a step's worth: who does it takes it back where that suits."""
    worth = step.worth.get(party, 0.0)
    if not step.reversible:
        return worth
    kept = worth if step.by == (party,) else min(worth, 0.0)  # what others do, they may take back
    return max(kept, 0.0) if party in step.by else kept


def _may_pair(one: Step, other: Step) -> bool:
    if one.name in other.after or other.name in one.after:
        return False
    if one.together is None and other.together is None:
        return bool(one.by) and bool(other.by) and not set(one.by) & set(other.by)
    return other.name in (one.together or ()) or one.name in (other.together or ())


def _check(steps: tuple[Step, ...], walk_away: dict[str, float], tolerance: dict[str, float]) -> None:
    names = [step.name for step in steps]
    if not 0 < len(steps) <= _MOST:
        msg = f"{len(steps)} steps: give 1 to {_MOST}"
        raise WeighError(msg)
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        msg = f"two steps are called {twice!r}: give each its own name"
        raise WeighError(msg)
    for party, value in tolerance.items():
        if party not in walk_away or not value >= 0:
            msg = f"tolerance of {party!r} is {value!r}: it must be 0 or more, of a party with a walk-away"
            raise WeighError(msg)
    for step in steps:
        _check_step(step, set(names), set(walk_away))
        if step.reversible and not step.by:
            msg = f"step {step.name!r} is reversible, and nobody does it: say by whom"
            raise WeighError(msg)


def _check_step(step: Step, names: set[str], parties: set[str]) -> None:
    for what, known, given in (
        ("party", parties, (*step.worth, *step.by, *(step.stops or ()))),
        ("step", names, (*step.after, *(step.together or ()))),
    ):
        unknown = [each for each in given if each not in known]
        if unknown:
            msg = f"step {step.name!r} names the {what} {unknown[0]!r}, which is not there"
            raise WeighError(msg)
    wrong = [party for party, value in step.worth.items() if not np.isfinite(value)]
    if wrong:
        msg = f"step {step.name!r} is worth {step.worth[wrong[0]]!r} to {wrong[0]!r}: give a finite number"
        raise WeighError(msg)
