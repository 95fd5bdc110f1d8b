"""Brackets over many versions, and whether the parties come closer."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.draft.lineage import (
    alternatives_distance,
    convergence_in_words,
    find_trend,
    measure_convergence,
    open_brackets,
    wording_distance,
)
from goodoffices.draft.text import Document, parse_text


def draft(withdrawal: str, release: str, extra: str = "") -> Document:
    """Write a version of a text with two provisions."""
    return parse_text(
        f"# Draft\n\n1. The guns of both sides go back {withdrawal} from the line. {{#guns}}\n\n"
        f"2. All prisoners are released {release} under the eyes of the Committee. {{#release}}\n{extra}"
    )


VERSIONS = [
    draft("[North: thirty miles behind the river | South: to barracks, every one]", "[in a week]"),
    draft("[North: thirty miles behind the river | South: thirty miles to barracks]", "in a week"),
    draft("[North: thirty miles behind the river | South: thirty miles behind the old bridge]", "in a week"),
    draft("[North: thirty miles behind the river | South: thirty miles behind the old river]", "in a week"),
    draft("thirty miles behind the river", "in a week", "\n3. Roads [East: open | West: stay shut].\n"),
]


def test_brackets_with_their_sides_and_places() -> None:
    """Each bracket is found with its provision, its labels and words; inner ones count."""
    document = draft("[North: thirty [or forty] miles | South: none]", "at once")
    outer, inner = open_brackets(document)
    assert [(side.label, side.text) for side in outer.sides] == [("North", "thirty or forty miles"), ("South", "none")]
    assert (outer.provision, inner.provision, inner.distance) == ("guns", "guns", None)
    assert document.source[inner.start : inner.end] == "[or forty]"


def test_a_bracket_opens_is_followed_and_closes() -> None:
    """The first bracket is one through four versions, closes in the fifth on North's words, and converges."""
    courses = measure_convergence(VERSIONS).courses
    first = courses[0]
    assert [state.version for state in first.states] == [0, 1, 2, 3]
    distances = [state.distance or 0.0 for state in first.states]
    assert distances == sorted(distances, reverse=True)
    assert (first.opened, first.closed, first.settled_on, first.dropped) == (0, 4, 0, False)
    assert first.trend.direction == "converging"


def test_one_that_opens_late_is_still_open() -> None:
    """A bracket of the last version is open, and too young for a trend."""
    late = measure_convergence(VERSIONS).courses[-1]
    assert (late.opened, late.closed, late.trend.direction) == (4, None, "too few versions to tell")


def test_versions_are_tallied() -> None:
    """Open, opened and closed brackets of each version are counted."""
    tallies = measure_convergence(VERSIONS).tallies
    assert [(each.open, each.opened, each.closed) for each in tallies] == [
        (2, 0, 0),
        (1, 0, 1),
        (1, 0, 0),
        (1, 0, 0),
        (1, 1, 1),
    ]


def test_a_dropped_provision_settles_nothing() -> None:
    """A bracket whose provision went is closed, and neither side's words were taken."""
    after = parse_text(
        "# Draft\n\n1. All prisoners are released in a week under the eyes of the Committee. {#release}\n"
    )
    course = measure_convergence([draft("[North: far | South: near]", "in a week"), after]).courses[0]
    assert (course.closed, course.dropped, course.settled_on) == (1, True, None)


def test_few_versions_are_told_plainly() -> None:
    """With two versions no trend is claimed."""
    told = convergence_in_words(measure_convergence(VERSIONS[:2]), ["May", "June"])
    assert told.startswith("From May to June open brackets went from 2 to 1")
    assert told.endswith("2 versions are too few to tell a trend.")


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ((0.9, 0.5, 0.1), "too few versions to tell"),
        ((0.9, 0.7, 0.5, 0.4, 0.1), "converging"),
        ((0.1, 0.3, 0.4, 0.5, 0.9), "diverging"),
        ((0.5, 0.1, 0.6, 0.2, 0.5), "no clear trend"),
        ((0.4, 0.4, 0.4, 0.4, 0.4), "no clear trend"),
        (tuple(1 - n / 20 for n in range(20)), "converging"),
    ],
)
def test_trends(values: tuple[float, ...], direction: str) -> None:
    """A steady course is named, chance is not, and few versions are said to be few."""
    assert find_trend(list(enumerate(values))).direction == direction


def test_the_chance_of_a_steady_course_is_exact() -> None:
    """Of the 120 orders of five values two are as steady as one that always falls."""
    assert find_trend([(n, 1 - n / 10) for n in range(5)]).chance == pytest.approx(2 / 120)


def test_chance_is_what_it_says() -> None:
    """Over all orders of five values, no more than one in ten is called a trend."""
    called = [
        find_trend(list(enumerate(order))).direction for order in itertools.permutations((0.1, 0.2, 0.3, 0.4, 0.5))
    ]
    assert sum(each != "no clear trend" for each in called) / len(called) <= 0.1


@given(st.text(max_size=80), st.text(max_size=80))
def test_distance_is_a_distance_of_words(one: str, other: str) -> None:
    """It lies in [0, 1], is 0 for the same wording, and does not depend on who comes first."""
    assert wording_distance(one, one) == 0
    assert 0 <= wording_distance(one, other) <= 1
    assert wording_distance(one, other) == pytest.approx(wording_distance(other, one))


def test_distance_of_several_alternatives() -> None:
    """Three alternatives have the mean of their three distances; one has none."""
    assert alternatives_distance(["only"]) is None
    assert alternatives_distance(["a b", "a b", "c d"]) == pytest.approx(2 / 3)
