"""Meetings as unseen reports tell of them: answers, what was agreed where, camps, observers, the parties as such."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "The guerrillas assemble at eight camps.",
        "Troops of both armies are to gather in designated zones.",
        "The government wants the combatants to assemble at cantonment sites.",
        "There is no further meeting in the diary.",
        "Nobody has met President Salva Kiir since July.",
        "Lazaro Sumbeiywo, the Kenyan general who has moderated the talks since 2001, wrote most of it.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """Fighters in camps, what nobody did, and what somebody does for years are no meetings."""
    assert meets(text) == []


def test_rebels_and_an_army_that_gather_in_a_town_meet(meets: Callable[[str], list[Meeting]]) -> None:
    """Those who gather in a town with others meet, fighters though they are."""
    assert [
        content.place for _, content, _ in meets("The rebels and the army of Sudan gathered in Juba on Monday.")
    ] == ["Juba"]


def test_an_answer_gives_the_time_and_place_that_was_asked_for(meets: Callable[[str], list[Meeting]]) -> None:
    """What an answer proposes, in no meeting's name, is the meeting of the question."""
    text = (
        "QUESTION: When do the Government of Sudan and the SPLM meet next?\n\n"
        "MR. DENG: I have proposed the second week of September in Juba.\n"
    )
    (statement, content, who) = meets(text)[0]
    assert (content.place, content.status, who) == ("Juba", "planned", {"Sudan", "SPLM"})
    assert statement.when is not None
    assert statement.when.earliest is not None
    assert statement.when.earliest.month == 9


def test_an_answer_that_says_neither_when_nor_where_tells_of_no_meeting(
    meets: Callable[[str], list[Meeting]],
) -> None:
    """A refusal to say is no meeting."""
    text = "QUESTION: When will Sudan and the SPLM meet?\n\nMR. DENG: I cannot say. You must ask the mediators.\n"
    assert meets(text) == []


def test_the_parties_are_those_of_the_talks_not_those_last_named(meets: Callable[[str], list[Meeting]]) -> None:
    """ "The parties" of a report on negotiations between two are these two, whoever offers to help."""
    text = (
        "Press conference on the negotiations between the Government of Sudan and the SPLM\n\n"
        "Norway and Kenya have offered their capitals. The parties return to the table on 15 October.\n"
    )
    assert [who for _, _, who in meets(text)] == [{"Sudan", "SPLM"}]


def test_what_is_to_be_done_again_is_of_those_who_agreed(meets: Callable[[str], list[Meeting]]) -> None:
    """An infinitive that the parser hangs on a participle is still agreed on, and is to come."""
    text = (
        "Sudan and the SPLM signed a text. Both sides agreed to have the truce audited by an outside firm and to "
        "meet again in Machakos in October."
    )
    found = [(content.place, content.status, statement.when) for statement, content, _ in meets(text)]
    assert [(place, status) for place, status, _ in found] == [("Machakos", "planned")]
    when = found[0][2]
    assert when is not None
    assert when.earliest == dt.date(2024, 10, 1)


def test_a_session_of_a_body_that_had_been_called_was_cancelled(meets: Callable[[str], list[Meeting]]) -> None:
    """What the parser hangs on the body is of its session."""
    text = "A session of the Joint Monitoring Commission that had been called for June was cancelled."
    assert [(content.status, who) for _, content, who in meets(text)] == [
        ("cancelled", {"Joint Monitoring Commission"})
    ]


def test_what_was_agreed_on_in_a_town_on_a_day_was_agreed_by_people_there(
    meets: Callable[[str], list[Meeting]],
) -> None:
    """A timetable that was agreed on in a town, on a day, tells of a meeting; one that was agreed on does not."""
    found = meets("Under the timetable that was agreed on in Kenya on March 29, Sudan and the SPLM are to stop firing.")
    assert [content.place for _, content, _ in found] == ["Kenya"]
    assert meets("Under the timetable that was agreed on, Sudan and the SPLM are to stop firing.") == []


def test_a_meeting_of_another_year_is_not_where_the_last_one_was(meets: Callable[[str], list[Meeting]]) -> None:
    """A meeting that is recalled keeps its own place."""
    text = (
        "Sudan and the SPLM met in Juba on 5 June. The parties recalled the meeting held at this place in 1997, from "
        "which the truce came."
    )
    assert [content.place for _, content, _ in meets(text)] == ["Juba", "this place"]


def test_a_planned_meeting_that_collapsed_was_not_held(meets: Callable[[str], list[Meeting]]) -> None:
    """Before it began, a meeting that collapses is called off."""
    text = "A meeting planned for September in Gaborone collapsed when Afonso Dhlakama walked out."
    assert [(content.place, content.status) for _, content, _ in meets(text)] == [("Gaborone", "cancelled")]


