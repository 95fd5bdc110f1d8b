"""The four solutions: what brute force finds, whatever the order or scale, and a proof where there is no front."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from problems import additive, deals, every_package, problem

from goodoffices.weigh import Limit, NoPackage, Problem, Table
from goodoffices.weigh.frontier import frontier
from goodoffices.weigh.solutions import Solution, solve

CONCEPTS = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")


def _large(seed: int, *, whole: bool = False) -> Problem:
    """Five parties, fifty issues of ten options: 1e50 packages; weights of a real kind, some large."""
    rng = np.random.default_rng(seed)
    scores = rng.integers(1, 11, (50, 10, 5)).astype(float) if whole else rng.random((50, 10, 5))
    weights = rng.dirichlet(np.ones(50), size=5)
    return problem(*(scores / scores.max(axis=1, keepdims=True) * weights.T[:, None]))


def _least_share(solution: Solution, utilities: np.ndarray) -> np.ndarray:
    """The least share of what each could hope for, by its definition and no other code."""
    rational = utilities[(utilities >= solution.disagreement - 1e-9).all(axis=1)]
    hopes = rational.max(axis=0) - solution.disagreement
    able = hopes > 1e-9
    gains = (utilities - solution.disagreement)[:, able] / hopes[able]
    return gains.min(axis=1) if able.any() else np.zeros(len(utilities))


@settings(deadline=None, max_examples=200)
@given(deals(), st.booleans(), st.lists(st.integers(-4, 4), min_size=3, max_size=3))
def test_each_solution_is_that_of_brute_force(deal: Problem, reserved: bool, least: list[int]) -> None:  # noqa: FBT001 (Hypothesis)
    """Over every package that keeps the rules nothing has a larger product, least share, least gain or sum."""
    packages = every_package(deal)
    if not len(packages):
        return
    utilities = deal.utilities(packages)
    if reserved:
        deal = replace(deal, reservation=np.array(least[: len(deal.parties)], dtype=float))
    point = deal.reservation if reserved else utilities.min(axis=0)
    rational = (utilities >= point - 1e-9).all(axis=1)
    sums = solve(deal, "utilitarian")
    assert sums.utilities.sum() == pytest.approx(utilities.sum(axis=1).max())
    equal = solve(deal, "egalitarian")
    assert np.allclose(equal.disagreement, point)
    assert equal.disagreement_from == (("reservation value",) if reserved else ("worst outcome",)) * len(point)
    ranked = np.sort((utilities - point).round(9), axis=1).tolist()
    assert np.sort(equal.utilities - point) == pytest.approx(max(ranked))
    if not rational.any():
        with pytest.raises(NoPackage, match="point of disagreement"):
            solve(deal, "nash")
        hopes = utilities.max(axis=0) - point
        if (hopes > 1e-9).all():
            short = solve(deal, "kalai-smorodinsky")
            assert short.value == pytest.approx(((utilities - point) / hopes).min(axis=1).max())
            assert not short.individually_rational
        else:
            with pytest.raises(NoPackage, match="point of disagreement"):
                solve(deal, "kalai-smorodinsky")
        return
    product = solve(deal, "nash")
    best = np.maximum(utilities - point, 0)[rational].prod(axis=1).max()
    assert (product.utilities - point).prod() == pytest.approx(best, abs=1e-9)
    share = solve(deal, "kalai-smorodinsky")
    signed = utilities[rational]  # who can hope for nothing counts for nothing, and must still have no deal's worth
    assert _least_share(share, np.vstack([share.utilities, signed]))[0] == pytest.approx(
        _least_share(share, signed).max()
    )
    assert (share.utilities >= point - 1e-9).all()


@settings(deadline=None)
@given(deals(), st.sampled_from(CONCEPTS))
def test_no_package_is_better_for_one_and_as_good_for_all(deal: Problem, concept: str) -> None:
    """Each solution is on the front."""
    if not len(every_package(deal)):
        with pytest.raises(NoPackage):
            solve(deal, concept)
        return
    solution = solve(deal, concept)
    assert np.abs(frontier(deal).utilities - solution.utilities).max(axis=1).min() < 1e-9
    assert np.allclose(deal.utilities(np.array([solution.package]))[0], solution.utilities)
    assert solution.gap == 0.0


@settings(deadline=None)
@given(additive(), st.data(), st.sampled_from(CONCEPTS))
def test_the_order_of_parties_issues_and_options_changes_nothing(
    deal: Problem, data: st.DataObject, concept: str
) -> None:
    """Shuffled, the solution gains the same: the same value, and the same gains in order of size."""
    parties = data.draw(st.permutations(range(len(deal.parties))))
    issues = data.draw(st.permutations(range(len(deal.issues))))
    tables = []
    for issue in issues:
        options = data.draw(st.permutations(range(deal.shape[issue])))
        tables.append(deal.tables[issue].values[options][:, parties])
    one, other = solve(deal, concept), solve(problem(*tables), concept)
    assert other.value == pytest.approx(one.value)
    assert np.sort(other.utilities - other.disagreement) == pytest.approx(np.sort(one.utilities - one.disagreement))


@pytest.mark.parametrize("concept", ["nash", "kalai-smorodinsky"])
@given(seed=st.integers(0, 10**6), factor=st.floats(0.01, 100), shift=st.floats(-10, 10))
def test_a_positive_rescaling_of_a_party_changes_nothing(concept: str, seed: int, factor: float, shift: float) -> None:
    """One party's utilities and reservation value on another scale: the same package."""
    rng = np.random.default_rng(seed)
    deal = problem(*(rng.random((4, 3)) for _ in range(4)))
    deal = replace(deal, reservation=np.array([0.4, np.nan, 0.7]))
    scale = np.array([factor, 1.0, 1.0])
    other = replace(
        deal,
        tables=tuple(Table(table.scope, table.values * scale) for table in deal.tables),
        base=np.array([shift, 0.0, 0.0]),
        reservation=deal.reservation * scale + np.array([shift, 0.0, 0.0]),
    )
    assert solve(other, concept).package == solve(deal, concept).package


