"""Whom "both sides" means by the lead, and what others only read into a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.matrix import find_matrix_positions

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]

_LATER = "\n\nAn earlier accord between Uganda and Rwanda had dealt with their border."


@pytest.mark.parametrize(
    ("lead", "sides"),
    [
        ("Uganda and the LRA rebel movement signed a declaration in Juba on Sunday.", {"Uganda", "LRA"}),
        ("Uganda and Kenya have sent officers to the committee that oversees their truce.", {"Uganda", "Kenya"}),
        ("The Ugandan government and the LRA agreed on Sunday to meet again.", {"Uganda", "LRA"}),
    ],
)
def test_both_sides_are_those_whom_the_lead_joins(
    opened: Opened, positions: Positions, lead: str, sides: set[str]
) -> None:
    """The pair that the first sentence has for its subject goes before one that stands further on."""
    text = f"{lead} Under the paper, both sides undertake to free all prisoners.{_LATER}"
    found = {party for party, issue, stance in positions(opened(text)) if (issue, stance) == ("detainees", "accepts")}
    assert {name.replace("Lord's Resistance Army", "LRA") for name in found} == sides


def test_those_who_urge_are_not_the_two_sides(opened: Opened, positions: Positions) -> None:
    """Two who only urge others are no pair that signs."""
    text = (
        "France and Germany urged restraint on Sunday. Delegations of Uganda and Kenya met in Oslo for talks between "
        "Uganda and Kenya. Both sides undertake to free all prisoners."
    )
    assert {party for party, issue, _ in positions(opened(text)) if issue == "detainees"} == {"Uganda", "Kenya"}


@pytest.mark.parametrize(
    "told",
    [
        "The truce is seen as a test of the parties' willingness to withdraw their troops.",
        "Two soldiers were let go on Monday in a sign that Kenya is prepared to exchange prisoners.",
        "The truce was called a measure of Uganda's readiness to accept monitors.",
    ],
)
def test_what_others_see_in_a_deed_commits_nobody(opened: Opened, positions: Positions, told: str) -> None:
    """A sign, a test or a measure of a will is what those who tell of it make of it."""
    assert not positions(opened(f"Kenya and Uganda opened talks in Nairobi on Monday. {told}"))


def test_a_readiness_that_is_told_for_itself_is_a_stance(opened: Opened, positions: Positions) -> None:
    """Without the sign it is what the party offers."""
    found = positions(opened("Kenya and Uganda opened talks in Nairobi. Kenya is prepared to exchange prisoners."))
    assert ("Kenya", "detainees", "offers") in found


_STATE_OF_PLAY = (
    "Where they stand\n\n| Party | Format | State of play | Ceasefire |\n| --- | --- | --- | --- |\n"
    "| Sudan | Talks in Jeddah | Suspended | Off limits |\n| Chad | Talks in Doha | Rejected list | Supports |\n"
)


def test_columns_on_the_course_of_the_talks_hold_no_position(opened: Opened, positions: Positions) -> None:
    """How it goes with a party, and where it talks, is nothing that it wants."""
    assert positions(opened(_STATE_OF_PLAY), find_matrix_positions) == {
        ("Sudan", "ceasefire", "rejects"),
        ("Chad", "ceasefire", "accepts"),
    }
