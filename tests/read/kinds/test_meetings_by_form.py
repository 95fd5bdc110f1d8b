"""Meetings told by the form of their words: on the margins, in council, by length; and talks only wished for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Minister Fuad Hussein met his Turkish counterpart, Hakan Fidan, on the sidelines of the Antalya Forum.",
            "Antalya Forum",
        ),
        (
            "Kosovo and Serbia signed a declaration on energy on the margins of the Munich Security Conference.",
            "Munich Security Conference",
        ),
        (
            "Fuad Hussein is expected to meet Hakan Fidan on the fringes of the UN General Assembly in New York.",
            "New York",
        ),
    ],
)
def test_a_meeting_on_the_margins_is_where_the_occasion_is(meets: Meets, text: str, place: str) -> None:
    """The town of the summit beside which people meet, or the summit itself, is the place."""
    [(_, content, _)] = meets(text)
    assert content.place == place


def test_margins_of_a_matter_are_no_place(meets: Meets) -> None:
    """What has no name of its own gives no place."""
    [(_, content, _)] = meets("Kosovo and Serbia met on Monday on the margins of a visit by the president.")
    assert content.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Hanna Tetteh, the special representative, informed the Security Council last week that Libya was stuck.",
        "The war went on, with UN envoy Hans Grundberg telling the Security Council on Monday that Yemen was tired.",
        "Special Representative Hanna Tetteh presented the plan for Libya to the Security Council on Thursday.",
    ],
)
def test_who_informs_the_council_is_before_it(meets: Meets, text: str) -> None:
    """Whoever informs, briefs or tells the Security Council, or presents it something, sits with it."""
    [(_, content, people)] = meets(text)
    assert content.status == "held"
    assert "UN Security Council" in people
    assert len(people) > 1


def test_who_writes_to_the_council_is_not_there(meets: Meets) -> None:
    """A letter is no meeting."""
    assert not meets(
        "Special Representative Hanna Tetteh informed the Security Council by letter of the plan for Libya."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Secretary of State Antony Blinken urged Ethiopia and Eritrea to enter negotiations without delay.",
        "The draft calls for negotiations between Morocco and Algeria to begin without preconditions.",
        "In a statement Colombia announced its readiness for talks with Venezuela under Norwegian mediation.",
        "President Gustavo Petro of Colombia expressed a willingness to hold further talks with Venezuela.",
        "Congo is ready to speak with Rwanda, provided that the shelling ends.",
        "Saudi Arabia stands ready to receive both parties in Jeddah at any time.",
        "Georgia, which has offered to host trilateral meetings, fears that Armenia and Azerbaijan will pass it by.",
        "President Rashad al-Alimi predicted that the negotiations with Iran could bear fruit within days.",
        "Washington is pressing Armenia and Azerbaijan to resume contacts before the end of the year.",
    ],
)
def test_talks_that_are_only_wished_for_are_no_meeting(meets: Meets, text: str) -> None:
    """Whoever urges others to talk, or would talk himself, tells of no meeting."""
    assert not meets(text)


def test_one_round_that_is_offered_is_planned(meets: Meets) -> None:
    """Who offers to host the next round, or one meeting, has something to be planned."""
    [(_, content, people)] = meets("Kenya offered to host a follow-up meeting between Ethiopia and Eritrea.")
    assert content.status == "planned"
    assert {"Ethiopia", "Eritrea"} <= people


def test_a_state_that_hosts_is_named_whole(meets: Meets) -> None:
    """The place is "United States", not its last word."""
    [(_, content, _)] = meets("On 14 April the United States hosted a round of talks between Congo and Rwanda.")
    assert content.place == "United States"


def test_wished_for_at_a_town_and_on_a_day_it_is_planned(meets: Meets) -> None:
    """Readiness to meet somebody somewhere next week is a plan."""
    text = "Prime Minister Nikol Pashinyan is ready to meet President Ilham Aliyev in Tbilisi next week."
    [(_, content, people)] = meets(text)
    assert content.status == "planned"
    assert people == {"Nikol Pashinyan", "Ilham Aliyev"}


def test_a_crowd_that_is_told_something_is_no_meeting(meets: Meets) -> None:
    """A gathering that listens, or that is public, is none of those who talk with each other."""
    assert not meets("Isaias Afwerki told a gathering of students in Asmara on Monday that Eritrea would not cede it.")
    assert not meets('"Nothing was given away," Edi Rama said at a public gathering in Tirana in September.')


def test_rounds_that_failed_were_held(meets: Meets) -> None:
    """ "Previous rounds in X failed to produce a truce": they were, each in its town."""
    text = "Previous rounds in Jeddah in 2023 and near Geneva last year failed to produce a truce in Sudan."
    assert [(c.place, c.status) for _, c, _ in meets(text)] == [("Jeddah", "held"), ("Geneva", "held")]


def test_ministers_meeting_somewhere_are_met(meets: Meets) -> None:
    """ "Foreign ministers meeting in X have failed to agree", which the parser takes for a noun."""
    [(_, content, _)] = meets("East African foreign ministers meeting in Arusha have failed to end the war in Congo.")
    assert (content.place, content.status) == ("Arusha", "held")


def test_what_is_no_longer_considered_is_called_off(meets: Meets) -> None:
    """A summit that is no longer under consideration is cancelled."""
    text = "A summit between Serbia and Kosovo is no longer under consideration."
    [(_, content, people)] = meets(text)
    assert content.status == "cancelled"
    assert people == {"Serbia", "Kosovo"}


def test_participants_are_told_behind_the_meeting(meets: Meets) -> None:
    """ "Participants included", "was also in attendance", "the delegation also included": of the meeting before."""
    text = (
        "Armenia and Turkey met in Kars on Monday. Participants included Foreign Minister Ararat Mirzoyan and envoy "
        "Serdar Kilic. Deputy Foreign Minister Ruben Rubinyan was also in attendance."
    )
    found = meets(text)
    assert {"Ararat Mirzoyan", "Serdar Kilic"} <= found[0][2]
    assert "Ruben Rubinyan" in found[-1][2]
    assert {c.place for _, c, _ in found} == {"Kars"}


def test_drafts_are_carried_between_two_who_do_not_meet(meets: Meets) -> None:
    """Who carries drafts between two sides is in between, as who shuttles is."""
    text = "The Qatari prime minister, Mohammed Al Thani, carried drafts between Rwanda and Congo for three days."
    [(_, content, people)] = meets(text)
    assert content.status == "held"
    assert "Mohammed Al Thani" in people
    assert "Rwanda" in people


def test_a_boundary_commission_is_of_both_sides(meets: Meets) -> None:
    """On a committee for the border both sit."""
    text = "India and Nepal signed a truce. The General Border Committee convened in Kathmandu on Monday."
    people = meets(text)[-1][2]
    assert {"India", "Nepal"} <= people


def test_the_town_of_the_outcome_is_that_of_the_talks(meets: Meets) -> None:
    """ "Signed in X after ten days of talks": the talks were in X."""
    found = meets("The accord between Congo and Rwanda was signed in Doha after ten days of talks.")
    assert [c.place for _, c, _ in found] == ["Doha"]


def test_who_chairs_a_body_meets_nobody_by_that(meets: Meets) -> None:
    """ "The council chaired by X" says what X is."""
    text = (
        "Forces of Khalifa Haftar moved on Sabha, exposing rifts within the Presidential Council of Libya chaired by "
    )
    assert not meets(text + "Mohamed al-Menfi.")


def test_who_sits_beside_him_is_where_he_is_told_to_be(meets: Meets) -> None:
    """ "Sitting beside him, X said": before the press, after the meeting that is told of."""
    assert not meets(
        "Secretary of State John Kerry spoke. Sergei Lavrov, sitting beside him, said that Russia would stay."
    )
