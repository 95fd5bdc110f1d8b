"""Camps: for whom someone speaks by the party or the camp that the office names, and whose organ a body is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.rules import RulesReader
from goodoffices.record import ActorContent, Statement, make_report


def sides(text: str) -> dict[str, str | None]:
    """The actors of a text with the names of those for whom they speak, or whose they are."""
    report = make_report(text, path="test.txt", title="A test", language="en")
    found = (s.content for s in RulesReader().read(report) if isinstance(s, Statement))
    actors = {content.actor: content for content in found if isinstance(content, ActorContent)}
    return {a.name: actors[a.side].name if a.side else None for a in actors.values()}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Labour leader Ana Ruiz called for the talks with Peru to be halted.", "Labour Party"),
        ("In Lima, Green lawmaker Ana Ruiz urged Chad to reject the plan.", "Green Party"),
        ("The Labour opposition condemned the plan of Peru. Labour leader Ana Ruiz wept.", "Labour opposition"),
        ("Conservative lawmaker Ana Ruiz urged Chad to reject the plan.", None),
        ("The loyalists refused to sign with Peru. Ana Ruiz, a loyalist lawmaker, warned of a trap.", "loyalists"),
        ("A loyalist lawmaker, Ana Ruiz, warned Peru of a trap.", None),
    ],
)
def test_the_colour_of_an_office(text: str, side: str | None) -> None:
    """A party's adjective names the party; a camp is one that the report has; a word that opens may be no name."""
    assert sides(text)["Ana Ruiz"] == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Blue Front rejected the plan of Peru, with spokesman Ana Ruiz calling it a trap.", "Blue Front"),
        ("The Blue Front met Peru with adviser Ana Ruiz, calling for a truce.", None),
        ("The Blue Front rejected the plan, with Peru's envoy Ana Ruiz calling that a pity.", "Peru"),
    ],
)
def test_whose_word_an_officer_has(text: str, side: str | None) -> None:
    """Who is quoted behind ", with" speaks for the subject, where nothing else is said of whose officer it is."""
    assert sides(text)["Ana Ruiz"] == side


@pytest.mark.parametrize(
    ("text", "organ", "whole"),
    [
        ("SADC's Panel of Elders met in Harare. SADC agreed.", "Panel of Elders", "SADC"),
        (
            "The African Union said that its Council of Elders was ready to mediate.",
            "Council of Elders",
            "African Union",
        ),
        ("The Indian army said that Chad had lied to India.", "Indian army", "India"),
        ("The Blue Front met the Council of Elders. The African Union agreed.", "Council of Elders", None),
    ],
)
def test_whose_organ_a_body_is(text: str, organ: str, whole: str | None) -> None:
    """A council is the union's that owns it; an army is its state's, and acts in its own name."""
    assert sides(text)[organ] == whole


def test_an_organ_speaks_for_itself(opened: Callable[..., Context]) -> None:
    """What a union's council wants is told of the council."""
    roster = opened("SADC's Panel of Elders met in Harare. SADC agreed.").roster
    (panel,) = [a for a in roster.actors.values() if a.name == "Panel of Elders"]
    assert roster.party(panel.id) == panel.id


def test_a_collective_that_an_office_owns() -> None:
    """ "The collective's spokesperson" is of the collective named before, and of no council."""
    told = '"We did not march for this," said the collective\'s spokesperson, Ana Ruiz.'
    assert sides(f"The Student Collective marched in Peru. {told}")["Ana Ruiz"] == "Student Collective"
    assert sides(f"The Student Council marched in Peru. {told}")["Ana Ruiz"] is None


def test_an_acronym_before_an_office() -> None:
    """An acronym that opens a sentence is whose the office is, and no part of its title."""
    text = (
        "The All Andes United Clubs Organisation (AAUCO) met Peru's envoy. AAUCO adviser Ana Ruiz urged Lima to help."
    )
    assert sides(text)["Ana Ruiz"] == "All Andes United Clubs Organisation"
