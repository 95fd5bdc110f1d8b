"""Conditions: what is written is what is read, and nobody knowing is an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from watch_contracts import contract

from goodoffices.watch.agreement import conditions_of
from goodoffices.watch.conditions import And, Counted, Is, Not, Or, in_words, parse_condition, parse_span
from goodoffices.watch.errors import ConditionError


@given(st.integers(0, 10_000))
def test_a_condition_in_words_is_read_back_as_it_was(seed: int) -> None:
    """`in_words` and `parse_condition` undo each other on made-up conditions."""
    agreement, _, _ = contract(seed)
    for thing in (*agreement.obligations, *agreement.powers):
        for _, condition in conditions_of(thing):
            assert parse_condition(in_words(condition)) == condition


def test_or_binds_loosest_and_not_tightest() -> None:
    """``not a is active and b is active or c is active`` reads as a lawyer would bracket it."""
    read = parse_condition("not a is active and b is active or c is active")
    a, b, c = (Is(name, "active") for name in "abc")
    assert read == Or((And((Not(a), b)), c))


def test_all_and_any_are_written_out() -> None:
    """``all(a, b) are fulfilled`` is both of them, ``any(...)`` either."""
    both = (Is("a", "fulfilled"), Is("b", "fulfilled"))
    assert parse_condition("all(a, b) are fulfilled") == And(both)
    assert parse_condition("any(a, b) is fulfilled") == Or(both)


def test_names_of_several_words_stand_in_quotation_marks() -> None:
    """A kind or party whose name has a space can be counted."""
    read = parse_condition('count(kind: "air strike"|shelling, party: "United Front", days: 7) >= 3')
    assert isinstance(read, Counted)
    assert read.kinds == ("air strike", "shelling")
    assert read.parties == ("United Front",)
    assert parse_condition(in_words(read)) == read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("foo bar", "column 5"),
        ("(", "column"),
        ("count(where: x) < 2", "knows kind, zone, party and days"),
        ("on 2026-13-40", "month must be in 1..12"),
        ("0 days after trigger", "longer than nothing"),
        ("99999999999999 days after trigger", "no length of time"),
        ("(" * 100, "too deep"),
        ("a is active and " * 1000, "too long"),
        ("count(days: -3) < 2", "more than nothing"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(words: str, said: str) -> None:
    """One sentence: the file, the line, the words and what may stand there."""
    with pytest.raises(ConditionError, match=r"^deal\.yaml:7: ") as told:
        parse_condition(words, name="deal.yaml", line=7)
    assert said in str(told.value)


@pytest.mark.parametrize("words", ["soon", "3", "3 moons", "-1 days", "0 hours", "nan days"])
def test_a_length_of_time_has_a_number_and_a_unit(words: str) -> None:
    """Everything else is refused."""
    with pytest.raises(ConditionError):
        parse_span(words)
