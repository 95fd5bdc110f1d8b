"""What only looks as if it told how far a matter has come: headings, lists of contents, what will be, open futures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]

LIST = "Kenya and Uganda signed a deal on Monday. The deal covers:\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Kenya and Uganda agree to free all prisoners\n\nThe weather was fine.",
        "# Truce hangs by a thread in the delta\n\nThe weather was fine.",
        LIST + "- Access for relief convoys\n- Release of all prisoners\n- Return of the displaced to the delta\n",
        "Kenya and Uganda signed a deal. Under the deal, prisoners will be freed and the border will be reopened.",
        "Whether the truce will last remains to be seen.",
        "Whether that will bring the displaced home is far from certain.",
        "The governors complained of being left out of the talks on the border.",
    ],
)
def test_what_only_names_a_matter_is_no_status(stands: Stands, text: str) -> None:
    """A title, the heads of a list and what a report looks ahead to do not tell how far a matter has come."""
    assert not {issue for issue, _ in stands(text)} - {"process"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# News\n\nKenya and Uganda agreed to free all prisoners.", ("detainees", "agreed")),
        (LIST + "- Relief convoys will pass without searches.\n", ("humanitarian", "agreed")),
        (
            "Whether the force stays was not settled: the question of foreign troops remains open.",
            ("foreign-forces", "open"),
        ),
        ("The border was left out.", ("territory", "open")),
    ],
)
def test_what_tells_of_it_still_does(stands: Stands, text: str, expected: tuple[str, str]) -> None:
    """Prose, clauses of a list and matters that were left out tell it as before."""
    assert expected in stands(text)
