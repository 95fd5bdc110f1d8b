"""Where meetings were: houses, ships and tents, gates and terraces, and towns that the parser hangs elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("President Salva Kiir and Riek Machar met on Friday in a blue railway carriage.", "blue railway carriage"),
        ("Salva Kiir and Riek Machar met for an hour in a tent at Pagak.", "tent at Pagak"),
        ("Salva Kiir received Riek Machar in his office at the Palais.", "his office at the Palais"),
        ("Salva Kiir met Riek Machar on the terrace of the Acropole hotel.", "terrace of the Acropole hotel"),
        ("Salva Kiir met Riek Machar behind the gates of the Acropole hotel.", "Acropole hotel"),
        ("Salva Kiir and Riek Machar had a walk by a lake on Sunday.", "lake"),
        ("Salva Kiir met Riek Machar at the Hotel Rotana in Doha on Monday.", "Hotel Rotana in Doha"),
        ("Salva Kiir met Riek Machar in the capital, Juba, on Monday.", "capital, Juba"),
        ("Salva Kiir met Riek Machar on the border at Torkham on Monday.", "border at Torkham"),
        ("Salva Kiir met Riek Machar at the presidential complex on Monday.", "presidential complex"),
        ("Salva Kiir has met Riek Machar nine times since 2015, first in Khartoum.", "Khartoum"),
        ("Salva Kiir met a small team, led by Riek Machar, in Khartoum; Egypt provided a house.", "Khartoum"),
        ("Salva Kiir and Riek Machar held talks in Khartoum. The next round is for Cairo in June.", "Cairo"),
    ],
)
def test_the_place_is_found_wherever_it_stands(meets: Callable[[str], list[Meeting]], text: str, place: str) -> None:
    """A described room, a ship's deck, a town behind a comma: the place in the report's words."""
    assert meets(text)[-1][1].place == place


@pytest.mark.parametrize(
    "text",
    [
        "Salva Kiir met Riek Machar to discuss the violence in Darfur.",
        "Salva Kiir spoke for two hours to the United Nations Secretary-General on Friday.",
        "Salva Kiir met Riek Machar on Friday by the book.",
        "Salva Kiir met Riek Machar on Monday; in Khartoum shops were shut.",
    ],
)
def test_what_stands_elsewhere_is_no_place_of_the_meeting(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What was spoken about, an office, and another clause's town are not where they met."""
    assert [content.place for _, content, _ in meets(text)] == [None]
