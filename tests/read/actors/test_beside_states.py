"""Beside their states: ministries and commissions of their own; nationality, accession and goods make no actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def acting(context: Context) -> set[str]:
    """The names of those who act in a context."""
    return {actor.name for actor in context.roster.acting()}


def test_a_ministry_speaks_beside_its_state(opened: Opened, side_of: SideOf) -> None:
    """A ministry that looks after affairs at home is an organisation of its state's."""
    context = opened("Nigeria's interior ministry said that the captives had gone home. The rebels denied it.")
    assert side_of(context, "interior ministry") == "Nigeria"
    context = opened("Sudan's Ministry of Health said that forty people had died.")
    assert side_of(context, "Ministry of Health") == "Sudan"


def test_the_office_that_charges_is_a_body(opened: Opened) -> None:
    """The attorney general's office acts beside the government; the secretary-general's is his."""
    named = acting(opened("The attorney general's office charged two leaders of the opposition. Kenya denied it."))
    assert "attorney general's office" in named
    named = acting(opened("The secretary-general's office declined to comment. Kenya denied it."))
    assert not {name for name in named if "office" in name}


@pytest.mark.parametrize(
    "text",
    [
        "Chad's foreign ministry rejected the demand. Sudan repeated it.",
        "Guards stood outside Chad's interior ministry. Sudan repeated its demand.",
    ],
)
def test_a_foreign_ministry_and_a_building_are_no_bodies(opened: Opened, text: str) -> None:
    """The foreign ministry is the state's own voice, and where something stands does nothing."""
    assert not {name for name in acting(opened(text)) if "ministry" in name.lower()}


def test_a_department_and_a_commission_have_their_patron(opened: Opened, side_of: SideOf) -> None:
    """The State Department is the United States', the European Commission the Union's."""
    context = opened("The State Department welcomed the truce. The European Commission promised money.")
    assert side_of(context, "State Department") == "United States"
    assert side_of(context, "European Commission") == "European Union"


@pytest.mark.parametrize(
    "text",
    [
        "Serbia rejected Kosovo's entry into the United Nations.",
        "Serbia rejected Kosovo's bid to join the United Nations.",
        "Serbia would never accept the admission of Kosovo to the United Nations.",
    ],
)
def test_what_one_may_join_does_nothing_by_that(opened: Opened, text: str) -> None:
    """Membership of a body makes it no actor."""
    assert "United Nations" not in acting(opened(text))


def test_a_body_that_joins_others_acts(opened: Opened) -> None:
    """To join a body in doing something is to do it with it."""
    assert "African Union" in acting(opened("Kenya joined the African Union in calling for a truce in Sudan."))


def test_whence_an_envoy_comes_is_no_actor(opened: Opened) -> None:
    """The diplomat of one country who leads another's mission acts for the mission."""
    text = "The Norwegian diplomat Kari Lund, who leads the UN mission, met the rebels in Juba."
    assert acting(opened(text)) >= {"United Nations", "Kari Lund"}
    assert "Norway" not in acting(opened(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A Thai general would be the deputy of the mission, Indonesia said.", "Thailand"),
        ("Sudan said that Chadian weapons had been found near the town.", "Chad"),
    ],
)
def test_goods_and_single_men_are_not_their_state(opened: Opened, text: str, state: str) -> None:
    """Arms, and one man without a name, do nothing for the state that they come from."""
    assert state not in acting(opened(text))


def test_aircraft_that_strike_are_their_states(opened: Opened) -> None:
    """What strikes is sent by its state."""
    assert "Israel" in acting(opened("Israeli aircraft struck the port. The Houthis promised an answer."))


def test_europeans_are_the_unions_where_it_acts(opened: Opened) -> None:
    """European officials are the European Union's in a report in which it acts, and several states' beside leaders."""
    context = opened("European officials said that the round had stalled. The European Union wants another.")
    assert "European governments" not in acting(context)
    context = opened("European leaders urged a truce. The European Union sent money.")
    assert "European governments" in acting(context)


def test_a_panel_of_experts_is_a_body_beside_its_patron(opened: Opened) -> None:
    """Experts whom the UN has appointed report for themselves."""
    assert "UN panel" in acting(opened("A UN panel of experts reported that arms had come through Chad."))


def test_the_rebel_team_is_the_rebels(opened: Opened) -> None:
    """Those whom a camp sends are the camp."""
    context = opened("Julia Meier, who heads the rebel team, said the FARC rebels would not disarm.")
    assert "rebel team" not in acting(context)


def test_a_number_behind_a_name_is_no_acronym(opened: Opened) -> None:
    """ "Leo XIV urged": a pope, and no body."""
    assert "XIV" not in acting(opened("At the Vatican, Pope Leo XIV urged both sides to talk."))


@pytest.mark.parametrize(
    "text",
    [
        "Mali rejected the proposed Council of Regions.",
        "Mali said that the creation of the High Transition Council was off.",
        "The army blamed dissidents of the former FARC. Colombia offered a truce.",
    ],
)
def test_bodies_to_come_and_bodies_gone_do_nothing(opened: Opened, text: str) -> None:
    """A body that is planned, or was once, is no actor."""
    assert not acting(opened(text)) & {"Council of Regions", "High Transition Council", "FARC"}


def test_the_last_word_of_a_name_may_be_small(opened: Opened) -> None:
    """ "The Nation's Shield forces" are the Nation's Shield Forces."""
    assert "Nation's Shield Forces" in acting(opened("The Nation's Shield forces left the town. Yemen denied it."))
