"""The course of an agreement: the engine against a slow one, and against what a lawyer would say of small cases."""

from __future__ import annotations

import datetime as dt
import random

import numpy as np
import pytest
from watch_contracts import START, TICK, TICKS, contract, rich_contract
from watch_reference import Reference

from goodoffices.watch.course import run
from goodoffices.watch.course.steps import minute
from goodoffices.watch.log import log_of

END = START + TICKS * TICK


class Made:
    """Incidents of made-up contracts: one kind, anywhere, by anyone."""

    def __init__(self, incidents: list[dt.datetime]) -> None:
        self._minutes = np.array([minute(at) for at in incidents], dtype=np.int64)

    def instants(self, *_filters: object) -> np.ndarray:
        """All of them: made-up contracts filter nothing."""
        return self._minutes


def compare(seed: int) -> bool:
    """Engine and reference agree on a made-up contract; False where states chase each other, which both must say."""
    agreement, entries, incidents = contract(seed)
    log = log_of(entries)
    fast = run(agreement, log, until=END, counts=Made(incidents))
    slow = Reference(agreement, log, END, incidents)
    assert bool(fast.unsettled) == slow.unsettled, seed
    if slow.unsettled:
        return False
    assert fast.states == slow.states, seed
    assert [(each.at, each.subject, each.after) for each in fast.changes] == slow.entered, seed
    return True


def compare_rich(seed: int) -> bool:
    """The same with instances, verifiers, findings, retractions, uncertain times and a day as of which it was known."""
    agreement, entries, incidents, known, late = rich_contract(seed)
    log = log_of(entries)
    fast = run(agreement, log.as_known(known), until=END, counts=Made(incidents), late=late)
    slow = Reference(agreement, log, END, incidents, known=known, late=late)
    assert bool(fast.unsettled) == slow.unsettled, seed
    if slow.unsettled:
        return False
    assert fast.states == slow.states, seed
    assert [(each.at, each.subject, each.after) for each in fast.changes] == slow.entered, seed
    return True


def test_the_engine_agrees_with_a_slow_one_on_all_that_a_log_can_hold() -> None:
    """200 contracts (bench/watch_state.py: 10,000), as known on a day and with either end of a doubtful time."""
    settled = sum(compare_rich(seed) for seed in range(200))
    assert settled > 170


def test_the_engine_agrees_with_a_slow_one_on_made_up_contracts() -> None:
    """400 contracts (bench/watch_state.py: 10,000): the same states, and the same changes at the same instants."""
    settled = sum(compare(seed) for seed in range(400))
    assert settled > 360


@pytest.mark.parametrize("seed", range(40))
def test_the_order_in_which_entries_arrive_changes_nothing(seed: int) -> None:
    """The same entries in any order give the same course."""
    agreement, entries, incidents = contract(seed)
    shuffled = random.Random(seed).sample(entries, len(entries))  # noqa: S311  nothing secret
    courses = [run(agreement, log_of(each), until=END, counts=Made(incidents)) for each in (entries, shuffled)]
    assert courses[0].changes == courses[1].changes
    assert courses[0].states == courses[1].states


@pytest.mark.parametrize("seed", range(40))
def test_what_was_known_on_a_day_does_not_depend_on_what_came_later(seed: int) -> None:
    """Entries that were set down after a day leave the view as of that day as it was."""
    agreement, entries, _ = contract(seed)
    day = START + TICKS // 2 * TICK
    early = [each for each in entries if each.known <= day]
    then = run(agreement, log_of(early), until=day)
    now = run(agreement, log_of(entries).as_known(day), until=day)
    assert now.changes == then.changes
