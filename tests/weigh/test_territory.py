"""Land under a package: nothing is lost or doubled, joint areas are shared, and contradictions are named."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.weigh import WeighError, as_problem, mandates, territory, territory_geojson
from goodoffices.weigh.model import Area, Exact, Issue, Model, Option, Party, Points, parse_yaml
from goodoffices.weigh.problem import packages_of

NAMES = ("A", "B", "C")


@st.composite
def lands(draw: st.DrawFn) -> Model:
    """A model of one issue that gives areas away, in any way."""
    areas = tuple(
        Area(
            name=name,
            km2=draw(st.one_of(st.none(), st.builds(Exact, st.integers(0, 99).map(float)))),
            held_by=draw(st.sampled_from([None, "P", "Q"])),
            claimed_by=draw(st.sampled_from([(), ("P",), ("P", "Q")])),
        )
        for name in NAMES
    )
    some = st.lists(st.sampled_from(NAMES), unique=True, min_size=1).map(tuple)
    gives = draw(st.dictionaries(st.sampled_from("PQ"), some))
    issue = Issue(name="Land", options=(Option("stays"), Option("goes", gives=gives)))
    return Model(
        parties=tuple(Party(name=name, scores={"Land": Points()}) for name in "PQ"), issues=(issue,), areas=areas
    )


@given(lands(), st.integers(0, 1))
def test_no_land_is_lost_or_doubled(model: Model, option: int) -> None:
    """What the parties have sums to the areas that somebody has; claims that are met are no unmet ones."""
    found = territory(model, np.array([option]))
    held = sum(fate.area.surface_km2 or 0 for fate in found.fates if fate.after)
    assert sum(each.after_km2 for each in found.holdings) == pytest.approx(held)
    before = sum(fate.area.surface_km2 or 0 for fate in found.fates if fate.before)
    assert sum(each.before_km2 for each in found.holdings) == pytest.approx(before)
    for each in found.holdings:
        assert each.met is None or 0 <= each.met <= 1 + 1e-9
    for fate in found.fates:
        assert set(fate.unmet) == set(fate.area.claimed_by) - set(fate.after)
    if option == 0:
        assert all(fate.after == (() if fate.before is None else (fate.before,)) for fate in found.fates)
    assert set(found.unmeasured) == {area.name for area in model.areas if area.km2 is None}


JOINT = """\
areas: {Quay: {km2: 10, held by: P, claimed by: [P, Q]}, Hill: {outline: [[0, 0], [0, 1], [1, 0]]}}
issues:
  One: {options: {stays: {}, shared: {gives: {P: Quay, Q: [Quay, Hill]}}}}
  Two: {options: {stays: {}, goes: {gives: {Q: Quay}}}}
parties: {P: {scores: unknown}, Q: {scores: unknown}}
"""


def test_a_joint_area_counts_in_equal_parts() -> None:
    """Both have it, half of it each, and no claim on it is unmet."""
    found = territory(parse_yaml(JOINT), np.array([1, 0]))
    assert found.holdings[0].after_km2 == 5
    assert found.holdings[0].met == pytest.approx(0.5)
    assert found.fates[0].after == ("P", "Q")
    assert found.fates[0].unmet == ()


def test_two_options_that_give_one_area_differently_are_named() -> None:
    """The package cannot be drawn on a map: which options, and to whom."""
    with pytest.raises(WeighError, match="'goes' gives 'Quay' to Q, and 'shared' to P and Q"):
        territory(parse_yaml(JOINT), np.array([1, 1]))


def test_a_map_turns_the_right_way_round() -> None:
    """GeoJSON's outer rings run counterclockwise, however the file gives them; areas without outline are left out."""
    (feature,) = territory_geojson(parse_yaml(JOINT), np.array([1, 0]))["features"]
    ring = feature["geometry"]["coordinates"][0]
    assert ring == [[1, 0], [0, 1], [0, 0], [1, 0]]
    turn = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in itertools.pairwise(ring))
    assert turn < 0
    assert feature["properties"] == {
        "name": "Hill", "before": None, "after": ["Q"], "claimed by": [], "unmet": [],
    }  # fmt: skip


def test_a_package_is_outside_a_mandate_just_where_it_may_not_be_signed() -> None:
    """Over every package: some point is outside where, and only where, a party's own rule is broken."""
    model = parse_yaml(
        "issues: {I: [a, b, c], J: [x, y], K: [u, v]}\nparties: {P: {scores: unknown}, Q: {scores: unknown}}\n"
        "constraints:\n- {party: P, never: {I: c}}\n- {party: P, if: {I: b}, then: {J: y}}\n"
        "- {party: Q, at most: 1, of: {I: a, K: u}}\n- {party: Q, not together: {J: x, K: v}}\n"
    )
    problem = as_problem(model)
    for package in np.concatenate(list(packages_of(problem))):
        points = mandates(model, package)
        assert len(points) == 2 * 3
        outside = any(each.verdict == "outside" for each in points)
        assert outside == (not problem.allows(package[None])[0])
        assert {each.verdict for each in points if (each.party, each.issue) == ("P", "K")} == {"not mentioned"}
