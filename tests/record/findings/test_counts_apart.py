"""Counts of what happened once: reports of a few days that differ, and a text that has not the articles announced."""

from __future__ import annotations

import pytest
from newsroom import disagreements

FREED = ("Shortly after midnight five detainees walked out of the prison.", "Six people were released in the night.")


@pytest.mark.parametrize(
    ("texts", "about", "issue"),
    [
        (FREED, "People freed: 5 or 6", "detainees"),
        (
            ("Raiders abducted 13 people near Garamba.", "The bands abducted 21 people around Garamba."),
            "People abducted: 13 or 21",
            "detainees",
        ),
        (
            ("The front wants 5,000 of its fighters admitted to the army.", "The front now asks for 8,000 places."),
            "Fighters to be taken in: 5000 or 8000",
            "military-limits",
        ),
        (
            ("They signed an agreement in fourteen articles.", "It has sixteen articles, not the fourteen announced."),
            "Articles: 16 or 14",
            "process",
        ),
    ],
)
def test_two_counts(texts: tuple[str, str], about: str, issue: str) -> None:
    """Two reports that count one thing differently disagree."""
    assert [(found.about, found.issue) for found in disagreements(*texts)] == [(about, issue)]


def test_another_occasion_is_no_disagreement() -> None:
    """Releases weeks apart, or of quite other sizes, are two releases."""
    assert disagreements(*FREED, apart_days=20) == ()
    assert disagreements(FREED[0], "A thousand and more waited as 600 people were released in the night.") == ()
