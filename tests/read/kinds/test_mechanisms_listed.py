"""Mechanisms that an item of a list names by a noun of doing, and those that a partnership, a list or a duty names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent

Named = Callable[[str], list[MechanismContent]]


@pytest.fixture
def named(read_with: Callable[..., Any]) -> Named:
    """Read a text: its arrangements."""
    return lambda text: [statement.content for statement, _ in read_with(find_mechanisms, text)]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Freedom for some 400 Tamil prisoners", "exchange"),
        ("Recovery of bodies from the river", "exchange"),
        ("Entry of 50 lorries of flour a day", "humanitarian"),
        ("Unhindered delivery of medical aid", "humanitarian"),
        ("Reopening of two hospitals", "humanitarian"),
        ("Compensation for the families of the dead", "economic"),
        ("Annual payments of 30 million dollars", "economic"),
        ("Resumption of coal exports by rail", "economic"),
        ("Visits by the Red Cross to the prisons", "monitoring"),
        ("Physical verification of the stores by officers", "monitoring"),
        ("Demilitarisation of the upper valley", "buffer_zone"),
        ("Gathering of fighters in four camps", "other"),
    ],
)
def test_an_item_that_names_what_is_to_be_done(named: Named, item: str, kind: str) -> None:
    """The noun that an item begins with, and what is done to, tell the kind."""
    assert kind in [one.kind for one in named(f"The text has two points:\n\n- {item}\n- Free elections in two years\n")]


def test_a_listed_term_waits(named: Named) -> None:
    """What must happen first is read of it as of any arrangement."""
    found = named("The text has two points:\n\n- Demilitarisation of the valley once the census is over\n- A flag\n")
    assert [one.trigger for one in found] == ["once the census is over"]


@pytest.mark.parametrize(
    "text",
    [
        "The text has two points:\n\n- Elections within two years\n- A new flag for the union\n",
        "The text has two points:\n\n- The release is refused by the courts\n- A new flag for the union\n",
        "The delivery of aid to the camps was slow.",
    ],
)
def test_what_is_no_listed_term(named: Named, text: str) -> None:
    """Other nouns, clauses with a verb of their own, and sentences outside lists name none."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Armenia wants a lasting security partnership with Greece.", "security_pact"),
        ("The premier spoke of security understandings with Chad.", "security_pact"),
        ("Georgia seeks guarantees modelled on Article 5.", "security_pact"),
        ("The paper sets out the procedures for inspection of the depots.", "monitoring"),
        ("A joint team of auditors will check the books.", "monitoring"),
        ("Elders proposed a small committee that would carry messages between the two towns.", "channel"),
        ("The armies agreed on sharing intelligence against smugglers.", "channel"),
        ("Both sides will pass lists of the missing to the church.", "exchange"),
        ("The front would accept Ghana as a guarantor of the talks.", "mediation"),
        ("Kenya has spent three weeks shuttling between the parties.", "mediation"),
        ("The bishop emerged as a possible go-between.", "mediation"),
        ("Police are to be stationed along the boundary.", "force"),
        ("The ministry would recruit up to 900 local policemen.", "force"),
        ("Zambia would lease a stretch of coast for its trade.", "economic"),
        ("The Higher Military Commission met in Sirte.", "other"),
        ("Fighters will wait in assembly zones in the north.", "other"),
    ],
)
def test_by_its_duty(named: Named, text: str, kind: str) -> None:
    """What a partnership, a list, a procedure or a man between the sides is for tells the kind."""
    assert kind in [one.kind for one in named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two shepherds were shot by Turkish border guards.",
        "Rafael Grossi, the director general of the International Atomic Energy Agency, flew home.",
        "Monitors put the dead at 40.",
        "The deal was signed with American companies.",
        "The Union called for a humanitarian truce.",
    ],
)
def test_who_only_stands_in_the_sentence(named: Named, text: str) -> None:
    """Who shot, whose office it is, who counts the dead, whom a firm belongs to: no arrangement."""
    assert named(text) == []
