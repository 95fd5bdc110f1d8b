"""Positions of those who end an accord, and of those between whom one is signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo suspended the ceasefire with Benin in two provinces.", ("Togo", "ceasefire", "rejects")),
        ("Togo revoked the truce with Benin.", ("Togo", "ceasefire", "rejects")),
        ("Togo tore up the ceasefire agreement with Benin.", ("Togo", "ceasefire", "rejects")),
        (
            "Peru ended an agreement that allowed Bolivian troops to stay on its territory.",
            ("Peru", "foreign-forces", "rejects"),
        ),
    ],
)
def test_who_ends_an_accord_rejects_it(
    opened: Open, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """To revoke, suspend or tear up what was agreed is to be against it."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru could suspend the ceasefire with Bolivia.",
        "Peru has not suspended the ceasefire with Bolivia.",
        "Peru accused Bolivia of having torn up the ceasefire agreement.",
        "Did Peru revoke the truce?",
    ],
)
def test_what_is_not_told_as_done_ends_nothing(opened: Open, positions: Positions, text: str) -> None:
    """A threat, a denial, a charge and a question end no accord."""
    assert not {found for found in positions(opened(text)) if found[2] == "rejects"}


def test_what_an_ended_accord_laid_down_is_accepted_by_nobody(opened: Open, positions: Positions) -> None:
    """Whom an accord once let do something is not told to accept that it is over."""
    found = positions(opened("Peru ended an agreement that allowed Bolivian troops to stay on its territory."))
    assert not {party for party, _, _ in found} - {"Peru"}


def test_those_between_whom_an_agreement_was_signed_accept_it(opened: Open, positions: Positions) -> None:
    """The two behind "between" have accepted what the agreement is on."""
    found = positions(opened("An agreement on the release of prisoners between Peru and Bolivia was signed on Monday."))
    assert found == {("Peru", "detainees", "accepts"), ("Bolivia", "detainees", "accepts")}


def test_an_agreement_yet_to_be_signed_is_accepted_by_nobody(opened: Open, positions: Positions) -> None:
    """What will, or may, be signed has not been."""
    assert positions(opened("An agreement on prisoners between Peru and Bolivia might be signed on Monday.")) == set()


def test_the_two_are_those_named_together(opened: Open, positions: Positions) -> None:
    """ "The two" without a noun means both of the sides joined before."""
    found = positions(opened("Peru and Bolivia met in Quito. The two agreed to release all prisoners."))
    assert {("Peru", "detainees", "accepts"), ("Bolivia", "detainees", "accepts")} <= found
