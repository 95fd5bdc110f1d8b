"""Talks that are told by their course: how long they took, which of several it was, what they were confined to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]
_BEFORE = "Sudan and the SPLM met in Karen in May. "


@pytest.mark.parametrize(
    "text",
    [
        "The army chiefs announced a truce after less than two days of talks.",
        "At the fourth meeting the rebels brought a map.",
        "The discussions were confined to prisoners.",
        "The talks were dominated by the border.",
        "Experts of both parties remain in session.",
        "Sudan and the SPLM will review it at their next summit.",
        "Deng Alor emerged from the session with a smile.",
        "The envoys held an exchange of views with both sides on 2 June.",
        "Sudan concluded the chapter after a plenary meeting at the Mulungushi Conference Centre yesterday.",
        "A third is being arranged, this time at Machakos.",
        "Four further sessions followed there.",
    ],
)
def test_talks_are_told_by_their_course(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """No verb of holding is needed where the words say what became of them."""
    assert len(meets(_BEFORE + text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose after two days of rain.",
        "At the second meeting of the central bank rates rose.",
        "The talks could be dominated by the border.",
        "Parliament is in session.",
        "The courts are in session.",
        "The rebels emerged from the forest.",
        "The two sides made an exchange of prisoners on Monday.",
        "His call on Sudan to disarm went unheard.",
        "The talks followed a pattern.",
    ],
)
def test_what_only_resembles_it_is_no_meeting(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """Rain, banks, courts, prisoners and patterns are none."""
    assert len(meets(_BEFORE + text)) == 1


def test_a_last_call_on_somebody_is_a_visit(meets: Callable[[str], list[Meeting]]) -> None:
    """ "His last call on the president" is one on which they saw each other."""
    text = "Philip Habib flew home on Friday. His last call on President Hafez al-Assad, on Tuesday, lasted an hour."
    assert {"Philip Habib", "Hafez al-Assad"} in [who for _, _, who in meets(text)]
