"""Mechanisms that are promised, offered or told by what they do: money, observers, courts, the dead given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent


@pytest.fixture
def kinds(read_with: Callable[..., Any]) -> Callable[[str], list[str]]:
    """Read a text: the kinds of its arrangements."""

    def read(text: str) -> list[str]:
        contents = [statement.content for statement, _ in read_with(find_mechanisms, text)]
        return [content.kind for content in contents if isinstance(content, MechanismContent)]

    return read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway has promised $30 million for villages along the road.", "economic"),
        ("Five billion francs are set aside for reintegration.", "economic"),
        ("The text foresees technical missions from the European Union.", "monitoring"),
        ("Kenya and Chad will be invited as observers.", "monitoring"),
        ("They met in Doha, with Qatar as mediator.", "mediation"),
        ("It follows the mediation of Kenyan President William Ruto.", "mediation"),
        ("Oman has offered its good offices.", "mediation"),
        ("Chissano could live with blue helmets on the railway.", "force"),
        ("A special division of the High Court would try the worst crimes.", "other"),
        ("A body of inquiry will look into the war.", "other"),
        ("What the general offers is a working-level channel.", "channel"),
        ("Each side is to hand over 600 bodies.", "exchange"),
        ("They agreed on a safety zone in one district.", "buffer_zone"),
        ("The parties drew a green line through the city.", "buffer_zone"),
    ],
)
def test_kinds(kinds: Callable[[str], list[str]], text: str, kind: str) -> None:
    """Each sentence tells of one arrangement."""
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "France sent observers to the ceremony.",
        "The chairman sat in the corridor.",
        "The steering committee of the FARC rejected it.",
        "The government promises safe passage for rebel delegates.",
        "A trip that the facilitator had planned was put off.",
    ],
)
def test_what_is_none(kinds: Callable[[str], list[str]], text: str) -> None:
    """Guests at a ceremony, a hall, a party's own committee, travellers and a person are no arrangements."""
    assert kinds(text) == []


def test_what_is_promised_is_not_there_yet(read_with: Callable[..., Any]) -> None:
    """A pledge is agreed, not in force, and may wait for something."""
    (found,) = read_with(find_mechanisms, "Japan has promised $30 million once the guns are silent.")
    assert (found[0].content.status, found[0].content.trigger) == ("agreed", "once the guns are silent")
