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


@pytest.mark.parametrize(
    "text",
    [
        "The request itself has not been published.",
        "There are working papers that we agreed to keep among ourselves.",
        "Its draft is restricted to six negotiators.",
        "The details of a paper on taxes would remain between the parties.",
        "A draft of the clause exists but has been shown to nobody outside the palace.",
        "I will say nothing about the letters.",
        "I have nothing to say about the annex.",
        "We will not discuss it here.",
        "There is a timetable and it is with the two parties alone.",
    ],
)
def test_what_is_kept_close(withheld: Callable[[str], Found], text: str) -> None:
    """What few may read, what is kept among those who know, and what someone will not speak of is withheld."""
    assert len(withheld(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The text says nothing about amnesty.",
        "The text has nothing to say about amnesty.",
        "The mission is restricted to two districts.",
        "Weapons will be kept under lock by the UN.",
        "The government has not given a clear answer.",
        "The commanders agreed to keep the peace between them.",
    ],
)
def test_what_is_left_out_is_not_withheld(withheld: Callable[[str], Found], text: str) -> None:
    """A text that leaves something open, a mission with a small area and an answer that is due keep no secret."""
    assert withheld(text) == []
