"""The encoder: marked words of a sentence, and how likely each issue of them is."""

from __future__ import annotations

import math

import pytest

from goodoffices.read.encoder import encoder
from goodoffices.record import issues


def _likeliest(text: str, words: str) -> str:
    at = text.index(words)
    return next(iter(encoder().weigh(text, at, at + len(words))))


@pytest.mark.parametrize(
    ("text", "words", "issue"),
    [
        ("The ministry wants the plant's uranium shipped abroad.", "the plant's uranium shipped abroad", "nuclear"),
        ("The ministry wants the plant's cement shipped abroad.", "the plant's cement shipped abroad", "economy"),
        (
            "Chad offers to free the fishermen if Sudan reopens the wells.",
            "free the fishermen",
            "detainees",
        ),
        ("They asked that lessons be given in their own tongue.", "lessons be given in their own tongue", "rights"),
    ],
)
def test_words_are_heard_with_what_stands_around_them(text: str, words: str, issue: str) -> None:
    """The same noun has one issue in one sentence and another in the next."""
    assert _likeliest(text, words) == issue


def test_two_matters_of_one_sentence_are_told_apart() -> None:
    """The marked words are what is asked about, not the sentence."""
    text = "Kenya wants the prisoners freed, while Chad wants the customs duty on grain dropped."
    assert _likeliest(text, "the prisoners freed") == "detainees"
    assert _likeliest(text, "the customs duty on grain dropped") == "economy"


def test_every_issue_has_a_probability() -> None:
    """Logs of probabilities, of all issues, the likeliest first."""
    weighed = encoder().weigh("A truce was asked for.", 0, 7)
    assert {*weighed} == {*issues()}
    assert sum(map(math.exp, weighed.values())) == pytest.approx(1, abs=1e-3)
    assert [*weighed.values()] == sorted(weighed.values(), reverse=True)


def test_an_answer_hangs_on_its_text_alone() -> None:
    """What was asked before changes nothing."""
    text = "The army should leave the valley."
    first = encoder().weigh(text, 4, 8)
    encoder().weigh("Something else entirely, and much longer than what was asked about before. " * 3, 0, 9)
    assert encoder().weigh(text, 4, 8) == first


@pytest.mark.parametrize(("text", "start", "end"), [("", 0, 0), ("peace " * 500, 2900, 2905), ("\u200b", 0, 1)])
def test_nothing_to_hear_is_answered_all_the_same(text: str, start: int, end: int) -> None:
    """An empty text, and words behind what the model reads, have likelihoods too."""
    assert len(encoder().weigh(text, start, end)) == len(issues())
