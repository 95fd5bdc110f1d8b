"""Who can make or break a task, against counting by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.weigh import WeighError
from goodoffices.weigh.coalitions import Member, weigh_coalition

FORCE = (
    Member(name="Norland", brings={"troops": 6000}, cost=2, gain=5),
    Member(name="Westmark", brings={"troops": 6000}, cost=2, gain=5),
    Member(name="Tavria", brings={"troops": 4000}, cost=1, gain=2),
    Member(name="Columbia", brings={"air cover": 1}, cost=3, gain=4),
)
NEEDS = {"troops": 10000, "air cover": 1}


def test_a_backstop_is_a_single_point_of_failure() -> None:
    """Who alone brings a means has a veto, and what would be lacking without it is said."""
    power = weigh_coalition(FORCE, NEEDS)
    vetoes = {each.name: each.lacks_without for each in power.members if each.veto}
    assert vetoes == {"Columbia": {"air cover": 1.0}}
    assert power.blocking[0] == ("Columbia",)


def test_the_least_coalitions_have_nobody_to_spare() -> None:
    """Any two of three with troops will do, and the backstop is in each."""
    assert weigh_coalition(FORCE, NEEDS).least == (
        ("Norland", "Westmark", "Columbia"),
        ("Norland", "Tavria", "Columbia"),
        ("Westmark", "Tavria", "Columbia"),
    )


def test_a_member_that_gains_by_staying_out_makes_a_coalition_unstable() -> None:
    """All four together do not hold: each of those with troops would rather ride free, and is named as free rider."""
    power = weigh_coalition(FORCE, NEEDS)
    assert all(len(coalition) == 3 for coalition in power.stable)
    assert power.free_riders[0] == ("Tavria",)


def test_what_one_alone_will_not_carry_for_its_gain_does_not_stand() -> None:
    """Where taking part costs more than the task is worth, nobody stays in."""
    dear = (
        Member(name="A", brings={"money": 1}, cost=9, gain=5),
        Member(name="B", brings={"money": 1}, cost=1, gain=5),
    )
    assert weigh_coalition(dear, {"money": 2}).stable == ()


def test_a_mandate_that_asks_for_another_is_kept() -> None:
    """Who may join only with another is in no coalition without it."""
    bound = (
        Member(name="A", brings={"troops": 5}, gain=1, mandate=("B",)),
        Member(name="B", brings={}, gain=1),
        Member(name="C", brings={"troops": 5}, gain=1),
    )
    assert weigh_coalition(bound, {"troops": 5}).least == (("C",), ("A", "B"))


def test_a_task_that_nobody_can_carry_is_said_to_be_impossible() -> None:
    """Nobody has a veto over what cannot be done."""
    power = weigh_coalition(FORCE, {"troops": 10**6})
    assert not power.possible
    assert not any(each.veto for each in power.members)
    assert power.least == power.blocking == power.stable == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=6), st.integers(1, 14))
def test_indices_agree_with_counting_every_order_of_joining(brings: list[int], needed: int) -> None:
    """Shapley and Shubik's index, Banzhaf's swings and vetoes are those of the slow, obvious count."""
    members = tuple(Member(name=f"m{n}", brings={"votes": amount}) for n, amount in enumerate(brings))
    power = weigh_coalition(members, {"votes": needed})
    pivots = np.zeros(len(brings))
    orders = list(itertools.permutations(range(len(brings))))
    for order in orders:
        total = 0
        for n in order:
            if total < needed <= total + brings[n]:
                pivots[n] += 1
            total += brings[n]
    for n, each in enumerate(power.members):
        assert each.pivotal_share == pytest.approx(pivots[n] / len(orders))
        assert each.swings == _swings(brings, n, needed)
        assert each.veto == (sum(brings) >= needed > sum(brings) - brings[n])


def _swings(brings: list[int], n: int, needed: int) -> int:
    others = [amount for m, amount in enumerate(brings) if m != n]
    subsets = itertools.chain.from_iterable(itertools.combinations(others, size) for size in range(len(others) + 1))
    return sum(sum(subset) < needed <= sum(subset) + brings[n] for subset in subsets)


@pytest.mark.parametrize(
    ("members", "needs", "words"),
    [
        ((), {"troops": 1}, "0 members"),
        ((FORCE[0], FORCE[0]), {"troops": 1}, "2 members, 1 names"),
        (FORCE, {}, "needs {}"),
        (FORCE, {"troops": 0}, "amount above 0"),
        ((Member(name="A", mandate=("Z",)),), {"troops": 1}, "'Z' is named, and is no member"),
        ((Member(name="A", brings={"troops": -1}),), {"troops": 1}, "'A' has a number that cannot be"),
    ],
)
def test_members_that_cannot_be_are_refused(members: tuple[Member, ...], needs: dict[str, float], words: str) -> None:
    """The error says which name or number."""
    with pytest.raises(WeighError, match=words):
        weigh_coalition(members, needs)


def test_an_essential_party_has_a_veto_whatever_it_brings() -> None:
    """Where a law asks for one's consent, it can break what others carry."""
    power = weigh_coalition(FORCE, NEEDS, essential=("Tavria",))
    assert {each.name for each in power.members if each.veto} == {"Tavria", "Columbia"}
