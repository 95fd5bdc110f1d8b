"""A group's own withdrawal: no matter of foreign forces, unless a border is crossed or another's men are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.positions import find_positions

Open = Callable[[str], Context]
TALKS = "The army of Mali and the CMA held talks in Algiers. "


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The CMA ruled out any withdrawal from Kidal.", ("military-limits", "rejects")),
        ("The CMA agreed to pull its men out of Ber and Tessalit.", ("military-limits", "accepts")),
        ("The CMA is ready to withdraw from Kidal.", ("military-limits", "offers")),
        ("The CMA ruled out the withdrawal of Russian troops.", ("foreign-forces", "rejects")),
        ("The CMA agreed to the withdrawal of foreign troops.", ("foreign-forces", "accepts")),
        ("The CMA demanded the withdrawal of French troops.", ("foreign-forces", "demands")),
    ],
)
def test_who_withdraws_tells_what_it_is_about(
    opened: Open, positions: Callable[..., set[tuple[str, str, str]]], told: str, wanted: tuple[str, str]
) -> None:
    """What a group does with its own men limits them; that of foreign men stays what it is."""
    found = positions(opened(TALKS + told), find_positions)
    assert wanted in {(issue, stance) for _, issue, stance in found}, found