def test_an_envoy_who_was_received_in_a_town_met_people_there(meets: Callable[[str], list[Meeting]]) -> None:
    """Who was in a town on a day, where people did something with him, met them."""
    text = "The African Union's envoy was in Jowhar on Sunday, where elders handed him a list of demands."
    assert [(content.place, who) for _, content, who in meets(text)] == [("Jowhar", {"African Union"})]


def test_items_that_begin_with_place_and_day_are_stations_of_the_talks(
    meets: Callable[[str], list[Meeting]],
) -> None:
    """Under a title of talks, each "Town, month year: ..." is a meeting; under another title it is none."""
    items = (
        "• Montreux and Geneva, January 2014: government and opposition face to face for the first time\n"
        "• Vienna, October 2015: twenty states, neither side of the war\n"
    )
    found = [(content.place, content.status) for _, content, _ in meets("THE TALKS SO FAR\n\n" + items)]
    assert found == [("Montreux and Geneva", "held"), ("Vienna", "held")]
    assert meets("THE WEATHER SO FAR\n\n• Montreux, January 2014: snow\n• Vienna, October 2015: rain, no sun\n") == []


def test_the_town_between_the_day_and_the_entry_is_its_place(meets: Callable[[str], list[Meeting]]) -> None:
    """ "5 June. Ankara. Talks with X" is in Ankara, on that day."""
    text = (
        "Note on a journey, June 2024\n\n"
        "3 June. Nicosia. Working dinner with Ersin Tatar.\n5 June. Ankara. Talks with Foreign Minister Hakan Fidan.\n"
    )
    found = [(content.place, who, statement.when) for statement, content, who in meets(text)]
    assert ("Ankara", {"Hakan Fidan"}) in [(place, who) for place, who, _ in found]
    assert all(when is not None and when.earliest is not None and when.earliest.month == 6 for _, _, when in found)


def test_a_council_that_holds_consultations_holds_its_own(meets: Callable[[str], list[Meeting]]) -> None:
    """The parties of the talks sit in no council's consultations."""
    text = (
        "The talks between Morocco and the Polisario Front opened in Geneva on Monday. The Council held closed "
        "consultations on 9 July."
    )
    assert [who for _, _, who in meets(text)][1] == set()


def test_a_movement_that_was_present_as_an_observer_was_at_the_meeting_told_before(
    meets: Callable[[str], list[Meeting]],
) -> None:
    """An observer is told of paragraphs below the meeting."""
    text = (
        "Sudan and the SPLM met in Machakos in June.\n\nThe text has nine points.\n\nIt is confidential.\n\n"
        "The African Union was present as an observer for the first time.\n"
    )
    found = [(content.place, who) for _, content, who in meets(text)]
    assert found[0] == ("Machakos", {"Sudan", "SPLM", "African Union"})


@pytest.mark.parametrize(
    "title",
    [
        "Communiqué on the fourth round of talks between Sudan and the SPLM",
        "Joint Commission of Sudan and the SPLM, 12th meeting, 3 May 2024",
    ],
)
def test_a_title_that_numbers_a_meeting_tells_of_it(meets: Callable[[str], list[Meeting]], title: str) -> None:
    """What a statement or minutes are headed with has taken place."""
    found = meets(title + "\n\nThe air was cold, and the paper was long.\n")
    assert [content.status for _, content, _ in found] == ["held"]


def test_a_title_that_counts_no_meeting_tells_of_none(meets: Callable[[str], list[Meeting]]) -> None:
    """A title on talks as such, or on none, is no meeting."""
    assert meets("Notes on talks\n\nThe air was cold.\n") == []
    assert meets("Second round table on the border\n\nThe air was cold.\n") == []
    assert meets("No third round of talks in sight\n\nThe air was cold.\n") == []


def test_what_was_held_somewhere_behind_a_comma_is_the_session(meets: Callable[[str], list[Meeting]]) -> None:
    """ "At the third session, held at X, the delegations agreed" gives the session its place."""
    text = "At the third working session, held at the Peace House, the delegations of Sudan and the SPLM drew a map."
    assert [content.place for _, content, _ in meets(text)] == ["Peace House"]


def test_nothing_that_resumes_does_so_in_somebodys_office(meets: Callable[[str], list[Meeting]]) -> None:
    """Where one meeting was in an office, the next one is not there for that."""
    text = "President Salva Kiir received Riek Machar in his office on Monday. It resumes on Friday."
    assert [content.place for _, content, _ in meets(text)] == ["his office", None]
