"""Stances: by where a score surely lies; the same on any scale; and none where nothing is told."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.weigh.model import Between, Exact, Model, Points, Spread, Unknown, parse_yaml
from goodoffices.weigh.sides import objections, stances

ONE = "issues: {I: [a, b, c]}\nparties: {P: {scores: {I: %s}}}\n"


def told(scores: str) -> list[tuple[str, str]]:
    """The stance and strength on each option."""
    return [(each.stance, each.strength) for each in stances(parse_yaml(ONE % scores))]


@pytest.mark.parametrize(
    ("score", "stance"),
    [
        ("0", ("opposed", "firm")),
        ("[0, 30]", ("opposed", "clear")),
        ("[0, 49]", ("opposed", "mild")),
        ("50", ("open", "")),
        ("[40, 90]", ("open", "")),
        ("[70, 100]", ("for", "clear")),
        ("{triangular: [90, 95, 100]}", ("for", "firm")),
        ("{normal: [90, 5], within: [60, 100]}", ("for", "mild")),
        ("{normal: [90, 5]}", ("open", "")),
        ("{value: unknown, note: asked in May}", ("unknown", "")),
    ],
)
def test_a_stance_is_what_is_sure_of_a_score(score: str, stance: tuple[str, str]) -> None:
    """The end nearer the middle counts: an interval on both sides of it is open."""
    assert told(f"{{a: {score}}}") == [stance, ("silent", ""), ("silent", "")]


def test_an_order_says_first_and_last_and_no_more() -> None:
    """What stands in between is open, what stands nowhere silent, and ties for all say nothing."""
    assert told("a > b > c") == [("for", "by order"), ("open", ""), ("opposed", "by order")]
    assert told("a > b") == [("for", "by order"), ("opposed", "by order"), ("silent", "")]
    assert told("a = b = c") == [("open", "")] * 3


def test_a_line_is_read_at_each_value() -> None:
    """A stance along a range changes where the line passes the middle."""
    model = parse_yaml(
        "issues: {I: {range: {from: 0, to: 30, step: 10}}}\nparties: {P: {scores: {I: {line: {0: 0, 30: [90, 100]}}}}}"
    )
    assert [each.stance for each in stances(model)] == ["opposed", "opposed", "for", "for"]


def test_objections_come_worst_first() -> None:
    """A red line, then the firm, then the mild; who is for it or silent is left out."""
    model = parse_yaml(
        "issues: {I: [a, b]}\nparties:\n  Mild: {scores: {I: {a: 45}}}\n  Firm: {scores: {I: {a: 0}}}\n"
        "  Ranks: {scores: {I: b > a}}\n  Bars: {scores: {I: {a: 90}}}\n  For: {scores: {I: {a: 90}}}\n"
        "  Silent: {scores: {I: {b: 0}}}\nconstraints: [{party: Bars, only: {I: b}}]\n"
    )
    found = objections(model, np.array([0]))
    assert [each.party for each in found] == ["Bars", "Firm", "Mild", "Ranks"]
    assert found[0].words == "Bars: only I = b"


scores = st.one_of(
    st.builds(Exact, st.integers(0, 100).map(float)),
    st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda ends: Between(*map(float, sorted(ends)))),
    st.just(Unknown()),
    st.just(Spread("uniform", (10.0, 40.0))),
)


@given(st.dictionaries(st.sampled_from("abc"), scores, max_size=3))
def test_every_option_has_one_stance_on_any_scale(of: dict[str, Exact]) -> None:
    """Scores moved and stretched with their scale give the same stances."""
    model = parse_yaml(ONE % "unknown")

    def on(low: float, factor: float) -> list[tuple[str, str]]:
        def moved(number: Exact | Between | Spread | Unknown) -> object:
            match number:
                case Exact(value):
                    return Exact(low + factor * value)
                case Between(one, other):
                    return Between(low + factor * one, low + factor * other)
                case Spread(shape, ends):
                    return Spread(shape, tuple(low + factor * end for end in ends))
            return number

        points = Points({name: moved(number) for name, number in of.items()})  # type: ignore[misc]  # numbers all
        party = msgspec.structs.replace(model.parties[0], scores={"I": points})
        scaled: Model = msgspec.structs.replace(model, parties=(party,), scale=(low, low + 100 * factor))
        return [(each.stance, each.strength) for each in stances(scaled)]

    assert len(on(0, 1)) == 3
    assert on(-256, 4) == on(0, 1)
