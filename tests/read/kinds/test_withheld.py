"""What is withheld: what a report says is kept secret, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.withheld import find_withheld
from goodoffices.record import WithheldContent

Found = list[tuple[WithheldContent, set[str]]]


@pytest.fixture
def withheld(read_with: Callable[..., Any]) -> Callable[[str], Found]:
    """Read a text: what is withheld, with the names of those who keep it."""

    def read(text: str) -> Found:
        found = []
        for statement, names in read_with(find_withheld, text):
            content = statement.content
            assert isinstance(content, WithheldContent)
            found.append((content, {names[actor] for actor in content.by}))
        return found

    return read


@pytest.mark.parametrize(
    "text",
    [
        "The terms of the deal were not disclosed.",
        "Both delegations agreed not to speak to the media until Friday.",
        "A secret annex to the accord lists the hostages.",
        "The ministry refused to comment on the content of the letter.",
        "The text of the agreement has yet to be published.",
        "No details were given of the talks.",
        "The negotiations are shrouded in secrecy.",
        "Mediators left the hall without giving details of the proposal.",
        "The protocols on the ports remain confidential.",
        "The parties agreed to keep the list secret.",
        "Its content is for the parties alone.",
        "The full report will not be made public.",
    ],
)
def test_what_is_kept_secret(withheld: Callable[[str], Found], text: str) -> None:
    """Secret texts, withheld details and agreed silence are each one statement."""
    ((content, _),) = withheld(text)
    assert content.text == text


@pytest.mark.parametrize(
    "text",
    [
        "It is an open secret that Rwanda supports the rebels.",
        "Secretary of State Antony Blinken declined to comment.",
        "The prisoners were not released.",
        "An official spoke on condition of anonymity.",
        "Secret talks were held in Oslo.",
        "The list is no longer confidential.",
        "The government withheld consent.",
        "Is the annex confidential?",
        "The secretariat published the text.",
        "The report was published on Monday and gave details of the attack.",
    ],
)
def test_what_is_no_secret(withheld: Callable[[str], Found], text: str) -> None:
    """Open secrets, secretaries, silence about nothing in particular and unnamed sources withhold nothing."""
    assert withheld(text) == []


@pytest.mark.parametrize(
    ("text", "keepers"),
    [
        ("Qatar declined to disclose what the two sides had discussed.", {"Qatar"}),
        ("The African Union withheld the full text of the protocol.", {"African Union"}),
        ("The map has been kept secret by Israel.", {"Israel"}),
        ("The annex remains confidential.", set()),
    ],
)
def test_who_keeps_it(withheld: Callable[[str], Found], text: str, keepers: set[str]) -> None:
    """Who refuses, withholds or agrees to silence is named; the thing itself is no keeper."""
    ((_, by),) = withheld(text)
    assert by == keepers
