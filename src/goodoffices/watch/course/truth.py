"""Whether a condition holds at an instant, and at which instants it can change by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..conditions import (
    After,
    And,
    Condition,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Or,
    Reached,
    Triggered,
    Valued,
    Was,
    atoms,
    parts,
)
from .steps import Steps, minute

__all__ = ["Judge", "Memory", "Truth", "timed_parts"]

Truth = bool | None
_MINUTE = dt.timedelta(minutes=1)


class Memory:
    """Since when the parts with a length of time have held, as of the instants that are settled.

    Attributes:
        first: The first settled instant at which a part was true.
        since: The settled instant since which it has been true without a break.
    """

    def __init__(self) -> None:
        self.first: dict[tuple[str, Condition], int] = {}
        self.since: dict[tuple[str, Condition], int] = {}

    def note(self, key: tuple[str, Condition], now: int, truth: Truth) -> None:
        """Take down what holds at a settled instant."""
        if truth is True:
            self.first.setdefault(key, now)
            self.since.setdefault(key, now)
        else:
            self.since.pop(key, None)


class Judge:
    """Answers conditions at one instant, given the states of everything.

    Args:
        steps: The step function of each atom that does not depend on states.
        states: The states now, by id.
        ever: The states in which each has ever been, now included.
        families: The instances of each obligation that arises anew, by its id.
        triggered: The instant at which each obligation was triggered, by id.
        memory: Since when parts have held.
        now: The instant, in minutes since the epoch.
    """

    def __init__(
        self,
        *,
        steps: Mapping[Condition, Steps],
        states: Mapping[str, str],
        ever: Mapping[str, set[str]],
        families: Mapping[str, Sequence[str]],
        triggered: Mapping[str, int],
        memory: Memory,
        now: int,
    ) -> None:
        self._steps, self._states, self._ever, self._families = steps, states, ever, families
        self._triggered, self._memory, self.now = triggered, memory, now

    def holds(self, condition: Condition, owner: str) -> Truth:  # noqa: PLR0911  one for each kind
        """Does it hold for the obligation or power that has it? None: nobody knows."""
        match condition:
            case And(of=several):
                return _all(self.holds(each, owner) for each in several)
            case Or(of=several):
                return _negated(_all(_negated(self.holds(each, owner)) for each in several))
            case Not(of=inner):
                return _negated(self.holds(inner, owner))
            case After(wait=wait, of=inner):
                return self._has_waited(self._memory.first.get((owner, inner)), wait, inner, owner)
            case Lasting(wait=wait, of=inner):
                now = self.holds(inner, owner)
                return now and self._has_waited(self._memory.since.get((owner, inner)), wait, inner, owner)
            case Is(subject=subject, state=state):
                return self._of_any(subject, lambda own: self._states[own] == state)
            case Was(subject=subject, state=state):
                return self._of_any(subject, lambda own: state in self._ever[own])
            case Triggered():
                return owner in self._triggered
            case _:
                return self._steps[condition].holds(self.now)

    def _of_any(self, subject: str, asked: Callable[[str], bool]) -> Truth:
        """Ask of an obligation or power; of one that arises anew: is it so of any of its instances?"""
        if subject in self._states:
            return asked(subject)
        return None if "/" in subject else any(map(asked, self._families.get(subject, ())))

    def _has_waited(self, start: int | None, wait: dt.timedelta, inner: Condition, owner: str) -> Truth:
        if start is not None:
            return self.now >= start + wait // _MINUTE
        return None if self.holds(inner, owner) is None else False


def timed_parts(condition: Condition) -> Iterator[tuple[Condition, dt.timedelta]]:
    """Every part whose start must be remembered, with how long it is waited for."""
    if isinstance(condition, After | Lasting):
        yield condition.of, condition.wait
    for part in parts(condition):
        yield from timed_parts(part)


def outside(condition: Condition) -> Iterator[Condition]:
    """The atoms that do not depend on states."""
    return (atom for atom in atoms(condition) if isinstance(atom, Happened | Reached | Counted | Valued))


def steps_for(atom: Condition, happened: Mapping[str, int], others: Callable[[Condition], Steps]) -> Steps:
    """The step function of an atom that does not depend on states."""
    if isinstance(atom, Happened):
        at = happened.get(atom.event)
    elif isinstance(atom, Reached):
        at = minute(atom.at)
    else:
        return others(atom)
    return Steps() if at is None else Steps((at,), (True,))


def _all(truths: Iterator[Truth]) -> Truth:
    """Kleene's "and": false as soon as one is false, unknown if none is and one is unknown."""
    answer: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            answer = None
    return answer


def _negated(truth: Truth) -> Truth:
    return None if truth is None else not truth
