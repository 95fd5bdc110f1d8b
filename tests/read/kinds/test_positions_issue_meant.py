"""What a position is about where the words beside it speak of something else, and what is only wished of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.claims import main_part
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent

Open = Callable[[str], Context]
Named = Callable[[Context, str | None], str | None]


def _positions(context: Context, named: Named) -> set[tuple[str | None, str, str]]:
    contents = [s.content for s in find_positions(context) if isinstance(s.content, PositionContent)]
    return {(named(context, c.party), c.issue, c.stance) for c in contents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As for the prisoners in the border towns, Kenya has asked for them before Easter.",
            ("Kenya", "detainees", "demands"),
        ),
        ("The war went on. Kenya agreed to travel to Lusaka.", ("Kenya", "process", "accepts")),
        (
            "The army revolted in June. Kenya agreed to carry on in the Zambian capital next week.",
            ("Kenya", "process", "accepts"),
        ),
        (
            "Observers left the border. Kenya refused to be in the same room with Chad.",
            ("Kenya", "process", "rejects"),
        ),
        (
            "A unity government was proposed. Chad has let it be known that it will put its name to no such thing.",
            ("Chad", "government", "rejects"),
        ),
        (
            "Kenya would settle for nothing less than the whole of the disputed valley.",
            ("Kenya", "territory", "demands"),
        ),
        ("Kenya insists that there be no amnesty.", ("Kenya", "justice", "rejects")),
        ("Kenya insists that nobody be freed from prison.", ("Kenya", "detainees", "rejects")),
        (
            "Kenya insists that women be given no fewer than ten seats in parliament.",
            ("Kenya", "rights", "demands"),
        ),
        ("Chad will sign the ceasefire the moment it is changed.", ("Chad", "ceasefire", "conditional")),
        ("At the moment the government of Chad accepts the ceasefire.", ("Chad", "ceasefire", "accepts")),
        ("Kenya ruled out any concession on the border.", ("Kenya", "territory", "rejects")),
        ("Chad said it would not give up its demand for an amnesty.", ("Chad", "justice", "demands")),
        ("Chad agreed to drop its demand for an amnesty.", ("Chad", "justice", "accepts")),
        (
            "The Kenyan draft would have given the islanders sovereignty over the lagoon.",
            ("Kenya", "political-status", "offers"),
        ),
        ("Kenya called on Chad to free the prisoners.", ("Kenya", "detainees", "demands")),
        ("Kenya called on Monday for the release of the prisoners.", ("Kenya", "detainees", "demands")),
        (
            '"We will not go into the disputed zone," the Kenyan minister said.',
            ("Kenya", "territory", "rejects"),
        ),
    ],
)
def test_what_is_wanted_tells_the_issue_and_the_stance(
    opened: Open, named: Named, text: str, expected: tuple[str | None, str, str]
) -> None:
    """The topic that opens a sentence, a journey to talks, what a thing is refused with: each counts for itself."""
    assert expected in _positions(opened(text), named)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Chad said it would not give up its demand for an amnesty.", ("Chad", "justice", "rejects")),
        ("Kenya pressed Chad to drop its demand for an amnesty.", ("Chad", "justice", "accepts")),
        (
            "Kenya urged Chad to welcome the plan and agree to an exchange of prisoners.",
            ("Chad", "detainees", "accepts"),
        ),
        ('Kenya set up its truce, which it called "general".', ("Kenya", "ceasefire", "demands")),
        ("For the army there was General Githae of Kenya.", ("Kenya", "military-limits", "accepts")),
        ("Kenya does not believe that the sanctions should be lifted.", ("Kenya", "sanctions", "demands")),
        ("Kenya expects Chad to respect the border.", ("Chad", "territory", "accepts")),
        ("Kenya insisted that it first accept the ceasefire.", ("Kenya", "ceasefire", "accepts")),
        ("The Kenyan draft would have given Chad the port.", ("Kenya", "economy", "demands")),
        ("Kenya ruled out any concession on the border.", ("Kenya", "territory", "offers")),
        (
            "The ceasefire holds. The ambassador of Kenya called on the prime minister after lunch.",
            ("Kenya", "ceasefire", "demands"),
        ),
        ('"Nor will I go into the annex on prisoners," the Kenyan minister said.', ("Kenya", "detainees", "rejects")),
        (
            '"That is the prisoners\' affair, and I shall leave it there," the Kenyan minister said.',
            ("Kenya", "detainees", "offers"),
        ),
        (
            "Kenya offers the following points for the press:\n\n- The ceasefire has held.\n- The prisoners came home.",
            ("Kenya", "detainees", "offers"),
        ),
    ],
)
def test_what_others_wish_or_words_alone_are_no_stance(
    opened: Open, named: Named, text: str, wrong: tuple[str | None, str, str]
) -> None:
    """What is only wished of a party it has not said, and who visits or passes over a thing wants nothing."""
    assert wrong not in _positions(opened(text), named)


def test_what_is_added_is_no_part_of_what_is_wanted() -> None:
    """A relative clause behind a preposition only says more of the thing."""
    assert main_part("new aid to the rebels, on which parliament is to vote") == "new aid to the rebels"
    assert main_part("the camps in which they live") == "the camps in which they live"
