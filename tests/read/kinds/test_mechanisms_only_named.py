"""Mechanisms: what bears the words of one and is none, and people who are let go for others."""

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
    "text",
    [
        "The rebel units along the frontier have observed the truce since Sunday, the army said.",
        "The front's southern units would observe a six-month ceasefire from May.",
        "Guerrilla groups in the valley will observe a truce over the holiday.",
    ],
)
def test_fighters_who_observe_a_truce_keep_it(named: Named, text: str) -> None:
    """They watch over nothing."""
    assert not named(text)


def test_a_team_that_observes_a_truce_watches_over_it(named: Named) -> None:
    """Of those who are sent to look the same words tell a monitoring."""
    assert [m.kind for m in named("A joint team will observe the ceasefire in the three districts.")] == ["monitoring"]


@pytest.mark.parametrize(
    "text",
    [
        "Observers in Bogota are divided about the meaning of the letter.",
        "Observers in the region remain sceptical that the deal will hold.",
        "Some observers were surprised by the timing.",
    ],
)
def test_observers_of_a_mind_only_comment(named: Named, text: str) -> None:
    """Who is divided, sceptical or surprised has been sent by nobody."""
    assert not named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Several area committees in the south are reported to support the offer.",
        "Residents told a local radio station that they had heard nothing of the pause.",
        "A fuel station in the town was set alight on the eve of the talks.",
        "Until then the district councils will have no development funds.",
        "The text contains no monitoring mechanism, the rebels complain.",
        "Sweden will send 200 additional soldiers to the island as part of an exercise.",
        "Norway has offered to host a meeting in Oslo.",
    ],
)
def test_what_only_bears_the_words_is_no_arrangement(named: Named, text: str) -> None:
    """Committees of a party, broadcasters, what is not there, drills and a roof for one meeting."""
    assert not named(text)


def test_a_roof_for_two_sides_is_a_mediation(named: Named) -> None:
    """Who offers to bring two together goes between them."""
    text = "Togo has offered to host talks between the government and the movement."
    assert [m.kind for m in named(text)] == ["mediation"]


@pytest.mark.parametrize(
    "text",
    [
        "The lists are held by Qatari mediators and will stay there.",
        "The reply was handed to African mediators on Friday.",
        "The talks brought Qatari mediators and tribal chiefs together.",
        "Marta Lindqvist, Sweden's chief facilitator, thanked the hosts.",
    ],
)
def test_mediators_named_in_passing_tell_of_no_mediation(named: Named, text: str) -> None:
    """By whom, to whom and beside whom something is done is not that they go between."""
    assert not named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian mediators shuttled between the two floors of the hotel.",
        "The movement wants the Church to send international mediators to the valley.",
    ],
)
def test_mediators_who_go_between_or_are_wanted_do(named: Named, text: str) -> None:
    """What they do, and that they are to come, tells of it."""
    assert [m.kind for m in named(text)] == ["mediation"]


@pytest.mark.parametrize(
    "text",
    [
        "A judicial commission will examine the incidents of violence during the marches.",
        "A commission of inquiry would investigate the killings of March.",
        "The working group that is meant to defuse the row over fishing has finally met.",
    ],
)
def test_who_finds_out_and_who_works_on_a_row(named: Named, text: str) -> None:
    """Inquiries watch over no truce, and a working group that is told of is one though it acts."""
    assert [m.kind for m in named(text)] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine sailors were freed in exchange for Anton Weber, a banker.",
        "Moscow released the reporter in return for two convicted agents.",
        "Ankara handed over the pilot in exchange for three jailed officers.",
    ],
)
def test_people_let_go_for_others_are_exchanged(named: Named, text: str) -> None:
    """The phrase behind the verb tells the exchange."""
    assert [m.kind for m in named(text)] == ["exchange"]


def test_what_is_lifted_for_something_is_no_exchange(named: Named) -> None:
    """Nobody is traded where nobody is let go."""
    assert not any(m.kind == "exchange" for m in named("The sanctions will be lifted in return for inspections."))
