"""Crowds and bodies in plain words: who of them acts, and who is only spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]

_TAIL = "\n\nThe government of Peru and the rebels of the Blue Front have fought since 1990."


def acting(context: Context) -> set[str]:
    """The names of those who act in a report, without its parties."""
    return {actor.name for actor in context.roster.acting()} - {"Peru", "Blue Front"}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Trade unions have objected to the amnesty.", "trade unions"),
        ("According to relief agencies, 200 people have fled the valley.", "relief agencies"),
        ("Victims' groups are divided.", "victims' groups"),
        ("Rights groups have called for their release.", "rights groups"),
        ("The technical committee has drawn up a budget.", "technical committee"),
        ("Church observers, who were not in the room, have objected to the clause.", "church observers"),
        ("For three hours they heard politicians, employers and trade unions.", "employers"),
        ("For three hours they heard politicians, employers and trade unions.", "trade unions"),
        ("The march was organised by women's groups.", "women's groups"),
        ("Employers rejected the plan.", "employers"),
        ("The landowners oppose any transfer.", "landowners"),
        ("Parents of the pupils will have none of it.", "parents of the pupils"),
        ("The people in the camp refuse to go back.", "people in the camp"),
        ("Thirteen scholars led by Ana Ruiz flew to the coast.", "scholars"),
        ("Representatives of civil society attended the session.", "civil society"),
        ("The mediator brought in the southern factions.", "southern factions"),
        ("The refugees' spokesman, Jan Novak, packed.", "refugees"),
    ],
)
def test_crowds_that_act(opened: Opened, text: str, present: str) -> None:
    """People who voice a will of their own, or who are met or followed, are actors by the words that tell which."""
    assert present in acting(opened(text + _TAIL))


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,200 people were killed in the attack.",
        "Residents reported looting.",
        "Observers note that the truce remains fragile.",
        "Families can return once the mines are cleared.",
        "Our people in the north ask when they can return.",
        "Refugees are to be counted.",
        "Villagers fled to the hills.",
        "The text speaks of refugees, prisoners and employers.",
        "Rival militias signed a truce.",
        "Regional observers believe that the truce will hold.",
        "Rights groups note that nobody was charged.",
        "Some 40 men, described by human rights groups as hostages, were freed.",
        "The country's top court upheld the ban.",
        "The movement's finance committee was dissolved by a court order.",
        "The monitoring commission foreseen in the accord has not met.",
        "The technical committee set up in June is expected to be the channel.",
        "The technical committee has no budget.",
    ],
)
def test_crowds_that_are_none(opened: Opened, text: str) -> None:
    """Those to whom things happen, sources without a name and people in general are no actors."""
    assert acting(opened(text + _TAIL)) == set()


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("A commission of foreign experts led by Ana Ruiz has been watching it.", "commission of foreign experts"),
        ("Ana Ruiz's verification commission passed the file on.", "verification commission"),
        ("A follow-up committee, which he will chair, is to be installed.", "follow-up committee"),
        ("A working group met on 17 May and closed 12 files.", "working group"),
        ("The truce is monitored by the coordination committee.", "coordination committee"),
        ("Ana Ruiz, head of the electoral commission, flew to Lima.", "electoral commission"),
        ("In its report the council of elders counted 300 rifles.", "council of elders"),
        ("Parliament must first ratify the agreement.", "parliament"),
        ("The bishops' conference called on both camps to stop.", "bishops' conference"),
        ("The parliamentary committee on security is to be briefed by the general.", "parliamentary committee"),
    ],
)
def test_small_bodies_that_act(opened: Opened, text: str, present: str) -> None:
    """A body that acts, that somebody leads, or of which somebody is an officer, is an actor."""
    assert present in acting(opened(text + _TAIL))


@pytest.mark.parametrize(
    "text",
    [
        "A survey team leaves next week.",
        "A joint forum, led by the ministry, is to meet.",
        "The north bank was mined.",
        "They sat on a basketball court in the village.",
        "The constituent assembly is to be elected in June.",
        "A committee could be formed later.",
        "Members of parliament were at the gate.",
    ],
)
def test_small_bodies_that_are_none(opened: Opened, text: str) -> None:
    """What is yet to be, and what only ends like a body, is none."""
    assert acting(opened(text + _TAIL)) == set()


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("The Congolese Observatory of Human Rights wants an inquiry.", "Congolese Observatory of Human Rights"),
        ("The plan was rejected by the Council of Churches.", "Council of Churches"),
        ("It is to be delivered by the Agency for International Aid.", "Agency for International Aid"),
        ("Jan Novak is chief of the South River Military District.", "South River Military District"),
        ("The Working Mechanism for Consultation met.", "Working Mechanism for Consultation"),
        ("Jan Novak leads the 30 January Collective.", "30 January Collective"),
        ("In May, Kosovo police closed six banks.", "Kosovo police"),
    ],
)
def test_bodies_by_their_capitals(opened: Opened, text: str, present: str) -> None:
    """A name goes on with what the body is for, and begins with the day or the people it is called after."""
    assert present in acting(opened(text + _TAIL))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The merger of the Upper River Areas (URA) was dropped. Peru opposed it.", "Upper River Areas"),
        ("The Great River Dam (GRD) is full, said Peru.", "Great River Dam"),
        ("Peru has undertaken to set up a Land Council.", "Land Council"),
        ("For the rebels, Colonel Jan Novak, who was minister, spoke.", "Colonel Jan Novak"),
        ("His remarks about NATO and Greenland angered Peru.", "Greenland"),
        ("Syria and Israel met on the banks of the Jordan.", "Jordan"),
        ("The Council of Ministers met in Lima, said Peru.", "Council of Ministers"),
    ],
)
def test_names_that_are_no_bodies(opened: Opened, text: str, absent: str) -> None:
    """Lands, works, topics, rivers, officers and what is still to be founded are no bodies that act."""
    assert absent not in acting(opened(text))


def test_a_given_name_is_no_creed(opened: Opened) -> None:
    """Two of one surname are two, also where one is called as a creed is."""
    found = acting(opened("Two commanders, Muslim Khan and Mehmood Khan, were freed. Pakistan said so."))
    assert {"Muslim Khan", "Mehmood Khan"} <= found


def test_who_speaks_for_a_body_without_its_side_speaks_for_the_body(opened: Opened) -> None:
    """Police of which only the report's state can be the owner is noted as serving it, and does not speak for it."""
    roster = opened("The Guardia Rural and the National Police searched the farm." + _TAIL).roster
    police = next(actor for actor in roster.actors.values() if actor.name == "National Police")
    assert police.side is None
    assert roster.actors[roster.serves[police.id]].name == "Peru"
