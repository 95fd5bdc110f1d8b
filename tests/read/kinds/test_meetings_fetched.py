"""Meetings told by what people do with each other: hours shared, people called in, texts drafted, seats taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]

_TWO = {"Antony Blinken", "Sergei Lavrov"}


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinken spent a quarter of an hour with Sergei Lavrov and said no.",
        "Antony Blinken was given forty minutes with Sergei Lavrov on Tuesday.",
        "Antony Blinken spent most of the afternoon with Sergei Lavrov.",
        "Sergei Lavrov gave Antony Blinken one hour on Tuesday.",
        "Antony Blinken and Sergei Lavrov were together again at noon.",
        "Antony Blinken and Sergei Lavrov were alone for fifty minutes on Thursday.",
        "Antony Blinken and Sergei Lavrov have been at work in Vienna since ten.",
        "Antony Blinken and Sergei Lavrov were on screen again on Tuesday.",
        "Antony Blinken and Sergei Lavrov prayed together on Sunday.",
        "Antony Blinken and Sergei Lavrov were under one roof for the first time on Tuesday.",
        "Antony Blinken took Sergei Lavrov aside after lunch.",
        "Antony Blinken showed Sergei Lavrov into his office at noon.",
        "Antony Blinken had Sergei Lavrov in a room until 4 a.m.",
        "Antony Blinken tried Sergei Lavrov again over dinner.",
        "Antony Blinken went over the draft with Sergei Lavrov in an adjoining room.",
        "Antony Blinken spoke at length with Sergei Lavrov.",
        "Antony Blinken assured Sergei Lavrov by telephone that the convoy would leave.",
        "Antony Blinken called at the Kremlin to urge Sergei Lavrov to wait.",
        "Antony Blinken had bargained in June with Sergei Lavrov.",
        "Antony Blinken argued with Sergei Lavrov until dawn.",
        "Antony Blinken pressed Sergei Lavrov for two hours on the prisoners.",
        "Antony Blinken handed Sergei Lavrov a letter in Vienna.",
        "Antony Blinken cornered Sergei Lavrov at the Palais Coburg on Monday.",
        "Antony Blinken was joined by Sergei Lavrov in Vienna.",
        "Antony Blinken paid Sergei Lavrov a visit on Tuesday.",
        "Antony Blinken shook the hand of Sergei Lavrov in Vienna.",
        "What was signed at Geneva on Friday by Antony Blinken and Sergei Lavrov is a timetable.",
    ],
)
def test_two_people_who_do_something_together_have_met(meets: Meets, text: str) -> None:
    """Whatever they did with each other, both took part, once."""
    ((_, content, names),) = meets(text)
    assert names == _TWO
    assert content.status == "held"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The two delegations were at work in Muscat until midnight.", "Muscat"),
        ("Antony Blinken shuttled for four days between Cairo, Doha and Jerusalem.", "Cairo and Doha and Jerusalem"),
        ("Antony Blinken was in Damascus five times.", "Damascus"),
        ("Antony Blinken has been to Damascus himself.", "Damascus"),
        ("Antony Blinken is due in the Pakistani capital on July 16.", "Pakistani capital"),
        ("The teams will finish the annex in Doha on Monday.", "Doha"),
        ("Both sides' officers drew the line in Muscat last week.", "Muscat"),
        ("In Geneva we sat five times.", "Geneva"),
        ("Antony Blinken brings delegations of Sudan and Chad to Vienna.", "Vienna"),
    ],
)
def test_where_people_are_for_talks_is_the_place(meets: Meets, text: str, place: str) -> None:
    """A stay, a journey or a text to be drafted tells of a meeting, and where."""
    ((_, content, _),) = meets(text)
    assert content.place == place


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A six-man committee broke up on Sunday evening after 40 minutes.", "held"),
        ("Everybody sat at one table on both days.", "held"),
        ("The two delegations filed into the hall at nine.", "held"),
        ("The two delegations took their seats at ten.", "held"),
        ("Upstairs, four men were initialling the paper.", "held"),
        ("Their staffs met separately to work out a line.", "held"),
        ("The accords they signed on Thursday restart the oil. They are Salva Kiir and Riek Machar.", "held"),
        ("On Monday the UN Security Council voted in New York for a mission.", "held"),
        ("They will meet.", "planned"),
        ("Antony Blinken may come on Wednesday.", "planned"),
        ("Antony Blinken reports to the president on Friday.", "planned"),
    ],
)
def test_a_meeting_is_told_though_nobody_is_named(meets: Meets, text: str, status: str) -> None:
    """Bodies, delegations and those who are only called "everybody" meet too."""
    ((_, content, _),) = meets(text)
    assert content.status == status


@pytest.mark.parametrize(
    ("did", "who"),
    [
        ("Ambassador Staffan de Mistura was in the chair.", {"Staffan de Mistura"}),
        ("Deputy Minister Sergei Lavrov represented Russia.", {"Sergei Lavrov"}),
        ("Antony Blinken stayed for the afternoon and left before supper.", {"Antony Blinken"}),
        ("Russia sent Sergei Lavrov, who said little.", {"Sergei Lavrov"}),
        ("Sergei Lavrov walked out before lunch.", {"Sergei Lavrov"}),
        ("Sergei Lavrov left the room after an hour.", {"Sergei Lavrov"}),
        ("Sergei Lavrov talked for half an hour.", {"Sergei Lavrov"}),
        ("Sergei Lavrov read a message from the president.", {"Sergei Lavrov"}),
        ("Sergei Lavrov heads the first, Antony Blinken the second.", {"Sergei Lavrov"}),
    ],
)
def test_what_was_done_there_tells_of_the_same_meeting(meets: Meets, did: str, who: set[str]) -> None:
    """Right behind a meeting, a seat, a speech or a departure tells of that meeting, and of who was there."""
    found = meets(f"The parties held a third session in Vienna on Monday. {did}")
    assert len(found) == 2
    assert all(content.place == "Vienna" and who <= names for _, content, names in found)


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinken had little time with Sergei Lavrov.",
        "Antony Blinken had no hour with Sergei Lavrov.",
        "Antony Blinken spent the night with the soldiers at the front.",
        "The rebels had three hours to leave the town.",
        "Antony Blinken gave Sergei Lavrov one hour to leave the town.",
        "The two countries have been together in the union since 1990.",
        "Armenia and Azerbaijan are together in the Council of Europe.",
        "The government and the rebels are alone in opposing the plan.",
        "The ministers went back to work on Monday.",
        "The factories went back to work on Monday.",
        "The army called in reinforcements.",
        "President Salva Kiir called in the army.",
        "The government called in Antony Blinken to mediate.",
        "Salva Kiir took the side of Riek Machar.",
        "Police took the two suspects into a room and beat them.",
        "The army kept the demonstrators in the stadium for ten hours.",
        "The court brought Laurent Gbagbo before the judges.",
        "The president called at noon for calm.",
        "Antony Blinken told me over tea that the plan was dead.",
        "Residents spoke over tea of their fears.",
        "The committee broke up into three groups on Monday.",
        "The experts drew a map of the mines in Angola.",
        "Rebels and army faced each other across the river for two hours.",
        "The soldiers left the room after an hour.",
        "Fighters walked out of the barracks on Monday.",
        "Antony Blinken presented the plan to the press in Vienna.",
        "Three factions were joined by a fourth.",
        "Antony Blinken was joined by Sergei Lavrov in saying so.",
        "We would rather meet at home.",
        "The UN General Assembly in New York will vote on a draft on 22 June.",
    ],
)
def test_other_company_is_no_meeting(meets: Meets, text: str) -> None:
    """Armies called in, unions shared, ultimatums, and what is told to a reporter, are no meetings."""
    assert meets(text) == []


@pytest.mark.parametrize(
    "did",
    [
        "Serb officers walked out of state institutions.",
        "The movement had walked out in July and was not there.",
        "Sergei Lavrov represents Russia in the council.",
        "Russia sent Sergei Lavrov to Damascus.",
        "Russia sent tanks.",
        "Sergei Lavrov left the room for doubt.",
        "Sergei Lavrov spoke of the harvest.",
        "The army presented a list of prisoners in Goma.",
    ],
)
def test_what_was_done_elsewhere_is_not_of_the_meeting_before(meets: Meets, did: str) -> None:
    """A walkout from an office, a descriptive office or an errand elsewhere adds nobody to the meeting before."""
    found = meets(f"Sudan and Chad held a third session in Vienna on Monday. {did}")
    assert [names for _, _, names in found] == [{"Sudan", "Chad"}]
