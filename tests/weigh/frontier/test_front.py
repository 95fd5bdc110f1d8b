"""The front: no package more than brute force finds, none fewer."""

from __future__ import annotations

import itertools
import time
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from brute import brute_front, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from problems import additive, deals, every_package, problem

from goodoffices.weigh import FrontTooLarge, Limit, NoPackage, Problem, Rule, Table
from goodoffices.weigh.frontier import frontier


def _random(seed: int, shape: tuple[int, ...], parties: int) -> Problem:
    rng = np.random.default_rng(seed)
    return problem(*(rng.random((options, parties)) for options in shape))


@settings(deadline=None)
@given(additive())
def test_the_front_of_an_additive_deal_is_that_of_brute_force(deal: Problem) -> None:
    """Whatever the scores, ties and thirds among them, the rows are the same."""
    assert rows(frontier(deal).utilities) == rows(brute_front(deal))


@settings(deadline=None, max_examples=300)
@given(deals())
def test_the_front_of_a_linked_deal_is_that_of_brute_force(deal: Problem) -> None:
    """Interactions, rules and limits change nothing of that; a deal that allows nothing is refused."""
    if not len(every_package(deal)):
        with pytest.raises(NoPackage):
            frontier(deal)
        return
    front = frontier(deal)
    assert rows(front.utilities) == rows(brute_front(deal))
    assert deal.allows(front.packages).all()
    assert np.allclose(deal.utilities(front.packages), front.utilities)


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5, 6])
def test_the_front_of_scores_without_a_common_unit_is_that_of_brute_force(parties: int) -> None:
    """Random reals have no unit to find; the front is the same all the same."""
    deal = _random(parties, (4, 5, 3, 6), parties)
    assert rows(frontier(deal).utilities) == rows(brute_front(deal))


@settings(deadline=None)
@given(deals(), st.data())
def test_of_equal_packages_the_first_stays_and_the_others_can_be_asked_for(deal: Problem, data: st.DataObject) -> None:
    """A package of the front and its ties are all the packages with its utilities; without limits it is the first."""
    packages = every_package(deal)
    if not len(packages):
        return
    front = frontier(deal)
    row = data.draw(st.integers(0, len(front) - 1))
    same = np.abs(deal.utilities(packages) - front.utilities[row]).max(axis=1) < 1e-9
    expected = sorted(map(tuple, packages[same].tolist()))
    kept = tuple(front.packages[row].tolist())
    assert sorted([kept, *front.ties(row)]) == expected
    assert deal.limits or kept == expected[0]


def test_ties_come_one_at_a_time_however_many_there_are() -> None:
    """Thirty issues that matter to no one make 2**30 packages alike; the first few come at once."""
    deal = problem(*(np.zeros((2, 2)) for _ in range(30)))
    front = frontier(deal)
    assert len(front) == 1
    assert len(set(itertools.islice(front.ties(0), 100))) == 100


def test_sums_that_differ_by_rounding_alone_are_equal() -> None:
    """0.1 + 0.2 and 0.3 + 0 are one number here, so the package that is better for the other party beats the rest."""
    either = Rule((0, 1), np.eye(2, dtype=bool))
    deal = problem(np.array([[0.1, 0.0], [0.3, 0.0]]), np.array([[0.2, 0.0], [0.0, 1.0]]), rules=(either,))
    assert 0.1 + 0.2 > 0.3
    assert rows(frontier(deal).utilities) == [(0.3, 1.0)]


def test_rounding_is_told_apart_where_the_scores_have_no_common_unit() -> None:
    """An irrational score beside the tenths hides the unit, and still no package stays for its rounding."""
    odd = np.sqrt(2) / 7
    either = Rule((0, 1), np.eye(2, dtype=bool))
    tables = np.array([[0.1, 0.0], [0.3, 0.0]]), np.array([[0.2, 0.0], [0.0, 1.0]]), np.array([[odd, 0.0], [0.0, 0.5]])
    front = frontier(problem(*tables, rules=(either,)))
    assert rows(front.utilities) == [(0.3, 1.5), (round(0.3 + odd, 9), 1.0)]


@settings(deadline=None)
@given(additive(), st.data())
def test_the_order_of_parties_issues_and_options_changes_nothing(deal: Problem, data: st.DataObject) -> None:
    """Shuffled columns, issues and options give the same rows, the columns shuffled alike."""
    parties = data.draw(st.permutations(range(len(deal.parties))))
    issues = data.draw(st.permutations(range(len(deal.issues))))
    tables = []
    for issue in issues:
        options = data.draw(st.permutations(range(deal.shape[issue])))
        tables.append(deal.tables[issue].values[options][:, parties])
    assert rows(frontier(problem(*tables)).utilities) == rows(frontier(deal).utilities[:, parties])


@settings(deadline=None)
@given(additive(), st.floats(1e-3, 1e3), st.floats(-5, 5))
def test_a_positive_rescaling_keeps_the_packages(deal: Problem, factor: float, shift: float) -> None:
    """One party's scores times a factor, and more for every package: the same packages."""
    scale = np.ones(len(deal.parties))
    scale[0] = factor
    other = replace(
        deal, tables=tuple(replace(table, values=table.values * scale) for table in deal.tables), base=deal.base + shift
    )
    assert frontier(other).packages.tolist() == frontier(deal).packages.tolist()


