"""A step that can be taken back protects who takes it, and is not yet worth anything to the others."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.weigh import WeighError
from goodoffices.weigh.steps import Step, find_order

AWAY = {"North": 0.0, "South": 0.0}
PULL_BACK = {"worth": {"North": -5, "South": 4}, "by": ("North",)}
MAPS = Step(name="maps", worth={"North": 6, "South": -3}, by=("South",))


def test_who_can_take_it_back_may_go_first() -> None:
    """A pull-back that can be undone needs no pair; the maps, once handed over, are out."""
    assert find_order((Step(name="back", **PULL_BACK), MAPS), walk_away=AWAY).verdict == "safe with pairs"  # type: ignore[arg-type]
    order = find_order((Step(name="back", reversible=True, **PULL_BACK), MAPS), walk_away=AWAY)  # type: ignore[arg-type]
    assert order.verdict == "safe"
    assert [stage.steps for stage in order.stages] == [("back",), ("maps",)]
    assert order.stages[0].standing == {"North": -5, "South": 4}
    assert order.stages[0].margin == pytest.approx({"North": 0, "South": 0})


def test_what_others_can_take_back_is_not_relied_on() -> None:
    """South pays 3 against what North could undo: it is exposed, although it stands above its walk-away."""
    more = Step(name="more", worth={"North": 1, "South": 1}, by=("North", "South"), after=("maps",))
    gift = {"worth": {"North": -1, "South": 4}, "by": ("North",)}
    maps = Step(name="maps", worth={"North": 2, "South": -3}, by=("South",), after=("back",))
    assert find_order((Step(name="back", **gift), maps, more), walk_away=AWAY, tolerance={"North": 1}).verdict == "safe"  # type: ignore[arg-type]
    found = find_order(
        (Step(name="back", reversible=True, **gift), maps, more),  # type: ignore[arg-type]
        walk_away=AWAY,
        tolerance={"North": 1},
    )
    assert found.verdict == "needs guarantees"


def test_somebody_must_be_able_to_take_it_back() -> None:
    """A reversible step without a doer is refused."""
    with pytest.raises(WeighError, match="say by whom"):
        find_order((Step(name="x", worth={"North": 1}, reversible=True),), walk_away=AWAY)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Step, ...]:
    """A few steps of two parties, some of them reversible."""
    worth = st.integers(-4, 5).map(float)
    return tuple(
        Step(
            name=f"s{n}",
            worth={"North": draw(worth), "South": draw(worth)},
            by=draw(st.sampled_from([("North",), ("South",), ("North", "South")])),
            reversible=draw(st.booleans()),
            together=(),
        )
        for n in range(draw(st.integers(1, 4)))
    )


def _left(done: tuple[Step, ...], party: str, other: str) -> float:
    """What is left at worst, by going through all that the two could take back, slow and obvious."""
    own = [step for step in done if step.reversible and party in step.by]
    theirs = [step for step in done if step.reversible and other in step.by]
    worst = []
    for taken in _subsets(theirs):
        mine = []
        for back in _subsets(own):
            gone = {step.name for step in (*taken, *back)}
            mine.append(sum(step.worth[party] for step in done if step.name not in gone))
        worst.append(max(mine))
    return min(worst)


def _subsets(steps: list[Step]) -> list[tuple[Step, ...]]:
    return [chosen for size in range(len(steps) + 1) for chosen in itertools.combinations(steps, size)]


@settings(max_examples=80, deadline=None)
@given(plans(), st.integers(0, 3))
def test_an_order_is_found_just_where_one_is_safe(steps: tuple[Step, ...], bears: int) -> None:
    """Against every order of single steps, with all that could be taken back at each point tried out."""
    floor = -float(bears)

    def safe(order: tuple[Step, ...]) -> bool:
        points = (order[:n] for n in range(1, len(order)))
        return all(
            _left(done, *pair) >= floor - 1e-9 for done in points for pair in (("North", "South"), ("South", "North"))
        )

    exists = any(safe(order) for order in itertools.permutations(steps))
    found = find_order(steps, walk_away=AWAY, tolerance={"North": float(bears), "South": float(bears)})
    assert (found.verdict == "safe") == exists
