"""Everything the engine knows while time passes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..agreement import Agreement, Obligation, Power, conditions_of
from ..conditions import Condition, Triggered
from .readers import Readers
from .standing import Change, Position
from .steps import Steps, minute
from .story import Story
from .truth import Judge, Memory, timed_parts

__all__ = ["World"]

_MINUTE = dt.timedelta(minutes=1)
_NO_WAITS: Mapping[Condition, set[int]] = {}


class World:
    """States, memories and what is to come, of one agreement.

    Args:
        agreement: With its instances in place of what arises anew.
        story: What happened.
        steps: The step function of each atom that does not depend on states.
        start: The instant of entry into force, in minutes since the epoch.
    """

    def __init__(self, agreement: Agreement, story: Story, steps: Mapping[Condition, Steps], start: int) -> None:
        self.obligations, self.powers = agreement.obligations, agreement.powers
        self.things: dict[str, Obligation | Power] = {each.id: each for each in self.obligations}
        self.things |= {each.id: each for each in self.powers}
        self.order = {own: place for place, own in enumerate(self.things)}
        self.readers = Readers(self.obligations, self.powers)
        self.story, self.steps, self.start = story, steps, start
        self.positions = {each.id: Position("conditional", start) for each in self.obligations}
        self.states = {each.id: "conditional" for each in self.obligations}
        self.states |= {each.id: "closed" for each in self.powers}
        self.ever = {key: {state} for key, state in self.states.items()}
        self.triggered: dict[str, int] = {}
        self.memory = Memory()
        self.waits = _waits((*self.obligations, *self.powers))
        self.holders = _holders(self.powers)
        self.changes: list[Change] = []
        self.idle: list[tuple[str, str]] = list(story.idle)
        self.unsettled: list[tuple[int, tuple[str, ...]]] = []
        self.discharging: dict[str, str] = {}
        """Obligations that the use of a power has ended, with the power."""
        self.picture = 0
        """The states in one number: the same states, the same number."""
        self.seen = 0
        """How often something came into a state in which it had never been."""

    def enter(self, subject: str, state: str) -> None:
        """Put an obligation or power into a state."""
        self.picture ^= hash((subject, self.states[subject])) ^ hash((subject, state))
        self.states[subject] = state
        if state not in self.ever[subject]:
            self.ever[subject].add(state)
            self.seen += 1

    def judge(self, now: int) -> Judge:
        """What answers conditions now."""
        return Judge(
            steps=self.steps,
            states=self.states,
            ever=self.ever,
            families=self.readers.families,
            triggered=self.triggered,
            memory=self.memory,
            now=now,
        )

    def wakes(self, subject: str) -> set[int]:
        """The instants at which time alone can change something for an obligation or power, past ones among them."""
        thing = self.things[subject]
        due = self.due(thing) if isinstance(thing, Obligation) else None
        wakes = set() if due is None else {due}
        for part, waits in self.waits.get(subject, _NO_WAITS).items():
            for since in (self.memory.first.get((subject, part)), self.memory.since.get((subject, part))):
                if since is not None:
                    wakes.update(since + wait for wait in waits)
        return wakes

    def due(self, obligation: Obligation) -> int | None:
        """The instant from which it is too late, as far as it is known; time in abeyance does not count."""
        position = self.positions[obligation.id]
        due = obligation.due
        if position.extended is not None:
            return position.extended + position.held
        if due is None:
            return None
        if due.at is not None:
            return minute(due.at) + position.held
        base = self.memory.first.get((obligation.id, due.of or Triggered()))
        if base is None or due.within is None:
            return None
        return base + due.within // _MINUTE + position.held


def _waits(things: Sequence[Obligation | Power]) -> dict[str, dict[Condition, set[int]]]:
    """By owner, how long each remembered part is waited for, in minutes."""
    found: dict[str, dict[Condition, set[int]]] = defaultdict(dict)
    for thing in things:
        for _, condition in conditions_of(thing):
            for part, wait in timed_parts(condition):
                found[thing.id].setdefault(part, set()).add(wait // _MINUTE)
        if isinstance(thing, Obligation) and thing.due and thing.due.within:
            found[thing.id].setdefault(thing.due.of or Triggered(), set())
    return dict(found)


def _holders(powers: Sequence[Power]) -> dict[str, list[Power]]:
    """By obligation, the powers whose use suspends or reinstates it."""
    found: dict[str, list[Power]] = defaultdict(list)
    for power in powers:
        for target in dict.fromkeys((*power.effect.suspends, *power.effect.reinstates)):
            found[target].append(power)
    return dict(found)
