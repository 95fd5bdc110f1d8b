"""An order is safe at every point, none is claimed where there is none, and a guarantee names what it covers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.weigh import WeighError
from goodoffices.weigh.steps import Order, Step, find_order

AWAY = {"North": 0.0, "South": 0.0}


def step(name: str, north: float, south: float, **more: object) -> Step:
    """A step with what it is worth to two parties."""
    return Step(name=name, worth={"North": north, "South": south}, **more)  # type: ignore[arg-type]


RIDGE = step("pull back from the ridge", -5, 4, by=("North",))
MAPS = step("hand over the maps", 6, -3, by=("South",))
ROAD = step("open the road", 2, 2, by=("North", "South"))


def test_tolerance_decides_who_goes_first() -> None:
    """Who bears more for a while takes the first step that costs it."""
    order = find_order((RIDGE, MAPS, ROAD), walk_away=AWAY, tolerance={"North": 3})
    assert order.verdict == "safe"
    assert [stage.steps for stage in order.stages] == [(ROAD.name,), (RIDGE.name,), (MAPS.name,)]
    assert order.stages[1].standing == {"North": -3.0, "South": 6.0}


def test_reciprocal_steps_are_paired_where_neither_goes_first() -> None:
    """With no tolerance the two costly steps are done at one moment, and only those two."""
    order = find_order((RIDGE, MAPS, ROAD), walk_away=AWAY)
    assert order.verdict == "safe with pairs"
    assert [set(pair) for pair in order.pairs] == [{RIDGE.name, MAPS.name}]


def test_a_step_that_waits_for_another_needs_a_guarantee() -> None:
    """Elections that follow a withdrawal cannot be paired with it: the pair and whom it protects are named."""
    elections = step("elections", 6, -3, by=("South",), after=(RIDGE.name,))
    order = find_order((RIDGE, elections), walk_away=AWAY)
    assert order.verdict == "needs guarantees"
    (needed,) = order.guarantees
    assert (needed.first, needed.second, needed.party, needed.short) == (RIDGE.name, "elections", "North", 5.0)
    assert "every one was covered" in order.proof


def test_where_nobody_could_stop_nobody_is_exposed() -> None:
    """A costly step after which no other party could stop needs neither pair nor guarantee."""
    order = find_order((step("open", -5, 1, by=("North",), stops=()), MAPS), walk_away=AWAY | {"South": -3})
    assert order.verdict == "safe"
    assert order.stages[0].margin == {"North": None, "South": None}


def test_a_circle_of_steps_is_named() -> None:
    """Steps that wait for each other are refused by name."""
    one, other = step("a", 1, 1, after=("b",)), step("b", 1, 1, after=("a",))
    with pytest.raises(WeighError, match="in a circle: 'a', 'b'"):
        find_order((one, other), walk_away=AWAY)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "0 steps"),
        ((RIDGE, RIDGE), "two steps are called"),
        ((step("a", 1, 1, after=("z",)),), "names the step 'z'"),
        ((step("a", 1, 1, by=("East",)),), "names the party 'East'"),
        ((step("a", float("nan"), 1),), "finite number"),
    ],
)
def test_steps_that_cannot_be_are_refused(steps: tuple[Step, ...], words: str) -> None:
    """The error names the step and what is wrong with it."""
    with pytest.raises(WeighError, match=words):
        find_order(steps, walk_away=AWAY)


def test_too_many_states_are_said_and_not_cut_in_silence() -> None:
    """Past the budget the answer is that it is unknown."""
    costly = (*(step(f"s{n}", -1, -1) for n in range(8)), step("end", 9, 9))
    order = find_order(costly, walk_away=AWAY, tolerance={"North": 3, "South": 3}, budget=20)
    assert order.verdict == "unknown"


@st.composite
def _steps(draw: st.DrawFn) -> tuple[Step, ...]:
    count = draw(st.integers(1, 5))
    worth = st.integers(-4, 5)
    return tuple(
        step(
            f"s{n}",
            draw(worth),
            draw(worth),
            by=(draw(st.sampled_from(["North", "South"])),),
            after=tuple(f"s{m}" for m in range(n) if draw(st.integers(0, 4)) == 0),
        )
        for n in range(count)
    )


@settings(max_examples=200, deadline=None)
@given(_steps(), st.integers(0, 4))
def test_the_verdict_is_that_of_trying_every_order(steps: tuple[Step, ...], tolerance: int) -> None:
    """Safe exactly where going through all permutations finds an order; and every order keeps its word."""
    bears = {"North": float(tolerance), "South": float(tolerance)}
    order = find_order(steps, walk_away=AWAY, tolerance=bears)
    assert (order.verdict == "safe") == any(_holds(each, tolerance) for each in itertools.permutations(steps))
    _keeps_its_word(order, steps, tolerance)


def _holds(steps: tuple[Step, ...], tolerance: int) -> bool:
    standing, done = {"North": 0.0, "South": 0.0}, set[str]()
    for place, each in enumerate(steps):
        if not set(each.after) <= done:
            return False
        done.add(each.name)
        for party, worth in each.worth.items():
            standing[party] += worth
        if place < len(steps) - 1 and min(standing.values()) < -tolerance:
            return False
    return True


def _keeps_its_word(order: Order, steps: tuple[Step, ...], tolerance: int) -> None:
    if not order.stages:
        return
    assert sorted(name for stage in order.stages for name in stage.steps) == sorted(each.name for each in steps)
    for stage in order.stages[:-1]:
        assert min(stage.standing.values()) >= -tolerance
