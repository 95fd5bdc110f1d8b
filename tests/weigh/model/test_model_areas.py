"""Areas in a file: their surface, their round trip, and each error with its line."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.weigh import ModelError
from goodoffices.weigh.model import (
    Area,
    Exact,
    Issue,
    Model,
    Option,
    Party,
    Points,
    Source,
    edit_yaml,
    parse_yaml,
    square_km,
    yaml_text,
)
from goodoffices.weigh.model.areas import RADIUS_KM, counterclockwise

WORLD = 4 * math.pi * RADIUS_KM**2


def _box(west: float, south: float, east: float, north: float) -> tuple[tuple[float, float], ...]:
    return ((west, south), (east, south), (east, north), (west, north))


def test_an_eighth_of_the_earth_is_an_eighth_of_its_surface() -> None:
    """From the equator to the pole over a quarter of the way round."""
    assert square_km(((0, 0), (90, 0), (90, 90), (0, 90))) == pytest.approx(WORLD / 8)


def test_a_degree_at_the_equator_has_the_known_surface() -> None:
    """About 12,364 km2 (a square degree of the sphere at the equator), and half as wide across the date line."""
    assert square_km(_box(0, -0.5, 1, 0.5)) == pytest.approx(12_364, rel=1e-3)
    assert square_km(((179.5, -0.5), (-179.5, -0.5), (-179.5, 0.5), (179.5, 0.5))) == pytest.approx(12_364, rel=1e-3)


@given(
    st.tuples(st.floats(-170, 150), st.floats(-80, 60)),
    st.tuples(st.floats(0.01, 10), st.floats(0.01, 10)),
    st.floats(0.1, 0.9),
    st.integers(0, 3),
)
def test_a_surface_is_that_of_its_parts(
    corner: tuple[float, float], size: tuple[float, float], at: float, turn: int
) -> None:
    """Cut in two it sums up; where the way round starts, and which way it goes, changes nothing."""
    (west, south), (wide, high) = corner, size
    east, north, cut = west + wide, south + high, west + at * wide
    whole = _box(west, south, east, north)
    parts = square_km(_box(west, south, cut, north)) + square_km(_box(cut, south, east, north))
    assert square_km(whole) == pytest.approx(parts, rel=1e-6)
    turned = whole[turn:] + whole[:turn]
    assert square_km(turned[::-1]) == pytest.approx(square_km(whole), rel=1e-6)
    assert counterclockwise(turned)
    assert not counterclockwise(turned[::-1])


corners = st.tuples(st.integers(-40, 40).map(float), st.integers(-40, 40).map(float))


@st.composite
def landed(draw: st.DrawFn) -> Model:
    """A model with areas that options give away."""
    names = draw(st.lists(st.sampled_from(["no", "1945", "a: b", "Ridge"]), min_size=1, unique=True))
    areas = []
    for name in names:
        west, south = draw(corners)
        areas.append(
            Area(
                name=name,
                outline=draw(st.sampled_from([(), _box(west, south, west + 1, south + 0.5)])),
                km2=draw(
                    st.one_of(st.none(), st.builds(Exact, st.floats(0, 1e6), st.builds(Source, note=st.just("n"))))
                ),
                held_by=draw(st.sampled_from([None, "P", "Q"])),
                claimed_by=draw(st.sampled_from([(), ("P",), ("P", "Q")])),
                source=draw(st.sampled_from([Source(), Source(statements=("s-1",))])),
            )
        )
    gives = {"P": tuple(draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))}
    issue = Issue(name="Land", options=(Option("As it is"), Option("Given", Source(note="x"), gives)))
    parties = tuple(Party(name=name, scores={"Land": Points()}) for name in "PQ")
    return Model(parties=parties, issues=(issue,), areas=tuple(areas))


@settings(max_examples=40, deadline=None)
@given(landed(), landed())
def test_what_is_written_is_read_back(one: Model, other: Model) -> None:
    """And an edit from any model to any other says the other, areas that were there first."""
    assert parse_yaml(yaml_text(one)) == one
    edited = parse_yaml(edit_yaml(yaml_text(one), other))
    assert set(edited.areas) == set(other.areas)
    assert msgspec.structs.replace(edited, areas=other.areas) == other


HEAD = "issues: {Land: {options: {Stays: {}, Goes: {gives: {%s}}}}}\nparties: {P: {scores: unknown}}\n"
BAD = [
    ("P: Ridge", "Hill: {}", 1, "no area 'Ridge'"),
    ("P: Rigde", "Ridge: {}", 1, "did you mean 'Ridge'?"),
    ("Q: Ridge", "Ridge: {}", 1, "no party 'Q'"),
    ("P: [Ridge, Ridge]", "Ridge: {}", 1, "two areas are called 'Ridge'"),
    ("", "Ridge: {held by: Q}", 4, "no party 'Q'"),
    ("", "Ridge: {claimed: P}", 4, "did you mean 'claimed by'?"),
    ("", "Ridge: {km2: -1}", 4, "a surface of -1: it must be 0 or more"),
    ("", "Ridge: {km2: [1, 2]}", 4, "'km2' is one exact number"),
    ("", "Ridge: {outline: [[0, 0], [1, 1]]}", 4, "has 2 corners: give 3 to 1,000"),
    ("", "Ridge: {outline: [[0, 0], [1, 1, 1], [0, 1]]}", 4, "[longitude, latitude], and here are 3 numbers"),
    ("", "Ridge: {outline: [[0, 0], [0, 91], [1, 0]]}", 4, "nowhere on earth"),
    ("", "Ridge: {outline: [[0, 0], [.nan, 1], [1, 0]]}", 4, "nowhere on earth"),
    ("", "Ridge: {outline: [[0, 0], [1, 1], [1, 0], [0, 1]]}", 4, "crosses itself"),
    ("", "Ridge: {outline: [[0, 0], [0, 1], [0, 2]]}", 4, "crosses itself"),
]


@pytest.mark.parametrize(("gives", "area", "line", "words"), BAD)
def test_what_is_wrong_is_told_with_its_line(gives: str, area: str, line: int, words: str) -> None:
    """An area that is not there, or an outline that is none."""
    with pytest.raises(ModelError) as caught:
        parse_yaml(f"{HEAD % gives}areas:\n  {area}\n", "talks.yaml")
    assert words in str(caught.value)
    assert caught.value.line == line


def test_a_closed_ring_is_read_as_the_same_outline() -> None:
    """GeoJSON repeats the first corner at the end; it is one corner."""
    text = HEAD % "" + "areas:\n  Ridge: {outline: [[0, 0], [1, 0], [1, 1]%s]}\n"
    assert parse_yaml(text % ", [0, 0]") == parse_yaml(text % "")
