"""Offices that two persons share, two offices of one person, and titles that are parts of names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def titles_of(context: Context, person: str) -> set[str]:
    """The titles of a person in small letters."""
    actors = context.roster.actors
    return {role.title.lower() for role in context.roster.roles if actors[role.person].name == person}


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministers, Ana Ruiz and Jan Novak, last met in Peru.",
        "Ana Ruiz and Jan Novak, the foreign ministers, last met in Peru.",
        "The two foreign ministers, Ana Ruiz and Jan Novak, last met in Peru.",
    ],
)
def test_two_persons_share_a_plural(opened: Opened, text: str) -> None:
    """An office in the plural beside two names is the office of each, without its number."""
    context = opened(text)
    assert titles_of(context, "Ana Ruiz") == titles_of(context, "Jan Novak") == {"foreign minister"}


def test_one_person_holds_two_offices(opened: Opened) -> None:
    """Two offices joined before a name are both held; the name behind another verb has only its own."""
    context = opened("Deputy Prime Minister and Foreign Minister Ana Ruiz spoke. Envoy Jan Novak spoke.")
    assert titles_of(context, "Ana Ruiz") == {"deputy prime minister", "foreign minister"}
    assert titles_of(context, "Jan Novak") == {"envoy"}


@pytest.mark.parametrize(
    "text",
    [
        "Former presidents Ana Ruiz and Julius Nyerere of Tanzania came to Burundi. Burundi waited for Burundi's army.",
        "The two defence ministers, Ana Ruiz and Jan Novak of Peru, met. Peru waited, and Chile waited.",
    ],
)
def test_what_each_of_two_has_ties_no_two_persons(opened: Opened, side_of: SideOf, text: str) -> None:
    """Two former presidents, or the two sides' ministers, are not of one side for sharing a word."""
    assert side_of(opened(text), "Ana Ruiz") is None


@pytest.mark.parametrize(
    ("text", "person", "alias"),
    [
        ("Pope Francis spoke to Peru's president.", "Francis", "Pope Francis"),
        ("Prime Minister Sheikh Hasina spoke to Peru's president.", "Hasina", "Sheikh Hasina"),
        ("Crown Prince Mohammed bin Salman spoke.", "Mohammed bin Salman", "Crown Prince Mohammed bin Salman"),
    ],
)
def test_titles_that_are_parts_of_names(opened: Opened, text: str, person: str, alias: str) -> None:
    """A name is known with the title by which everyone calls its bearer; a minister's office is no part of it."""
    actors = opened(text).roster.actors.values()
    assert alias in next(actor for actor in actors if actor.name == person).aliases
    assert not any("Minister" in form for actor in actors for form in actor.aliases)


def test_a_plural_inside_a_title_is_no_shared_office(opened: Opened, side_of: SideOf) -> None:
    """ "The special missions envoy of Chile" is one of two who met, and the other is no Chilean."""
    text = "Peru was calm. President Ana Ruiz of Peru met in Lima. President Ana Ruiz and Jan Novak, the special "
    context = opened(text + "missions envoy of Chile, talked about the border.")
    assert side_of(context, "Ana Ruiz") == "Peru"
    assert side_of(context, "Jan Novak") == "Chile"
    assert "special missions envoy" not in titles_of(context, "Ana Ruiz")
