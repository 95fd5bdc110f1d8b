"""Issue status: claims of how far the talks have come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent

Opened = Callable[[str], Context]


def statuses(context: Context) -> set[tuple[str, str]]:
    """The claims of a context as (issue, status)."""
    contents = [s.content for s in find_status(context)]
    return {(c.issue, c.status) for c in contents if isinstance(c, IssueStatusContent)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia and Azerbaijan agreed on the demarcation of their border.", ("territory", "agreed")),
        ("Negotiators reported progress on the release of prisoners.", ("detainees", "progress")),
        ("No progress was made on sanctions relief.", ("sanctions", "blocked")),
        ("Talks on the return of refugees are deadlocked.", ("displacement", "blocked")),
        ("The question of elections remains open.", ("government", "open")),
        ("The two sides announced consensus on a prisoner exchange.", ("detainees", "agreed")),
        ("Discussions will focus on the nuclear plant.", ("nuclear", "open")),
        ("The talks were productive, said the Swiss envoy.", ("process", "progress")),
        ("No agreement was reached on the withdrawal of troops.", ("foreign-forces", "open")),
    ],
)
def test_one_claim(opened: Opened, text: str, expected: tuple[str, str]) -> None:
    """Verbs, nouns and adjectives claim a status; a negation changes it."""
    assert expected in statuses(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Is there progress on the ceasefire?",
        "A conference will be held once elections have been agreed.",
        "The minister agreed to travel to Oslo.",
        "Rain stopped the match.",
    ],
)
def test_no_claim(opened: Opened, text: str) -> None:
    """Questions, conditions, one party's consent and other matters claim nothing of the talks."""
    assert statuses(opened(text)) == set()


def test_who_claims_it(opened: Opened) -> None:
    """A claim keeps the one who makes it."""
    context = opened("Turkish Foreign Minister Hakan Fidan said that talks on grain exports were productive.")
    statement = next(find_status(context))
    assert statement.said_by is not None
    assert context.roster.actors[statement.said_by].name == "Hakan Fidan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides remain far apart on the release of prisoners.", ("detainees", "open")),
        ("Negotiators were stuck on the composition of the presidential guard.", ("military-limits", "blocked")),
        ("A deal on sanctions relief is within sight.", ("sanctions", "progress")),
        ("Armenia and Azerbaijan failed to agree on the return of refugees.", ("displacement", "blocked")),
    ],
)
def test_standstill_and_movement_in_other_words(opened: Opened, text: str, expected: tuple[str, str]) -> None:
    """What is told without the words "progress" or "deadlock" is a claim too."""
    assert expected in statuses(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "The relief agency suspended its food deliveries after looting.",
        "Sudan asked for the unpaid oil fees to be settled.",
        "Nothing is agreed until everything is agreed, the mediator on prisoners said.",
    ],
)
def test_what_tells_nothing_of_the_talks(opened: Opened, text: str) -> None:
    """Aid that stops, what is still to be done, and a saying claim nothing."""
    assert statuses(opened(text)) == set()


def test_items_of_what_both_sides_agreed(opened: Opened) -> None:
    """Each item of a joint list is agreed."""
    context = opened("Armenia and Azerbaijan agreed to:\n\n- free all prisoners of war;\n- open the border to trade.\n")
    assert ("detainees", "agreed") in statuses(context)
