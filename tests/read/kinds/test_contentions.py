"""Contentions: charges and denials that no word such as "accuse" names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.events import find_events
from goodoffices.record import EventContent


def kinds(context: Context) -> list[str]:
    """The kinds of the events of a text."""
    return [s.content.kind for s in find_events(context) if isinstance(s.content, EventContent)]


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda says that Burundi is hiding rebels in its camps.",
        "Rwanda said it knew nothing of a raid.",
        "Rwanda said that it had not violated the ceasefire.",
        'Rwanda calls the report "nonsense".',
        "Rwanda complained in May that Burundi ignored its letters.",
    ],
)
def test_a_charge_or_a_denial_is_a_statement(opened: Callable[[str], Context], text: str) -> None:
    """What a state lays to another's charge, or denies of itself, is a statement."""
    assert "statement" in kinds(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda says that Burundi will send a delegation.",
        "Rwanda said that two of its soldiers were wounded.",
        "Rwanda said that Burundi could hide rebels in its camps.",
    ],
)
def test_what_charges_nobody_is_no_statement(opened: Callable[[str], Context], text: str) -> None:
    """News, plans and possibilities that a state tells of are no charge."""
    assert "statement" not in kinds(opened(text))
