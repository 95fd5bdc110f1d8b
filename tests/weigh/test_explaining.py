"""An explanation adds up, names what is crossed, and leads back to where each number comes from."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.weigh import WeighError, as_problem
from goodoffices.weigh.explaining import explain, package_of
from goodoffices.weigh.model import Between, Constraint, Exact, Issue, Model, Option, Party, Points, Source

SAID = Source(statements=("s-1", "s-2"))
ISSUES = (
    Issue(name="troops", options=(Option("stay"), Option("leave"))),
    Issue(name="vote", options=(Option("soon"), Option("late"))),
)
NORTH = Party(
    name="North",
    weights=Points({"troops": Exact(3), "vote": Exact(1)}),
    scores={
        "troops": Points({"stay": Exact(80, SAID), "leave": Exact(0)}),
        "vote": Points({"soon": Exact(0), "late": Exact(100)}),
    },
    reservation=Exact(50),
)
SOUTH = Party(name="South", scores={"vote": Points({"soon": Between(0, 100)})}, reservation=Between(0, 40))
MODEL = Model(
    parties=(NORTH, SOUTH),
    issues=ISSUES,
    constraints=(
        Constraint(key="m", kind="never", choices={"vote": ("late",)}, party="South", words="no late vote"),
        Constraint(key="w", kind="never", choices={"troops": ("leave",), "vote": ("soon",)}, words="the law"),
    ),
)


def explained(**chosen: str) -> dict[str, object]:
    """The explanation of a package, with the views by party."""
    found = explain(MODEL, package_of(as_problem(MODEL), chosen), draws=2000)
    return {"all": found} | {view.party: view for view in found.views}


def test_what_the_issues_give_adds_up_to_the_utility() -> None:
    """Shares and what options are worth together are the whole, the greatest loss first, each with its source."""
    north = explained(troops="stay", vote="soon")["North"]
    assert north.utility == pytest.approx(60)
    assert sum(share.got for share in north.shares) + north.together == pytest.approx(north.utility)
    assert [(share.issue, share.got, share.best) for share in north.shares] == [
        ("vote", 0.0, 25.0),
        ("troops", 60.0, 60.0),
    ]
    assert north.shares[1].source.statements == ("s-1", "s-2")
    assert north.signs


def test_a_crossed_red_line_is_named_and_the_party_does_not_sign() -> None:
    """Whatever the package is worth to it, and however likely it would be enough."""
    found = explained(troops="stay", vote="late")
    assert found["South"].crossed == ("no late vote",)
    assert not found["South"].signs
    assert found["South"].chance == 0.0
    assert found["all"].chance == 0.0
    assert not found["all"].signed


def test_a_rule_of_the_world_is_nobodys_red_line() -> None:
    """It is named apart, and no party is said to refuse for it."""
    found = explained(troops="leave", vote="late")["all"]
    assert found.broken == ("the law",)
    assert all("the law" not in view.crossed for view in found.views)


def test_too_little_is_said_with_what_no_deal_is_worth() -> None:
    """Below its threshold a party would not sign; both figures are there."""
    poor = Model(
        parties=(Party(name="North", scores=NORTH.scores, weights=NORTH.weights, reservation=Exact(70)),), issues=ISSUES
    )
    (view,) = explain(poor, np.array([0, 0]), draws=10).views
    assert (view.signs, view.utility, view.reservation, view.chance) == (False, pytest.approx(60), 70.0, 0.0)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"troops": "stay"}, "says nothing of 'vote'"),
        ({"troops": "sty", "vote": "soon"}, "did you mean 'stay'"),
        ({"trops": "stay", "vote": "soon"}, "no issue 'trops'"),
    ],
)
def test_a_package_that_is_none_is_refused(chosen: dict[str, str], words: str) -> None:
    """The error names what is missing or the nearest name."""
    with pytest.raises(WeighError, match=words):
        package_of(as_problem(MODEL), chosen)
