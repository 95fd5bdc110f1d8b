"""Who met, where the parser cuts a list of names with their offices in two, and who is there besides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "It is by Paul Kagame, the president of Rwanda, and Joseph Kabila, the president of Congo, who met in Luanda.",
        "It is led by Paul Kagame, the Rwandan president, and Joseph Kabila, the Congolese president, who will meet.",
        "On Monday General Paul Kagame, who leads Rwanda, and President Joseph Kabila of Congo sat down in Luanda.",
    ],
)
def test_both_of_two_with_their_offices_met(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """Offices and clauses between the names do not part those who met."""
    assert {"Paul Kagame", "Joseph Kabila"} <= meets(text)[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "It is by Paul Kagame, the president of Rwanda, and Joseph Kabila, who met President Yoweri Museveni.",
        "It is by Paul Kagame, the president of Rwanda, and Joseph Kabila, who met with President Yoweri Museveni.",
    ],
)
def test_who_met_another_did_so_alone(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """ "Who met X" is said of the last one named."""
    assert meets(text)[0][2] == {"Joseph Kabila", "Yoweri Museveni"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The round was held in May under the chairmanship of Ambassador Rolf Ekstrom (OSCE) and Ms Ana Novak (UN).",
            {"Rolf Ekstrom", "Ana Novak"},
        ),
        ("A commission under Ghana's chairmanship will sit in Lome from next week.", {"Ghana"}),
        ("A gathering at Balad, proposed by Hussein Aidid, never took place.", {"Hussein Aidid"}),
    ],
)
def test_who_chairs_or_proposes_is_there(meets: Callable[[str], list[Meeting]], text: str, who: set[str]) -> None:
    """Whoever is in the chair is at a meeting; whoever proposed it is of it, where nobody else is named."""
    assert who <= meets(text)[0][2]


def test_who_speaks_of_dining_with_me_was_there(meets: Callable[[str], list[Meeting]]) -> None:
    """ "With me" is the speaker."""
    text = '"President Paul Kagame dined with me on Sunday," President Joseph Kabila said.'
    assert meets(text)[0][2] == {"Paul Kagame", "Joseph Kabila"}


def test_a_meeting_after_which_they_met_again_was_theirs(meets: Callable[[str], list[Meeting]]) -> None:
    """ "After a session that began on Monday" is of those who saw each other again."""
    text = (
        "Rwanda and Congo quarrel over Goma. Paul Kagame met Yoweri Museveni once more on Sunday, after a session that"
        " began in Entebbe on Saturday."
    )
    assert [who for _, _, who in meets(text)] == [{"Paul Kagame", "Yoweri Museveni"}] * 2


@pytest.mark.parametrize("text", ["Nine sessions, and no leak.", "Two rounds, no deal.", "Six days of talks, no text."])
def test_counted_talks_in_a_sentence_alone_were_held(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """A number and the noun of talks tell that they were held."""
    found = meets(f"Talks between Sudan and the SPLM opened in Juba on Monday. {text}")
    assert [content.status for _, content, _ in found] == ["held", "held"]


@pytest.mark.parametrize(
    "text",
    ["No talks, no truce.", "Two parties, one message.", "Three rounds of strikes.", "Two sessions of parliament.",
     "Two rounds, or three?"],
)  # fmt: skip
def test_what_is_counted_besides_is_no_meeting(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What is denied, asked or of something else is none."""
    assert len(meets(f"Talks between Sudan and the SPLM opened in Juba on Monday. {text}")) == 1


def test_an_adjective_that_says_where_it_was_names_nobody(meets: Callable[[str], list[Meeting]]) -> None:
    """ "A second Kenyan round, in Nairobi" is of those who talk; "Kenyan talks in Oslo" are Kenya's."""
    text = (
        "Sudan and the SPLM met in Machakos in May. Sudan and the SPLM met in Karen in June. "
        "A second Kenyan round, held in Nairobi, failed over oil on 3 July."
    )
    assert meets(text)[-1][2] == {"Sudan", "SPLM"}
