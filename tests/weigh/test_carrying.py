"""What a model says of carrying it out reaches the analysis as it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings

from goodoffices.weigh import (
    Model,
    as_problem,
    find_order,
    kept,
    order_for,
    package_of,
    powers,
    pressured,
    read_model,
    replies,
    steps_of,
)
from goodoffices.weigh.model import Carrying, parse_yaml

sys.path.insert(0, str(Path(__file__).with_name("model")))  # the strategies of the model's own tests

from carried import carryings

EXAMPLE = read_model(Path(__file__).resolve().parents[2] / "examples" / "weigh" / "two-banks.yaml")
PLAIN = parse_yaml("""\
issues: {I: [a, b], J: [x, y]}
parties:
  P: {scores: unknown, reservation: 5}
  Q: {scores: unknown, reservation: 1}
  Looker-on: {scores: unknown, signs: false}
""")
STEPS = """
steps:
- {name: first, worth: {P: -2, Q: 3}, by: P, of: {I: a}}
- {name: other first, worth: {P: -2, Q: 3}, by: P, of: {I: b}}
- {name: second, worth: {P: 3, Q: -2}, by: Q, after: [first, other first], of: {J: [x, y]}}
- {name: never together, worth: {P: 1}, by: P, together: [first], of: {I: b, J: y}}
"""
STEPPED = parse_yaml(
    "issues: {I: [a, b, c], J: [x, y, z]}\nparties: {P: {scores: unknown}, Q: {scores: unknown}}\ntolerance: {P: 2}"
    + STEPS
)


def taken(model: Model, **chosen: str) -> np.ndarray:
    """A package by its options."""
    return package_of(as_problem(model), chosen)


def test_a_step_counts_for_packages_that_take_its_option() -> None:
    """Steps of options that are not taken are left out, and not waited for."""
    steps = {each.name: each for each in steps_of(STEPPED, taken(STEPPED, I="a", J="x"))}
    assert list(steps) == ["first", "second"]
    assert steps["second"].after == ("first",)
    steps = {each.name: each for each in steps_of(STEPPED, taken(STEPPED, I="b", J="y"))}
    assert list(steps) == ["other first", "second", "never together"]
    assert steps["second"].after == ("other first",)
    assert steps["never together"].together == ()


def test_a_package_without_steps_has_no_order() -> None:
    """None, and not an empty order."""
    assert order_for(STEPPED, taken(STEPPED, I="c", J="z")) is None


def test_the_order_is_that_of_the_steps_taken() -> None:
    """With the walk-away that is given or 0, and the tolerance."""
    package = taken(STEPPED, I="a", J="x")
    found = order_for(STEPPED, package)
    assert found == find_order(steps_of(STEPPED, package), walk_away={"P": 0, "Q": 0}, tolerance={"P": 2})
    assert found is not None
    assert found.verdict == "safe"
    strict = msgspec.structs.replace(STEPPED, carrying=msgspec.structs.replace(STEPPED.carrying, tolerance={}))
    assert order_for(strict, package) != found


def test_a_looker_on_stops_nothing() -> None:
    """A party that need not sign and that no step names is not in the order; one that a step names is."""
    model = parse_yaml(
        "issues: {I: [a, b]}\nparties: {P: {scores: unknown}, L: {scores: unknown, signs: false}}\n"
        "steps:\n- {name: s, worth: {P: -1}, by: P}\n- {name: t, worth: {P: 2}, by: P}\n"
    )
    order = order_for(model, taken(model, I="a"))
    assert order is not None
    assert set(order.stages[0].standing) == {"P"}
    assert order.verdict == "safe"
    named = msgspec.structs.replace(
        model, carrying=msgspec.structs.replace(model.carrying, steps=(model.carrying.steps[0],))
    )
    by = msgspec.structs.replace(named.carrying.steps[0], by=("P", "L"))
    with_both = msgspec.structs.replace(named, carrying=Carrying(steps=(by,)))
    seen = order_for(with_both, taken(model, I="a"))
    assert seen is not None
    assert set(seen.stages[0].standing) == {"P", "L"}


def test_the_example_says_what_its_comments_say() -> None:
    """The whole of one file is asked: the order, the force, the spoiler, the pressures and the temptations."""
    problem = as_problem(EXAMPLE)
    deal = package_of(
        problem,
        {
            "Ceasefire": "Monitored with a joint commission",
            "Town council": "Shared with a rotating chair",
            "Pull-back of heavy weapons": "20 km",
            "Stabilisation force": "Mixed under the regional body",
            "Port revenue to the West": "20 %",
        },
    )
    order = order_for(EXAMPLE, deal)
    assert order is not None
    assert order.verdict == "safe"
    (power,) = powers(EXAMPLE).values()
    assert power.least == (("Norland", "Columbia"),)
    assert replies(EXAMPLE, deal[None])["East Bank Authority"].named(0) == "go along"
    assert pressured(EXAMPLE).reservation[0] == problem.reservation[0] - 6
    assert [each.verdict for each in kept(EXAMPLE, deal)] == ["keeps", "breaks"]


def test_a_model_that_says_nothing_of_it_is_asked_all_the_same() -> None:
    """No steps, tasks, spoilers, pressures or breaches: nothing, and the deal as it is."""
    package = taken(PLAIN, I="a", J="x")
    assert order_for(PLAIN, package) is None
    assert (powers(PLAIN), replies(PLAIN, package[None]), kept(PLAIN, package)) == ({}, {}, ())
    assert pressured(PLAIN).reservation[:2].tolist() == [5, 1]


@settings(max_examples=60, deadline=None)
@given(carryings(["P", "Q"], PLAIN.issues))
def test_whatever_a_file_can_say_can_be_asked(carrying: Carrying) -> None:
    """Each part has its answer for every package, and pressures in force add up."""
    model = msgspec.structs.replace(PLAIN, carrying=carrying)
    assert set(powers(model)) == {task.name for task in carrying.tasks}
    every = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    assert set(replies(model, every)) == {each.party for each in carrying.spoilers}
    costs = sum(each.costs.value for each in carrying.pressures if each.in_force and each.on == "P")
    assert pressured(model).reservation[0] == pytest.approx(5 - costs)
    for package in every:
        assert len(kept(model, package)) == len(carrying.breaches)
        names = {each.name for each in steps_of(model, package)}
        order = order_for(model, package)
        assert (order is None) == (not names)
        if order is not None and order.stages:
            assert {name for stage in order.stages for name in stage.steps} == names
