"""Disagreements over numbers, over what never happened, and over what is of a second thing of its kind."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.reading import read_report
from goodoffices.record import Disagreement, make_report
from goodoffices.record.findings import build


def disagreements(*texts: str) -> tuple[Disagreement, ...]:
    """The disagreements of reports of days that follow each other."""
    reports = [
        make_report(text, path=f"{n}.txt", title="", published=dt.date(2024, 7, 10 + n)) for n, text in enumerate(texts)
    ]
    return build(reports, [s for report in reports for s in read_report(report).statements]).disagreements


@pytest.mark.parametrize(
    ("texts", "issue"),
    [
        (
            ("The number of prisoners is disputed: Rabat speaks of nineteen prisoners, Algiers of a dozen.",),
            "detainees",
        ),
        (
            ("By Kigali's count, 14 Rwandans had been in Congolese hands. A minister said that the number was six.",),
            "detainees",
        ),
        (("The truce was broken eleven times, Kenya said. The rebels counted forty-one breaches.",), "ceasefire"),
        (
            ("A Chadian officer says the working groups have met twice. Libyan officers swear that they never have.",),
            "process",
        ),
        (
            (
                "The accord provides for 150 monitors, a Swiss diplomat said.",
                "The accord that Chad and Libya signed foresees 50 monitors, officials in Tripoli said.",
            ),
            "monitoring",
        ),
        (
            (
                "The Taliban said 6,000 of their prisoners remain in government jails.",
                "Kabul puts the number of Taliban prisoners at fewer than 3,000.",
            ),
            "detainees",
        ),
    ],
)
def test_two_numbers_of_one_thing_disagree(texts: tuple[str, ...], issue: str) -> None:
    """Voices side by side, or reports of one week, count one thing differently; what is counted tells the issue."""
    assert issue in {found.issue for found in disagreements(*texts)}


def test_a_second_thing_of_its_kind_is_another_thing() -> None:
    """To agree to one committee and not to a second one is no contradiction."""
    first = "Russia, Turkey and Iran agreed to a verification committee."
    assert not [
        found
        for found in disagreements(first, "Iran did not agree to a second verification committee.")
        if "Iran stands" in found.about
    ]
