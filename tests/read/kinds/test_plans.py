"""Plans: texts with their authors, versions and points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.plans import find_plans
from goodoffices.read.kinds.plans.versions import counts_in
from goodoffices.record import PlanContent

Found = list[tuple[PlanContent, str | None]]


@pytest.fixture
def plans(read_with: Callable[..., Any]) -> Callable[[str], Found]:
    """Read a text: each plan with the name of its author."""

    def read(text: str) -> Found:
        found = []
        for statement, names in read_with(find_plans, text):
            content = statement.content
            assert isinstance(content, PlanContent)
            found.append((content, names[content.author] if content.author else None))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("President Felix Tshisekedi presented a ten-point plan on Monday.", [10]),
        ("Egypt reduced the proposal from 14 points to nine.", [14, 9]),
        ("The draft was cut from 28 to 20 articles.", [28, 20]),
        ("The road map had 14 points last December and has nine today.", [14, 9]),
        ("Mediators trimmed the initial 28-point plan to 20 items.", [28, 20]),
        ("A nine-point joint statement was cut to five before it could be issued.", [9, 5]),
        ("The proposal has three phases and 18 points; a previous text had 22.", [22, 18]),
        ("The text is now a draft of 14 articles.", [14]),
        ("ASEAN's Five-Point Consensus has gone nowhere.", [5]),
        ("The two sides agreed on four points, and inflation rose by three points.", []),
        ("She wrote three articles about the agreement.", []),
        ("The 21-page document has three chapters.", []),
        ("Support for the plan rose by five percentage points to 48.", []),
        ("There were two points of contention in the draft.", []),
    ],
)
def test_numbers_of_points_are_versions(text: str, points: list[int]) -> None:
    """The numbers that a sentence gives a document, the initial version first; other numbers are none."""
    assert [count.points for count in counts_in(text)] == points


def test_author_and_time_of_a_version(plans: Callable[[str], Found]) -> None:
    """Who presents a plan is its author, and the time beside the number is that of the version."""
    ((plan, author),) = plans("China published a 12-point position paper last February.")
    assert (plan.name, author) == ("position paper", "China")
    assert plan.versions[0].when == "2024-02-01/2024-02-29"


def test_the_author_stands_behind_the_draft(plans: Callable[[str], Found]) -> None:
    """ "Drawn up by" tells the author; a version made of it follows it."""
    ((plan, author),) = plans("The draft of 14 articles, drawn up by the African Union, was cut to eleven.")
    assert author == "African Union"
    assert [(version.label, version.points) for version in plan.versions] == [("initial", 14), ("revised", 11)]


def test_a_counted_draft_is_a_version(plans: Callable[[str], Found]) -> None:
    """ "The third draft" is a version without a number of points."""
    ((plan, _),) = plans("The third draft of the constitution was sent to both parties.")
    assert [(version.label, version.points) for version in plan.versions] == [("third draft", None)]


def test_what_a_plan_calls_for_are_its_items(plans: Callable[[str], Found]) -> None:
    """Joined objects are points of their own, each with its issue."""
    text = "The plan calls for a ceasefire, the release of all hostages and the withdrawal of Israeli troops."
    ((plan, _),) = plans(text)
    assert {item.text for item in plan.items} == {
        "a ceasefire",
        "the release of all hostages",
        "the withdrawal of Israeli troops",
    }
    assert "ceasefire" in {item.issue for item in plan.items}


def test_a_list_of_points_is_read(plans: Callable[[str], Found]) -> None:
    """Bullets that a line about the plan leads in are its items."""
    text = "Under the agreement the parties agree to:\n\n- open the airport in Sanaa;\n- exchange all prisoners;\n"
    ((plan, _),) = plans(text)
    assert [item.text for item in plan.items] == ["open the airport in Sanaa", "exchange all prisoners"]
