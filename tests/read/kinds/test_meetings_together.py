"""Meetings told without a meeting's name: bargaining, calls on people, meals, towns, and who sat there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.record import MeetingContent

Met = list[tuple[MeetingContent, set[str]]]


@pytest.fixture
def met(read_with: Callable[..., Any]) -> Callable[[str], Met]:
    """Read a text: each meeting, with the names of those who took part."""

    def read(text: str) -> Met:
        found = []
        for statement, names in read_with(find_meetings, text, dt.date(2024, 7, 10)):
            content = statement.content
            assert isinstance(content, MeetingContent)
            found.append((content, {names[actor] for actor in content.participants}))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (
            "Armenia and Azerbaijan haggled for three weeks on the outskirts of Vienna.",
            {"Armenia", "Azerbaijan"},
            "Vienna",
        ),
        ("Armenia and Azerbaijan struck a deal in Vienna.", {"Armenia", "Azerbaijan"}, "Vienna"),
        (
            "Presidents Serzh Sargsyan of Armenia and Ilham Aliyev of Azerbaijan met in Sochi on Saturday.",
            {"Serzh Sargsyan", "Ilham Aliyev"},
            "Sochi",
        ),
        (
            "Antony Blinken met the Minister for Foreign Affairs of Russia, Sergei Lavrov, in Vienna.",
            {"Antony Blinken", "Sergei Lavrov"},
            "Vienna",
        ),
        ("Horst Köhler called on President Salva Kiir in Juba.", {"Horst Köhler", "Salva Kiir"}, "Juba"),
        ("Antony Blinken breakfasted with Sergei Lavrov.", {"Antony Blinken", "Sergei Lavrov"}, None),
        ("Antony Blinken hosted Sergei Lavrov to lunch.", {"Antony Blinken", "Sergei Lavrov"}, None),
        (
            "Antony Blinken discussed the plan with Sergei Lavrov in Vienna on Tuesday.",
            {"Antony Blinken", "Sergei Lavrov"},
            "Vienna",
        ),
        ("Salva Kiir sat across from Riek Machar on Tuesday.", {"Salva Kiir", "Riek Machar"}, None),
        ("Salva Kiir and Riek Machar worked through the night on a list.", {"Salva Kiir", "Riek Machar"}, None),
        ("Horst Köhler was in Algiers in November.", {"Horst Köhler"}, "Algiers"),
        ("Antony Blinken paid a courtesy call on Salva Kiir on Tuesday.", {"Antony Blinken", "Salva Kiir"}, None),
    ],
)
def test_people_are_together_without_the_word(
    met: Callable[[str], Met], text: str, who: set[str], place: str | None
) -> None:
    """A verb of bargaining, calling or eating together tells of a meeting, and each person named was there."""
    ((content, names),) = met(text)
    assert names == who
    assert content.place == place
    assert content.status == "held"


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinken called on Salva Kiir to release the prisoners.",
        "Antony Blinken called on Sudan for restraint.",
        "Salva Kiir wants to negotiate in Vienna.",
        "Salva Kiir has assembled a team ready to end the war.",
        "Antony Blinken told Salva Kiir that the plan was dead.",
        "The opening of the border helped Armenia.",
        "In a call for peace, Salva Kiir asked the rebels to lay down their arms.",
    ],
)
def test_appeals_and_wishes_are_no_meetings(met: Callable[[str], Met], text: str) -> None:
    """An appeal, a wish, a team put together, or an opening of something else makes no meeting."""
    assert met(text) == []


def test_a_person_who_gives_a_dinner_is_there(met: Callable[[str], Met]) -> None:
    """Whoever hosts as a person sits at the table as well."""
    ((content, names),) = met("A dinner for the delegations was hosted by Horst Köhler in Geneva on 5 July.")
    assert "Horst Köhler" in names
    assert content.place == "Geneva"


def test_there_is_the_town_named_before(met: Callable[[str], Met]) -> None:
    """ "There" is the town that the words right before name."""
    text = "Our correspondent reports from a hotel in Doha. Two days of talks between Israel and Hamas ended there."
    assert [(content.place, names) for content, names in met(text)] == [("Doha", {"Israel", "Hamas"})]


def test_a_visit_is_of_whom_it_is_said_to_be(met: Callable[[str], Met]) -> None:
    """ "The visit of X to Y" and "X, whose last trip to Y ended": X took part."""
    ((_, first),) = met("The visit of Antony Blinken to Vienna on 3 July ended early.")
    ((_, second),) = met("Horst Köhler, whose last trip to Algiers ended without a result, has not been invited back.")
    assert (first, second) == ({"Antony Blinken"}, {"Horst Köhler"})


def test_ahead_of_a_gathering_it_is_planned(met: Callable[[str], Met]) -> None:
    """What something happens ahead of is still to come."""
    ((content, _),) = met("Antony Blinken warned Iran ahead of the gathering of foreign ministers in Liverpool.")
    assert (content.place, content.status) == ("Liverpool", "planned")
