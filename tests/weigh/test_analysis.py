"""Everything that is asked of a model, in one go; and what is said where a part cannot be computed."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.weigh import WeighError, as_problem
from goodoffices.weigh.analysis import analyse
from goodoffices.weigh.leading import pick_package
from goodoffices.weigh.model import Model, parse_yaml

TWO = """
issues: {Capital: [Stays, Shared, Moves], Force: [None, Ours]}
parties:
  North:
    weights: {Capital: 60, Force: 40}
    reservation: RESERVATION
    scores: {Capital: {Stays: 100, Shared: 70, Moves: 0}, Force: {None: 40, Ours: 100}}
  South:
    weights: {Capital: 50, Force: 50}
    reservation: 45
    scores: {Capital: {Stays: 0, Shared: 60, Moves: 100}, Force: {None: 100, Ours: 20}}
"""


def _model(reservation: str = "40") -> Model:
    return parse_yaml(TWO.replace("RESERVATION", reservation), "two.yaml")


def test_where_every_number_is_known_one_draw_is_enough() -> None:
    """Probabilities are then 0 or 1, without an error."""
    found = analyse(_model())
    assert found.certain
    assert found.draws == 1
    assert all(lead.chance in {0.0, 1.0} and lead.error == 0 for lead in found.leads)


def test_the_first_package_is_the_most_robust_of_the_likeliest() -> None:
    """No other package as likely has a smaller greatest regret."""
    found = analyse(_model("[20, 60]"))
    first = found.leads[0]
    assert "first" in first.why
    shares, worst = found.pool.shares(), found.pool.regrets.worst if found.pool.regrets else np.zeros(0)
    near = shares >= shares.max() - 3 * first.error
    assert first.regret == pytest.approx(worst[near].min())


def test_acceptable_packages_are_counted_as_brute_force_counts_them() -> None:
    """All packages that give both at least their reservation values."""
    found = analyse(_model())
    problem = as_problem(_model())
    every = np.array([(a, b) for a in range(3) for b in range(2)])
    fine = (problem.utilities(every) >= problem.reservation).all(axis=1)
    assert (found.every, found.acceptable) == (True, int(fine.sum()))


def test_without_a_deal_the_least_concession_leads() -> None:
    """Where no package can be signed the first is one that the least concession opens; Nash's solution is missing."""
    found = analyse(_model("95"))
    assert found.zone is not None
    assert not found.zone.exists
    assert found.leads[0].why[0] == "first"
    assert "concession" in found.leads[0].why
    assert "nash" in found.missing
    assert found.leads[0].chance == 0


def test_a_package_is_found_by_its_words_or_its_concept() -> None:
    """Issue and option, spaces aside; or the name of a solution in any case."""
    assert pick_package(_model(), " Capital = Shared ;Force=None").tolist() == [1, 0]
    assert pick_package(_model(), "Nash").tolist() == list(analyse(_model()).solutions["nash"].package)
    with pytest.raises(WeighError, match="is no choice"):
        pick_package(_model(), "Capital")


def test_the_package_asked_about_leads_too() -> None:
    """It is among those spoken of, whatever it is worth."""
    asked = pick_package(_model(), "Capital=Moves; Force=Ours")
    found = analyse(_model(), asked=asked)
    assert [lead.package for lead in found.leads if "asked" in lead.why] == [(2, 1)]
