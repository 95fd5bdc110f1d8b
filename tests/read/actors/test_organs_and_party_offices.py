"""Organs of a movement, and offices of a body that only its kind names."""

from __future__ import annotations

import pytest

from goodoffices.read.context import open_context
from goodoffices.record import make_report


def _sides(text: str) -> dict[str, str | None]:
    roster = open_context(make_report(text, path="x.txt", title="x")).roster
    names = {key: actor.name for key, actor in roster.actors.items()}
    return {actor.name: names.get(actor.side or "") for actor in roster.actors.values()}


@pytest.mark.parametrize(
    ("text", "organ", "body"),
    [
        ("The Political Bureau of the Polisario Front said no.", "Political Bureau", "Polisario Front"),
        ("The Executive Council of the Kurdistan Communities Union (KCK) met on Monday.", "Executive Council", "KCK"),
    ],
)
def test_an_organ_speaks_for_its_movement(text: str, organ: str, body: str) -> None:
    """What a movement has as council or bureau says what the movement says."""
    assert _sides(text)[organ] == body


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The party's co-chairman, Selahattin Demirtas, agreed.", "Selahattin Demirtas"),
        ("The minister struck Gultan Kisanak, the party's co-chairwoman, from the list.", "Gultan Kisanak"),
    ],
)
def test_the_partys_officers_speak_for_the_party_named_before(text: str, person: str) -> None:
    """ "The party" is the one that was named last."""
    before = "Turkey let a delegation of the Peace and Democracy Party (BDP) visit the island.\n\n"
    assert _sides(before + text)[person] == "Peace and Democracy Party"


def test_one_of_the_fronts_consultants_speaks_for_it() -> None:
    """A plain word for who works for a body is enough where the name follows behind a comma."""
    text = "The National Democratic Front met the government of the Philippines.\n\nOne of the Front's consultants, "
    assert _sides(text + "Ariel Arbitrario, was arrested.")["Ariel Arbitrario"] == "National Democratic Front"


def test_defence_secretaries_and_chiefs_of_staff_speak_for_the_state_of_the_report() -> None:
    """A national office without a nationality is of the state whose affairs are told."""
    text = "The National Democratic Front met the government of the Philippines in Rome.\n\n"
    text += "Defense Secretary Delfin Lorenzana said no. General Eduardo Ano, the chief of staff, agreed."
    sides = _sides(text)
    assert (sides["Delfin Lorenzana"], sides["Eduardo Ano"]) == ("Philippines", "Philippines")


@pytest.mark.parametrize(
    "text",
    [
        "Lima wants the warrants against the group's negotiators to be lifted. President Ana Ruiz agreed.",
        "He was the movement's main target. Defence Minister Ana Ruiz ruled it out.",
    ],
)
def test_an_office_of_the_sentence_before_is_not_that_of_the_next_name(text: str) -> None:
    """ "The group's negotiators" end with their sentence; the president behind it is the state's."""
    before = "Peru let a delegation of the Shining Path visit the island. The Shining Path was glad.\n\n"
    assert _sides(before + text)["Ana Ruiz"] == "Peru"
