"""Meetings that are easily passed over: logs and diaries, first instances, signatures before somebody, walk-outs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]

LOG = """Talks between Uganda and the Lord's Resistance Army opened in Juba in May.

| Date | What happened |
| --- | --- |
| 2 June 2024 | Opening at Entebbe. President Yoweri Museveni and some 300 delegates are there. |
| 4 June 2024 | Joseph Kony receives the UN envoy, Joaquim Chissano, in a hangar and leaves for Garamba. |
| 5 June 2024 | No sitting. It rained the whole day. |
| 9 June 2024 | Text read out in full. Copies went to both teams. |
"""


def test_a_table_of_days_and_sentences_is_a_log(meets: Callable[[str], list[Meeting]]) -> None:
    """Its rows tell in the present what has happened on their days; a day without a sitting has none."""
    found = meets(LOG)[1:]
    assert [(content.place, content.status) for _, content, _ in found] == [("Entebbe", "held"), ("hangar", "held")]
    assert found[1][2] == {"Joseph Kony", "Joaquim Chissano"}
    days = [(s.when.earliest.day, s.when.earliest.month) for s, _, _ in found if s.when and s.when.earliest]
    assert days == [(2, 6), (4, 6)]


def test_a_diary_tells_in_the_present_what_has_happened(meets: Callable[[str], list[Meeting]]) -> None:
    """A weekday alone opens a paragraph; the same words elsewhere tell what somebody does all the time."""
    told = "President Salva Kiir meets diplomats and asks them for money."
    statement, content, who = meets("Monday. " + told)[0]
    assert (content.status, who) == ("held", {"Salva Kiir"})
    assert statement.when is not None
    assert str(statement.when.earliest) == "2024-07-08"
    assert meets(told) == []


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (
            "The Oslo talks are new, as it marked the first instance of Salva Kiir engaging with Ethiopian envoys.",
            {"Salva Kiir", "Ethiopia"},
            "Oslo",
        ),
        (
            "Riek Machar and Taban Deng Gai initialled each page in the presence of General Lazaro Sumbeiywo.",
            {"Riek Machar", "Taban Deng Gai", "Lazaro Sumbeiywo"},
            None,
        ),
        (
            "Riek Machar signed a single page in front of General Lazaro Sumbeiywo, who heads the office in Nairobi.",
            {"Riek Machar", "Lazaro Sumbeiywo"},
            None,
        ),
        (
            "Riek Machar put his name to it under the eyes of Lazaro Sumbeiywo.",
            {"Riek Machar", "Lazaro Sumbeiywo"},
            None,
        ),
        (
            "The delegations of Sudan and Chad are to come back to the table in Abuja on 12 September.",
            {"Sudan", "Chad"},
            "Abuja",
        ),
        ("Riek Machar walked out of the second gathering when Uganda brought in the clans.", {"Riek Machar"}, None),
    ],
)
def test_what_is_easily_passed_over(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str], place: str | None
) -> None:
    """Whose doing a participle tells, who looked on, who came back or walked out."""
    ((_, content, found),) = meets(text)
    assert (found & who, content.place) == (who, place)


@pytest.mark.parametrize(
    "text",
    [
        "Riek Machar signed a decree before parliament rose.",
        "Salva Kiir signed the law before the elections.",
        "The first example of Sudan defying the United Nations came in May.",
        "Riek Machar never walked out of a meeting.",
        "Riek Machar boycotted the election.",
        "Antony Blinken called for a truce in Sudan.",
    ],
)
def test_what_only_sounds_like_it(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """ "Before" a time, an example of something else, what nobody did, and an appeal are no meetings."""
    assert meets(text) == []


def test_meetings_told_by_their_number_are_told(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Nine meetings were held" tells of them without names."""
    known = "Morocco and the Polisario Front negotiate in Geneva.\n\n"
    found = meets(known + "In all, nine meetings were held with the one side and eight with the other.")
    assert [content.status for _, content, _ in found] == ["held"]


def test_a_likely_meeting_is_of_all_whom_its_sentence_names(meets: Callable[[str], list[Meeting]]) -> None:
    """Where no rule knows the words, everybody who acts in the sentence took part, and not who tells it."""
    text = "The UN said that Riek Machar sat over maps with General Taban Deng Gai at the hotel until late on Monday."
    ((_, _, who),) = meets(text)
    assert {"Riek Machar", "Taban Deng Gai"} <= who
    assert "United Nations" not in who


@pytest.mark.parametrize(
    ("text", "place", "people"),
    [
        ("Kenya's talks with Uganda in Nairobi were described as useful, said Kenya.", "Nairobi", {"Kenya", "Uganda"}),
        ("The encounter between Kenya and Uganda was characterised as constructive.", None, {"Kenya", "Uganda"}),
        ("A visit by lawmakers of Kenya to the island of Lamu was deemed productive.", "island of Lamu", {"Kenya"}),
    ],
)
def test_whoever_judges_a_meeting_tells_of_it(
    meets: Callable[[str], list[Meeting]], text: str, place: str | None, people: set[str]
) -> None:
    """It went well or badly, so it has been."""
    ((_, content, who),) = meets(text)
    assert (content.place, content.status, who) == (place, "held", people)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Uganda were considered impossible for years.",
        "Kenya would describe talks with Uganda in Nairobi as useful.",
        "Kenya described its relations with Uganda in Nairobi as good.",
    ],
)
def test_what_may_be_is_not_judged(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What is said of talks that may be, or of something else, tells of none."""
    assert meets(text) == []


def test_the_host_of_a_meeting_with_somebody_sits_at_it(meets: Callable[[str], list[Meeting]]) -> None:
    """A host between two others does not."""
    assert meets("Egypt hosted a meeting with Kenya's envoy Ana Ruiz in Cairo.")[0][2] == {"Egypt", "Ana Ruiz"}
    assert meets("Egypt hosted talks between Kenya and Uganda in Cairo.")[0][2] == {"Kenya", "Uganda"}
