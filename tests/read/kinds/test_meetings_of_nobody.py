"""Meetings: openings, elections, briefings and tours that bring no two together; where and whose the others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    "text",
    [
        "Attorney General Tarek Haddad opened a criminal investigation of the organisers last week.",
        "Emmanuel Macron confirmed that a consulate would open in Suva on 6 February.",
        "The depot that the United States opened in Djibouti in October holds grain.",
        "The opposition will hold its primary on Sunday, the first in more than a decade.",
        "Rosa Vidal, the leader of the Alba party and winner of the vote, filed her appeal in person on 15 December.",
        "An official of the United States who briefed journalists in Manila said that 1,000 troops had left.",
        "Speaking at the close of a seminar in Quito on Sunday, Rafael Correa said that nothing had been signed.",
        "Sweden and Norway watched as Daniel Ortega ended a tour of Asia.",
    ],
)
def test_what_brings_no_two_together_is_no_meeting(meets: Meets, text: str) -> None:
    """Embassies and inquiries that open, votes, words to the press, and visits to no place that is named."""
    assert not meets(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lula da Silva opened the summit of Salva Kiir and Riek Machar in Manaus on Monday.",
        "António Guterres briefed Salva Kiir in Juba on Monday.",
        "Salva Kiir paid Riek Machar a visit on Tuesday.",
    ],
)
def test_what_does_is_one_still(meets: Meets, text: str) -> None:
    """A session that is opened, a president who is briefed, a visit that is paid to somebody."""
    assert len(meets(text)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Salva Kiir has completed a tour of Bamako, Niamey and Ouagadougou.", "Bamako, Niamey and Ouagadougou"),
        ("A meeting of tribal chiefs held in Nairobi on 24 March had encouraged Salva Kiir to write.", "Nairobi"),
        ("The talks were held in Transnistria on Monday.", "Transnistria"),
    ],
)
def test_towns_of_a_tour_and_lands_that_are_parties(meets: Meets, text: str, place: str) -> None:
    """The places of a tour, what the parser hangs on the people, and a land that acts elsewhere."""
    assert [meeting.place for _, meeting, _ in meets(text)] == [place]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ECOWAS defence chiefs meeting in Abuja last week spoke of a standby force.", {"ECOWAS"}),
        ("Southern African ministers meeting in Harare on Monday rejected it. SADC said so.", {"SADC"}),
    ],
)
def test_whose_ministers_are_meeting(meets: Meets, text: str, who: set[str]) -> None:
    """Those in front of "meeting in", by whose they are or by their region."""
    ((_, _, names), *_) = meets(text)
    assert names == who
