"""Persons whom every reader knows, and what a report says against it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.actors.gazetteer import entities
from goodoffices.read.actors.known import known_side
from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def test_a_well_known_person_needs_no_nationality(opened: Opened, side_of: SideOf) -> None:
    """A foreign minister named without a state speaks for the state that everyone knows."""
    context = opened("Libya's two governments met in Tunis. Sergei Lavrov said that Libya needed time.")
    assert side_of(context, "Sergei Lavrov") == "Russia"


def test_the_report_goes_first(opened: Opened, side_of: SideOf) -> None:
    """An office that the report gives outweighs what is known."""
    context = opened("Tony Blair, the Quartet's envoy, met Palestinian officials in Ramallah on Monday.")
    assert side_of(context, "Tony Blair") == "Quartet"


def test_a_surname_alone_needs_an_office() -> None:
    """A bare surname is known only beside an office, and only where one side claims it."""
    macron = known_side("Macron", titled=True)
    assert macron is not None
    assert macron.name == "France"
    assert known_side("Macron", titled=False) is None
    assert known_side("Saleh", titled=True) is None


@pytest.mark.parametrize("name", ["OCHA", "LTTE", "Free Aceh Movement", "Nagorno-Karabakh", "FMLN"])
def test_the_gazetteer_is_wide(name: str) -> None:
    """Bodies and movements of many processes are known by name."""
    assert name in entities()
