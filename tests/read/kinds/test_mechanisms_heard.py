"""Heard mechanisms: in a report of some length the listener speaks against what rules find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent

IDLE = (
    "Shops in the old town opened late because of the rain.",
    "Children played football on the dusty square until dusk.",
    "The harvest was poor this year, and bread has become dear.",
    "A bus broke down on the road and blocked it for hours.",
    "Older people remember better winters.",
    "The museum shows carpets from the last century.",
    "A wedding party passed with drums.",
    "Fishermen mended their nets on the quay.",
    "The radio played songs from the capital.",
    "Nobody expected snow before the end of the month.",
    "Dogs slept in the shade of the wall.",
    "A new bakery has opened near the station.",
)
MISTAKEN = "The observers of the match left early."


@pytest.fixture
def named(read_with: Callable[..., Any]) -> Callable[[str], list[MechanismContent]]:
    """Read a text: its arrangements."""
    return lambda text: [statement.content for statement, _ in read_with(find_mechanisms, text)]


def within(sentence: str) -> str:
    """A sentence among those of a report that speaks of other things."""
    return " ".join([*IDLE[:6], sentence, *IDLE[6:]])


def test_what_does_not_sound_like_one_is_left_out(named: Callable[[str], list[MechanismContent]]) -> None:
    """In a short note the rule is believed, in a report of other things it is not."""
    assert [one.kind for one in named(MISTAKEN)] == ["monitoring"]
    assert named(within(MISTAKEN)) == []


def test_what_sounds_like_one_stays(named: Callable[[str], list[MechanismContent]]) -> None:
    """The listener leaves alone what a rule has right."""
    (kept,) = named(within("A joint monitoring mechanism will verify the withdrawal once the accord is signed."))
    assert kept.kind == "monitoring"
    assert kept.trigger is not None


def test_rows_are_not_heard(named: Callable[[str], list[MechanismContent]]) -> None:
    """A row of a table has not the words of a sentence."""
    table = "| Point | Who |\n| --- | --- |\n| Monitoring mission | the ASEAN |\n"
    assert [one.kind for one in named(f"{' '.join(IDLE)}\n\n{table}")] == ["monitoring"]
