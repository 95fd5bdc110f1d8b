"""Meetings: who met, meets or will meet whom, where, when, and what is no meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.fixture
def meetings(read_with: Callable[..., Any]) -> Callable[..., list[Meeting]]:
    """Read a text: each meeting with its content and the names of those who take part."""

    def read(text: str, published: dt.date | None = dt.date(2024, 7, 10)) -> list[Meeting]:
        found = []
        for statement, names in read_with(find_meetings, text, published):
            content = statement.content
            assert isinstance(content, MeetingContent)
            found.append((statement, content, {names[actor] for actor in content.participants}))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "who", "place", "status"),
    [
        (
            "Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev met in Abu Dhabi.",
            {"Nikol Pashinyan", "Ilham Aliyev"},
            "Abu Dhabi",
            "held",
        ),
        (
            "A third round of talks between Iran and the United States will take place in Muscat next Saturday.",
            {"Iran", "United States"},
            "Muscat",
            "planned",
        ),
        (
            "Morocco and the Polisario Front held two days of talks near Geneva in March 2019.",
            {"Morocco", "Polisario Front"},
            "Geneva",
            "held",
        ),
        (
            "Ethiopia and Somalia had planned to meet in Djibouti on Friday, but the meeting was postponed.",
            {"Ethiopia", "Somalia"},
            "Djibouti",
            "cancelled",
        ),
        (
            "Turkish President Recep Tayyip Erdogan received Somali President Hassan Sheikh Mohamud in Ankara.",
            {"Recep Tayyip Erdogan", "Hassan Sheikh Mohamud"},
            "Ankara",
            "held",
        ),
        (
            "Sudan's army and the Rapid Support Forces resumed talks in the Saudi capital on Sunday.",
            {"Sudan", "Rapid Support Forces"},
            "Saudi capital",
            "held",
        ),
        (
            "U.N. envoy Abdoulaye Bathily flew to Benghazi on Monday to meet Khalifa Haftar.",
            {"Abdoulaye Bathily", "Khalifa Haftar"},
            "Benghazi",
            "held",
        ),
        (
            "Israeli and Lebanese delegations gathered at a UN base in Naqoura on Wednesday.",
            {"Israel", "Lebanon"},
            "UN base in Naqoura",
            "held",
        ),
        (
            "Angola said the presidents of Rwanda and Uganda would meet in Luanda on 15 December.",
            {"Rwanda", "Uganda"},
            "Luanda",
            "planned",
        ),
    ],
)
def test_a_sentence_tells_of_one_meeting(
    meetings: Callable[..., list[Meeting]], text: str, who: set[str], place: str, status: str
) -> None:
    """Participants, place and status come from the words of the meeting."""
    ((_, content, names),) = meetings(text)
    assert (names, content.place, content.status) == (who, place, status)


@pytest.mark.parametrize(
    "text",
    [
        "The peace talks are expected to be difficult.",
        "Negotiations over the dam between Egypt and Ethiopia have dragged on for a decade.",
        "Will the leaders of Egypt and Ethiopia meet in Geneva?",
        "The two sides have not met since January.",
        "The M23 rebels refused to attend the talks in Luanda.",
        "No meeting between the leaders of Armenia and Azerbaijan is planned.",
        "Protesters met riot police in Tel Aviv on Monday.",
        "The proposal met resistance in Khartoum and did not meet the demands of the rebels.",
        "A new round of air strikes hit Khartoum on Monday, and the session of parliament in Tripoli ended.",
        "The minister gave a press conference in Rabat on Monday.",
        "## Talks between Iran and the United States in Muscat on Monday",
    ],
)
def test_what_is_no_meeting(meetings: Callable[..., list[Meeting]], text: str) -> None:
    """Talks as a topic, questions, refusals, headings and other senses of the words are no meetings."""
    assert meetings(text) == []


def test_the_time_is_that_of_the_meeting(meetings: Callable[..., list[Meeting]]) -> None:
    """The day on which somebody says it is not the day of the meeting."""
    text = "Kazakhstan said on Monday that the ministers of Armenia and Azerbaijan would meet in Almaty on 20 July."
    ((statement, _, _),) = meetings(text)
    assert statement.when is not None
    assert statement.when.iso() == "2024-07-20"


def test_a_deadline_counts_from_the_report(meetings: Callable[..., list[Meeting]]) -> None:
    """ "Within three weeks" starts on the day of the report; without a day it is unknown."""
    text = "Eritrea and Ethiopia agreed to reconvene in Addis Ababa within three weeks."
    ((dated, _, _),) = meetings(text)
    ((undated, _, _),) = meetings(text, published=None)
    assert dated.when is not None
    assert dated.when.iso() == "2024-07-10/2024-07-31"
    assert undated.when is None


def test_two_meetings_of_one_sentence(meetings: Callable[..., list[Meeting]]) -> None:
    """Two places and two partners are two meetings."""
    text = (
        "Special Envoy Hans Grundberg will visit Riyadh, where he will meet Rashad al-Alimi, and then Muscat, "
        "where he will meet Mohammed Abdulsalam."
    )
    found = {(content.place, frozenset(names)) for _, content, names in meetings(text)}
    assert found == {
        ("Riyadh", frozenset({"Hans Grundberg", "Rashad al-Alimi"})),
        ("Muscat", frozenset({"Hans Grundberg", "Mohammed Abdulsalam"})),
    }


def test_a_meeting_after_another_keeps_its_own_place(meetings: Callable[..., list[Meeting]]) -> None:
    """ "This meeting follows talks in ..." tells of the earlier one."""
    text = "This meeting follows talks between Serbia and Kosovo in Vienna last week."
    ((_, content, names),) = meetings(text)
    assert (content.place, content.status, names) == ("Vienna", "held", {"Serbia", "Kosovo"})


def test_the_talks_take_their_parties_from_before(meetings: Callable[..., list[Meeting]]) -> None:
    """ "It" and "the seventh round" are of the parties that the report has meet."""
    text = (
        "Iran and the United States held a round of talks in Muscat. It opened on 1 July in the Omani capital. "
        "The seventh round is to open in Rome on July 20, said Norway."
    )
    found = meetings(text)
    assert [names for _, _, names in found] == [{"Iran", "United States"}] * 3
    assert found[2][1].place == "Rome"
    assert found[2][1].status == "planned"


def test_who_convenes_does_not_take_part(meetings: Callable[..., list[Meeting]]) -> None:
    """Hosts and mediators are named apart from the parties."""
    text = "Oman hosted a meeting between Iran and the United States in Muscat last week to discuss a truce."
    ((statement, content, names),) = meetings(text)
    assert names == {"Iran", "United States"}
    assert content.topic == "a truce"
    assert content.convenor is not None
    assert content.convenor not in content.participants
    assert statement.when is not None


def test_a_planned_meeting_keeps_its_condition(meetings: Callable[..., list[Meeting]]) -> None:
    """On what a meeting depends is kept; a day until which nothing happens is no condition."""
    text = "The leaders of Kenya and Somalia will meet in Nairobi in August, provided that the border reopens."
    ((_, content, _),) = meetings(text)
    assert content.condition == "provided that the border reopens"
    ((_, later, _),) = meetings("The leaders of Kenya and Somalia will meet in Nairobi until Friday.")
    assert later.condition is None


def test_calls_need_two_who_talk(meetings: Callable[..., list[Meeting]]) -> None:
    """A telephone call between two named people is a meeting without a place."""
    text = "Renamo leader Ossufo Momade spoke by phone with President Filipe Nyusi on Tuesday."
    ((_, content, names),) = meetings(text)
    assert names == {"Ossufo Momade", "Filipe Nyusi"}
    assert content.place is None


def test_a_visit_that_did_not_take_place(meetings: Callable[..., list[Meeting]]) -> None:
    """What was planned and did not take place was cancelled."""
    text = (
        "Sudan and Egypt quarrel. A visit by the delegations to Port Sudan, planned for last week, did not take place."
    )
    ((_, content, _),) = meetings(text)
    assert content.status == "cancelled"
    assert content.place == "Port Sudan"


def test_a_hostile_text_is_read_in_time(meetings: Callable[..., list[Meeting]]) -> None:
    """One word repeated thousands of times tells of nothing and takes no longer than its parse."""
    assert meetings("meeting " * 5000) == []


def test_one_verb_with_two_places_and_days_is_two_meetings(meetings: Callable[..., list[Meeting]]) -> None:
    """Each place with a day of its own is a meeting; a list of places under one day is none the more."""
    text = "Ethiopia and Somalia met in Djibouti from 2 to 4 June and in Nairobi last Thursday."
    found = {(content.place, s.when.iso() if s.when else None) for s, content, _ in meetings(text)}
    assert found == {("Djibouti", "2024-06-02/2024-06-04"), ("Nairobi", "2024-07-04")}
    assert len(meetings("Ethiopia and Somalia met in Djibouti and Nairobi on Friday.")) == 1


def test_two_persons_of_one_country_meet(meetings: Callable[..., list[Meeting]]) -> None:
    """A president and the rebel leader of the same country are two who meet, face to face too."""
    text = "South Sudan's President Salva Kiir and rebel leader Riek Machar met face to face on Thursday."
    ((_, _, names),) = meetings(text)
    assert names == {"Salva Kiir", "Riek Machar"}


def test_a_plural_stands_for_the_persons_named_before(meetings: Callable[..., list[Meeting]]) -> None:
    """ "The two men" are the persons last named, beside the one who receives them."""
    text = (
        "South Sudan's President Salva Kiir and rebel leader Riek Machar signed nothing. "
        "Ethiopian Prime Minister Abiy Ahmed received the two men in Addis Ababa on Thursday."
    )
    ((_, content, names),) = meetings(text)
    assert names == {"Salva Kiir", "Riek Machar", "Abiy Ahmed"}
    assert content.place == "Addis Ababa"


def test_the_names_beside_a_plural_take_part(meetings: Callable[..., list[Meeting]]) -> None:
    """ "The leaders of the two countries, A and B" are A and B, not the countries."""
    text = "The leaders of Armenia and Azerbaijan, Nikol Pashinyan and Ilham Aliyev, are to meet in Prague on July 21."
    ((_, content, names),) = meetings(text)
    assert {"Nikol Pashinyan", "Ilham Aliyev"} <= names
    assert content.status == "planned"


def test_a_known_round_is_at_the_place_told_before(meetings: Callable[..., list[Meeting]]) -> None:
    """ "The round was convened by ..." speaks of the round just told; "a further round" of another."""
    text = (
        "Iran and the United States held a round of talks in Muscat. The round was convened by Norway. "
        "A further round will be held next month."
    )
    assert [content.place for _, content, _ in meetings(text)] == ["Muscat", "Muscat", None]


def test_a_number_alone_is_the_next_meeting_of_its_kind(meetings: Callable[..., list[Meeting]]) -> None:
    """ "A third has been postponed" is a meeting where the sentence before told of two."""
    text = "Iran and the United States held two rounds of talks in Muscat in May. A third has been postponed."
    found = meetings(text)
    assert [content.status for _, content, _ in found] == ["held", "cancelled"]
    assert found[1][2] == {"Iran", "United States"}
    assert meetings("The bridge has two arches. A third has been postponed.") == []


def test_what_is_known_with_its_place_was_held(meetings: Callable[..., list[Meeting]]) -> None:
    """ "After the session in Tunis" tells of one; "after talks" of none."""
    ((_, content, _),) = meetings("Kenya and Somalia stopped firing after the session in Tunis.")
    assert (content.place, content.status) == ("Tunis", "held")
    assert meetings("Kenya and Somalia stopped firing after talks.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Qatar hosts Hamas leaders in Doha.",
        "Norway sees the Houthis as a partner since Tuesday.",
        "The chairman of the talks in Doha has set a deadline of Thursday.",
        "The army travelled to Goma on Friday and burned villages.",
        "Iran will consider the American offer on Monday.",
    ],
)
def test_verbs_of_other_things(meetings: Callable[..., list[Meeting]], text: str) -> None:
    """Giving shelter, holding an opinion, a chairman's deadline, a march and a reply are no meetings."""
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Peru's government and the Maoists adjourned their summit on Sunday without a result.", "held", None),
        ("The general accord is to be signed in Rome on 4 October.", "planned", "Rome"),
        ("Signature of the accord, first set for 1 July, has slipped to 21 July.", "planned", None),
        ("The session, which opened on 3 July, is to continue on Friday in Lima.", "planned", "Lima"),
        ("The Security Council is expected to take up the request next week.", "planned", None),
        ("A monitoring committee is to sit in Ziguinchor before the end of the month.", "planned", "Ziguinchor"),
        ("Constitutional experts met on the margins.", "held", None),
    ],
)
def test_a_meeting_told_in_other_words(
    meetings: Callable[..., list[Meeting]], text: str, status: str, place: str | None
) -> None:
    """Adjourning, signing, slipping, taking up and sitting tell of meetings too."""
    ((_, content, _),) = meetings(text)
    assert (content.status, content.place) == (status, place)


