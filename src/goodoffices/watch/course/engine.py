"""The engine: from what was agreed and what happened to the state of every obligation at every instant.

Time moves from one instant at which something can change to the next. At each, states are worked out in rounds: in a
round every obligation and power looks at the states of the round before and moves at most once; the instant is settled
when nothing moves. So no order of entries or of arrival matters. Where states chase each other in a circle the instant
is given up and named. Only those look for whom something can have changed, so that ten thousand obligations cost little
more than what happens to them.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..agreement import Agreement, Obligation, Power, conditions_of
from ..conditions import And, Condition, Counted, Valued
from ..log import Log, Reading, What
from .instances import instances
from .round import Round
from .standing import Course
from .steps import Counts, Steps, counted_steps, minute, moment, valued_steps
from .story import Story, tell
from .truth import outside, steps_for
from .world import World

__all__ = ["run"]

_LASTING = frozenset({What.HAPPENED, What.PERFORMED, What.SUSPENDED, What.RESUMED, What.EXTENDED})
"""What holds on from when it was said."""


def run(
    agreement: Agreement, log: Log, *, until: dt.datetime, counts: Counts | None = None, late: bool = False
) -> Course:
    """Work out how an agreement went until an instant, that instant included.

    Args:
        agreement: What was agreed.
        log: What happened, as it is known: `Log.as_known` gives it as it was known on a day.
        until: The instant.
        counts: Where conditions on counts take their incidents from; None: counts are unknown.
        late: Where the time of something is not known, take the last instant that it can have been, not the first.
    """
    story = tell(agreement, log, late=late)
    end, start = minute(until), minute(agreement.in_force)
    agreement = instances(agreement, story.references, end)
    world = World(agreement, story, _steps(agreement, story, log, counts), start)
    if start <= end:
        _let_time_pass(world, start, end)
    return _course(world, until)


def _let_time_pass(world: World, start: int, end: int) -> None:
    """Settle every instant at which something can change."""
    clock = _Clock(world, start)
    restless: set[str] = set()
    while (now := clock.next(end)) is not None:
        looking = set(world.things) if now == start else clock.looking(now)
        instant = Round(world, now, looking | restless)
        if now == start:
            _look_back(world, instant)
        instant.settle()
        restless = instant.restless
        for subject in instant.touched:
            clock.wake(subject, now)


def _look_back(world: World, first: Round) -> None:
    """Take down what was said before the entry into force: it holds from then on, or comes to nothing and is listed."""
    for at in sorted(at for at in world.story.acts if at < world.start):
        first.flag(world.story.acts[at])
        world.idle += [
            (act.key, "the agreement was not in force yet")
            for acts in world.story.acts[at].values()
            for act in acts
            if act.what not in _LASTING
        ]


class _Clock:
    """The instants ahead at which something can change, and for whom."""

    def __init__(self, world: World, start: int) -> None:
        self._world, self._asleep = world, defaultdict[int, set[str]](set)
        for at, owners in world.readers.instants(world.steps):
            if at > start:
                self._asleep[at] |= owners
        for at in world.story.acts:
            if at > start:
                self._asleep[at] |= set()
        self._heap = [start, *self._asleep]
        heapq.heapify(self._heap)

    def next(self, end: int) -> int | None:
        """The next instant; None where there is none until the end."""
        return heapq.heappop(self._heap) if self._heap and self._heap[0] <= end else None

    def looking(self, now: int) -> set[str]:
        """Those whose time has come."""
        return self._asleep.pop(now)

    def wake(self, subject: str, now: int) -> None:
        """Note when an obligation or power must look again."""
        for at in self._world.wakes(subject):
            if at <= now:
                continue
            if at not in self._asleep:
                heapq.heappush(self._heap, at)
            self._asleep[at].add(subject)


def _steps(agreement: Agreement, story: Story, log: Log, counts: Counts | None) -> Mapping[Condition, Steps]:
    """The step function of every atom that does not depend on states."""
    readings: dict[str, list[tuple[int, float]]] = {}
    for entry in log.of(Reading):
        readings.setdefault(entry.indicator, []).append((minute(entry.at), entry.value))

    def measured(atom: Condition) -> Steps:
        if isinstance(atom, Counted):
            return counted_steps(atom, counts)
        return valued_steps(atom, readings) if isinstance(atom, Valued) else Steps()

    things: Sequence[Obligation | Power] = (*agreement.obligations, *agreement.powers)
    every = {atom for thing in things for _, condition in conditions_of(thing) for atom in outside(condition)}
    return {atom: steps_for(atom, story.happened, measured) for atom in every}


def _course(world: World, until: dt.datetime) -> Course:
    judge = world.judge(minute(until))
    things: Sequence[Obligation | Power] = (*world.obligations, *world.powers)
    in_force = minute(until) >= world.start
    return Course(
        until=until,
        states={each.id: world.states[each.id] for each in things},
        changes=tuple(world.changes),
        due={each.id: moment(due) for each in world.obligations if (due := world.due(each)) is not None},
        truths={
            (each.id, key): judge.holds(condition, each.id) if in_force else False
            for each in things
            for key, condition in conditions_of(each)
        },
        parts={
            (each.id, part): judge.holds(part, each.id)
            for each in things
            for _, condition in conditions_of(each)
            if isinstance(condition, And)
            for part in condition.of
        },
        idle=tuple(world.idle),
        unsettled=tuple((moment(at), names) for at, names in world.unsettled),
    )
