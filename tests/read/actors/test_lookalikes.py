"""What looks like a person's name and is a place's, a ship's, an office's, that of the dead or a headline's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def persons_in(context: Context) -> set[str]:
    """The names of the persons who take part."""
    return {actor.name for actor in context.roster.acting() if actor.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "The bulk carrier TQ Marlin and the tanker Ocean Pride left Odesa on Monday.",
        "Thai F-16s struck targets inside Cambodia on Sunday.",
        "Thailand wants Cambodia to leave the Ta Vong temples to the court.",
        "Schools in several districts of Surin and Oddar Vanchey remain closed, Thailand said.",
        'Both El Rahad and Kadugli are short of food. "People in El Rahad ask me about flour," Sudan\'s envoy said.',
        "Israel says that the talks cannot begin until the body of Ran Gvir has been handed over.",
        "The tribunal is to look into the murder of Zahra Kamal in Chad.",
    ],
)
def test_no_persons(opened: Opened, text: str) -> None:
    """Ships, aircraft, places and the dead take no part."""
    assert persons_in(opened(text)) == set()


def test_a_headline_lends_no_name_to_its_place(opened: Opened) -> None:
    """ "Zareba Remains" in a headline is no person whom every "Zareba" of the report would mean."""
    context = opened("# Zareba Remains a Sore Point\n\nThe talks about Zareba went on. Sudan praised Zareba.\n")
    assert persons_in(context) == set()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Deputy Assistant Secretary of State Christopher Vale flew to Minsk.", "Christopher Vale"),
        ("Executive Secretary Workneh Bekele said that IGAD would help.", "Workneh Bekele"),
        ("Elena Ruiz said that the murder of Zahra Kamal would be avenged.", "Elena Ruiz"),
    ],
)
def test_persons_all_the_same(opened: Opened, text: str, person: str) -> None:
    """The words of a long title are no part of a name, and no name by themselves."""
    assert persons_in(opened(text)) == {person}
