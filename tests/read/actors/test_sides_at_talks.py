"""For whom persons speak: envoys and whoever sent them, pairs of teams, tables, labels, and the time of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.read.actors.formal_names import common_names
from goodoffices.read.actors.known import known_side
from goodoffices.read.actors.times import side_at
from goodoffices.read.context import Context, open_context
from goodoffices.record import make_report

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Ana Ruiz, the Secretary-General's Special Representative for Chad, met UNITA.", "Ana Ruiz", "United Nations"),
        ("Chad agreed. The envoy of the Secretary-General for Chad, Ana Ruiz, left.", "Ana Ruiz", "United Nations"),
        (
            "The OAS Secretary-General's special envoy, Ana Ruiz, came to Haiti.",
            "Ana Ruiz",
            "Organization of American States",
        ),
        ("Ana Ruiz, personal representative of the OSCE Chairman-in-Office for Moldova, left.", "Ana Ruiz", "OSCE"),
        ("Ana Ruiz, the United States special representative for Cyprus, left.", "Ana Ruiz", "United States"),
    ],
)
def test_an_envoy_speaks_for_the_sender(
    opened: Opened, side_of: SideOf, text: str, person: str, side: str | None
) -> None:
    """A place behind "for" is where a secretary-general's envoy is sent; another's envoy has the body that is named."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Teams from Rwanda and Uganda, led by Ana Ruiz and Jan Novak, met in Luanda.", ("Rwanda", "Uganda")),
        ("The delegations of Peru and of Chile, under Ana Ruiz and Jan Novak, came back.", ("Peru", "Chile")),
        ("Foreign ministers Ana Ruiz and Jan Novak of Peru and Chile met.", ("Peru", "Chile")),
        ("A delegation from Peru, led by Ana Ruiz and Jan Novak, met Chile's president.", ("Peru", "Peru")),
    ],
)
def test_two_teams_and_two_heads(opened: Opened, side_of: SideOf, text: str, sides: tuple[str, str]) -> None:
    """Two sides and two persons go together in their order; one delegation's two heads are of one side."""
    context = opened(text)
    assert (side_of(context, "Ana Ruiz"), side_of(context, "Jan Novak")) == sides


def test_whoever_stands_in_a_cell_is_somebody(opened: Opened, side_of: SideOf) -> None:
    """A table that tells what happened names persons with their offices; its head and short cells name none."""
    table = (
        "Chronology\n\n| Date | What happened |\n| --- | --- |\n"
        "| 3 May | Kenya's foreign minister Jan Novak opens the session. |\n| 4 May | Walk-out |\n"
    )
    context = opened(table)
    assert side_of(context, "Jan Novak") == "Kenya"
    assert [actor.name for actor in context.roster.actors.values() if actor.kind == "person"] == ["Jan Novak"]


def test_a_label_may_say_the_office(opened: Opened, side_of: SideOf) -> None:
    """A name in capitals with an office in small letters opens a turn, and the surname alone goes on with it."""
    talk = (
        "ANA DE LA ROCHA, head of the mission of the OSCE to Moldova: We came to listen.\n\n"
        "Q: And the army?\n\nDE LA ROCHA: We did not see it. We asked.\n"
    )
    context = opened(talk)
    assert side_of(context, "Ana De La Rocha") == "OSCE"
    assert [a.name for a in context.roster.actors.values() if a.kind == "person"] == ["Ana De La Rocha"]


def test_a_bracket_says_for_whom_then(opened: Opened, side_of: SideOf) -> None:
    """What stands in the bracket behind a speaker's name goes before what is known of the person."""
    talk = "SERGEI LAVROV (Belarus): We agree, we said so.\n\nJAN NOVAK (Peru): We do not agree with our neighbours.\n"
    assert side_of(opened(talk), "Sergei Lavrov") == "Belarus"


@pytest.mark.parametrize(
    ("title", "side"), [("rebel commander", None), ("separatist leader", None), ("army chief", "Russia")]
)
def test_a_rebel_speaks_for_no_state(opened: Opened, side_of: SideOf, title: str, side: str | None) -> None:
    """Who is well known as a state's man is not its voice where the report calls him a rebel."""
    context = opened(f"Russia waited on Monday. The {title} Valery Gerasimov said no to the talks.")
    assert side_of(context, "Valery Gerasimov") == side


def test_an_adverb_is_no_given_name(opened: Opened, side_of: SideOf) -> None:
    """The word that opens a sentence before a name is no part of it."""
    context = opened("Upstairs Jean-Marie Tjibaou and others of the FLNKS were correcting the paper.")
    assert side_of(context, "Jean-Marie Tjibaou") is not None


def test_a_president_is_a_states() -> None:
    """Someone known for a movement, a mission and one state holds a state's office for that state."""
    found = known_side("Olusegun Obasanjo", titled=True, national=True)
    assert found is not None
    assert found.name == "Nigeria"


@pytest.mark.parametrize(
    ("year", "side"),
    [(1989, "African National Congress"), (2003, "South Africa"), (2012, "African Union"), (None, None)],
)
def test_sides_change_with_the_years(year: int | None, side: str | None) -> None:
    """A leader of a movement became a president and then a mediator; without a year nothing is said."""
    found = side_at("Thabo Mbeki", year)
    assert (found.name if found else None) == side


def test_the_day_of_the_report_tells_the_side(side_of: SideOf) -> None:
    """A president of that day speaks for his state, though he mediates for others today."""
    text = "Thabo Mbeki had taken the rebels of the MLC into his own suite on Tuesday."
    report = make_report(text, path="x.txt", title="x", published=dt.date(2002, 4, 17), language="en")
    assert side_of(open_context(report), "Thabo Mbeki") == "South Africa"


@pytest.mark.parametrize(
    ("text", "state", "names"),
    [
        ("British officials met Burmese generals.", "United Kingdom", {"Britain"}),
        ("British officials met Burmese generals.", "Myanmar", {"Burma"}),
        ("The United Kingdom's British officials met generals.", "United Kingdom", set()),
        ("Albanian officials met generals.", "Albania", set()),
    ],
)
def test_a_state_named_by_its_people_has_its_short_name(opened: Opened, text: str, state: str, names: set[str]) -> None:
    """Where only the people are named, the name that belongs to it is known too; a foreign form of it is not."""
    context = opened(text)
    actor = next(a for a in context.roster.actors.values() if a.name == state)
    assert common_names(context.roster.passages, actor) == names


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "The ministers of Mali and Niger met in Moscow. Mali's Bakary Yaou Sangaré, the papers called him.",
            "Bakary Yaou Sangaré",
            "Niger",
        ),
        (
            "Libya's Khalifa Haftar met the envoy in Cairo. The Libyan National Army said it would keep the truce.",
            "Khalifa Haftar",
            "Libyan National Army",
        ),
        (
            "Maria Theresa Lazaro, head of the Bilateral Consultation Mechanism, said the Philippines would go on.",
            "Maria Theresa Lazaro",
            "Philippines",
        ),
        (
            "Bintou Keita, the head of MONUSCO, told the United Nations of the fighting.",
            "Bintou Keita",
            "MONUSCO",
        ),
        ("Ana Ruiz, head of the Bilateral Consultation Mechanism, said the Philippines would go on.", "Ana Ruiz", None),
    ],
)
def test_everybody_knows_better_than_a_state_or_a_forum_beside_the_name(
    opened: Opened, side_of: SideOf, text: str, person: str, side: str | None
) -> None:
    """Whoever is known to speak for one side does so; a mission that the report gives them is theirs all the same."""
    given = side_of(opened(text), person)
    assert given == side if side is not None else given != "Philippines"
