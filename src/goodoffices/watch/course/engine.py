"""The engine: from what was agreed and what happened to the state of every obligation at every instant.

Time moves from one instant at which something can change to the next. At each, states are worked out in rounds: in a
round every obligation and power looks at the states of the round before and moves at most once; the instant is settled
when nothing moves. So no order of entries or of arrival matters. Where states chase each other in a circle the instant
is given up and named.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Mapping, Sequence

from ..agreement import Agreement, Obligation, Power, conditions_of
from ..conditions import And, Condition, Counted, Valued
from ..log import Log, Reading
from .instances import instances
from .round import Round
from .standing import Course
from .steps import Counts, Steps, counted_steps, minute, moment, valued_steps
from .story import Story, tell
from .truth import outside, steps_for
from .world import World

__all__ = ["run"]


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
    _let_time_pass(world, start, end)
    return _course(world, until)


def _let_time_pass(world: World, start: int, end: int) -> None:
    """Settle every instant at which something can change."""
    clock = sorted({start, *_instants(world, start)})
    heapq.heapify(clock)
    last = start - 1
    while clock and clock[0] <= end:
        now = heapq.heappop(clock)
        if now <= last:
            continue
        Round(world, now).settle()
        last = now
        for wake in _wakes(world, now):
            heapq.heappush(clock, wake)


def _instants(world: World, start: int) -> set[int]:
    """The instants that are known beforehand: of entries, and of everything that does not depend on states."""
    found = set(world.story.acts) | {at for at, _ in world.story.performed.values()}
    for steps in world.steps.values():
        found.update(steps.at)
    return {at for at in found if at >= start}


def _wakes(world: World, now: int) -> set[int]:
    """The instants ahead at which time alone can change something."""
    wakes = {due for each in world.obligations if (due := world.due(each)) is not None and due > now}
    for (owner, part), waits in world.waits.items():
        for since in (world.memory.first.get((owner, part)), world.memory.since.get((owner, part))):
            if since is not None:
                wakes.update(since + wait for wait in waits if since + wait > now)
    return wakes


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
