"""Whose someone is by the post that they are sent to, by the body that they head, and by whose deputy they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "Jordan agreed. Samir Haddad, the kingdom's ambassador to the United Nations, spoke.",
            "Samir Haddad",
            "Jordan",
        ),
        ("Jordan agreed. Jordan's UN ambassador, Samir Haddad, said that it would vote.", "Samir Haddad", "Jordan"),
        ("The African Union's envoy to NATO, Jude Okeke, agreed.", "Jude Okeke", "African Union"),
        (
            "Ana Vu, the advocacy manager of the Norwegian Refugee Council, said so.",
            "Ana Vu",
            "Norwegian Refugee Council",
        ),
    ],
)
def test_side_of_those_who_are_posted(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """Whoever is sent to a body speaks for the sender."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The UN mission, MINUSCA, will help. Ana Ruiz, who heads the mission, agreed.", "Ana Ruiz", "MINUSCA"),
        ("Omar Salah, who heads the rival administration in Tobruk, said no.", "Omar Salah", "rival administration"),
        ("Getu Ali, who presides over the interim administration, said no.", "Getu Ali", "interim administration"),
        ("Rebin Ali, who heads the regional government, said Iraq was unjust.", "Rebin Ali", "regional government"),
        (
            "The African Union agreed. Former Kenyan president Jude Okeke, who leads its mediation panel, said so.",
            "Jude Okeke",
            "African Union",
        ),
        ("The Tigray People's Liberation Front, whose chairman Abel Gebre was elected, agreed.", "Abel Gebre", "TPLF"),
    ],
)
def test_side_by_what_someone_heads(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """A mission called by its noun alone, a government beside the state's, a panel that a union owns."""
    assert side_of(opened(text), person) == side


def test_a_body_that_someone_once_led_is_none_of_today(opened: Opened) -> None:
    """A banker who "led the rebel administration" years ago brings in no body that takes part."""
    context = opened("Peru holds Omar Salah, a banker who led the rebel administration in 2015, in Lima.")
    assert "rebel administration" not in {actor.name for actor in context.roster.acting()}


def test_who_heads_the_government_speaks_for_the_state(opened: Opened, side_of: SideOf) -> None:
    """ "The interim government" is the state's, as a government without a word is."""
    context = opened("Syria's government wants talks. Adnan Sabri, who heads the interim government, said no.")
    assert side_of(context, "Adnan Sabri") == "Syria"


def test_a_deputy_is_of_the_side_of_the_one_who_holds_the_office(opened: Opened, side_of: SideOf) -> None:
    """A report that is about another state as well, and names the land of the chief alone."""
    context = opened(
        "Greenland's energy minister, Ane Lund, flew to Denmark. Deputy Energy Minister Per Holm said that Denmark had "
        "refused. Denmark's government denied it, and Denmark's envoy left."
    )
    assert side_of(context, "Per Holm") == "Greenland"


def test_an_office_behind_now_is_that_of_the_one_before(opened: Opened) -> None:
    """ "X, now the envoy of Y, Z and W": a list, of which Z is the next."""
    context = opened("In Lima Jan Novak, now the Peruvian trade envoy, Carlos Vega and Pablo Sol signed the paper.")
    holders = {context.roster.actors[role.person].name for role in context.roster.roles}
    assert holders == {"Jan Novak"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In Rome Chile's envoy met Ana Ruiz, an adviser to her uncle the prime minister.", ["adviser"]),
        ("Jared Klein, the president's brother, came to Lima.", []),
        ("Jared Klein, a nephew of the president, came to Lima.", []),
    ],
)
def test_relatives(opened: Opened, text: str, titles: list[str]) -> None:
    """Whose relative someone is may stand behind an office, and is none."""
    assert [role.title for role in opened(text).roster.roles] == titles
