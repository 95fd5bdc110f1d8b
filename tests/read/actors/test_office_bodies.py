"""Organs of a state that a report names only in somebody's title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def acting(context: Context) -> set[str]:
    """The names of those who act in a report."""
    return {actor.name for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "absent", "state"),
    [
        (
            "Peru refused. State Department spokeswoman Jane Doe said that the talks would go on.",
            "State Department",
            "United States",
        ),
        ("John Mbeki, a director of the Mossad, met the Sudanese delegation in Nairobi.", "Mossad", "Israel"),
        (
            "The United States agreed. General Ann Low, chairman of the Joint Chiefs of Staff, thanked Chad.",
            "Joint Chiefs of Staff",
            "United States",
        ),
    ],
)
def test_an_officer_speaks_for_the_state(opened: Opened, text: str, absent: str, state: str) -> None:
    """Whose office a title names takes no part beside the state for which its holder speaks."""
    context = opened(text)
    roster = context.roster
    assert absent not in acting(context)
    person = next(actor for actor in roster.actors.values() if actor.kind == "person")
    assert person.side is not None
    assert roster.actors[person.side].name == state
    assert any(absent in role.title for role in roster.roles)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (
            "The State Department said it would wait. State Department spokeswoman Jane Doe thanked Peru.",
            "State Department",
        ),
        ("Admiral Ann Low, the head of US Central Command, met officers of Chad.", "CENTCOM"),
    ],
)
def test_an_organ_that_acts_itself_stays(opened: Opened, text: str, present: str) -> None:
    """What an organ says itself is its own, and a command acts in whoever leads its troops."""
    assert present in acting(opened(text))
