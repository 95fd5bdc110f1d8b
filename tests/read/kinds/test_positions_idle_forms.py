"""Positions that are none because of the form in which a word of stance stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "Benin welcomed the envoy of Togo at the border post.",
        "Togo asked why the prisoners had been moved to Benin.",
        "Benin asked where the truce had been broken.",
        "Togo complained of dwindling stocks of food for the refugees in Benin.",
        "The foreign ministers of Togo and Benin explored cooperation in trade.",
        "Peru swore that no ceasefire line was crossed by Bolivia.",
        "Peru disputes the account of the truce that Bolivia gave.",
        "A force of 300 soldiers is almost ready, the army of Peru said.",
        "Peru questioned the sincerity of Bolivia about the truce.",
        "Police in Peru questioned two suspects about the ceasefire.",
        "Peru questioned whether the prisoners should be released by Bolivia.",
        "Peru expects the exchange of prisoners with Bolivia to be completed in May.",
    ],
)
def test_some_forms_of_a_word_of_stance_tell_none(opened: Open, positions: Positions, text: str) -> None:
    """Guests, reproaches, talks of a matter, facts, doubts of somebody and forecasts are wanted of nobody."""
    assert positions(opened(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Benin welcomed the envoy's proposal for a ceasefire.", ("Benin", "ceasefire", "accepts")),
        ("Togo asked for a ceasefire.", ("Togo", "ceasefire", "demands")),
        ("Togo complained about the ceasefire.", ("Togo", "ceasefire", "rejects")),
        ("Peru disputes the border with Bolivia.", ("Peru", "territory", "rejects")),
        ("Peru is ready for a ceasefire.", ("Peru", "ceasefire", "offers")),
        ("Peru has questioned the presence of foreign troops in Bolivia.", ("Peru", "foreign-forces", "rejects")),
        ("Peru expects all sanctions to be lifted by Bolivia.", ("Peru", "sanctions", "demands")),
        ("Peru said the release of the prisoners was a closed chapter.", ("Peru", "detainees", "rejects")),
    ],
)
def test_other_forms_of_it_do(opened: Open, positions: Positions, text: str, expected: tuple[str, str, str]) -> None:
    """What a proposal is met with, what is asked for, and what is to be done for one, are positions."""
    assert expected in positions(opened(text))
