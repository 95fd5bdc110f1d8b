"""Crowds: people who hold a position under no name of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent, make_report

DAY = dt.date(2024, 1, 10)


def holders(text: str) -> list[str]:
    """The names of those who hold a position in a text."""
    context = open_context(make_report(text, path="x", title="x", language="en", published=DAY))
    contents = [statement.content for statement in find_positions(context)]
    return [context.roster.actors[c.party].name for c in contents if isinstance(c, PositionContent)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kurdish negotiators from Qamishli want autonomy.", "Kurdish negotiators from Qamishli"),
        ("Iraq's Sunnis want autonomy.", "Iraq's Sunnis"),
        ("Kanak parties rejected autonomy.", "Kanak parties"),
        ("Papua's churches demanded the withdrawal of troops.", "Papua's churches"),
        ("Niger Delta elders demanded the release of prisoners.", "Niger Delta elders"),
        ("Chile's conservatives rejected autonomy.", "Chile's conservatives"),
        ("Families of the disappeared demanded the release of prisoners.", "families of the disappeared"),
        ("The ruling party rejected the amnesty.", "ruling party"),
        ("The local council's members demanded a ceasefire.", "local council"),
        ("Women's groups demanded a ceasefire.", "women's groups"),
        ("Mapuche communities demanded autonomy.", "Mapuche communities"),
        ("Twelve Chadian factions accepted a ceasefire.", "Chadian factions"),
        ("A ceasefire was demanded by Zintan elders.", "Zintan elders"),
        ("Prisoners must be released, Kabyle delegates maintained.", "Kabyle delegates"),
        ("Civil society demanded a ceasefire.", "civil society"),
    ],
)
def test_people_hold_a_position_under_the_words_for_them(text: str, name: str) -> None:
    """By their people, their region, their cause, or whose they are."""
    assert name in holders(text)


@pytest.mark.parametrize(
    "text",
    [
        "Many settlers rejected the ceasefire.",
        "Three diplomats demanded a ceasefire.",
        "Lebanese officers rejected the ceasefire.",
        "Their families demanded the release of prisoners.",
        "No party rejected the ceasefire.",
        "The other group demanded a ceasefire.",
    ],
)
def test_some_of_a_crowd_and_those_who_serve_a_state_are_no_party(text: str) -> None:
    """Quantities, pronouns and sources do not make a party, nor do the officers of a state."""
    assert not holders(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Benghazi rejected the ceasefire.", "Libyan National Army"),
        ("Comrat rejected the federal plan.", "Gagauzia"),
        ("Knin rejected autonomy within Croatia.", "Croatian Serbs"),
        ("Pale rejected the ceasefire.", "Bosnian Serbs"),
        ("Nicosia will not accept two states.", "Cyprus"),
        ("Peking demanded the withdrawal of American troops.", "China"),
        ("Addis rejected the truce.", "Ethiopia"),
        ("A ceasefire was offered by Windhoek to the Botswana army.", "Namibia"),
        ("Resolution 598 demanded a ceasefire.", "UN Security Council"),
        ("Unifil demanded the withdrawal of troops.", "UNIFIL"),
        ("US Secretary of State Harlow rejected a ceasefire.", "United States"),
        ("Kenya's Chief of Staff Kovac rejected a ceasefire.", "Kenya"),
    ],
)
def test_a_seat_a_resolution_and_an_office_stand_for_a_side(text: str, name: str) -> None:
    """By who governs there, who numbers its resolutions so, and whose the office is."""
    assert holders(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Abkhazia's Georgians demanded autonomy.",
        "Latvia's Russians demanded autonomy.",
        "Kirkuk's Turkmen demanded autonomy.",
    ],
)
def test_those_of_a_people_who_live_elsewhere_are_not_its_state(text: str) -> None:
    """They are a party of their own."""
    assert holders(text) == [text.partition(" demanded")[0]]


def test_joined_crowds_are_both_meant() -> None:
    """ "Sunnis and Kurds" are two."""
    assert holders("Sunnis and Kurds demanded autonomy.") == ["Sunnis", "Kurds"]
