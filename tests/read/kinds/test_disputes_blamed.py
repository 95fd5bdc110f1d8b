"""Accounts set side by side by blame, by names given, by numbers without a noun, and in answer to a charge."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.disputes import find_disputes
from goodoffices.record import AssertionContent, make_report


def told(text: str) -> list[AssertionContent]:
    """The accounts of a text that are set side by side."""
    report = make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10))
    statements = list(find_disputes(open_context(report), set()))
    return [s.content for s in statements if isinstance(s.content, AssertionContent)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Gunmen robbed a bus near Gao; the army blamed loggers, villagers blamed the militia.", "disputed"),
        ("An ambush killed two soldiers near Taiz. Each party holds the other responsible.", "disputed"),
        ("Two lorries were bombed. The army calls them smugglers. The front calls it a violation.", "disputed"),
        ("The army blames the front for the raid. A spokesman said that it had no men there.", "disputed"),
        ("The army said the raid on Gao was the work of the rebels. The rebels blamed bandits.", "disputed"),
        ("Bamako says that the front asked for more time; the front says that Bamako did.", "disputed"),
        ("Kigali claims 621 million; the treasury recognizes less than a quarter of it.", "disputed"),
        ("The army estimates that 6,000 rebels will come down; the front promises 8,500 and wants land.", "figure"),
        ("The army has counted 14 incidents in Ramadan. A watch group has 41, the fires included.", "figure"),
        (
            "The front put the number of its men in jail at 460. The state said it held 138, none for politics.",
            "figure",
        ),
        ("Moussa put it at 7,000; according to the front there are at least 12,000 Chadians.", "figure"),
    ],
)
def test_two_accounts(text: str, act: str) -> None:
    """A claim and what is set against it, each once."""
    found = told(text)
    assert [content.holds for content in found] == [True, False]
    assert {content.act for content in found} == {act}


def test_a_turn_answers_a_charge() -> None:
    """One who is told what others charge his men with, and says that they did nothing of it, denies it."""
    text = (
        "HOST: Good evening. What of the border?\n\nKAMAU: It is quiet.\n\n"
        "HOST: The Congolese army says your men abducted people near Goma.\n\n"
        "KAMAU: Our forces have not moved since December.\n"
    )
    assert [content.text[:4] for content in told(text)] == ["The ", "Our "]
    wants = text.replace("says your men abducted people", "says you must leave the camps")
    assert told(wants) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army calls them rebels. It calls them bandits, too.",
        "The minister has 14 advisers. The front has 41 tanks, the army says.",
        "The speaker spoke of peace, of land and of bread.",
    ],
)
def test_no_dispute(text: str) -> None:
    """One voice twice, numbers of two things and a list are no two accounts."""
    assert told(text) == []
