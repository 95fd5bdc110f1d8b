"""Tests of whose positions are that several hold, and of words of stance that the parse cuts or hangs elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Stand = tuple[str, str, str]
Positions = Callable[..., set[Stand]]

_SIGNED = (
    "The envoy hailed the signing of the Peace Accord by the Government of Mali and nine rebel movements, "
    "after talks in Algiers under the auspices of Algeria.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is opposed to any election being held this year.", ("Kenya", "government", "rejects")),
        ("Kenya remains opposed to elections this year.", ("Kenya", "government", "rejects")),
        (
            "Chad and Sudan signed on 3 May a joint statement on the release of prisoners.",
            ("Chad", "detainees", "accepts"),
        ),
        (
            '"I will not ask Ghana to send peacekeepers," said Norway\'s minister.',
            ("Norway", "foreign-forces", "rejects"),
        ),
        ("Norway is pushing Kenya to free all prisoners.", ("Norway", "detainees", "demands")),
        ("Kenya called for elections and for the release of all prisoners.", ("Kenya", "detainees", "demands")),
        ("Kenya called for elections and for the release of all prisoners.", ("Kenya", "government", "demands")),
        (
            "Ghana and Norway informed the conference that they were prepared to send peacekeepers.",
            ("Norway", "foreign-forces", "offers"),
        ),
        (
            "Chad and the FACT signed an accord in Doha. The accord gives the FACT two ministries in the government.",
            ("Chad", "government", "accepts"),
        ),
        (f"{_SIGNED}The Parties accepted that elections be held in May.", ("Mali", "government", "accepts")),
        (f"{_SIGNED}The Parties accepted that elections be held in May.", ("rebel movements", "government", "accepts")),
        ("The Guarantors urge Kenya to free all prisoners.", ("Guarantors", "detainees", "demands")),
    ],
)
def test_a_position_is_found(opened: Opened, positions: Positions, text: str, expected: Stand) -> None:
    """Of each who holds it, and of each thing that is wanted."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('"I will ask Ghana to send peacekeepers," said Norway\'s minister.', ("Norway", "foreign-forces", "rejects")),
        ("The guards pushed to the gate, where prisoners are held by Kenya.", ("Kenya", "detainees", "demands")),
        ("Kenya asked Oman for elections and for prisoners.", ("Oman", "government", "demands")),
        ("Norway urged Kenyans to vote and asked Oman to free prisoners.", ("Oman", "detainees", "demands")),
        (
            "Ghana informed Kenya and Norway that they were invited and free to send peacekeepers.",
            ("Ghana", "foreign-forces", "offers"),
        ),
        (
            "Chad and the FACT signed an accord in Doha. The accord gives no ministry in the government to the FACT.",
            ("Chad", "government", "accepts"),
        ),
        (f"{_SIGNED}The Parties accepted that elections be held in May.", ("Algeria", "government", "accepts")),
        ("The Guarantors Institute urges Kenya to free all prisoners.", ("Guarantors", "detainees", "demands")),
        ("Some Guarantors urge Kenya to free all prisoners.", ("Guarantors", "detainees", "demands")),
    ],
)
def test_no_position_is_made_up(opened: Opened, positions: Positions, text: str, wrong: Stand) -> None:
    """Of an affirmation, a movement of people, who is asked, a mediator, or what an accord leaves out."""
    assert wrong not in positions(opened(text))
