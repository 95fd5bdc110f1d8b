"""Everything the engine knows while time passes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ..agreement import Agreement, Obligation, Power, conditions_of
from ..conditions import Condition, Triggered
from .standing import Change, Position
from .steps import Steps, minute
from .story import Story
from .truth import Judge, Memory, timed_parts

__all__ = ["World"]

_MINUTE = dt.timedelta(minutes=1)


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
        self.story, self.steps, self.start = story, steps, start
        self.positions = {each.id: Position("conditional", start) for each in self.obligations}
        self.states = {each.id: "conditional" for each in self.obligations}
        self.states |= {each.id: "closed" for each in self.powers}
        self.ever = {key: {state} for key, state in self.states.items()}
        self.triggered: dict[str, int] = {}
        self.memory = Memory()
        self.waits = _waits((*self.obligations, *self.powers))
        self.changes: list[Change] = []
        self.idle: list[tuple[str, str]] = []
        self.unsettled: list[tuple[int, tuple[str, ...]]] = []
        self.discharging: dict[str, str] = {}
        """Obligations that the use of a power has ended, with the power."""

    def judge(self, now: int) -> Judge:
        """What answers conditions now."""
        return Judge(
            steps=self.steps,
            states=self.states,
            ever=self.ever,
            triggered=self.triggered,
            memory=self.memory,
            now=now,
        )

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


def _waits(things: Sequence[Obligation | Power]) -> dict[tuple[str, Condition], set[int]]:
    """How long each remembered part is waited for, in minutes, by its owner."""
    found: dict[tuple[str, Condition], set[int]] = {}
    for thing in things:
        for _, condition in conditions_of(thing):
            for part, wait in timed_parts(condition):
                found.setdefault((thing.id, part), set()).add(wait // _MINUTE)
        if isinstance(thing, Obligation) and thing.due and thing.due.within:
            found.setdefault((thing.id, thing.due.of or Triggered()), set())
    return found
