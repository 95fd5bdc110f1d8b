"""Issue status told in many ways: settled, left open, at a standstill, moving; in prose and in scorecards; and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent, Statement

Read = Callable[[str], list[Statement]]


@pytest.fixture
def read(read_with: Callable[..., Any]) -> Read:
    """Read a text: its statements of status."""
    return lambda text: [statement for statement, _ in read_with(find_status, text)]


def told(statements: list[Statement]) -> set[tuple[str, str]]:
    """The claims as (issue, status)."""
    contents = [statement.content for statement in statements]
    return {(c.issue, c.status) for c in contents if isinstance(c, IssueStatusContent)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The amnesty has not been discussed.", ("justice", "open")),
        ("Elections are still being argued over.", ("government", "open")),
        ("Nothing has been agreed on sanctions.", ("sanctions", "open")),
        ("The return of the refugees was deferred to the next meeting.", ("displacement", "open")),
        ("Autonomy was hardly mentioned.", ("political-status", "open")),
        ("The exchange of prisoners was put off twice.", ("detainees", "blocked")),
        ("On the ceasefire the delegations got nowhere.", ("ceasefire", "blocked")),
        ("The monitoring commission has not met for a year.", ("monitoring", "blocked")),
        ("Disarmament is under way at two of seventeen camps.", ("military-limits", "progress")),
        ("The release of the hostages was all but agreed.", ("detainees", "progress")),
        ("The truce proposal was accepted by all sides.", ("ceasefire", "agreed")),
        ("The two governments have reached a common understanding on the border.", ("territory", "agreed")),
        ("All four delegations agreed that disarmament should begin.", ("military-limits", "agreed")),
    ],
)
def test_told_in_other_words(read: Read, text: str, expected: tuple[str, str]) -> None:
    """What is not done, put off, under way or accepted by all tells how far its matter has come."""
    assert told(read(text)) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Lebanon wants the troops out before anything else is settled.",
        "The envoy explained how borders get settled.",
        "The amnesty would be accepted by all sides.",
        "We will support whatever the two parties agree on.",
        "The mission will suspend its inspections if the raids continue.",
        "It was soldiers who have not been paid since October.",
    ],
)
def test_supposed_or_only_added(read: Read, text: str) -> None:
    """What is only supposed, to come or said by the way of someone claims nothing of the talks."""
    assert told(read(text)) == set()


def test_what_points_back_is_of_the_matter_before(read: Read) -> None:
    """A clause without a matter of its own speaks of the one before."""
    assert told(read("Norway proposed a plan for the return of refugees. It was not adopted.")) == {
        ("displacement", "open")
    }


def test_lines_of_a_scorecard_in_a_paragraph(read: Read) -> None:
    """Short names of matters with a status behind a colon are a scorecard; one alone is none."""
    found = told(read("Where things stand. Elections: no agreement. Prisoners: agreed in outline."))
    assert found == {("government", "open"), ("detainees", "progress")}


def test_the_time_of_the_clause(read: Read) -> None:
    """The year of a document and what a clause adds are not the time of what is told."""
    (statement,) = read("The parties to the 2018 agreement, who met in May, agreed on the border on 8 July.")
    assert statement.when is not None
    assert statement.when.earliest == statement.when.latest == dt.date(2024, 7, 8)
