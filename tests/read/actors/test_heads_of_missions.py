"""Heads of missions speak for the mission, envoys for who sends them, officers of the Commission for the Union."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "The EU Monitoring Mission has no access. Maria Stein, the head of the EU mission, waits.",
            "Maria Stein",
            "EUMM",
        ),
        ("UNSMIL saw it. The head of the UN mission, Carla Mendes, was in Tripoli.", "Carla Mendes", "UNSMIL"),
        ("Rosa Lind, who heads the mission, welcomed it. MINUSCA has 12,000 soldiers.", "Rosa Lind", "MINUSCA"),
        ("UNMISS counted 30 dead. Peter Holm, the UN special envoy, was in Juba.", "Peter Holm", "United Nations"),
        ("UNMISS and UNSMIL shrink. Peter Holm, the head of the UN mission, left.", "Peter Holm", "United Nations"),
        ("European Commission President Ana Ruiz spoke in Brussels.", "Ana Ruiz", "European Union"),
    ],
)
def test_who_heads_a_mission_speaks_for_it(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """The one mission that a report names is meant; of two, nobody can tell which."""
    assert side_of(opened(text), person) == side
