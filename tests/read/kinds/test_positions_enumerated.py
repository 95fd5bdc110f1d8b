"""Positions and status in wordings of processes not seen: enumerations, vows, provisos, what reporters ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


def stands(context: Context) -> set[tuple[str, str]]:
    """The status of issues in a context as (issue, status)."""
    contents = [s.content for s in find_status(context) if isinstance(s.content, IssueStatusContent)]
    return {(c.issue, c.status) for c in contents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Serbia presented three demands: new elections in the north, the release of prisoners and an amnesty.",
            {("Serbia", "government", "demands"), ("Serbia", "detainees", "demands"), ("Serbia", "justice", "demands")},
        ),
        (
            "Hamas wants two things: a ceasefire and the release of prisoners.",
            {("Hamas", "ceasefire", "demands"), ("Hamas", "detainees", "demands")},
        ),
        (
            "Cyprus offered two concessions: the release of prisoners and the return of refugees.",
            {("Cyprus", "detainees", "offers"), ("Cyprus", "displacement", "offers")},
        ),
    ],
)
def test_each_item_behind_a_colon_is_a_position(
    opened: Opened, positions: Positions, text: str, expected: set[tuple[str, str, str]]
) -> None:
    """What a counted noun announces is read item by item."""
    assert expected <= positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ethiopia vowed not to sign the ceasefire.", ("Ethiopia", "ceasefire", "rejects")),
        ("Iran swore that it would never accept inspections.", ("Iran", "monitoring", "rejects")),
        ("Armenia vowed that it would not release the prisoners.", ("Armenia", "detainees", "rejects")),
    ],
)
def test_a_vow_not_to_is_a_refusal(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Who vows not to do a thing rejects it and offers nothing."""
    found = positions(opened(text))
    assert expected in found
    assert not any(stance == "offers" for _, _, stance in found)


def test_a_vow_of_restraint_stays_an_offer(opened: Opened, positions: Positions) -> None:
    """Violence that is forsworn is no refusal."""
    assert not any(s == "rejects" for _, _, s in positions(opened("Hamas vowed not to attack the aid convoys.")))


@pytest.mark.parametrize(
    ("text", "party", "issue"),
    [
        ("Serbia agreed to elections, something Kosovo had demanded for months.", "Kosovo", "government"),
        ("Israel released forty prisoners, a step Egypt had sought since May.", "Egypt", "detainees"),
        ("Turkey agreed to a ceasefire, something Russia had long wanted.", "Russia", "ceasefire"),
    ],
)
def test_a_bare_clause_tells_who_wanted_it(
    opened: Opened, positions: Positions, text: str, party: str, issue: str
) -> None:
    """A bare clause behind a word for what was told names another who wants it."""
    assert (party, issue, "demands") in positions(opened(text))


@pytest.mark.parametrize("proviso", ["on condition that", "on the understanding that"])
def test_agreement_on_a_proviso_is_conditional(opened: Opened, positions: Positions, proviso: str) -> None:
    """What stands behind "on condition that" is the condition, and not what is agreed."""
    text = f"Yemen's neighbours spoke of a ceasefire. Oman agreed in principle {proviso} the airport is reopened."
    found = positions(opened(text))
    assert ("Oman", "ceasefire", "conditional") in found
    assert not any(party == "Oman" and stance == "accepts" for party, _, stance in found)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda spoke of the prisoners. Rwanda did not respond to a request for comment.",
        "Morocco did not reply to questions about the ceasefire.",
        "“I cannot speak for the courts about the prisoners,” Iranian Foreign Minister Abbas Araghchi said.",
    ],
)
def test_silence_towards_reporters_is_no_position(opened: Opened, positions: Positions, text: str) -> None:
    """Who does not answer the press, or does not speak for another, takes no position."""
    assert positions(opened(text)) == set()


def test_a_past_tense_joins_the_verb_of_saying(opened: Opened, positions: Positions) -> None:
    """A past tense behind "said that ... must" is the speaker's act, wherever the parser hangs it."""
    text = "The United Nations said that refugees must return, and called on all groups to allow humanitarian convoys."
    assert ("United Nations", "humanitarian", "demands") in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The amnesty could not be settled in Geneva.", ("justice", "open")),
        ("The declaration is silent on prisoners.", ("detainees", "open")),
        ("The release of prisoners will have to wait.", ("detainees", "open")),
        ("There was no undertaking on elections.", ("government", "open")),
        ("The ceasefire ran out at midnight.", ("ceasefire", "blocked")),
        ("The talks on power-sharing brought no movement.", ("government", "blocked")),
    ],
)
def test_status_in_plain_words(opened: Opened, text: str, expected: tuple[str, str]) -> None:
    """A matter that could not be settled, that a text is silent on, or that waits, is open; one that lapsed blocked."""
    assert expected in stands(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "The annex on sanctions has not been published.",
        "The amnesty was promised to him by the president.",
        "Its text has never been released to the prisoners.",
    ],
)
def test_what_is_kept_back_or_promised_has_no_status(opened: Opened, text: str) -> None:
    """That a paper is unpublished, or a thing promised to someone, does not tell how far the talks have come."""
    assert stands(opened(text)) == set()
