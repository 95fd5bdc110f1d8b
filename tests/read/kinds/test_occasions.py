"""Dates that stand by a noun, or open a sentence, and tell when something happened."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.events import find_events
from goodoffices.record import make_report


def days(text: str) -> set[str]:
    """The days of the events of a report of Monday, 10 March 2025, in ISO 8601."""
    report = make_report(text, path="x", title="", published=dt.date(2025, 3, 10))
    return {s.when.iso() if s.when is not None else "-" for s in find_events(open_context(report))}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebels shelled a market in Goma in the early hours of Thursday.", "2025-03-06"),
        ("On 7 March gunmen in masks walked into a hotel in Mopti, and killed five people.", "2025-03-07"),
        ("At least 14 people were injured in Aden during Wednesday's shooting.", "2025-03-05"),
        ("Anger grew on 2 March, when a drone strike killed three farmers near Gao.", "2025-03-02"),
        ("The road has been closed since 2012, when rebels killed two engineers.", "2012-01-01/2012-12-31"),
        ("Rebels took Kidal in January in an assault that killed forty soldiers.", "2025-01-01/2025-01-31"),
    ],
)
def test_a_date_beside_a_noun_dates_what_happened(text: str, when: str) -> None:
    """Hours of a day, a date that opens the sentence, "when" behind a date, and the day of an occasion tell when."""
    assert when in days(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels who signed the 2015 agreement killed two soldiers.",
        "Rebels shelled the village that had backed last year's offensive.",
        "Rebels killed two soldiers despite the statement of 4 March.",
    ],
)
def test_the_date_of_a_document_dates_nothing_else(text: str) -> None:
    """The year of an agreement and the day of a paper are no times of an attack."""
    assert days(text) == {"-"}
