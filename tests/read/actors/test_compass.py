"""The North and the South: two states that a report calls by the points of the compass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.actors.compass import points_of
from goodoffices.read.actors.gazetteer import entities
from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("North Korea sent a team. The chief Northern delegate, Kwon Ho Ung, smiled.", "Kwon Ho Ung", "North Korea"),
        ("North Korea sent a team. Ana Ruiz, the South's foreign minister, smiled.", "Ana Ruiz", "South Korea"),
        ("South Sudan's army left. The North's negotiator, Pablo Sol, agreed.", "Pablo Sol", "Sudan"),
    ],
)
def test_persons_of_the_north_and_the_south(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """Where one of two such states is named, the points of the compass mean them."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize("state", ["South Africa", "Mali", "North Macedonia"])
def test_a_state_without_a_state_across(state: str) -> None:
    """South Africa has no North: the points of the compass are nobody's names there."""
    assert points_of([entities()[state]]) == {}


def test_two_pairs_are_none() -> None:
    """Where two pairs are named, nobody is guessed."""
    assert points_of([entities()["North Korea"], entities()["South Sudan"]]) == {}


def test_a_sea_is_no_state(opened: Opened) -> None:
    """The North Atlantic and the south of a country are no states."""
    context = opened("North Korea sent ships to the North Atlantic. The South of the country starves.")
    assert "South Korea" not in {actor.name for actor in context.roster.acting()}
