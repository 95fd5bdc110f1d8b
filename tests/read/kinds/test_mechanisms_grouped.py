"""Task forces, working groups and what else carries a deal: the kind is that of what they are for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Humanitarian Task Force met in Tripoli on Tuesday.", ["humanitarian"]),
        ("The envoy convened the Ceasefire Task Force, which the two sides had agreed to set up.", ["monitoring"]),
        ("Both delegations agreed to set up a working group on trade and transport.", ["economic"]),
        ("The accord provides for a joint working group on the return of refugees.", ["humanitarian"]),
        ("The accord provides for a regional security mechanism of the five states.", ["security_pact"]),
        ("Under the deal Sudan would receive a shipment of 40,000 tons of fuel.", ["economic"]),
        ("The accord provides for debt relief for Sudan.", ["economic"]),
        ("They agreed on direct contacts between the two militaries.", ["channel"]),
        ("He proposed a permanent forum of the three states.", ["channel"]),
    ],
)
def test_what_it_is_for_tells_the_kind(read_with: Callable[..., Any], text: str, kinds: list[str]) -> None:
    """ "A task force" is no force, and "a working group on trade" is an economic arrangement."""
    assert [statement.content.kind for statement, _ in read_with(find_mechanisms, text)] == kinds


def test_a_convoy_is_no_delivery_of_a_deal(read_with: Callable[..., Any]) -> None:
    """Fuel for a hospital's generators is relief, not what one side owes the other."""
    found = read_with(find_mechanisms, "A convoy brought a delivery of fuel for the hospital of Taiz.")
    assert all(statement.content.kind != "economic" for statement, _ in found)
