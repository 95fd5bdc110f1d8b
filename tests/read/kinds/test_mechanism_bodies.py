"""Mechanisms by the phrases that name them: bodies, forces, zones, what snaps back, what carries messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent


@pytest.fixture
def named(read_with: Callable[..., Any]) -> Callable[[str], list[MechanismContent]]:
    """Read a text: its arrangements."""
    return lambda text: [statement.content for statement, _ in read_with(find_mechanisms, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two working groups, on security and on refugees, were to have met.", "other"),
        ("The follow-up committee for Mali held its 23rd session.", "monitoring"),
        ("A sub-commission of historians is to examine archives.", "other"),
        ("An inclusive commission will look into the past.", "other"),
        ("The memorandum creates four de-escalation zones.", "buffer_zone"),
        ("A NATO-led force of 60,000 would go in.", "force"),
        ("Mixed patrols would deploy to the north.", "force"),
        ("Family visits by air were suspended in 2014.", "humanitarian"),
        ("They will hold a conference on reconstruction.", "economic"),
        ("Qatar passes papers between the rooms.", "mediation"),
        ("They discussed the verification of the truce.", "monitoring"),
    ],
)
def test_phrases_by_kind(named: Callable[[str], Any], text: str, kind: str) -> None:
    """A body with a word of its own, a force by who leads it, and what verbs tell are arrangements of their kind."""
    assert [found.kind for found in named(text)] == [kind]


def test_what_snaps_back_has_its_trigger(named: Callable[[str], Any]) -> None:
    """What comes back of itself waits for the breach."""
    (found,) = named("Sanctions would snap back if Iran broke the deal.")
    assert (found.kind, found.trigger) == ("other", "if Iran broke the deal")


def test_a_name_with_a_capital_alone(named: Callable[[str], Any]) -> None:
    """ "The Mechanism" watches over the truce where a report speaks of one."""
    (found,) = named("The truce is holding. Lebanon complained to the Mechanism in writing.")
    assert found.kind == "monitoring"


@pytest.mark.parametrize("text", ["The European Commission met in Brussels.", "The election commission counted votes."])
def test_bodies_of_states_are_none(named: Callable[[str], Any], text: str) -> None:
    """Standing bodies of a state or a union are no arrangement of an agreement."""
    assert named(text) == []
