"""Who led whose delegation, and at which meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.meetings import find_meetings

BEFORE = "At a meeting in Geneva on 23 November the text was cut to 19 points. "


@pytest.mark.parametrize(
    ("led", "there"),
    [
        ("Rustem Umerov led the Ukrainian delegation.", True),
        ("Rustem Umerov led the delegation that met Marco Rubio in Florida on 30 November.", False),
    ],
    ids=["led a team", "led a team that met elsewhere"],
)
def test_who_led_a_team_was_at_the_meeting_that_it_is_told_of(
    read_with: Callable[..., Any], led: str, *, there: bool
) -> None:
    """At the one told of before; a team "that met" somebody elsewhere was there."""
    found = read_with(find_meetings, BEFORE + led, dt.date(2025, 12, 1))
    at_geneva = {names[a] for each, names in found if each.content.place == "Geneva" for a in each.content.participants}
    at_geneva |= {names[a] for each, names in found if not each.content.place for a in each.content.participants}
    assert ("Rustem Umerov" in at_geneva) is there
