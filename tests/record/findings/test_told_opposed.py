"""Accounts of two reports in other words, what is said not to be there, and numbers that are told exactly."""

from __future__ import annotations

import datetime as dt
import functools

import pytest
from newsroom import disagreements as disagreements_of

disagreements = functools.partial(disagreements_of, apart_days=3, first=dt.date(2024, 3, 10))


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Sudan has conceded nothing, its foreign minister told parliament.",
         "A former general says that Sudan gave away its only lever when it left the hills.", "Conceded or not"),
        ("Colonel Ibrahim Sesay was consulted by radio on Tuesday, the front's director said.",
         "Colonel Ibrahim Sesay told a radio that nobody had asked him before the signature.", "Consulted or not"),
        ("Nobody walked out of the Arusha talks, the mediator said.",
         "The talks in Arusha broke up when the rebel delegation walked out.", "Walked out or not"),
        ("Kenya put the deployment on hold on Monday.",
         "Its foreign minister said that Kenya was calm and that the deployment was never suspended.",
         "Suspended or not"),
        ("There is no secret annex, the minister told parliament.",
         "Two people have seen a secret annex on pensions, which runs to a page.", "A secret text or none"),
        ("Ethiopia and Eritrea agreed to set up a border verification commission.",
         "Without a border verification commission, the truce between Ethiopia and Eritrea rests on restraint alone.",
         "there or not"),
    ],
)  # fmt: skip
def test_accounts_in_other_words(one: str, other: str, label: str) -> None:
    """What one report tells in its words, another contradicts in others."""
    assert any(label in found.about for found in disagreements(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sudan has conceded nothing, its foreign minister told parliament.",
         "A former general says that Chad gave away its only lever when it left the hills."),
        ("Sudan has conceded nothing, its minister said.", "Sudan would give away its lever if it left the hills."),
        ("Kenya was informed of the flights, its minister said.", "Kenya was not told of the tariff on sugar."),
        ("Nobody walked out of the Arusha talks, the mediator said.", "The rebels warned that they would walk out."),
        ("Kenya put the deployment on hold on Monday.", "Chad said that its convoy had never been suspended."),
        ("There is no annex to the accord, the minister said.", "The annexes will be published in May."),
        ("Ethiopia and Eritrea agreed to set up a border verification commission.",
         "Eritrea said it could not sign without a border verification commission."),
        ("Without a border verification commission, the truce between Ethiopia and Eritrea rests on restraint.",
         "Ethiopia and Eritrea agreed to set up a border verification commission."),
    ],
)  # fmt: skip
def test_no_opposed_accounts(one: str, other: str) -> None:
    """Another party, what may come, a threat, and what is agreed only afterwards contradict nothing."""
    assert not any(
        label in found.about
        for found in disagreements(one, other)
        for label in ("or not", "secret text", "there or not")
    )


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The front will free 40 captives, 18 of whom are believed to be alive.", "It released the 21 living hostages.",
         "Hostages alive: 18 or 21"),
        ("More than 2,400 people remain unaccounted for.", "In all, 2,316 individuals are still missing.",
         "People missing: 2316 or 2400"),
        ("Some 900 people, former policemen among them, are still in Angolan jails.",
         "The front speaks of more than 2,000 prisoners.", "Prisoners held: 900 or 2000"),
        ("The accord was signed by 14 armed groups.", "The accord was signed by 13 armed groups in Bangui.",
         "Groups that take part: 13 or 14"),
    ],
)  # fmt: skip
def test_numbers_told_exactly(one: str, other: str, about: str) -> None:
    """Exact numbers differ where they differ at all, and more than a number is no less than it."""
    assert about in [found.about for found in disagreements(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The front holds 40 captives, 18 of whom are believed to be alive.", "It freed the first 3 living captives."),
        ("More than 2,400 people remain unaccounted for.", "Some 2,450 people are still missing."),
        ("Some 900 people are still in Angolan jails.", "Angola freed 200 prisoners on Monday."),
        ("The accord was signed by 14 armed groups.", "Another 3 armed groups signed the accord in Bangui."),
    ],
)  # fmt: skip
def test_numbers_that_fit(one: str, other: str) -> None:
    """A part of them, a rough number near it and what becomes of them are no other count."""
    assert disagreements(one, other) == ()


def test_a_later_report_looks_back() -> None:
    """A report that names the month of an earlier one counts the articles of the same draft."""
    early = "The Norwegians on Friday handed both sides a working draft of eight articles."
    late = "The round in March left behind a Norwegian draft of seven articles, which nobody signed."
    assert [found.about for found in disagreements(early, late, apart_days=70)] == ["Articles of a text: 7 or 8"]
    later = "The round left behind a Norwegian draft of seven articles, which nobody signed."
    assert disagreements(early, later, apart_days=70) == ()


@pytest.mark.parametrize(("apart_days", "clashes"), [(3, True), (20, False)])
def test_a_day_that_is_fixed_afterwards(apart_days: int, clashes: bool) -> None:  # noqa: FBT001  a parameter of the table
    """No day was set, and weeks later one is: that is the course of talks, and no disagreement."""
    unset = (
        "Kenya and Somalia ended a round of talks in Arusha on Friday. No date was set for the next round in Arusha."
    )
    fixed = "The Tanzanian minister confirmed that the sixth round of talks will take place in Arusha on Sunday."
    found = disagreements(unset, fixed, apart_days=apart_days)
    assert any("fixed or not" in each.about for each in found) is clashes
