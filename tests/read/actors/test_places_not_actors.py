"""Names that stand for a place, a venue or a forum, and not for one who acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Chadian rebels left the Qatari capital on Friday.", "Qatar"),
        ("The lorries waited on the Belarusian side of the border. Ukraine refused them.", "Belarus"),
        ("Jane Doe, once Ghana's ambassador to the United Nations, spoke.", "United Nations"),
        ("Iraq reserved the right to take the matter to the Security Council.", "UN Security Council"),
        ("Syria's envoy met the Turks on the fringes of the African Union.", "African Union"),
        ("Yemen's rebels want flights between Sanaa and Jordan.", "Jordan"),
        ("The BRN would do without European uniforms, said Malaysia.", "European governments"),
    ],
)
def test_who_only_lends_a_name(opened: Opened, text: str, absent: str) -> None:
    """A capital as a place, a side of a border, a forum to which something goes: no actors for that."""
    assert absent not in {actor.name for actor in opened(text).roster.acting()}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("The European diplomats met the Polisario Front.", "European governments"),
        ("The Security Council met. Iraq appealed to the United Nations for help.", "UN Security Council"),
        ("The Belarusian side rejected the offer. Ukraine repeated it.", "Belarus"),
    ],
)
def test_who_acts_all_the_same(opened: Opened, text: str, present: str) -> None:
    """A delegation called a side, diplomats of several states, a council that meets: they act."""
    assert present in {actor.name for actor in opened(text).roster.acting()}
