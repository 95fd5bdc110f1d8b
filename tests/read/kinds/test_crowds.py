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