@pytest.mark.parametrize("concept", CONCEPTS)
def test_without_a_front_the_answer_is_the_same(concept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slice near the solution, and the integer program, find what the whole front shows."""
    rng = np.random.default_rng(5)
    for reservation in (np.full(3, np.nan), np.array([0.9, 1.0, 1.2])):
        deal = problem(*(rng.random((4, 3)) for _ in range(5)))
        deal = replace(deal, reservation=reservation)
        whole = solve(deal, concept)
        monkeypatch.setattr("goodoffices.weigh.solutions.solving._small_front", lambda _: None)
        sliced = solve(deal, concept)
        monkeypatch.setattr("goodoffices.weigh.solutions.solving._SLICE", 0)
        monkeypatch.setattr("goodoffices.weigh.solutions.solving._HOPES", 0)
        programmed = solve(deal, concept)
        monkeypatch.undo()
        assert sliced.package == whole.package
        assert sliced.value == pytest.approx(whole.value)
        assert programmed.value == pytest.approx(whole.value, rel=1e-6)
        assert programmed.gap <= 1e-6
        assert programmed.bound >= whole.value - 1e-9


@settings(deadline=None, max_examples=40)
@given(deals(), st.sampled_from(CONCEPTS))
def test_an_integer_program_keeps_links_rules_and_limits(deal: Problem, concept: str) -> None:
    """Interactions, rules and limits are the same to it as to the front."""
    if not len(every_package(deal)):
        return
    whole = solve(deal, concept)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.weigh.solutions.solving._small_front", lambda _: None)
        patch.setattr("goodoffices.weigh.solutions.solving._SLICE", 0)
        patch.setattr("goodoffices.weigh.solutions.solving._HOPES", 0)
        if concept == "nash" and whole.value <= 1e-6:
            return
        programmed = solve(deal, concept)
    assert programmed.value == pytest.approx(whole.value, rel=1e-6, abs=1e-6)
    assert deal.allows(np.array([programmed.package])).all()


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("whole", [False, True])
def test_of_1e50_packages_the_solution_is_found_with_its_proof(concept: str, whole: bool) -> None:  # noqa: FBT001 (pytest)
    """Five parties: a gap of at most 1e-6, in seconds."""
    deal = _large(3, whole=whole)
    assert deal.size == 10**50
    start = time.process_time()
    solution = solve(deal, concept)
    assert time.process_time() - start < 20
    assert solution.gap <= 1e-6
    assert solution.individually_rational


def test_what_was_passed_as_disagreement_is_said() -> None:
    """A number that is passed counts before the model's; NaN leaves it to the model."""
    deal = replace(problem(np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 2.0]])), reservation=np.array([0.2, 0.1, np.nan]))
    solution = solve(deal, "egalitarian", disagreement=[-1.0, float("nan"), float("nan")])
    assert solution.disagreement.tolist() == [-1.0, 0.1, 2.0]
    assert solution.disagreement_from == ("given", "reservation value", "worst outcome")


def test_a_party_that_need_not_sign_does_not_bargain() -> None:
    """Its losses count for nothing, but of packages equal to the others it gets the better."""
    table = np.array([[2.0, 2.0, 0.0], [2.0, 2.0, 1.0], [1.0, 1.0, 9.0]])
    deal = replace(problem(table), signs=np.array([True, True, False]))
    for concept in CONCEPTS:
        assert solve(deal, concept).package == (1,)


def test_where_not_all_can_gain_as_many_do_as_can() -> None:
    """Every product is 0; the package in which two of three gain most is taken."""
    table = np.array([[0.0, 0.0, 0.0], [5.0, 0.0, 0.0], [1.0, 1.0, 0.0], [2.0, 3.0, 0.0], [0.0, 0.0, 9.0]])
    assert solve(problem(table), "nash").package == (3,)


def test_a_concept_or_disagreement_that_cannot_be_is_refused() -> None:
    """Each is named with its value."""
    deal = problem(np.eye(2))
    with pytest.raises(ValueError, match="not 'Nash'"):
        solve(deal, "Nash")
    with pytest.raises(ValueError, match="each of 2 parties"):
        solve(deal, "nash", disagreement=[1.0])


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_limit_on_the_only_issue_is_kept_without_a_front(concept: str) -> None:
    """A slice of one part alone passes no limit either."""
    limit = Limit(((0, 0),), 0, "never the first", key="l0")
    deal = problem(np.array([[0.0, 0.0], [1.0, -1.0]]), limits=(limit,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.weigh.solutions.solving._small_front", lambda _: None)
        assert solve(deal, concept).package == (1,)
