"""Lists of persons with their offices, lines that name a paper, sections in capitals, and bodies in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.layout import lay_out
from goodoffices.record import make_report

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def acting(context: Context) -> set[str]:
    """The names of those who take part."""
    return {actor.name for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "It was attended by Peru's President Pedro Alvarez, the Chairperson of the AU, Jan Novak, and others.",
            ("Peru", "African Union"),
        ),
        (
            "They were watched by Peru's Pedro Alvarez and the African Union's chairperson, Jan Novak.",
            ("Peru", "African Union"),
        ),
        ("Pedro Alvarez, the African Union's envoy, met Peru's president, Jan Novak.", ("African Union", "Peru")),
    ],
)
def test_each_of_a_list_has_an_own_office(opened: Opened, side_of: SideOf, text: str, sides: tuple[str, str]) -> None:
    """What stands behind a name may be the office of the one who comes next; alone it is the first one's."""
    context = opened(text)
    assert (side_of(context, "Pedro Alvarez"), side_of(context, "Jan Novak")) == sides


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("A weekly from the Causeway Institute, Singapore\n\nPeru waits for Chile's answer to its letter.", False),
        ("The Causeway Institute of Singapore called on Peru.\n\nPeru waits for Chile's answer to its letter.", True),
    ],
)
def test_whose_paper_it_is_takes_no_part(opened: Opened, text: str, *, there: bool) -> None:
    """A line that names the paper brings in nobody; the same body acts where a sentence says so."""
    assert ("Causeway Institute" in " ".join(acting(opened(text)))) is there


def test_a_hall_is_no_parliament(opened: Opened) -> None:
    """A building that is called after a body is not the body."""
    assert "Congress" not in acting(opened("Peru's president spoke to the envoys at the Congress Hall in Lima."))
    assert "Congress" in acting(opened("Peru's president spoke to the envoys, and Congress approved the deal."))


def test_a_body_in_other_words_is_known_by_its_acronym(opened: Opened, side_of: SideOf) -> None:
    """Where most of the words are those of a known name, the acronym behind them tells which body it is."""
    text = (
        "Pedro Alvarez, of the Popular Front for the Rebirth of the Central African Republic (FPRC), left. It stayed."
    )
    context = opened(text)
    assert side_of(context, "Pedro Alvarez") == "FPRC"
    other = opened("Pedro Alvarez, of the Fishermen's Port Repair Committee (FPRC), left. It stayed.")
    assert side_of(other, "Pedro Alvarez") != "FPRC"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("LIMA: Peru signed the accord on Monday.\n\nSECURITY: The army left the valley.\n\nAID: Trucks came.", 0),
        ("RUIZ: We signed the accord on Monday.\n\nNOVAK: I left the valley.\n\nRUIZ: Trucks came.", 3),
    ],
)
def test_sections_in_capitals_are_no_speakers(text: str, speakers: int) -> None:
    """Words in capitals of which each stands once, with nobody who says "we", are the heads of sections."""
    blocks = lay_out(make_report(text, path="x.txt", title="x"))
    assert sum(block.speaker is not None for block in blocks) == speakers
