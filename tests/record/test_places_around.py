"""Places of one meeting that reports name differently: a town, its country, a house in it."""

from __future__ import annotations

import pytest

from goodoffices.record.findings.places import lies_in, same_place


@pytest.mark.parametrize(
    ("part", "whole"),
    [("Accra", "Ghana"), ("White House", "Washington"), ("Naivasha", "Kenya"), ("Palais Coburg", "Austria")],
)
def test_a_place_lies_in_another(part: str, whole: str) -> None:
    """A town lies in its country, a house in its town and that town's country, and not the other way round."""
    assert lies_in(part, whole)
    assert not lies_in(whole, part)
    assert same_place(part, whole)


def test_places_that_have_nothing_to_do_with_each_other() -> None:
    """Towns of different countries, and places that nobody knows, do not lie in each other."""
    assert not lies_in("Rome", "France")
    assert not lies_in("an old barn", "Ghana")
    assert same_place("Rome", "France") is False
