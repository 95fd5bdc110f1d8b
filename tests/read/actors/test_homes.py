"""Whose affairs a report tells of, and whom officers without a country serve by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.actors.gazetteer import entities
from goodoffices.read.actors.homes import _homes
from goodoffices.read.actors.sides import home_state
from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def home(context: Context) -> str | None:
    """The name of the state whose affairs a context tells of."""
    state = home_state(context.roster)
    return context.roster.actors[state].name if state is not None else None


def side(context: Context, person: str) -> str | None:
    """The name of the side of a person of a context."""
    actors = context.roster.actors
    found = next(actor for actor in actors.values() if actor.name == person)
    return actors[found.side].name if found.side in actors else None


def test_every_group_at_home_is_known_and_in_a_known_state() -> None:
    """The table of homes names no group and no state that the gazetteer lacks."""
    known = entities()
    assert all(group in known and known[state].kind == "state" for group, state in _homes().items())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("UNITA refused to come. Portugal was surprised, and Renato Lima said that the rebels want time.", "Angola"),
        ("The Liberia Unity Front signed on Monday. Its leaders flew to Accra.", "Liberia"),
        ("France and Peru spoke. France and Peru will speak again.", None),
    ],
)
def test_groups_and_names_of_bodies_tell_the_home(opened: Opened, text: str, state: str | None) -> None:
    """A group that is known to be of a state, or bears its name, tells whose affairs they are; two states do not."""
    assert home(opened(text)) == state


def test_who_hosts_the_talks_is_not_their_home(opened: Opened) -> None:
    """A state is not at home because its mediators and its capital are named often."""
    context = opened(
        "Qatari mediation brought UNITA back. The Qatari capital was quiet. Qatari mediators met UNITA on Sunday, "
        "and Justice Minister Rui Sampaio told them that the amnesty stands."
    )
    assert home(context) == "Angola"
    assert side(context, "Rui Sampaio") == "Angola"


def test_the_place_that_opens_a_sentence_says_whose_ministry_speaks(opened: Opened) -> None:
    """ "In Islamabad, foreign ministry spokesman X": X is Pakistan's, in a report on India's affairs."""
    context = opened(
        "Hurriyat leaders will talk to India. India is ready. In Islamabad, foreign ministry spokesman Tariq Malik "
        "said that it was too soon."
    )
    assert side(context, "Tariq Malik") == "Pakistan"


def test_presidents_of_bodies_and_of_breakaway_republics_are_not_the_homes(opened: Opened) -> None:
    """ "The president of the bishops' conference" has no side of the state's."""
    context = opened(
        "UNITA signed in Luanda. Archbishop Paulo Neto, the president of the bishops' conference, prayed. "
        "Rosa Lima, the foreign minister of the breakaway republic, left."
    )
    assert side(context, "Paulo Neto") != "Angola"
    assert side(context, "Rosa Lima") != "Angola"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("In Paris, the foreign ministry demanded a ceasefire.", "France"),
        ("In Ankara the government rejected the plan.", "Turkey"),
        ("In Berlin, the defence ministry offered observers.", "Germany"),
    ],
)
def test_the_capital_that_opens_a_sentence_says_whose_government_acts(opened: Opened, said: str, state: str) -> None:
    """ "In Paris, the foreign ministry" is not that of the state whose affairs the report tells of."""
    context = opened(f"India told the Hurriyat that talks will go on. India is ready.\n\n{said}")
    noun = next(t for t in context.passages[-1].doc if t.lower_ in {"ministry", "government"})
    assert [context.roster.actors[party].name for party in context.roster.parties_at(noun)] == [state]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("The foreign ministry in Rabat demanded a ceasefire.", "Morocco"),
        ("A spokesman for the defence ministry in Prague offered observers.", "Czech Republic"),
        ("The plan was rejected by the foreign ministry in Jakarta on Friday.", "Indonesia"),
        ("Peru's foreign ministry saw no need to hurry. The ministry demanded a ceasefire.", "Peru"),
        ("Peru's foreign ministry saw no need to hurry.\n\nThe ministry offered observers.", "Peru"),
        ("The foreign ministry demanded a ceasefire.", "India"),
    ],
)
def test_a_ministry_is_of_the_capital_behind_it_or_the_one_told_of(opened: Opened, said: str, state: str) -> None:
    """ "The foreign ministry in Rabat" is Morocco's, "the ministry" the one named before, else that of the report."""
    context = opened(f"India told the Hurriyat that talks will go on. India is ready.\n\n{said}")
    noun = [t for t in context.passages[-1].doc if t.lower_ == "ministry"][-1]
    assert [context.roster.actors[party].name for party in context.roster.parties_at(noun)] == [state]
