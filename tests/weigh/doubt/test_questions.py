"""Questions are worth what knowing the answer changes, and nothing where it changes nothing."""

from __future__ import annotations

import numpy as np

from goodoffices.weigh.doubt import efficiency, next_questions, regrets
from goodoffices.weigh.model import Between, Exact, Issue, Model, Option, Order, Party, Points, Unknown

ISSUES = (Issue(name="capital", options=(Option("port"), Option("inland"))),)


def party(name: str, port: object, inland: object, reservation: float = 50.0) -> Party:
    """A party with a score for each option."""
    points = Points({"port": port, "inland": inland})  # type: ignore[dict-item]
    return Party(
        name=name, weights=Points({"capital": Exact(1)}), scores={"capital": points}, reservation=Exact(reservation)
    )


def test_knowing_which_of_two_a_party_prefers_is_worth_half_a_deal() -> None:
    """One package is signed in half of all worlds and the other in a quarter: knowing A's is worth an eighth."""
    model = Model(
        parties=(party("A", Between(0, 100), Exact(50)), party("B", Exact(100), Between(20, 60))), issues=ISSUES
    )
    questions = next_questions(model, draws=20_000)
    assert abs(questions.now - 0.5) < 0.02
    top = questions.ranked[0]
    assert top.words in {"How good would “port” on capital be for A?", "How good would “inland” on capital be for B?"}
    assert abs(top.worth - 0.125) < 4 * max(top.error, 0.005)
    assert abs(questions.known - 0.625) < 0.02


def test_a_number_that_changes_nothing_is_worth_nothing() -> None:
    """Where everybody signs anyway, no answer is worth asking for."""
    model = Model(parties=(party("A", Between(60, 100), Between(60, 100)),), issues=ISSUES)
    assert all(each.worth == 0 for each in next_questions(model, draws=3000).ranked)


def test_no_answer_is_worth_more_than_knowing_all() -> None:
    """Each question's worth is at most the difference between knowing everything and knowing nothing."""
    model = Model(parties=(party("A", Unknown(), Unknown()), party("B", Unknown(), Between(10, 90))), issues=ISSUES)
    questions = next_questions(model, draws=8000)
    assert all(each.worth <= questions.known - questions.now + 4 * each.error for each in questions.ranked)
    assert [each.worth for each in questions.ranked] == sorted((each.worth for each in questions.ranked), reverse=True)


def test_what_no_preference_can_beat_is_told_from_what_depends() -> None:
    """An option that every admissible preference puts first beats the other; overlapping ones leave it open."""
    packages = np.array([[0], [1]])
    clear = efficiency(Model(parties=(party("A", Between(60, 90), Between(10, 50)),), issues=ISSUES), packages)
    assert clear.unbeatable.tolist() == [True, False]
    assert clear.beaten.tolist() == [False, True]
    opened = efficiency(Model(parties=(party("A", Between(40, 90), Between(10, 50)),), issues=ISSUES), packages)
    assert opened.unbeatable.tolist() == [False, False]
    assert opened.beaten.tolist() == [False, False]


def test_an_order_alone_decides_where_it_can() -> None:
    """With nothing but an order, the first option cannot be beaten by the second."""
    ranked = Party(name="A", scores={"capital": Order((("port",), ("inland",)))})
    found = efficiency(Model(parties=(ranked,), issues=ISSUES), np.array([[0], [1]]))
    assert found.unbeatable.tolist() == [True, False]


def test_admissible_comparison_agrees_with_many_draws() -> None:
    """What no draw of wide weights and scores reverses is not far from what is proved, and never against it."""
    from goodoffices.weigh.model import draw  # noqa: PLC0415  used here alone

    issues = tuple(Issue(name=name, options=(Option("x"), Option("y"), Option("z"))) for name in ("one", "two"))
    rng = np.random.default_rng(4)
    for _ in range(20):
        scores = {
            each.name: Points(
                {o.name: Between(low, low + 25) for o, low in zip(each.options, rng.uniform(0, 75, 3), strict=True)}
            )
            for each in issues
        }
        weights = Points({"one": Between(1, 2), "two": Between(1, 3)})
        model = Model(parties=(Party(name="A", weights=weights, scores=scores),), issues=issues)
        packages = np.array([[a, b] for a in range(3) for b in range(3)])
        found = efficiency(model, packages)
        drawn = draw(model, 400, rng)
        worth = drawn.tables[0][:, packages[:, 0], 0] + drawn.tables[1][:, packages[:, 1], 0]
        for n in range(9):
            if found.unbeatable[n]:
                assert (worth[:, n] >= worth.max(axis=1) - 1e-9).all()
            if found.beaten[n]:
                assert (worth[:, n] < worth.max(axis=1)).all()


def test_the_robust_package_regrets_least_at_worst() -> None:
    """A middling option that is never far off goes before one that is best or worst."""
    issues = (Issue(name="capital", options=(Option("bold"), Option("middle"), Option("other bold"))),)
    scores = Points({"bold": Between(0, 100), "middle": Exact(60), "other bold": Between(0, 100)})
    model = Model(
        parties=(
            Party(name="A", weights=Points({"capital": Exact(1)}), scores={"capital": scores}, reservation=Exact(0)),
        ),
        issues=issues,
    )
    found = regrets(model, np.array([[0], [1], [2]]), draws=4000)
    assert found.robust == 1
    assert found.worst[1] < found.worst[0]
    assert found.mean.min() >= 0
