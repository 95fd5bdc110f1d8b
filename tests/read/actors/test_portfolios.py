"""Europe in the title of an office: what its holder looks after, or the Union."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Sided = Callable[[Context, str], str | None]


@pytest.mark.parametrize(
    "text",
    [
        "France's Europe minister, Jean Petit, met the envoys of Chad.",
        "The Minister for Europe, Ana Gil, met the envoys of Chad.",
        "Italy's secretary of state for Europe agreed with Chad.",
    ],
)
def test_a_portfolio_is_no_crowd_of_states(opened: Opened, text: str) -> None:
    """Whoever looks after Europe for a state brings no governments in."""
    assert "European governments" not in {actor.name for actor in opened(text).roster.actors.values()}


@pytest.mark.parametrize(
    "text",
    [
        "European trade commissioner Maria Lopez rejected the offer of Norway.",
        "The European foreign policy chief, Maria Lopez, rejected the offer of Norway.",
    ],
)
def test_an_office_that_only_the_union_has(opened: Opened, side_of: Sided, text: str) -> None:
    """A European commissioner speaks for the Union."""
    assert side_of(opened(text), "Maria Lopez") == "European Union"


def test_european_leaders_are_still_several_states(opened: Opened) -> None:
    """Governments and leaders of Europe are a crowd of states as before."""
    acting = {actor.name for actor in opened("European leaders rejected the offer of Norway.").roster.acting()}
    assert "European governments" in acting
