"""Silence of bystanders and discretion of the sides, which are no positions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]

_TALKS = "Talks between Peru and Bolivia on a ceasefire opened in Quito on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian officials kept quiet about the ceasefire.",
        "Norway declined to be drawn on the ceasefire.",
        "Norway has kept its counsel on the ceasefire.",
    ],
)
def test_the_silence_of_a_bystander_is_no_position(opened: Open, positions: Positions, text: str) -> None:
    """Who has no seat in the talks need not say anything."""
    assert "Norway" not in {party for party, _, _ in positions(opened(_TALKS + text))}


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Bolivia pledged to keep the substance of the talks to themselves.",
        "Peru said that it would keep the details of the talks to itself.",
        "Peru declined to publish the minutes of the talks.",
    ],
)
def test_what_is_kept_from_readers_is_no_position(opened: Open, positions: Positions, text: str) -> None:
    """How a side deals with the press it asks of nobody."""
    assert positions(opened(text)) == set()


def test_to_ask_for_secrecy_is_a_position_on_the_talks(opened: Open, positions: Positions) -> None:
    """What one side asks of the others is one, be it silence."""
    found = positions(opened("Peru asked the mediators to keep the annexes of the agreement confidential."))
    assert ("Peru", "process", "demands") in found
