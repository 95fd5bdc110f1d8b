"""Events: what is said within the talks is none, nor what onlookers make of them; strikes are of two kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.events import find_events


@pytest.fixture
def kinds(read_with: Callable[..., Any]) -> Callable[[str], list[str]]:
    """Read a text: the kinds of its events."""
    return lambda text: [statement.content.kind for statement, _ in read_with(find_events, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gabon announced on Monday that the next round would open in Libreville.",
        "The envoy announced that both sides had accepted the draft.",
        'The Norwegian minister described the outcome as "a small window".',
        'The prime minister dismissed the offer as "too little".',
        "The delegation of Chad complained that the agenda was too long.",
        'Washington hailed the decision as "a good day".',
        "The European Union welcomed the outcome.",
        "Brazil praised the parties for their patience.",
        "Analysts warned that the truce might not last.",
        "Aid agencies warn that food is running out.",
        "Ghana expressed concern over the delay.",
        "The spokesman countered that the list was complete.",
        'The president called the meeting "frank and useful".',
        'The king thanked both for what he called "a brave step".',
        'Her office called the reply "a great opportunity".',
        "General Omar, who fled to Chad in 2009, leads the team.",
        "The team is led by a judge who resigned in 2014.",
        "Mr Diallo, who took office in May, read the text.",
        "The rebels declared a ceasefire on Friday.",
        "Both governments announced a truce on Sunday.",
    ],
)
def test_words_about_the_talks(kinds: Callable[[str], list[str]], text: str) -> None:
    """A comment on the talks, and what the talks themselves announce, is no event outside them."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union party announced that it would boycott the vote.", "statement"),
        ("The rebels announced that they would leave the coalition.", "statement"),
        ("The junta announced that it would close the border.", "measure"),
        ("The general warned that his men would answer every attack.", "statement"),
        ("A strike on the port killed nine people on Friday.", "violence"),
        ("Turkish strikes near Sinjar wounded four men on Sunday.", "violence"),
        ("A general strike began in the port on Friday.", "other"),
        ("A hunger strike began in the prison on Monday.", "other"),
    ],
)
def test_what_is_one(kinds: Callable[[str], list[str]], text: str, kind: str) -> None:
    """What works against the talks, and a strike by what kind of strike it is."""
    assert kind in kinds(text)
