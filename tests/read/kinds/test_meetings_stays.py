"""Meetings told by where people were, what they carried and whom they led; entries of a log; denied wishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "who", "place", "status"),
    [
        ("Staffan de Mistura has been to Tindouf twice.", {"Staffan de Mistura"}, "Tindouf", "held"),
        ("Hans Grundberg was in Muscat on Monday.", {"Hans Grundberg"}, "Muscat", "held"),
        ("Hans Grundberg spent two days in Muscat.", {"Hans Grundberg"}, "Muscat", "held"),
        ("Hans Grundberg will take the draft to Sanaa on Friday.", {"Hans Grundberg"}, "Sanaa", "planned"),
        (
            "David Barnea and William Burns left Doha on Monday after a day of talks with Khalil al-Hayya.",
            {"David Barnea", "William Burns", "Khalil al-Hayya"},
            "Doha",
            "held",
        ),
        (
            "President Salva Kiir and Riek Machar dined in Juba on Monday.",
            {"Salva Kiir", "Riek Machar"},
            "Juba",
            "held",
        ),
        (
            "President Salva Kiir and Riek Machar put their names to the agreement in Juba on Monday.",
            {"Salva Kiir", "Riek Machar"},
            "Juba",
            "held",
        ),
        ("Keith Kellogg arrives in Kyiv on Friday.", {"Keith Kellogg"}, "Kyiv", "planned"),
    ],
)
def test_where_people_were_and_what_they_took_there(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str], place: str, status: str
) -> None:
    """A stay with a day or a number, a text that is taken somewhere, and a departure after talks tell of a meeting."""
    ((_, content, names),) = meets(text)
    assert (names, content.place, content.status) == (who, place, status)


@pytest.mark.parametrize(
    "text",
    [
        "The refugees were in Adre on Monday.",
        "Hans Grundberg was in favour of a truce on Monday.",
        "Benjamin Netanyahu and Mahmoud Abbas faced each other across the front.",
        "He would rather have seen the talks held in Rome.",
        "President Salva Kiir and Riek Machar were in the same hotel but not in the same room.",
    ],
)
def test_no_meeting_is_made_of_other_words(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """Refugees, opinions, fronts and wishes that were not fulfilled are no meetings."""
    assert meets(text) == []


def test_a_journey_that_says_who_was_first_is_no_second_meeting(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Becoming the first head of government to visit X" says more of one visit."""
    text = "Hun Sen met Min Aung Hlaing in Naypyitaw on Monday, the first leader to visit Myanmar since the coup."
    ((_, content, _),) = meets(text)
    assert content.place == "Naypyitaw"


def test_who_led_a_delegation_was_at_the_talks_told_before(meets: Callable[[str], list[Meeting]]) -> None:
    """A sentence on who led whose delegation tells of the meeting before it."""
    text = (
        "Ethiopia and the Tigray People's Liberation Front met in Pretoria on Monday. "
        "Redwan Hussein led the Ethiopian delegation."
    )
    assert ["Redwan Hussein" in names for _, _, names in meets(text)] == [True, True]


def test_a_city_before_talks_is_no_party(meets: Callable[[str], list[Meeting]]) -> None:
    """ "The sixth round of the Vienna talks" is in Vienna, and not with Austria."""
    text = "The sixth round of the Vienna talks between Iran and the United States adjourned on Sunday."
    ((statement, content, names),) = meets(text)
    assert names == {"Iran", "United States"}
    assert (content.place, content.status) == ("Vienna", "held")
    assert statement.when is not None
    assert statement.when.latest == dt.date(2024, 7, 7)


def test_a_conference_that_somebody_wants_to_hold_is_planned(meets: Callable[[str], list[Meeting]]) -> None:
    """Who wants to hold a conference is there, wherever the sentence mentions it."""
    text = "France and Lebanon discussed the conference on reconstruction that France intends to hold in Paris."
    assert [c.place for _, c, _ in meets(text) if c.status == "planned"] == ["Paris"]


def test_entries_of_a_log_tell_of_meetings_without_a_verb(meets: Callable[[str], list[Meeting]]) -> None:
    """In a log, people with the place to which they went, or with a telephone, have met."""
    text = (
        "LOG\n\n4 July 2024: Hans Grundberg to Muscat.\n\n5 July 2024: Bomb in Taiz.\n\n"
        "6 July 2024: Half an hour on the telephone, Hans Grundberg and Mahdi al-Mashat.\n\n7 July 2024: Quiet.\n"
    )
    told = {(content.place, frozenset(names)) for _, content, names in meets(text)}
    assert told == {
        ("Muscat", frozenset({"Hans Grundberg"})),
        (None, frozenset({"Hans Grundberg", "Mahdi al-Mashat"})),
    }
