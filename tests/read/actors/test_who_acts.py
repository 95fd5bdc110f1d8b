"""Who acts, and for whom: names that several bear, bodies named beside others, offices of two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def acting(context: Context) -> set[str]:
    """The names of those who act in a context."""
    return {actor.name for actor in context.roster.acting()}


def sides(context: Context) -> dict[str, str | None]:
    """The persons of a context with the names of their sides."""
    roster = context.roster
    persons = (actor for actor in roster.actors.values() if actor.kind == "person")
    return {p.name: roster.actors[p.side].name if p.side in roster.actors else None for p in persons}


def test_congo_is_the_larger_one_unless_the_other_is_named(opened: Opened) -> None:
    """Plain "Congo" is the Democratic Republic; "Congo-Brazzaville" is the other."""
    assert "Democratic Republic of the Congo" in acting(opened("Congo rejected the demand. Rwanda denied it."))
    assert "Republic of the Congo" in acting(opened("Congo-Brazzaville rejected the demand."))


def test_a_junta_is_myanmars_only_where_myanmar_is_named(opened: Opened) -> None:
    """A name that others bear too is an actor's own where the report names its home."""
    assert "State Administration Council" in acting(opened("In Myanmar the junta rejected the offer."))
    there = opened("The junta in Bamako rejected the offer. Mali will hold elections, Mali said.")
    assert acting(there) == {"Mali"}


def test_a_mission_named_beside_its_owner_acts_itself(opened: Opened) -> None:
    """ "The UN mission, MONUSCO, said": its head speaks for the mission, and the UN does not act."""
    context = opened(
        "The United Nations mission, MONUSCO, is ready to help if the Security Council agrees, its head, "
        "Bintou Keita, said."
    )
    assert sides(context) == {"Bintou Keita": "MONUSCO"}
    assert "United Nations" not in acting(context)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Kenya and Uganda, Jane Wanjiru Kamau and Peter Okello, signed a treaty.",
        "Jane Wanjiru Kamau and Peter Okello, the foreign ministers of Kenya and Uganda, signed a treaty.",
    ],
)
def test_an_office_of_two_is_shared_out_in_order(opened: Opened, text: str) -> None:
    """Of two ministers of two states the first is the first state's."""
    assert sides(opened(text)) == {"Jane Wanjiru Kamau": "Kenya", "Peter Okello": "Uganda"}


def test_whose_turn_it_is_to_chair_is_not_for_whom_one_speaks(opened: Opened) -> None:
    """The representative of the Austrian chairmanship of the OSCE speaks for the OSCE."""
    context = opened("Wolf Heim, special representative of the Austrian chairmanship of the OSCE, chaired the round.")
    assert sides(context) == {"Wolf Heim": "OSCE"}


def test_an_office_that_one_took_over_is_ones_own(opened: Opened) -> None:
    """ "Who took over from X as Y's chief negotiator" gives the office and the side."""
    context = opened("Cristina Lesnic, who took over from Mr Balan as Moldova's chief negotiator, rejected the plan.")
    assert sides(context)["Cristina Lesnic"] == "Moldova"


def test_each_delegation_has_its_own_leader(opened: Opened) -> None:
    """ "The Thai delegation was led by X and the BRN team by Y" seats Y with the BRN."""
    context = opened("The Thai delegation was led by General Somchai Prasert and the BRN team by Ahmad Hasan.")
    assert sides(context)["Ahmad Hasan"] != "Thailand"


def test_a_place_is_no_person_and_where_one_comes_from_does_not_act(opened: Opened) -> None:
    """A bridge between two villages names no person; a visitor from Singapore brings no Singapore."""
    assert sides(opened("They signed a protocol on the bridge between Gura Bicului and Bychok.")) == {}
    assert acting(opened("The minister came from Singapore on Monday.")) == set()


def test_the_mediation_acts_as_one(opened: Opened) -> None:
    """ "The mediation calls on all sides" is a group of its own."""
    assert "mediation" in acting(opened("The mediation calls on all armed groups to lay down their weapons."))


_TALKS = "\n\nThe government of Peru and the rebels of the Blue Front met in Quito on Monday and agreed to a truce."


@pytest.mark.parametrize("heading", ["Humanitarian Toll", "Quito Meeting Leaves Truce in Limbo"])
def test_words_of_a_heading_alone_are_nobody(opened: Opened, heading: str) -> None:
    """Where every word has a capital, a capital makes no name."""
    assert acting(opened(heading + _TALKS)) == {"Peru", "Blue Front"}


def test_who_stands_in_a_heading_and_below_is_somebody(opened: Opened) -> None:
    """The report goes on to name her."""
    context = opened(
        "Talks Resume" + _TALKS + "\n\nAna Ruiz Warns of Delay\n\nAna Ruiz said that the truce would not hold."
    )
    assert "Ana Ruiz" in acting(context)