def test_what_has_slipped_is_on_its_new_day(meetings: Callable[..., list[Meeting]]) -> None:
    """The day to which a signing has slipped counts, not the one that was first set."""
    ((statement, _, _),) = meetings("Signature of the accord, first set for 1 July, has slipped to 21 July.")
    assert statement.when is not None
    assert statement.when.earliest == dt.date(2024, 7, 21)


@pytest.mark.parametrize(
    "second",
    ["Swiss and Swedish officials took part.", "The talks were the third round.", "It was their first encounter."],
)
def test_who_else_was_there_is_told_of_the_same_meeting(meetings: Callable[..., list[Meeting]], second: str) -> None:
    """A sentence that speaks on of a meeting is a meeting of the same parties."""
    first, then = meetings(f"Colombia and the ELN held talks in Quito on 3 July. {second}")
    assert then[1].status == "held"
    assert {"Colombia", "ELN"} <= then[2] == first[2] | then[2]


@pytest.mark.parametrize(
    "text",
    [
        "Ian Martin flew to New York on Friday to ask for a mission of 60 monitors.",
        "Ian Martin visited three camps last week.",
        "Israel said that its troops would stay on the summit of Mount Hermon in Syria.",
        "Peru carried out what it called a crucial test at a site in Chile on Friday.",
    ],
)
def test_errands_and_sites_are_no_meetings(meetings: Callable[..., list[Meeting]], text: str) -> None:
    """Whoever goes to ask for something, or looks at camps, meets nobody that the words tell of."""
    assert meetings(text) == []
