"""Bodies with names in other languages: by the list, the noun or the office that they stand behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
_TAIL = "\n\nThe government of Peru and the rebels of the Blue Front have fought since 1990."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The talks brought together two regional parties, Nueva Cantabria and Camino Verde.", {"Nueva Cantabria"}),
        ("The loyalist parties Les Bleus and Vivre Ensemble rejected the text.", {"Les Bleus", "Vivre Ensemble"}),
        ("Jorge Luna, the founder of Nueva Cantabria, asked for a mediator.", {"Nueva Cantabria"}),
        ("Elisa Prat, secretary general of the Unió Democràtica, told reporters so.", {"Unió Democràtica"}),
        ("Many died, according to the human rights group Justicia Viva.", {"Justicia Viva"}),
    ],
)
def test_a_body_is_no_person(opened: Opened, text: str, names: set[str]) -> None:
    """Nobody founds a person, and what a list of parties names is a party."""
    actors = opened(text + _TAIL).roster.actors.values()
    assert names <= {a.name for a in actors if a.kind in {"group", "organisation"}}
    assert not names & {a.name for a in actors if a.kind == "person"}


def test_officers_of_several_bodies_are_persons(opened: Opened) -> None:
    """The names behind "the leaders of the two groups" are the leaders', and not the groups'."""
    roster = opened("The leaders of the two rebel groups, Ana Ruiz and Jan Novak, met in Lima." + _TAIL).roster
    assert {"Ana Ruiz", "Jan Novak"} <= {a.name for a in roster.actors.values() if a.kind == "person"}


def test_parties_that_are_named_are_no_crowd(opened: Opened) -> None:
    """Whom the names beside them name act, and "opposition parties" is nobody besides."""
    acting = {a.name for a in opened("The opposition parties Les Bleus and Vivre left." + _TAIL).roster.acting()}
    assert "opposition parties" not in acting
    assert "opposition parties" in {a.name for a in opened("The opposition parties refused." + _TAIL).roster.acting()}
