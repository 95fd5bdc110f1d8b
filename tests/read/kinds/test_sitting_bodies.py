"""Bodies that meet under no name of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Meets = Callable[[str], list[tuple[Any, Any, set[str]]]]


def who_met(meets: Meets, text: str) -> set[str]:
    """The names of all who took part in the meetings of a text."""
    return {name for _, _, who in meets(text) for name in who}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "A visit to the prisons by the supervisory committee, scheduled for Wednesday, did not take place.",
            "supervisory",
        ),
        ("The aid task force held its first session in Geneva on Friday.", "aid task force"),
        ("The parliamentary commission on the border held its first session on Wednesday in Bishkek.", "parliamentary"),
    ],
)
def test_a_body_is_named_as_the_report_names_it(meets: Meets, text: str, body: str) -> None:
    """What sits is an organisation of the brief, by the words that tell it from others."""
    assert any(body in name for name in who_met(meets, text))


def test_a_body_that_nothing_tells_from_others_is_nobody(meets: Meets) -> None:
    """ "The committee" may be any, and so may "the next full committee"."""
    assert who_met(meets, "The committee met in Geneva on Friday.") == set()
    assert who_met(meets, "A full committee met in Geneva on Friday.") == set()
