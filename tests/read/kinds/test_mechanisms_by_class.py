"""Mechanisms: classes of bodies, ways and schemes by what they are for, and those that only take part."""

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
        ("Both governments agreed on a committee to recover the remains of fallen soldiers.", "exchange"),
        ("The accord sets up a channel for the release of captives.", "exchange"),
        ("A four-way exchange freed eleven prisoners in Ankara.", "exchange"),
        ("The latest exchange, in June, saw 300 captives return to Chad.", "exchange"),
        ("The truce commission held its first session in Juba.", "monitoring"),
        ("The two armies agreed on joint investigation teams for every violation of the truce.", "monitoring"),
        ("Peru will send quarterly reports to the guarantors.", "monitoring"),
        ("The text provides for a logistics corridor between Chad and Libya.", "economic"),
        ("Sudan proposed joint energy projects along the frontier.", "economic"),
        ("An arrangement on the supply of water to Kosti was agreed.", "economic"),
        ("Bolivia offered a substitution programme for the growers of coca.", "economic"),
        ("The plan foresees a board to finance the rebuilding of Aleppo.", "economic"),
        ("Kenya has played a mediating role since May.", "mediation"),
        ("Togo confirmed its facilitating role on Monday.", "mediation"),
        ("Oslo will name Ms Dahl as special envoy.", "mediation"),
        ("The two presidents keep several parallel channels open.", "channel"),
        ("A committee of liaison between the two staffs was agreed.", "channel"),
        ("The accord provides for the gathering of the guerrillas in six camps.", "other"),
    ],
)
def test_classes(named: Callable[[str], list[MechanismContent]], text: str, kind: str) -> None:
    """An arrangement is of the kind of what it is for."""
    assert kind in {found.kind for found in named(text)}


@pytest.mark.parametrize(
    "text",
    [
        "African mediators adjourned the session until Friday.",
        "The minister praised the efforts of the Omani mediators.",
        "Both delegations thanked the Swiss mediators.",
        "The envoy met American intermediaries in Vienna.",
        "Two soldiers were hurt, according to UNIFIL.",
        "Some 40 lorries crossed, by figures published by the joint coordination committee.",
        "The head of the prisoners' committee, Omar Said, was tired.",
        "A technical team will fly to Rabat to see the building.",
        "Channels close to the army spread the rumour.",
    ],
)
def test_who_only_takes_part(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """Who mediates, counts or speaks is no arrangement where nothing is told of the arrangement itself."""
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Qatari mediators shuttled between the two delegations.",
        "Norwegian mediators carried a draft between the rooms.",
        "Swiss mediators helped the two sides in Bern.",
    ],
)
def test_mediators_who_mediate(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """Mediators count where it is told that they go between the sides."""
    assert "mediation" in {found.kind for found in named(text)}
