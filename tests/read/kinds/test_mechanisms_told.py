"""Mechanisms told of without their name: by a verb, by a pronoun, by the items of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent


@pytest.fixture
def told(read_with: Callable[..., Any]) -> Callable[[str], list[tuple[MechanismContent, int]]]:
    """Read a text: its arrangements, with how many places name each."""

    def read(text: str) -> list[tuple[MechanismContent, int]]:
        return [(s.content, len(s.evidence)) for s, _ in read_with(find_mechanisms, text)]

    return read


def test_who_mediates_is_a_mediation(told: Callable[[str], Any]) -> None:
    """The verb names the arrangement, its subject leads it."""
    ((found, _),) = told("Qatar has mediated between the two sides since May.")
    assert (found.kind, found.status, len(found.led_by)) == ("mediation", "in_force", 1)


def test_it_is_the_subject_before(told: Callable[[str], Any]) -> None:
    """A pronoun that follows carries the arrangement on, with what must happen first."""
    ((found, places),) = told(
        "A reconstruction fund exists on paper. It will be opened once the government has paid in its share."
    )
    assert places == 2
    assert found.trigger is not None


def test_items_carry_their_lead_on(told: Callable[[str], Any]) -> None:
    """Items without a subject of their own speak of what the lead names."""
    ((_, places),) = told(
        "The Verification Mechanism:\n(a) will be composed of ten officers;\n(b) will examine violations.\n"
    )
    assert places >= 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We want a small council that decides by consensus.", "other"),
        ("Norwegian mediators shuttled between the two capitals.", "mediation"),
        ("There can be no truce without observers on the ground.", "monitoring"),
        ("A claims commission will look at lost property.", "other"),
        ("European border police returned to the crossing.", "border_verification"),
    ],
)
def test_wider_words(told: Callable[[str], Any], text: str, kind: str) -> None:
    """A body that somebody wants, and the people whom an arrangement sends, are arrangements."""
    assert [found.kind for found, _ in told(text)] == [kind]


def test_those_who_take_part_as_observers_are_none(told: Callable[[str], Any]) -> None:
    """Who sits in as an observer watches no truce."""
    assert told("The African Union took part as an observer.") == []
