"""Mechanisms that a verb names with its things, and by more of the words in which agreements set them up."""

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
        ("Rwanda is ready to send 800 police officers.", "force"),
        ("Nigeria will contribute two battalions to the mission.", "force"),
        ("The Security Council will be asked to authorise up to 15,000 troops.", "force"),
        ("They plan a deployment of East African troops to secure the capital.", "force"),
        ("Both sides undertook to free all political detainees.", "exchange"),
        ("The two sides agreed to exchange lists of missing persons.", "exchange"),
        ("The government agreed to reopen the road to Taiz for aid.", "humanitarian"),
        ("Six hundred trucks of aid a day would enter the enclave.", "humanitarian"),
        ("Both armies will inform each other of manoeuvres.", "channel"),
        ("Military commanders would meet once a month at the frontier.", "channel"),
        ("Disputes would be referred to a panel of three judges.", "other"),
        ("Donors will write off half of the country's debt.", "economic"),
        ("Sanctions will be reinstated automatically.", "other"),
        ("Abyei will be patrolled by Ethiopian soldiers for six months.", "force"),
        ("The parties agreed to demilitarise the strip.", "buffer_zone"),
        ("Heavy guns will be withdrawn to 50 kilometres from the line.", "buffer_zone"),
        ("Weapons would be placed in containers with two locks.", "monitoring"),
        ("Southern units are to be merged into the national army.", "other"),
        ("The front would gather in 23 zones and be counted.", "other"),
    ],
)
def test_acts_by_kind(named: Callable[[str], Any], text: str, kind: str) -> None:
    """A verb and what it acts on name an arrangement together."""
    assert kind in [found.kind for found in named(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Council of the Wise met the rebels twice.", "mediation"),
        ("The United Nations offered to provide a moderator.", "mediation"),
        ("The two countries signed a reciprocal defence agreement.", "security_pact"),
        ("An interim council of seven will run the country.", "other"),
        ("Mobile courts will issue birth certificates.", "other"),
        ("A commission of military experts will look at accidents.", "other"),
        ("A donors' conference is planned in Paris.", "economic"),
        ("The accord includes a reintegration programme for 5,000 fighters.", "economic"),
        ("Independent observers should follow the withdrawal.", "monitoring"),
        ("American and Syrian officials kept a line of their own.", "channel"),
        ("A second swap is under discussion.", "exchange"),
        ("UNMEE patrolled the strip.", "force"),
        ("The Darfur Regional Authority will have ten ministers.", "other"),
        ("The Committee on Missing Persons resumed its work.", "other"),
        ("A committee of generals drafts the security annexes.", "other"),
        ("Cuba and Norway remain guarantors of the process.", "mediation"),
    ],
)
def test_heads_by_kind(named: Callable[[str], Any], text: str, kind: str) -> None:
    """Elders, pacts, councils of a transition, courts that travel and programmes are arrangements of their kinds."""
    assert [found.kind for found in named(text)] == [kind]


def test_troops_sent_have_their_trigger(named: Callable[[str], Any]) -> None:
    """What must happen before troops go stands with them."""
    (found,) = named("Some 1,000 Kenyan police officers will go as soon as a council is in place.")
    assert found.trigger == "as soon as a council is in place"


def test_a_condition_that_names_another_body_is_whole(named: Callable[[str], Any]) -> None:
    """A trigger in which a second arrangement stands is not cut before it."""
    found = named("Turkish experts will join the observers if the ceasefire commission asks for them.")
    assert found[0].trigger == "if the ceasefire commission asks for them"


@pytest.mark.parametrize(
    "text",
    [
        "The army will send 3,000 soldiers to the front.",
        "Some 200 rebels went home.",
        "The rebels demand that all prisoners be released.",
        "The moderator, Jean Arnault, spoke to the press.",
        "The commanders met on Friday.",
        "They will inform the public of the results.",
        "The negotiators settled four disputes.",
        "The bank will write off the loans of farmers.",
        "The party will hold its congress in June.",
    ],
)
def test_what_is_no_arrangement(named: Callable[[str], Any], text: str) -> None:
    """Moves in a war, demands, persons and single meetings are none."""
    assert named(text) == []
