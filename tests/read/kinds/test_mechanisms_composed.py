"""Mechanisms: any noun of a body, a scheme or a grant with words of what it is for, and what is done with it."""

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
        ("Kenya rejected any foreign scrutiny of the commitments on disarmament.", "monitoring"),
        ("Both sides agreed to neutral spot-checks of the arms depots.", "monitoring"),
        ("The accord would be watched through a shared satellite surveillance scheme.", "monitoring"),
        ("The rifles would go into sealed containers with two locks.", "monitoring"),
        ("The neighbours will back an anti-piracy brigade under the African Union.", "force"),
        ("Ministers proposed a hemispheric gendarmerie.", "force"),
        ("The generals agreed to withdraw and leave an empty eight-kilometre strip along the river.", "buffer_zone"),
        ("Chad wants a weapons-free village at the ford.", "buffer_zone"),
        ("Peru and Ecuador accepted a joint survey of the frontier.", "border_verification"),
        ("The text provides for one-stop posts staffed by both customs services.", "border_verification"),
        ("Togo and Benin signed a non-interference declaration.", "security_pact"),
        ("Guyana seeks a promise to defend its coast.", "security_pact"),
        ("The two banks agreed on a fiscal arrangement for oil revenue.", "economic"),
        ("The ministry would grant the firm an export licence for a year.", "economic"),
        ("The commanders set up a messaging group for the two staffs.", "channel"),
        ("Farmers and herders adopted an alert procedure through an early-warning network of villages.", "channel"),
        ("The elders formed a conciliation bench in Wau.", "mediation"),
        ("The bloc proposed a panel of three former presidents.", "mediation"),
        ("The accord contains a release clause for the captives.", "exchange"),
        ("Relief agencies asked for a harvest pause in June.", "humanitarian"),
        ("The bishops keep the track as a relief corridor for two towns.", "humanitarian"),
        ("The rebels accepted a staged integration of their fighters into the army.", "other"),
        ("Delegates want a quota for cabinet seats.", "other"),
        ("The chiefs wait for the land claims tribunal to open.", "other"),
    ],
)
def test_composed(named: Callable[[str], list[MechanismContent]], text: str, kind: str) -> None:
    """An arrangement is of the kind of what its noun is for, whatever the noun."""
    assert kind in {found.kind for found in named(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Observers of wildlife counted forty herons near the lake.",
        "Retired peacekeepers of that generation met at a dinner in Cork.",
        "The hotline of the airline took five hundred calls.",
        "Contacts between the two clans were rare.",
        "The soldiers are from the capital.",
        "The minister visited a fishing port.",
        "She bought cheap fuel in the market.",
        "The team lost the match by two goals.",
    ],
)
def test_nothing_is_arranged(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """What nobody wants, grants or agrees on is no arrangement, whatever its words."""
    assert named(text) == []


def test_condition_before_a_turned_verb(named: Callable[[str], list[MechanismContent]]) -> None:
    """ "Only after X has left would a pact ...": what stands before the verb must happen first."""
    found = named("Only after the last battalion has left Bunia would a defence pact take effect.")
    assert [(one.kind, one.trigger) for one in found] == [
        ("security_pact", "Only after the last battalion has left Bunia")
    ]
