"""Positions that turn on what a verb is done to, and words of stance that show none: posts, tolls, feelings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas vowed to fight the agreement on disarmament.", ("Hamas", "military-limits", "rejects")),
        (
            "The Maoists promised that they would cancel the truce.",
            ("Communist Party of Nepal (Maoist)", "ceasefire", "rejects"),
        ),
        ("Sudan pledged to end the siege of the city.", ("Sudan", "humanitarian", "offers")),
        # a condition of another thing, or of what the clause is only told of by the way
        (
            "Norway offered money for elections and said that success depends on an amnesty.",
            ("Norway", "economy", "offers"),
        ),
        (
            "The accord is subject to ratification, which Kenya pledged to complete in May.",
            ("Kenya", "process", "offers"),
        ),
    ],
)
def test_the_stance_that_it_turns_to(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """What one binds oneself to do against an accord is a refusal; a condition binds its own clause."""
    found = positions(opened(text))
    assert expected in found or (expected[0], "government", expected[2]) in found
    assert not {s for p, i, s in found if (p, i) == expected[:2]} - {expected[2]}


@pytest.mark.parametrize(
    "text",
    [
        "Colombia's president signed a decree.",
        "Ethiopia put the dead at 40, a toll that Eritrea rejected.",
        "President Salva Kiir dismissed his cabinet on Monday.",
        "Kenya's minister acknowledged the disappointment over the elections.",
        "An agreement intended to end the war with Kenya was read out.",
    ],
)
def test_what_shows_no_stance(opened: Opened, positions: Positions, text: str) -> None:
    """Posts, tolls, decrees, feelings and what a thing is for are no answers to anything proposed."""
    assert not positions(opened(text))


def test_a_wish_that_is_handled_is_anothers(opened: Opened, positions: Positions) -> None:
    """ "Will examine the request": it is not the request of whoever does so."""
    found = positions(opened("Sudan's government will examine the request for a ceasefire."))
    assert ("Sudan", "ceasefire", "demands") not in found


def test_what_is_kept_open_offers_nothing(opened: Opened, positions: Positions) -> None:
    """ "Encouraged Iraq to keep its border open": the border is open, and nobody's readiness."""
    found = positions(opened("Turkey encouraged Iraq to keep its border open to refugees."))
    assert found == {("Turkey", "displacement", "demands")}
