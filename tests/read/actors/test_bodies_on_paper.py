"""Bodies that a report brings in without their acting: addressed, still to be made, told of in passing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Named = Callable[[Context, str | None], str | None]


def acting(context: Context) -> set[str]:
    """The names of those who act in a report."""
    return {actor.name for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Fisheries Council is to be set up by June. Peru and Chile agreed on Friday.", "Fisheries Council"),
        ("The foreign minister told the Senate on Monday that Peru would wait.", "Senate"),
        ("Peru rejected the text in speeches at the UN General Assembly.", "UN General Assembly"),
        ("The ruling council met in Lima. Peru and Chile agreed on Friday.", "ruling council"),
        ("Aid workers estimate that 2,000 families left Peru.", "aid workers"),
        ("The Peruvian president told tribal notables in Cusco that Chile would wait.", "tribal notables"),
    ],
)
def test_who_does_nothing_is_no_actor(opened: Opened, text: str, name: str) -> None:
    """What is to be made, whom one addresses, and where one speaks take no part."""
    assert name not in acting(opened(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Fisheries Council rejected the map. Peru and Chile agreed on Friday.", "Fisheries Council"),
        ("The UN General Assembly condemned the raid on Peru.", "UN General Assembly"),
        ("The technical committee met in Lima. Peru and Chile agreed on Friday.", "technical committee"),
        ("Aid agencies urged Peru to open the road.", "aid agencies"),
    ],
)
def test_who_acts_is_one(opened: Opened, text: str, name: str) -> None:
    """The same bodies are actors where they do something."""
    assert name in acting(opened(text))


def test_a_party_that_opposes_is_not_the_opposition(opened: Opened) -> None:
    """ "The opposition Wiper Party" has a name, and is not all that oppose."""
    found = opened("Kenya signed the accord. The opposition Wiper Party rejects it.")
    assert "Wiper Party" in acting(found)
    assert "opposition" not in acting(found)


def test_the_government_is_that_of_the_state_named_before_it(opened: Opened, named: Named) -> None:
    """ "Some Chilean commentators accused the government": of several states, the one in the sentence."""
    text = "Peru and Chile met in Geneva on Tuesday. Some Chilean commentators have accused the government of weakness."
    context = opened(text)
    token = next(t for t in context.tokens_in(0, len(text)) if t.text == "government")
    assert [named(context, actor) for actor in context.roster.at(token)] == ["Chile"]


def test_a_government_for_now_is_its_state(opened: Opened) -> None:
    """ "The Transitional Government of Burundi" is Burundi."""
    found = opened("Delegations of the Transitional Government of Burundi and of the Blue Front met in Arusha.")
    assert "Transitional Government of Burundi" not in acting(found)
    assert "Burundi" in acting(found)
