"""Meetings of whom the words name nobody, or many: bodies, the parties, long lists, hosts, invitations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.record import MeetingContent

Meeting = tuple[MeetingContent, set[str]]
_SUDAN = (
    "The government of Sudan and the SPLM-North are in talks. The chief negotiators are Ibrahim Ghandour for Sudan and "
    "Yasir Arman for the SPLM-North. "
)


@pytest.fixture
def told(meets: Callable[[str], list[Any]]) -> Callable[[str], list[Meeting]]:
    """Read a text: each meeting with the names of those who take part."""
    return lambda text: [(content, who) for _, content, who in meets(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "The Foreign Minister of Norway met in Kingston on 11 March with the Secretary of State of the United "
                "States, Mr Antony Blinken, and with representatives of Canada, France, Brazil and the United Nations."
            ),
            {"Norway", "Antony Blinken", "Canada", "France", "Brazil", "United Nations"},
        ),
        (
            (
                "Nepal and India met in Kathmandu on 3 March in the presence of the representatives of the African "
                "Union, the European Union, the United Nations and Japan."
            ),
            {"Nepal", "India", "African Union", "European Union", "United Nations", "Japan"},
        ),
        (
            (
                "The president of Mali met in Bamako on Monday with the ambassadors of Algeria, France and Niger, and "
                "Chad said that it was content."
            ),
            {"Mali", "Algeria", "France", "Niger"},
        ),
    ],
)
def test_all_of_a_long_list_are_there(told: Callable[[str], list[Meeting]], text: str, who: set[str]) -> None:
    """Who stands in a list behind "with" or "in the presence of" takes part; who begins another clause does not."""
    assert told(text)[0][1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_SUDAN + "The closing plenary will be held in Juba on 18 August.", {"Sudan", "SPLM-North"}),
        (_SUDAN + "The second meeting of the joint committee will be held in Juba in May.", {"Sudan", "SPLM-North"}),
        (_SUDAN + "The joint committee exists, it has met in Juba.", {"Sudan", "SPLM-North"}),
        (_SUDAN + "The foreign secretaries were to meet in August.", {"Sudan", "SPLM-North"}),
        (
            _SUDAN + "In a video conference on Monday the heads of delegation discussed the agenda.",
            {"Sudan", "SPLM-North"},
        ),
        (
            "The Transitional Presidential Council has nine members. His colleagues on the council met on Friday.",
            {"Transitional Presidential Council"},
        ),
        (
            "The Humanitarian Task Force was set up in Munich. The aid task force held its first session in Geneva.",
            {"Humanitarian Task Force"},
        ),
    ],
)
def test_a_meeting_of_nobody_named_is_the_bodys_or_the_parties(
    told: Callable[[str], list[Meeting]], text: str, who: set[str]
) -> None:
    """A body's meeting is that body's, where the report names it; a joint one's, and a plenary, the parties'."""
    assert told(text)[-1][1] == who


@pytest.mark.parametrize(
    "text",
    [
        "On 4 March the mediators met fifteen students in Juba.",
        "Students took part by video link in consultations in Juba on 4 March.",
        "The parliamentary commission will hold its first session in Juba on 2 May.",
    ],
)
def test_strangers_are_not_the_parties(told: Callable[[str], list[Meeting]], text: str) -> None:
    """Where the words say who met, and the report does not know them, the parties are not filled in."""
    assert all(not who & {"Sudan", "SPLM-North"} for content, who in told(_SUDAN + text) if content.place == "Juba")


@pytest.mark.parametrize(
    ("text", "who", "place", "status"),
    [
        (
            "Indian Prime Minister Atal Vajpayee has accepted an invitation to Islamabad.",
            {"Atal Vajpayee"},
            "Islamabad",
            "planned",
        ),
        (
            "Serbian President Aleksandar Vucic declined an invitation to Tirana.",
            {"Aleksandar Vucic"},
            "Tirana",
            "cancelled",
        ),
        (
            "Brazil is ready to receive President Irfaan Ali of Guyana and President Nicolas Maduro of Venezuela.",
            {"Brazil", "Irfaan Ali", "Nicolas Maduro"},
            "Brazil",
            "planned",
        ),
        (
            (
                "Another gathering of heads of government with Haitian delegates, which was to be held in Kingston, "
                "has been called off."
            ),
            {"Haiti"},
            "Kingston",
            "cancelled",
        ),
    ],
)
def test_invitations_and_hosts(
    told: Callable[[str], list[Meeting]], text: str, who: set[str], place: str, status: str
) -> None:
    """Who accepts an invitation is to be at the place; a state that receives others is the place."""
    ((content, names),) = told(text)
    assert (names, content.place, content.status) == (who, place, status)


def test_no_invitation_to_do_something_else(told: Callable[[str], list[Meeting]]) -> None:
    """An invitation to form a government is none to a meeting; what nobody knows is not told."""
    assert not told("Colombian President Gustavo Petro accepted the invitation to form a government.")
    assert not told("Whether President Gustavo Petro of Colombia sees President Maduro of Venezuela I cannot say.")
    assert not told("That is precisely what Foreign Minister Yvan Gil of Venezuela came to Brasilia to complain about.")


def test_who_comes_from_a_meeting_was_there(told: Callable[[str], list[Meeting]]) -> None:
    """ "X called us after the meeting in Z": X was at it, and not the parties of the talks."""
    text = (
        "Delegations of Ukraine and Russia are in talks. American envoys Steve Witkoff and Jared Kushner called us "
        "after the meeting in the Kremlin on 2 March."
    )
    assert told(text)[-1][1] == {"Steve Witkoff", "Jared Kushner"}


def test_one_that_was_and_one_to_come(told: Callable[[str], list[Meeting]]) -> None:
    """ "Met X last week and is to see Y tomorrow": two meetings."""
    text = "Envoy Alvaro de Soto met President Daniel Ortega of Nicaragua in Managua last week and is to see President "
    found = told(text + "Oscar Arias of Costa Rica tomorrow.")
    assert [content.status for content, _ in found] == ["held", "planned"]
