"""Probabilities are right to their stated error where they are known in closed form."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from problems import deals, every_package

from goodoffices.weigh import NoPackage, Problem, Rule, WeighError
from goodoffices.weigh.doubt import sign_chances
from goodoffices.weigh.model import Between, Exact, Issue, Model, Option, Order, Party, Points, Spread, draw

YES_NO = (Issue(name="force", options=(Option("yes"), Option("no"))),)


def one(score: object, reservation: float, name: str = "A", *, signs: bool = True) -> Party:
    """A party that has one uncertain score, for "yes"."""
    points = Points({"yes": score, "no": Exact(0.0)})  # type: ignore[dict-item]
    return Party(
        name=name,
        weights=Points({"force": Exact(1.0)}),
        scores={"force": points},
        reservation=Exact(reservation),
        signs=signs,
    )


@pytest.mark.parametrize(
    ("score", "reservation", "truth"),
    [
        (Between(0, 100), 30.0, 0.7),
        (Spread("triangular", (0.0, 50.0, 100.0)), 25.0, 1 - 2 * 0.25**2),
        (Spread("normal", (50.0, 10.0), within=(0.0, 100.0)), 60.0, 0.5 * math.erfc(1 / math.sqrt(2))),
        (Spread("beta", (2.0, 1.0), within=(0.0, 100.0)), 50.0, 0.75),
    ],
)
def test_one_party_signs_as_often_as_its_number_says(score: object, reservation: float, truth: float) -> None:
    """The share of draws lies within four standard errors of the closed form."""
    chances = sign_chances(Model(parties=(one(score, reservation),), issues=YES_NO), draws=20_000, seed=7)
    assert abs(chances.together[0] - truth) < 4 * chances.error[0]
    assert chances.error[0] == pytest.approx(math.sqrt(truth * (1 - truth) / 20_000), rel=0.1)


def test_parties_that_know_nothing_of_each_other_multiply() -> None:
    """Three with probabilities 0.5, 0.8 and 0.25 sign together in a tenth of all worlds."""
    parties = tuple(one(Between(0, 100), 100 * (1 - p), f"P{p}") for p in (0.5, 0.8, 0.25))
    chances = sign_chances(Model(parties=parties, issues=YES_NO), draws=40_000, seed=3)
    assert abs(chances.together[0] - 0.1) < 4 * chances.error[0]
    assert np.allclose(chances.alone[0], [0.5, 0.8, 0.25], atol=0.012)


def test_who_need_not_sign_is_not_waited_for() -> None:
    """A party without a signature is counted alone and not together."""
    parties = one(Between(0, 100), 50.0), one(Exact(0.0), 50.0, "B", signs=False)
    chances = sign_chances(Model(parties=parties, issues=YES_NO), draws=5000)
    assert abs(chances.together[0] - 0.5) < 0.03
    assert chances.alone[0, 1] == 0.0


def test_an_order_is_drawn_as_an_order() -> None:
    """The second of three ranked options is worth at least half in half of all draws."""
    issue = (Issue(name="force", options=(Option("a"), Option("b"), Option("c"))),)
    party = Party(name="A", scores={"force": Order((("a",), ("b",), ("c",)))}, reservation=Exact(50.0))
    chances = sign_chances(Model(parties=(party,), issues=issue), draws=20_000)
    assert np.allclose(chances.together, [7 / 8, 1 / 2, 1 / 8], atol=0.015)


def test_the_same_seed_gives_the_same_answer() -> None:
    """And another seed another one."""
    model = Model(parties=(one(Between(0, 100), 30.0),), issues=YES_NO)
    first, again, other = (sign_chances(model, draws=500, seed=seed).together[0] for seed in (1, 1, 2))
    assert first == again != other


@settings(max_examples=60, deadline=None)
@given(deals(), st.integers(-4, 12))
def test_with_nothing_unknown_a_package_is_signed_or_not(deal: Problem, floor: int) -> None:
    """One draw of a known deal says for every allowed package what its utilities say, linked issues and all."""
    known = Problem(
        **{name: getattr(deal, name) for name in deal.__dataclass_fields__}
        | {"reservation": np.full(len(deal.parties), float(floor))}
    )
    packages = every_package(known)
    if len(packages) == 0:
        with pytest.raises(NoPackage):
            sign_chances(known, draws=3)
        return
    chances = sign_chances(known, draws=3, keep=True)
    truth = known.utilities(packages) >= floor - 1e-9
    assert np.array_equal(chances.packages, packages)
    assert np.array_equal(chances.alone == 1, truth)
    assert np.array_equal(chances.together == 1, truth.all(axis=1))
    assert chances.holds is not None
    assert np.array_equal(chances.holds.all(axis=1), truth.all(axis=1))
    assert chances.any_deal == truth.all(axis=1).any()


def test_draws_made_before_are_used_as_they_are() -> None:
    """Chances of drawn numbers agree with counting them one by one."""
    drawn = draw(Model(parties=(one(Between(0, 100), 30.0),), issues=YES_NO), 2500, np.random.default_rng(5))
    chances = sign_chances(drawn)
    assert chances.together[0] == np.mean(drawn.tables[0][:, 0, 0] >= 30)
    assert chances.draws == 2500


def test_no_draws_are_refused() -> None:
    """Zero draws tell nothing."""
    with pytest.raises(WeighError, match="0 draws"):
        sign_chances(Model(parties=(one(Exact(1.0), 0.0),), issues=YES_NO), draws=0)


def test_rules_that_leave_nothing_are_said() -> None:
    """Where no package may be signed there is no probability."""
    party = one(Exact(1.0), 0.0)
    from goodoffices.weigh.model import as_problem  # noqa: PLC0415  used here alone

    deal = as_problem(Model(parties=(party,), issues=YES_NO))
    barred = Problem(
        **{name: getattr(deal, name) for name in deal.__dataclass_fields__}
        | {"rules": (Rule((0,), np.zeros(2, bool)),)}
    )
    with pytest.raises(NoPackage, match="no package keeps every rule"):
        sign_chances(barred)
