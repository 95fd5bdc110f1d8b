"""Meetings in words that name none: encounters, journeys, seats at one table, labels of place, guests, fragments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "who", "place", "status"),
    [
        (
            "Benjamin Netanyahu and Mahmoud Abbas shook hands in Cairo on Monday.",
            {"Benjamin Netanyahu", "Mahmoud Abbas"},
            "Cairo",
            "held",
        ),
        (
            "President Salva Kiir had a private word with Riek Machar before the ceremony.",
            {"Salva Kiir", "Riek Machar"},
            None,
            "held",
        ),
        (
            "President Omar al-Bashir will come face to face with John Garang in Kampala on Friday.",
            {"Omar al-Bashir", "John Garang"},
            "Kampala",
            "planned",
        ),
        (
            "President Salva Kiir and Vice President Riek Machar sat at one table in Juba.",
            {"Salva Kiir", "Riek Machar"},
            "Juba",
            "held",
        ),
        ("The Joint Commission resumed work in Maputo on Thursday.", {"Joint Commission"}, "Maputo", "held"),
        (
            "President Ismail Omar Guelleh invited Abiy Ahmed to Djibouti.",
            {"Ismail Omar Guelleh", "Abiy Ahmed"},
            "Djibouti",
            "planned",
        ),
        ("The envoy, Morgan Ortagus, is due in Naqoura on 17 July.", {"Morgan Ortagus"}, "Naqoura", "planned"),
        (
            "The envoy, Zalmay Khalilzad, arrived in Doha on Tuesday to press the Taliban to stop their offensive.",
            {"Zalmay Khalilzad", "Taliban"},
            "Doha",
            "held",
        ),
        (
            "General Alexander Haig was sent to Saigon to reassure Nguyen Van Thieu.",
            {"Alexander Haig", "Nguyen Van Thieu"},
            "Saigon",
            "held",
        ),
        (
            "Israeli, Egyptian and Qatari officials met in the French capital on Sunday.",
            {"Israel", "Egypt", "Qatar"},
            "French capital",
            "held",
        ),
        ("The envoy has met Morocco in Lisbon.", {"Morocco"}, "Lisbon", "held"),
        ("On 14 April Washington held a preparatory seminar for donors.", {"United States"}, "Washington", "held"),
        (
            "Foreign Minister Sergei Lavrov has cancelled two trips to Baku this year.",
            {"Sergei Lavrov"},
            "Baku",
            "cancelled",
        ),
        ("The Foreign Minister spoke this morning with Josep Borrell.", {"Josep Borrell"}, None, "held"),
        ("A conference in London will deal with aid to Yemen.", set(), "London", "planned"),
    ],
)  # fmt: skip
def test_words_that_tell_of_a_meeting(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str], place: str | None, status: str
) -> None:
    """People who shake hands, share a table, go or are invited somewhere to see people have met, or are to."""
    ((_, content, names),) = meets(text)
    assert (names, content.place, content.status) == (who, place, status)


@pytest.mark.parametrize(
    "text",
    [
        "There is talk of bribes in Kenya.",
        "There can be no talk of a partial withdrawal by Israel.",
        "Kholood Khair, an analyst in Sudan, doubts that there will be a next round.",
        "Zelensky is engaging with European leaders.",
        "The committee brings together the United States, France and Israel.",
        "Christopher Ross spent five years in the post without once getting Morocco and Algeria into the same room.",
        "The mechanism has begun its work with the assistance of Norway.",
        "Monitors of Kenya are to be deployed within 30 days of the signing of the document.",
        "Egypt called the talks constructive.",
        "Iranian Foreign Minister Abbas Araghchi flew to Tehran on Sunday for instructions.",
        "Kenya welcomed the ceasefire.",
        "## Talks between Iran and Oman in Muscat",
    ],
)
def test_words_that_tell_of_none(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What is doubted, denied, the nature of a body, a journey home or a mere word of praise is no meeting."""
    assert meets(text) == []


def test_the_label_of_an_item_is_the_place(meets: Callable[[str], list[Meeting]]) -> None:
    """In a list of places, an item that begins with one tells where; one that begins with a topic does not."""
    text = (
        "- Moscow: Sergei Lavrov received Ararat Mirzoyan on 2 July.\n"
        "- Arawa: the Joint Supervisory Body met on 3 July.\n"
        "- Envoy: Horst Köhler met Sergei Lavrov on 4 July.\n"
    )
    assert [content.place for _, content, _ in meets(text)] == ["Moscow", "Arawa", None]


def test_an_item_without_a_verb_tells_by_its_noun(meets: Callable[[str], list[Meeting]]) -> None:
    """A verbless item of a list is told as held; the ordinal behind it is another one."""
    text = "- Washington: two rounds of the foreign ministers, in May and June. A third has been postponed.\n"
    assert [(c.place, c.status) for _, c, _ in meets(text)] == [
        ("Washington", "held"),
        ("Washington", "cancelled"),
    ]


def test_a_heading_tells_of_the_talks_that_its_text_comes_from(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Statement on the talks in X" tells of them; a headline is told again in the text below."""
    ((_, content, _),) = meets("## Statement of the co-facilitators on the talks in Jeddah")
    assert (content.place, content.status) == ("Jeddah", "held")


def test_guests_do_not_stand_for_those_who_meet(meets: Callable[[str], list[Meeting]]) -> None:
    """ "With the participation of X" adds X to the parties, who still meet."""
    text = (
        "Armenia and Azerbaijan met in Brussels on 1 July. The next round is planned for Granada on 5 October, "
        "with the participation of Emmanuel Macron."
    )
    assert meets(text)[-1][2] == {"Armenia", "Azerbaijan", "Emmanuel Macron"}


def test_the_shuttling_envoy_is_there_and_is_no_party(meets: Callable[[str], list[Meeting]]) -> None:
    """Who goes between two sides is named as their convenor, and takes part."""
    ((_, content, names),) = meets("The envoy, Amos Hochstein, shuttled between Beirut and Jerusalem last week.")
    assert names == {"Amos Hochstein", "Lebanon", "Israel"}
    assert content.convenor is not None


def test_their_meeting_is_that_of_those_told_to_have_met(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Their first meeting", "they will see each other again": of the two who were told to have met."""
    text = (
        "President Filipe Nyusi travelled on Sunday to Gorongosa, where he met Afonso Dhlakama. "
        "It was their first meeting since 2015. They will see each other again in August."
    )
    assert [names for *_, names in meets(text)] == [{"Filipe Nyusi", "Afonso Dhlakama"}] * 3
