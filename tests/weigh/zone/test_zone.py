"""Whether there is a deal, and why not, against going through every package and every set of demands."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from problems import deals, every_package, problem

from goodoffices.weigh import Problem, Rule
from goodoffices.weigh.zone import Demand, find_zone

WITHDRAW = problem(np.array([[10.0, 0.0], [6.0, 5.0], [0.0, 10.0]]), np.array([[0.0, 4.0], [3.0, 0.0]]))


def asking(deal: Problem, *floors: float, rules: tuple[Rule, ...] = ()) -> Problem:
    """The deal with these reservation values and more rules."""
    return replace(deal, reservation=np.array(floors), rules=(*deal.rules, *rules))


def test_a_deal_that_exists_is_shown_with_the_package_that_is_fairest() -> None:
    """Of the packages that both could sign, the one whose least gain is greatest."""
    zone = find_zone(asking(WITHDRAW, 5, 5))
    assert zone.exists
    assert zone.package is not None
    assert WITHDRAW.utilities(zone.package[None])[0].tolist() == [6.0, 9.0]
    assert zone.clashes == zone.blockers == zone.concessions == ()


def test_two_thresholds_too_high_are_named_with_how_far_they_would_come_down() -> None:
    """At 9 and 9 nothing fits; together they are the clash, each alone blocks, and the least concession is one unit."""
    zone = find_zone(asking(WITHDRAW, 9, 9))
    assert not zone.exists
    assert [[each.party for each in clash] for clash in zone.clashes] == [["party 0", "party 1"]]
    assert zone.blockers == (("party 0",), ("party 1",))
    least = zone.concessions[0]
    assert least.gives == ()
    assert sum(each.share for each in least.lowers) <= min(
        sum(each.share for each in c.lowers) for c in zone.concessions
    )
    assert {(each.party, each.by) for c in zone.concessions for each in c.lowers} >= {("party 0", 3.0)}


def test_a_red_line_that_bars_all_is_named_in_its_words() -> None:
    """A mandate against the one option that the other needs: both are in the clash, and giving it up opens a deal."""
    line = Rule((0,), np.array([True, False, False]), "no withdrawal before a ceasefire", party=0, key="m1")
    zone = find_zone(asking(WITHDRAW, 0, 8, rules=(line,)))
    (clash,) = zone.clashes
    assert {each.words for each in clash} == {
        "no withdrawal before a ceasefire",
        "party 1: at least 8, what it has without a deal",
    }
    assert any([each.key for each in concession.gives] == ["m1"] for concession in zone.concessions)


def test_rules_of_the_world_have_no_blocker() -> None:
    """Where rules that are nobody's leave no package, no party is blamed."""
    one = Rule((1,), np.array([True, False]), "law A")
    other = Rule((1,), np.array([False, True]), "law B")
    zone = find_zone(asking(WITHDRAW, 0, 0, rules=(one, other)))
    assert zone.blockers == ()
    assert [[each.words for each in clash] for clash in zone.clashes] == [["law A", "law B"]]


def test_a_party_that_states_no_threshold_is_named() -> None:
    """It is taken to sign anything, and that is said."""
    assert find_zone(asking(WITHDRAW, 3, np.nan)).unstated == ("party 1",)


@settings(max_examples=60, deadline=None)
@given(deals(), st.integers(0, 12))
def test_the_answer_is_that_of_trying_everything(deal: Problem, floor: int) -> None:
    """A deal exists exactly where a package meets all; the smallest clash is as small as by brute force."""
    asked = replace(deal, reservation=np.full(len(deal.parties), floor * 0.5))
    zone = find_zone(asked)
    held = _held(asked, zone.demands)
    assert zone.exists == bool(held.all(axis=1).any())
    if zone.exists:
        assert zone.package is not None
        assert asked.allows(zone.package[None])[0]
        assert (asked.utilities(zone.package[None])[0] >= floor * 0.5 - 1e-6).all()
        return
    count = len(zone.demands)
    sets = [s for size in range(1, count + 1) for s in itertools.combinations(range(count), size)]
    smallest = min(len(s) for s in sets if not held[:, s].all(axis=1).any())
    assert len(zone.clashes[0]) == smallest
    for clash in zone.clashes:
        places = [zone.demands.index(each) for each in clash]
        assert not held[:, places].all(axis=1).any()
        assert all(held[:, [p for p in places if p != left]].all(axis=1).any() for left in places)
    for concession in zone.concessions:
        _opens(asked, zone.demands, concession.package, [each.key for each in concession.gives])


def _held(deal: Problem, demands: tuple[Demand, ...]) -> np.ndarray:
    """``(packages, demands)``, which package meets which demand."""
    packages = every_package(replace(deal, rules=(), limits=()))
    worth = deal.utilities(packages)
    columns = []
    for each in demands:
        if each.kind == "threshold":
            place = deal.parties.index(each.key)
            columns.append(worth[:, place] >= deal.reservation[place] - 1e-9)
        elif isinstance(each.rule, Rule):
            columns.append(replace(deal, rules=(each.rule,), limits=()).allows(packages))
        else:
            columns.append(
                replace(deal, rules=(), limits=tuple(x for x in deal.limits if x is each.rule)).allows(packages)
            )
    return np.stack(columns, axis=1) if columns else np.ones((len(packages), 0), dtype=bool)


def _opens(deal: Problem, demands: tuple[Demand, ...], package: np.ndarray, given: list[str]) -> None:
    """The package of a concession breaks no rule but those given up."""
    kept = [each.rule for each in demands if each.rule is not None and each.key not in given]
    rules = tuple(each for each in kept if isinstance(each, Rule))
    limits = tuple(each for each in kept if not isinstance(each, Rule))
    assert replace(deal, rules=rules, limits=limits).allows(package[None])[0]