@settings(deadline=None)
@given(deals(), st.lists(st.integers(-5, 12), min_size=3, max_size=3))
def test_above_reservation_keeps_what_the_signing_parties_could_sign(deal: Problem, least: list[int]) -> None:
    """A party that need not sign has no say; an empty front is an answer."""
    if not len(every_package(deal)):
        return
    count = len(deal.parties)
    deal = replace(deal, reservation=np.array(least[:count], dtype=float), signs=np.arange(count) != 1)
    front = frontier(deal)
    wanted = (front.utilities >= deal.reservation - 1e-9)[:, deal.signs].all(axis=1)
    assert rows(frontier(deal, above_reservation=True).utilities) == rows(front.utilities[wanted])


def test_a_front_past_the_budget_is_refused_with_its_number() -> None:
    """A quarrel over every penny has as many packages as pennies: the error names how many were found."""
    rng = np.random.default_rng(1)
    shares = rng.random((30, 10))
    deal = problem(*(np.stack([share, 1 - share], axis=1) for share in shares))
    with pytest.raises(FrontTooLarge, match=r"[0-9,]+ packages, and the budget is 1,000;"):
        frontier(deal, budget=1000)


def test_a_front_of_1e30_takes_little_memory_to_refuse() -> None:
    """What is held stays near the budget."""
    rng = np.random.default_rng(1)
    shares = rng.random((30, 10))
    deal = problem(*(np.stack([share, 1 - share], axis=1) for share in shares))
    tracemalloc.start()
    with pytest.raises(FrontTooLarge):
        frontier(deal, budget=100_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 300e6


@pytest.mark.parametrize("parties", [2, 3])
@pytest.mark.parametrize("epsilon", [0.05, 0.2])
def test_a_coarser_front_is_as_near_as_it_says(parties: int, epsilon: float) -> None:
    """Past the budget, every exact package has one on the coarse front that is worse by no more than epsilon."""
    rng = np.random.default_rng(parties)
    shares = rng.random((5, 4, parties))
    deal = problem(*(share / share.sum(axis=1, keepdims=True) for share in shares))
    exact = frontier(deal)
    coarse = frontier(deal, budget=len(exact) // 2 if epsilon < 0.1 else 100, epsilon=epsilon)
    assert 0 < coarse.epsilon <= epsilon
    assert len(coarse) < len(exact)
    span = sum(table.values.max(axis=0) - table.values.min(axis=0) for table in deal.tables)
    loss = ((exact.utilities[:, None] - coarse.utilities[None]) / span).max(axis=2).min(axis=1)
    assert loss.max() <= coarse.epsilon + 1e-12


def test_within_the_budget_a_front_is_exact_even_where_it_need_not_be() -> None:
    """Epsilon is a permission, not a wish."""
    deal = _random(3, (4, 4, 4), 3)
    front = frontier(deal, epsilon=0.1)
    assert front.epsilon == 0.0
    assert rows(front.utilities) == rows(brute_front(deal))


def test_rules_that_clash_are_named() -> None:
    """Of four rules the two that cannot hold together are named, and the others are not."""
    yes = np.array([True, False])
    deal = problem(
        np.zeros((2, 1)),
        np.zeros((2, 1)),
        rules=(
            Rule((0,), yes, "only a ceasefire"),
            Rule((1,), yes, "no force"),
            Rule((0,), ~yes, "never a ceasefire"),
            Rule((1,), np.array([True, True]), "anything goes"),
        ),
    )
    with pytest.raises(NoPackage, match=r"only a ceasefire.*never a ceasefire") as caught:
        frontier(deal)
    assert "force" not in str(caught.value)
    assert "anything" not in str(caught.value)


def test_a_chain_of_links_costs_little() -> None:
    """Forty issues, each linked with the next, are eliminated one by one: 4**40 packages in moments."""
    rng = np.random.default_rng(0)
    deal = problem(*(rng.integers(0, 5, (4, 2)).astype(float) for _ in range(40)))
    links = tuple(Table((n, n + 1), rng.integers(-2, 3, (4, 4, 2)).astype(float)) for n in range(39))
    deal = replace(
        deal,
        tables=deal.tables + links,
        rules=(Rule((3, 20), ~np.eye(4, dtype=bool)),),
        limits=(Limit(tuple((n, 0) for n in range(0, 40, 4)), 3),),
    )
    start = time.process_time()
    front = frontier(deal)
    assert time.process_time() - start < 20
    assert deal.allows(front.packages).all()
    assert len(front) > 10


def test_a_deal_of_1e60_packages_has_its_packages_read_back() -> None:
    """Past 2**62 a package's number takes several words; options and utilities still agree."""
    rng = np.random.default_rng(0)
    deal = problem(*(rng.integers(0, 3, (10, 2)).astype(float) for _ in range(60)))
    front = frontier(deal)
    assert np.allclose(deal.utilities(front.packages), front.utilities)
    best = sum(table.values.max(axis=0) for table in deal.tables)
    assert np.allclose(front.utilities.max(axis=0), best)


def test_a_deal_without_issues_is_one_package() -> None:
    """Nothing to choose leaves one package, worth what the deal is worth to begin with."""
    deal = replace(problem(np.zeros((1, 2))), issues=(), options=(), tables=(), base=np.array([1.0, 2.0]))
    assert frontier(deal).utilities.tolist() == [[1.0, 2.0]]


def test_a_budget_or_epsilon_that_cannot_be_is_refused() -> None:
    """Each is named with its value."""
    deal = _random(0, (2,), 2)
    with pytest.raises(ValueError, match="not 0 and None"):
        frontier(deal, budget=0)
    with pytest.raises(ValueError, match="epsilon over 0"):
        frontier(deal, epsilon=1.5)
