"""Lists: three names or more that are told one after the other are no two sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]

_TALKS = "Kenya and Chad hold talks. Kenya wants a truce. Chad wants a truce. Kenya and Chad met again. "


@pytest.mark.parametrize(
    "list_of_more",
    [
        "The hosts of the round, Ghana, Togo, Mali and Niger, were pleased.",
        "Envoys came from Ghana, Togo and Mali.",
    ],
)
def test_the_parties_are_not_the_last_two_of_a_list(opened: Open, list_of_more: str) -> None:
    """Whoever stands at the end of a list of helpers is not one of "both parties"."""
    context = opened(f"{_TALKS}{list_of_more} Both parties signed the accord.")
    found = {
        context.roster.actors[party].name
        for passage in context.passages
        for token in passage.doc
        if token.lower_ == "parties"
        for party in context.roster.parties_at(token)
    }
    assert found == {"Kenya", "Chad"}


def test_two_names_are_still_a_pair(opened: Open) -> None:
    """Two who are joined and no more are the two sides behind them."""
    context = opened("Mali sent a note. Mali waits. Kenya and Chad met in Oslo. Both parties signed the accord.")
    found = {
        context.roster.actors[party].name
        for passage in context.passages
        for token in passage.doc
        if token.lower_ == "parties"
        for party in context.roster.parties_at(token)
    }
    assert found == {"Kenya", "Chad"}
