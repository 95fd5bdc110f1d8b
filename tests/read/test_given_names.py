"""Given names with a hyphen stay whole."""

from __future__ import annotations

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.pipeline import parse
from goodoffices.record import make_report


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Envoy Ana Ruiz met South Korean President Moon Jae-in in Seoul.", "Moon Jae-in"),
        ("The plan is dead, says Park Min-jae of the Han River Institute in Seoul.", "Park Min-jae"),
        ("China sent Taiwan's president, Tsai Ing-wen, a letter.", "Tsai Ing-wen"),
    ],
)
def test_names_of_two_syllables(text: str, name: str) -> None:
    """The second syllable is no preposition and no adverb."""
    roster = open_context(make_report(text, path="x", title="x", language="en")).roster
    assert name in {actor.name for actor in roster.actors.values() if actor.kind == "person"}


def test_other_words_with_a_hyphen_are_taken_apart() -> None:
    """What is English, and what joins two names, is read as before."""
    (doc,) = parse(["Sit-ins went on; the Belgrade-Pristina talks and the Non-in group met US-led teams at a Sit-in."])
    words = [token.text for token in doc]
    assert {"Belgrade", "Pristina", "led"} <= set(words)
    assert "Sit-in" not in words
