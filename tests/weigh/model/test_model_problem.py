"""A described model as arrays: the utility that the reference defines, and draws that keep to what is known."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from described import exact_models, models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.weigh import Problem, as_problem, draw, read_model
from goodoffices.weigh.model import (
    Between,
    Constraint,
    Exact,
    Issue,
    Model,
    NoDeal,
    Option,
    Order,
    Party,
    Points,
    Spread,
    Unknown,
    uncertain_numbers,
)
from goodoffices.weigh.model.contradictions import contradiction

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "weigh"
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def _every(problem: Problem) -> np.ndarray:
    return np.array(list(itertools.product(*map(range, problem.shape))), dtype=np.intp)


def _keeps(constraint: Constraint, package: dict[str, str]) -> bool:
    """Say by the words of the reference whether a package keeps a constraint."""
    took = {issue: package[issue] in options for issue, options in constraint.choices.items()}
    match constraint.kind:
        case "never":
            return not any(took.values())
        case "only":
            return all(took.values())
        case "implication":
            return not all(took.values()) or any(package[i] in options for i, options in constraint.then.items())
        case "exclusion":
            return not all(took.values())
        case "at most":
            return sum(took.values()) <= constraint.count
        case "at least":
            return sum(took.values()) >= constraint.count


@SLOW
@given(models())
def test_rules_and_limits_are_the_constraints(model: Model) -> None:
    """A package is allowed where it keeps every constraint, read word by word, and no other."""
    problem = as_problem(model)
    packages = _every(problem)
    named = [problem.named(package) for package in packages]
    expected = [all(_keeps(each, package) for each in model.constraints) for package in named]
    assert problem.allows(packages).tolist() == expected


@SLOW
@given(models())
def test_a_contradiction_is_found_where_nothing_is_allowed(model: Model) -> None:
    """The set named holds no package together, every part of it does, and it is empty where there is a package."""
    clash = contradiction(model, model.constraints)
    named = [as_problem(model).named(package) for package in _every(as_problem(model))]

    def holds(chosen: tuple[Constraint, ...]) -> bool:
        return any(all(_keeps(each, package) for each in chosen) for package in named)

    assert bool(clash) == (not holds(model.constraints))
    if clash:
        assert not holds(clash)
        assert all(holds(tuple(each for each in clash if each is not left)) for left in clash)


@SLOW
@given(exact_models())
def test_utility_is_the_weighted_sum(model: Model) -> None:
    """Weights over their sum, times the scores."""
    problem = as_problem(model)
    for package, worth in zip(_every(problem), problem.utilities(_every(problem)), strict=True):
        named = problem.named(package)
        for party, value in zip(model.parties, worth, strict=True):
            weights = {name: number.value for name, number in party.weights.of.items()}  # type: ignore[union-attr]
            told = sum(weights[i] * party.scores[i].of[o].value for i, o in named.items())  # type: ignore[union-attr]
            assert value == pytest.approx(told / sum(weights.values()), abs=1e-9)


@SLOW
@given(models(), st.integers(0, 99))
def test_draws_have_the_shape_of_the_problem(model: Model, seed: int) -> None:
    """Each table is drawn for all, or stands once where nothing in it is uncertain; all within the scale."""
    made = draw(model, 7, np.random.default_rng(seed))
    for table, values in zip(made.problem.tables, made.tables, strict=True):
        assert values.shape[1:] == table.values.shape
        assert len(values) in {1, 7}
        assert np.isfinite(values).all()
        if len(table.scope) == 1:
            assert values.min() >= -1e-9
            assert values.max() <= 100 + 1e-9
        if len(values) == 1 and len(table.scope) > 1:
            assert np.allclose(values[0], table.values)
    assert made.reservation.shape[1] == len(model.parties)
    assert made.drawn.shape == (7, len(made.uncertain))
    again = draw(model, 7, np.random.default_rng(seed))
    assert all(np.array_equal(one, other) for one, other in zip(made.tables, again.tables, strict=True))


def _one(number: object, weights: object = None) -> Model:
    scores = {"I": Points({"a": number, "b": Exact(0.0)}), "J": Points({"x": Exact(50.0)})}  # type: ignore[dict-item]
    given_weights = weights or Points({"I": Exact(1.0), "J": Exact(1.0)})
    party = Party(name="P", scores=scores, weights=given_weights)  # type: ignore[arg-type]
    issues = (Issue(name="I", options=(Option("a"), Option("b"))), Issue(name="J", options=(Option("x"),)))
    return Model(parties=(party,), issues=issues)


@pytest.mark.parametrize(
    ("number", "mean", "deviation"),
    [
        (Exact(30.0), 30, 0),
        (Between(20.0, 60.0), 40, 40 / 12**0.5),
        (Unknown(), 50, 100 / 12**0.5),
        (Spread("uniform", (20.0, 60.0)), 40, 40 / 12**0.5),
        (Spread("triangular", (0.0, 30.0, 90.0)), 40, (8100 + 900 - 2700) ** 0.5 / 18**0.5),
        (Spread("beta", (2.0, 3.0)), 40, 20),
        (Spread("normal", (50.0, 10.0)), 50, 10),
        (Spread("normal", (0.0, 10.0)), 10 * (2 / np.pi) ** 0.5, 10 * (1 - 2 / np.pi) ** 0.5),
        (Spread("normal", (-900.0, 10.0)), 0, 0),
    ],
)
def test_numbers_are_drawn_as_they_are_defined(number: object, mean: float, deviation: float) -> None:
    """Mean and standard deviation are those of the distribution, in closed form; the centre is the mean."""
    model = _one(number)
    values = draw(model, 40_000, np.random.default_rng(5)).tables[0][:, 0, 0] * 2
    assert values.mean() == pytest.approx(mean, abs=0.8)
    assert values.std() == pytest.approx(deviation, abs=0.8)
    assert as_problem(model).tables[0].values[0, 0] * 2 == pytest.approx(mean, abs=0.2)


def test_an_order_is_drawn_evenly_and_kept() -> None:
    """Scores in order: every draw keeps it, ties are equal, and the means are evenly apart."""
    order = Order((("a",), ("b", "c"), ("d",)))
    issue = Issue(name="I", options=tuple(map(Option, "abcde")))
    model = Model(parties=(Party(name="P", scores={"I": order}),), issues=(issue,))
    values = draw(model, 20_000, np.random.default_rng(1)).tables[0][:, :, 0]
    assert (values[:, 0] >= values[:, 1]).all()
    assert (values[:, 1] == values[:, 2]).all()
    assert (values[:, 2] >= values[:, 3]).all()
    assert np.allclose(values.mean(axis=0), [75, 50, 50, 25, 50], atol=1)
    assert np.allclose(as_problem(model).tables[0].values[:, 0], [75, 50, 50, 25, 50])


def test_an_order_of_weights_is_drawn_evenly_from_all_that_keep_it() -> None:
    """The mean of three ordered weights is that of the rank order centroid: 11/18, 5/18, 2/18."""
    issues = tuple(Issue(name=name, options=(Option("x"),)) for name in "IJK")
    scores = {name: Points({"x": Exact(100.0)}) for name in "IJK"}
    party = Party(name="P", scores=scores, weights=Order((("I",), ("J",), ("K",))))
    model = Model(parties=(party,), issues=issues)
    drawn = np.concatenate([t[:, :, 0] for t in draw(model, 20_000, np.random.default_rng(2)).tables], axis=1) / 100
    assert np.allclose(drawn.sum(axis=1), 1)
    assert (np.diff(drawn, axis=1) <= 1e-12).all()
    assert np.allclose(drawn.mean(axis=0), np.array([11, 5, 2]) / 18, atol=0.01)
    central = [table.values[0, 0] / 100 for table in as_problem(model).tables]
    assert np.allclose(central, np.array([11, 5, 2]) / 18)


def test_a_no_deal_package_is_worth_what_its_options_are_in_the_same_draw() -> None:
    """The reservation value follows the draw, so that a deal that is no deal is never better than no deal."""
    model = _one(Between(0.0, 100.0), Points())
    quo = Model(parties=model.parties, issues=model.issues, no_deal=NoDeal(package={"I": "a", "J": "x"}))
    made = draw(quo, 50, np.random.default_rng(3))
    assert np.allclose(made.reservation[:, 0], made.tables[0][:, 0, 0] + made.tables[1][:, 0, 0])
    assert np.isnan(as_problem(model).reservation).all()


def test_what_is_uncertain_is_listed() -> None:
    """Each number that is not exact, once; an unknown score that the file leaves out is among them."""
    told = uncertain_numbers(read_model(EXAMPLES / "two-banks.yaml"))
    east = {(each.about, each.issue, each.option) for each in told if each.party == "East Bank Authority"}
    assert ("score", "Stabilisation force", "Neighbouring states") in east
    assert ("weight", "Town council", "") in east
    assert ("reservation", "", "") in east
    assert ("score", "Ceasefire", "Monitored") not in east
    body = {(each.about, each.issue) for each in told if each.party == "Regional body"}
    assert ("score", "Ceasefire") in body
    assert len(told) == len({(each.about, each.party, each.issue, each.option, each.words) for each in told})


def test_a_problem_is_handed_back() -> None:
    """What is plain arrays already stays, and nothing of it is drawn."""
    problem = as_problem(read_model(EXAMPLES / "prisoners-and-corridor.yaml"))
    assert as_problem(problem) is problem
    made = draw(problem, 5, np.random.default_rng(0))
    assert all(len(values) == 1 for values in made.tables)
    assert made.drawn.shape == (5, 0)


def test_the_small_example_is_worth_what_its_words_say() -> None:
    """A package by hand: all for all, open by day, guns at 10 km."""
    problem = as_problem(read_model(EXAMPLES / "prisoners-and-corridor.yaml"))
    worth = problem.utilities(np.array([[2, 1, 2]]))[0]
    assert worth == pytest.approx([0.5 * 100 + 0.2 * 100 + 0.3 * 55, 0.3 * 100 + 0.45 * 60 + 0.25 * 80])
    assert problem.reservation == pytest.approx([0.2 * 70 + 0.3 * 100, 20])
    assert problem.allows(np.array([[2, 2, 1], [2, 2, 2]])).tolist() == [False, True]
