"""Conditions: the words on which something depends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.kinds.conditions import condition_in, conditions_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army will leave only if the rebels disarm, a general said.", "only if the rebels disarm"),
        ("Talks resume as soon as both sides name their delegates.", "as soon as both sides name their delegates"),
        ("A meeting is contingent on the outcome.", "contingent on the outcome"),
        ("The fund opens in exchange for a truce; nobody objected.", "in exchange for a truce"),
        ("They will return only under foreign guarantees.", "only under foreign guarantees"),
        ("She would hand over power only to an elected council.", "only to an elected council"),
        ("The port opens only in exchange for grain.", "only in exchange for grain"),
        ("He was known only under another name.", None),
        ("He went home even if it rained.", None),
        ("They asked what if it fails.", None),
        ("The army left after the rain.", None),
    ],
)
def test_strong_conditions(text: str, found: str | None) -> None:
    """A condition ends with its clause; what only tells the time is none."""
    condition = condition_in(text, 0, len(text))
    assert (condition.text if condition else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A force would deploy following a ceasefire.", "following a ceasefire"),
        ("It is activated within 48 hours of any incident.", "within 48 hours of any incident"),
        ("The fund opens upon signature.", "upon signature"),
    ],
)
def test_weak_conditions_count_where_asked_for(text: str, found: str) -> None:
    """Of what is to come, "after" and its like are conditions too."""
    condition = condition_in(text, 0, len(text), weak=True)
    assert condition is not None
    assert condition.text == found
    assert not condition.strong


def test_all_conditions_in_order() -> None:
    """Each condition of a sentence is found."""
    text = "If it rains, they stay; once it is dry, they go."
    assert [c.cue for c in conditions_in(text, 0, len(text))] == ["if", "once"]


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_a_condition_is_a_piece_of_the_text(text: str, start: int, end: int) -> None:
    """Whatever the text, offsets and words agree and lie in the asked stretch."""
    for condition in conditions_in(text, min(start, len(text)), min(end, len(text)), weak=True):
        assert text[condition.start : condition.end] == condition.text
        assert start <= condition.start <= condition.end <= end
