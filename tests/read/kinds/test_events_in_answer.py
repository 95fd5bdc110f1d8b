"""Events that are told as an answer, as begun, as counted, as ground taken, or only beside another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.read.kinds.events import find_events
from goodoffices.record import EventContent, make_report

Open = Callable[..., Context]


def kinds(context: Context) -> list[str]:
    """The kinds of the events of a report."""
    return [s.content.kind for s in find_events(context) if isinstance(s.content, EventContent)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad responded by closing its border with Sudan.", "measure"),
        ("Peru retaliated by restricting imports of flour.", "measure"),
        ("Rebels began shelling the port on Monday.", "violence"),
        ("Niger has withdrawn from the regional bloc.", "measure"),
        ("Kenya walked away from the fishing accord.", "measure"),
        ("The resolution passed with nine votes.", "measure"),
        ("The budget text was adopted on Friday.", "measure"),
        ("Canada ordered the evacuation of its embassy.", "measure"),
        ("Denmark doubled its reward for the commander.", "measure"),
        ("Several missions have reduced their staff.", "measure"),
        ("The court declared the ballot void.", "measure"),
        ("The union suspended Gabon on Tuesday.", "measure"),
        ("The ministry has prohibited payments in dollars.", "measure"),
        ("The talks opened while Ghana has restricted imports of rice.", "measure"),
        ("The front captured Goma in March.", "violence"),
        ("The army has recaptured two districts.", "violence"),
        ("Two guards died in the firefight.", "violence"),
        ("Clashes were reported near the dam.", "violence"),
        ("The truce followed six days of fighting.", "violence"),
        ("Monitors have recorded 40 breaches since June.", "violence"),
        ("The junta resumed its offensive in May.", "violence"),
        ("The governor survived an assassination attempt.", "violence"),
        ("Drones entered the airspace of Latvia.", "violence"),
    ],
)
def test_what_was_done(opened: Open, text: str, kind: str) -> None:
    """Each tells of a thing done, whatever its verb stands under."""
    assert kind in kinds(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad would respond by closing its border with Sudan.",
        "The rebels refused to begin shelling the port.",
        "The front captured the mood of the crowd.",
        "The parties fear six days of fighting.",
        "It was the first session since the party took office.",
    ],
)
def test_what_was_not(opened: Open, text: str) -> None:
    """What is to come, feared, meant by a figure or only dates another thing is none."""
    assert kinds(opened(text)) == []


def test_a_march_of_years_ago_is_history() -> None:
    """What people did long before the report only tells how things came to be; a blow is told whenever it fell."""

    def told(text: str) -> list[str]:
        day = dt.date(2025, 6, 1)
        return kinds(open_context(make_report(text, path="test.txt", title="A test", language="en", published=day)))

    assert told("Thousands marched in Lima on 20 May 2025.") == ["other"]
    assert told("Thousands marched in Lima in May 2021.") == []
    assert told("Gunmen killed nine people in Lima in May 2021.") == ["violence"]
