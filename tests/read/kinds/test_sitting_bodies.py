"""Bodies that meet under no name of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.record import MeetingContent

Opened = Callable[[str], Context]


def who_met(context: Context) -> set[str]:
    """The names of all who took part in the meetings of a report."""
    contents = [statement.content for statement in find_meetings(context)]
    ids = {actor for content in contents if isinstance(content, MeetingContent) for actor in content.participants}
    return {context.roster.actors[actor].name for actor in ids}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "A visit to the prisons by the supervisory committee, scheduled for Wednesday, did not take place.",
            "supervisory",
        ),
        ("The aid task force held its first session in Geneva on Friday.", "aid task force"),
        ("The parliamentary commission on the border held its first session on Wednesday in Bishkek.", "parliamentary"),
    ],
)
def test_a_body_is_named_as_the_report_names_it(opened: Opened, text: str, body: str) -> None:
    """What sits is an organisation of the brief, by the words that tell it from others."""
    assert any(body in name for name in who_met(opened(text)))


def test_a_body_that_nothing_tells_from_others_is_nobody(opened: Opened) -> None:
    """ "The committee" may be any, and so may "the next full committee"."""
    assert who_met(opened("The committee met in Geneva on Friday.")) == set()
    assert who_met(opened("A full committee met in Geneva on Friday.")) == set()
