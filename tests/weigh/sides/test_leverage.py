"""Leverage moves the walk-away; keeping a deal pays where the penalty, as likely as it is, outweighs the gain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from problems import problem

from goodoffices.weigh import Problem, WeighError
from goodoffices.weigh.sides import Breach, Pressure, balances, under_pressure
from goodoffices.weigh.zone import find_zone

DEAL = problem(np.array([[10.0, 0.0], [6.0, 5.0], [0.0, 10.0]]))
ASKED = Problem(**{n: getattr(DEAL, n) for n in DEAL.__dataclass_fields__} | {"reservation": np.array([9.0, 4.0])})
SANCTIONS = Pressure(words="sanctions", by="West", on="party 0", while_="the offensive goes on", costs=4)


def test_leverage_opens_a_zone_that_was_empty() -> None:
    """With its walk-away lowered from 9 to 5 the party can sign; threatened alone, nothing changes."""
    assert not find_zone(ASKED).exists
    assert find_zone(under_pressure(ASKED, (SANCTIONS,))).exists
    threatened = Pressure(words="sanctions", by="West", on="party 0", while_="", costs=4, in_force=False)
    assert not find_zone(under_pressure(ASKED, (threatened,))).exists


@pytest.mark.parametrize(
    ("pressure", "deal", "words"),
    [
        (Pressure(words="tariffs", by="West", on="East", while_="", costs=1), ASKED, "'East', which is no party"),
        (SANCTIONS, DEAL, "states none"),
    ],
)
def test_leverage_on_nothing_is_refused(pressure: Pressure, deal: Problem, words: str) -> None:
    """A party that is not there, or has no walk-away to lower, is named."""
    with pytest.raises(WeighError, match=words):
        under_pressure(deal, (pressure,))


def test_incentives_without_deterrents_do_not_hold() -> None:
    """Worth 6 kept; breaking gains 3 and is seen half of the time: a penalty of 2 is too little, 6 is just enough."""
    weak, strong = (Breach(party="party 0", gain=3, detection=0.5, penalty=p) for p in (2, 7))
    (first,) = balances(DEAL, np.array([1]), (weak,))
    assert (first.keeps, first.breaks, first.verdict) == (6.0, 8.0, "breaks")
    assert (first.penalty_needed, first.detection_needed) == (6.0, None)
    (second,) = balances(DEAL, np.array([1]), (strong,))
    assert (second.verdict, second.detection_needed) == ("keeps", pytest.approx(3 / 7))


def test_a_party_may_rather_walk_away() -> None:
    """Where no deal is worth more than keeping or breaking."""
    (found,) = balances(ASKED, np.array([2]), (Breach(party="party 0", gain=1, detection=0, penalty=0),))
    assert (found.verdict, found.walks, found.penalty_needed) == ("walks away", 9.0, None)


@given(st.floats(0, 10), st.floats(0.01, 1))
def test_at_the_penalty_needed_keeping_is_worth_as_much_as_breaking(gain: float, detection: float) -> None:
    """The threshold is where the two meet."""
    (found,) = balances(DEAL, np.array([1]), (Breach(party="party 0", gain=gain, detection=detection, penalty=0),))
    assert found.penalty_needed is not None
    again = Breach(party="party 0", gain=gain, detection=detection, penalty=found.penalty_needed)
    (met,) = balances(DEAL, np.array([1]), (again,))
    assert met.breaks == pytest.approx(met.keeps)


def test_a_probability_above_one_is_refused() -> None:
    """It cannot be."""
    with pytest.raises(WeighError, match="probability"):
        balances(DEAL, np.array([1]), (Breach(party="party 0", gain=1, detection=2, penalty=1),))
