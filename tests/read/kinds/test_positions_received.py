"""Positions told of the thing: how it was met and by whom, and what is said of it behind another word for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan for a joint army drew criticism from Khartoum.", ("Sudan", "military-limits", "rejects")),
        ("Kosovo's bid for membership ran into opposition from Serbia.", ("Serbia", "alliances", "rejects")),
        (
            "The plan for a federal state won the backing of the Arab League.",
            ("Arab League", "political-status", "accepts"),
        ),
        ("The offer of autonomy received a cautious welcome in Rabat.", ("Morocco", "political-status", "ambiguous")),
        ("The amnesty has met with a frosty response from Syria.", ("Syria", "justice", "rejects")),
        # behind another word for it
        (
            "Armenia asked for a joint commission on prisoners, an idea that Turkey has dismissed as premature.",
            ("Turkey", "detainees", "rejects"),
        ),
        ("Kenya asked for observers, a request that Somalia has turned down.", ("Somalia", "monitoring", "rejects")),
    ],
)
def test_who_met_it_so_holds_it(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Criticism "from" someone, a warm reception "in" a capital: that side's stance to the thing."""
    found = positions(opened(text))
    assert expected in found or (expected[0], "monitoring", expected[2]) in found


@pytest.mark.parametrize(
    "text",
    [
        "The plan for a joint army drew no criticism from Khartoum.",
        "The plan for a joint army might draw criticism from Khartoum.",
        "The minister drew criticism from Khartoum.",  # a person
    ],
)
def test_what_was_not_met_so(opened: Opened, positions: Positions, text: str) -> None:
    """What did not happen, or was done to a person, is no stance to a thing."""
    assert "rejects" not in {stance for _, _, stance in positions(opened(text))}


def test_another_word_for_it_is_no_second_thing(opened: Opened, positions: Positions) -> None:
    """ "Asked for observers, a request that ...": one thing is asked for."""
    found = positions(opened("Kenya asked for observers, a request that Somalia has turned down."))
    assert {each for each in found if each[0] == "Kenya"} == {("Kenya", "monitoring", "demands")}
