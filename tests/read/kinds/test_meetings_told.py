"""Meetings as reports tell them: received, brought together, resumed, conditional, told over sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "who", "place", "status"),
    [
        (
            "Riek Machar was received at the airport in Juba by First Vice President Taban Deng Gai.",
            {"Riek Machar", "Taban Deng Gai"},
            "airport in Juba",
            "held",
        ),
        (
            "The UN envoy, Horst Köhler, brought Morocco and the Polisario Front together in Geneva on 5 July.",
            {"Morocco", "Polisario Front"},
            "Geneva",
            "held",
        ),
        (
            "Secretary of State Antony Blinken spoke on Monday by telephone with Kenyan President William Ruto.",
            {"Antony Blinken", "William Ruto"},
            None,
            "held",
        ),
        (
            "Moldova and Transnistria agreed in Vienna on Tuesday to open a bridge.",
            {"Moldova", "Transnistria"},
            "Vienna",
            "held",
        ),
        (
            "President Luis Arce and Chairman Juan Rojas Mamani met for five hours on Tuesday.",
            {"Luis Arce", "Juan Rojas Mamani"},
            None,
            "held",
        ),
        ("A second round of talks between Iran and Oman depends on a truce.", {"Iran", "Oman"}, None, "planned"),
        ("Foreign Minister Penny Wong was to have visited Buka last month.", {"Penny Wong"}, "Buka", "cancelled"),
    ],
)  # fmt: skip
def test_who_met_where(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str], place: str | None, status: str
) -> None:
    """Passives, calls, mediators' doing and what did not come about tell of meetings as "met" does."""
    ((_, content, names),) = meets(text)
    assert (names, content.place, content.status) == (who, place, status)


@pytest.mark.parametrize(
    "text",
    [
        "A dispute over prisoners held up the talks on Monday.",
        "Qatar hosts the talks.",
        "The European Union suspended part of its defence consultations with Rwanda in February.",
        "The offer was met with scepticism by Iran.",
    ],
)
def test_what_is_no_meeting(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What holds talks up, hosts them all the time or is part of consultations is no meeting."""
    assert meets(text) == []


def test_what_was_suspended_and_resumed_was_held(meets: Callable[[str], list[Meeting]]) -> None:
    """Talks that were broken off and taken up again are held, where and when they were taken up."""
    ((statement, content, _),) = meets(
        "Talks between Thailand and Malaysia had been suspended since the election, "
        "and resumed in January 2022 with a meeting in Kuala Lumpur."
    )
    assert (content.status, content.place) == ("held", "Kuala Lumpur")
    assert statement.when is not None
    assert statement.when.earliest == dt.date(2022, 1, 1)


def test_the_time_behind_a_semicolon_is_another_meetings(meets: Callable[[str], list[Meeting]]) -> None:
    """A day in the clause before a semicolon does not date what stands behind it."""
    found = meets(
        "An expert meeting of Serbia and Kosovo is scheduled for 5 August; "
        "a meeting of Thailand and Malaysia was postponed indefinitely."
    )
    times = {content.status: statement.when for statement, content, _ in found}
    assert times["cancelled"] is None
    assert times["planned"] is not None


def test_who_goes_on_from_talks_took_part_in_them(meets: Callable[[str], list[Meeting]]) -> None:
    """ "X travelled to A after talks in B with Y": X sat with Y in B, and the journey is told apart."""
    found = meets(
        "US envoy Amos Hochstein travelled to Israel on Tuesday "
        "after two days of talks in Beirut with Lebanon's parliament speaker, Nabih Berri."
    )
    places = {content.place: names for _, content, names in found}
    assert places == {"Israel": {"Amos Hochstein"}, "Beirut": {"Amos Hochstein", "Nabih Berri"}}


def test_a_meeting_with_others_beside_the_parties_is_between_those_named(
    meets: Callable[[str], list[Meeting]],
) -> None:
    """ "A meeting between X and the bishops" is not one of the two sides of the talks."""
    found = meets(
        "South Sudan and the SPLM-IO held talks in Juba on Monday. "
        "A meeting between President Salva Kiir and the bishops was cancelled on Tuesday."
    )
    assert [names for _, content, names in found if content.status == "cancelled"] == [{"Salva Kiir"}]


def test_the_parties_are_those_who_send_delegations(meets: Callable[[str], list[Meeting]]) -> None:
    """A state that is named more often, but that mediates, is no party of "the next round"."""
    found = meets(
        "Egyptian mediators met in Cairo. Egypt said that Egypt was hopeful. The Israeli team and the Hamas delegation "
        "arrived on Monday. The next round of talks will be held in Doha on 20 July."
    )
    assert found[-1][2] == {"Israel", "Hamas"}


def test_who_stays_away_does_not_undo_a_conference(meets: Callable[[str], list[Meeting]]) -> None:
    """A conference that somebody will not attend is planned all the same, without them."""
    ((_, content, names),) = meets("The LTTE said it would not attend the donors' conference in Tokyo.")
    assert (content.status, content.place, names) == ("planned", "Tokyo", set())


def test_there_is_the_place_told_right_before(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Is expected there on 7 August" is at the place of the meeting before."""
    found = meets(
        "Erik Solheim of Norway met Anton Balasingham in Kilinochchi on Thursday. "
        "Yasushi Akashi of Japan is expected there on 7 August."
    )
    assert [content.place for _, content, _ in found] == ["Kilinochchi", "Kilinochchi"]
