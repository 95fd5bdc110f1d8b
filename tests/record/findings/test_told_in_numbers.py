"""How many, how long, how wide and by when, in other words each time: two reports that differ, and two that do not."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from newsroom import disagreements

from goodoffices.record import make_report
from goodoffices.record.findings import build
from goodoffices.record.findings.sentences import sentences_of
from goodoffices.record.findings.tallied import counts_in

SECONDS = 20
"""For a report that is nothing but numbers."""


@pytest.mark.parametrize(
    ("one", "other", "about", "issue"),
    [
        (
            "Nearly 70,000 people have fled the town of Bardale in three weeks, nurses said.",
            "Fewer than 30,000 have got away from Bardale, according to the governor.",
            "Fled: 30,000 or 70,000",
            "displacement",
        ),
        (
            "About 90 detainees got out of the Kitana jail in the night.",
            "The ministry put the number of escaped prisoners at 640.",
            "Escaped: 90 or 640",
            "detainees",
        ),
        (
            "Since the accord the Red Cross has overseen the release of 240 detainees in Kitana.",
            "Not a single detainee has been set free in Kitana, relatives complained.",
            "Freed: none or 240",
            "detainees",
        ),
        (
            "The lists contain some 9,000 names, one delegate said.",
            "The understanding on prisoners covers about 5,000 people.",
            "On the lists: 5,000 or 9,000",
            "detainees",
        ),
        (
            "Eleven of the sixteen delegations put their names to the charter.",
            "In the end nine parties signed.",
            "Signed: nine or eleven",
            "process",
        ),
        (
            "The charter reserves five ministries for the movement.",
            "The rebels are to receive eight portfolios.",
            "Posts allotted: five or eight",
            "government",
        ),
        (
            "The observer mission numbers a little over 150 unarmed personnel.",
            "With 260 monitors in the field, the union has the largest presence there.",
            "Monitors: 150 or 260",
            "monitoring",
        ),
        (
            "Diplomats spoke of a contingent of some 6,000 blue helmets.",
            "The secretariat has planned for no more than 3,500 soldiers.",
            "Troops foreseen: 3,500 or 6,000",
            "foreign-forces",
        ),
        (
            "Twenty guerrillas, half of them boys, laid down their rifles at the mill.",
            "A group of 35 fighters, led by a colonel, surrendered their weapons at the mill.",
            "Gave up their arms: twenty or 35",
            "military-limits",
        ),
        (
            "The two sides agreed on a pause in the fighting for two months.",
            "The text would silence the guns for an initial ten days.",
            "How long a truce: ten days or two months",
            "ceasefire",
        ),
        (
            "The truce was renewed until 30 September.",
            "The truce runs for just three weeks, a colonel said.",
            "How long a truce: three weeks or until 30 September",
            "ceasefire",
        ),
        (
            "Officers reckon that the operation will take 40 days.",
            "The mission is to be completed in ninety days.",
            "How long a mission: 40 days or ninety days",
            "foreign-forces",
        ),
        (
            "The corridor to Bardale has been drawn at a width of about nine kilometres.",
            "The passage to Bardale, at little more than four kilometres across, is narrower than before.",
            "How wide: four kilometres or nine kilometres",
            "territory",
        ),
        (
            "The talks were adjourned for two weeks.",
            "After the month-long recess the delegations will sit again, the host said.",
            "How long a recess: two weeks or a month",
            "process",
        ),
        (
            "The session came to a close after some forty hours.",
            "It was a session that lasted barely a day.",
            "How long a session: a day or forty hours",
            "process",
        ),
        (
            "The debts of the province amount to $1.5 billion, auditors said.",
            "Some 900 million dollars in arrears have been found, the minister said.",
            "How much is owed: 900 million or 1.5 billion",
            "economy",
        ),
        (
            "The north is to keep a third of the oil revenues.",
            "The text leaves 45.5 per cent of the revenues from oil with the north.",
            "Share of the revenue: a third of or 45.5 per cent",
            "economy",
        ),
        (
            "Diplomats think that the front commands no more than 900 fighters in the hills.",
            "The front boasts 3,000 men under arms, by its own account.",
            "Strength: 900 or 3,000",
            "military-limits",
        ),
        (
            "The army credits the front with about 900 combatants.",
            "They number around 2,500, a bishop said.",
            "Strength: 900 or 2,500",
            "military-limits",
        ),
        (
            "The minister said that the smugglers must give back eleven rifles.",
            "In the raid, which the port has not forgotten, fourteen rifles were carried off.",
            "Weapons taken: eleven or fourteen",
            "military-limits",
        ),
        (
            "Officials put the number of combatants who are to benefit from reintegration at 1,400.",
            "Stipends will be paid to 900 combatants.",
            "To be reintegrated: 900 or 1,400",
            "military-limits",
        ),
        (
            "The collection of arms is to be finished in two to three months, officers said.",
            "The disarmament runs until the end of 2025, one official said.",
            "By when: in two to three months or end of 2025",
            "military-limits",
        ),
    ],
)
def test_two_numbers_in_other_words(one: str, other: str, about: str, issue: str) -> None:
    """Two reports that give two numbers of one thing disagree, however they tell it, in either order."""
    for texts in ((one, other), (other, one)):
        told = [each for each in disagreements(*texts) if each.about == about]
        assert [each.issue for each in told] == [issue]
        assert {side.text for side in told[0].sides} == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # of two places and two sides
        (
            "Nearly 70,000 people have returned to the town of Bardale.",
            "Some 30,000 people have returned to Kitana.",
        ),
        # roughly the same
        ("Nearly 70,000 people have fled Bardale.", "More than 66,000 have fled Bardale."),
        # those to whom it has happened, and those to whom it has not
        ("Four bodies were handed over.", "Thirteen bodies have yet to be handed over."),
        # told both ways
        (
            "The charter reserves five ministries for the rebels.",
            "The charter reserves five ministries for the rebels; the rebels are to receive eight portfolios in May.",
        ),
        # what one merely wants
        ("The text would silence the guns for ten days.", "The rebels want a truce of two months."),
        # a part of them
        ("The lists contain 9,000 names.", "The first 500 people on the lists are prisoners."),
        # a list of numbers is no count
        (
            "In 2 and 3 and 4 and 5 and 6 and 7 and 8 and 9 and 10 rows 70,000 people have returned.",
            "30,000 people have returned.",
        ),
        # begun by one day, and finished by another
        (
            "The fighters will begin to hand over their weapons by 1 August.",
            "The fighters are to hand over their weapons by the end of 2025.",
        ),
        # those who come home are not all of a strength
        ("The front has an estimated 900 fighters.", "Some 2,500 fighters benefit from rehabilitation."),
        # another sitting
        ("The session ran for thirty hours.", "The talks on fishing took two hours."),
    ],
)
def test_two_numbers_that_both_hold(one: str, other: str) -> None:
    """Other places, other acts, rough numbers, parts and wishes are no contradiction."""
    assert disagreements(one, other) == ()


def test_numbers_of_two_times() -> None:
    """What is counted weeks later is another thing."""
    texts = ("Nearly 70,000 people have fled Bardale.", "Fewer than 30,000 have fled Bardale.")
    assert disagreements(*texts) != ()
    assert disagreements(*texts, apart_days=60) == ()


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "Air strikes killed twelve people in Bardale late on Tuesday.",
            "In Bardale mourners buried the four victims of Tuesday's bombardment.",
            "Dead: 4 or 12",
        ),
        (
            "Nine reservists were killed when their lorries came under fire near Lomara.",
            "The ambush at Lomara, which cost the lives of seventeen soldiers, was condemned by all parties.",
            "Dead: 9 or 17",
        ),
        (
            "In the hamlet of Lomara at least 25 villagers were hacked to death in the night.",
            "The rebels' spokesman blamed the army for the killings at Lomara, in which he put the dead at eight.",
            "Dead: 8 or 25",
        ),
        (
            "The shelling of Lomara on Tuesday claimed fifteen lives.",
            "A colonel said that nobody was killed by the artillery at Lomara on Tuesday.",
            "Dead: none or 15",
        ),
    ],
)
def test_dead_told_in_other_words(one: str, other: str, about: str) -> None:
    """Lives that were cost, victims who were buried, and nobody at all: one blow, two tolls."""
    for texts in ((one, other), (other, one)):
        assert [each.about for each in disagreements(*texts)] == [about]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two blows
        (
            "The ambush at Lomara cost the lives of seventeen soldiers.",
            "At Lomara four victims of the flood were buried.",
        ),
        # the same number in other words
        (
            "The ambush at Lomara cost the lives of seventeen soldiers.",
            "Seventeen reservists were killed when they came under fire at Lomara.",
        ),
    ],
)
def test_dead_of_two_occasions(one: str, other: str) -> None:
    """Two occasions at one place, or one number in two wordings, are no contradiction."""
    assert disagreements(one, other) == ()


@pytest.mark.parametrize(
    "text",
    [
        "70,000 people have fled Bardale, 30 fled. " * 4_000,
        "the truce " * 12_000 + "for two months. ",
        "of the 40 of the 50 people " * 5_000,
        "by 1 August they will withdraw and sign and free them by 2 August " * 2_500,
    ],
)
def test_nothing_but_numbers_costs_little(text: str) -> None:
    """Reports that repeat what is looked for are compared in seconds."""
    days = [dt.date(2024, 7, 10), dt.date(2024, 7, 11)]
    reports = [make_report(text + str(d), path=f"{d}.txt", title="", published=d) for d in days]
    began = time.monotonic()
    build(reports, [])
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Hungary released 14 ambulances.", ["ambulanc"]),
        ("The rebels seized 12 tractors in March.", ["tractor"]),
        ("The front will hand over the town in 30 days.", []),
    ],
)
def test_what_no_list_has_is_counted_too(text: str, nouns: list[str]) -> None:
    """Any noun of several is what a number counts, and a time is not."""
    report = make_report(text, path="1.txt", title="T", language="en")
    found = [number.noun for sentence in sentences_of(report) for number in counts_in(sentence)]
    assert found == nouns
