"""Phrasebooks: the same finds as one long pattern, in order and nothing twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.kinds.phrasebook import Phrasebook

PATTERNS = [
    r"(?:has|have) (?:not|never) (?:been )?met",
    r"no (?:longer )?talks?",
    r"quarrell?ing over",
    r"agree(?:d|s)? on",
    r"(?:still )?open",
    r"\w+ apart",
    r"(?<!came a )long way",
    r"empty\-handed",
    r"(?:one|\d{1,3}) of (?:them|five)",
]


def of_one(text: str) -> list[tuple[int, int]]:
    """What one long pattern finds."""
    return [m.span() for m in re.finditer(r"\b(?:" + "|".join(PATTERNS) + r")(?!\w)", text)]


@pytest.mark.parametrize(
    "text",
    [
        "they have never been met and are still open",
        "a long way off, no longer talk, 12 of them",
        "he came a long way; they agreed on one of five; quarreling over it",
        "miles apart, poles apart, empty-handed",
        "an opening is not open; disagreed on",
    ],
)
def test_finds_what_one_pattern_finds(text: str) -> None:
    """Each find stands where the alternation of all patterns has it."""
    assert [m.span() for m in Phrasebook(PATTERNS).find(text)] == of_one(text)


WORDS = "has have not never been met no longer talks quarreling over agreed agree on still open one 7 of them far apart"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30))
def test_finds_the_same_in_any_order_of_words(words: list[str]) -> None:
    """Whatever words follow each other, nothing is found that one pattern does not find, and nothing missed."""
    text = " ".join(words)
    assert [m.span() for m in Phrasebook(PATTERNS).find(text)] == of_one(text)
