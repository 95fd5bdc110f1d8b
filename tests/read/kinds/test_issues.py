"""The issue of a clause, from its phrases."""

from __future__ import annotations

import time

import pytest

from goodoffices.read.kinds.issues import issue_of, issues_in
from goodoffices.record import issues


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("an immediate cessation of hostilities", "ceasefire"),
        ("the return of refugees to their homes", "displacement"),
        ("withdrawal of foreign troops", "foreign-forces"),
        ("a date for the elections", "government"),
        ("unhindered humanitarian access", "humanitarian"),
        ("the unfreezing of central bank reserves", "sanctions"),
        ("membership of NATO", "alliances"),
        ("laying down its arms", "military-limits"),
        ("official language status", "rights"),
        ("an amnesty for crimes", "justice"),
        ("drought years and minimum releases of water", "economy"),
        ("a monopoly of arms for the state", "military-limits"),
        ("monitors for the ceasefire, so as to monitor the ceasefire", "monitoring"),
        ("to be struck off the list", "sanctions"),
        ("a flag of its own", "political-status"),
        ("the talks to be held in a neutral country", "process"),
        ("the post of deputy prime minister", "government"),
        ("the displaced to go home", "displacement"),
        ("the bodies of two soldiers", "detainees"),
        ("enriched uranium", "nuclear"),
        ("the reopening of two crossings", "economy"),
        ("that the gates stay shut", "economy"),
        ("that the border be reopened", "economy"),
        ("that the emir must go", "government"),
        ("the regiments to return to their barracks", "military-limits"),
        ("any bargaining with the rebels", "process"),
        ("a crossing for aid convoys", "humanitarian"),
        ("a freeze on troop movements", "ceasefire"),
        ("unarmed men of other countries", "monitoring"),
        ("to free eleven sailors", "detainees"),
    ],
)
def test_issue(text: str, issue: str) -> None:
    """The heaviest phrase decides."""
    assert issue_of(text) == issue


@pytest.mark.parametrize(
    "name",
    [
        "the Secretary of State",
        "the West Bank",
        "the Internal Affairs Minister",
        "University of Oslo",
        "observers caution",
        "deep divisions",
        "back to their capitals",
        "to take them back to their capitals",
        "the junta",
    ],
)
def test_names_name_no_issue(name: str) -> None:
    """Names of places, offices and bodies count for nothing, whatever their words would say."""
    assert issues_in(name) == {}


def test_nothing_telling_is_left_open() -> None:
    """Words that tell nothing give no issue, and the default on request."""
    assert issues_in("the weather in spring") == {}
    assert issue_of("the weather in spring") == "other"


def test_every_issue_is_in_the_vocabulary() -> None:
    """The data file uses no issue that the record does not know."""
    for text in ("ceasefire territory troops monitor disarm nato sovereignty election prisoner aid refugee nuclear",):
        assert set(issues_in(text)) <= set(issues())


def test_long_text_is_linear() -> None:
    """A word repeated half a million times takes no more than seconds."""
    start = time.process_time()
    issues_in("withdraw " * 500_000)
    assert time.process_time() - start < 20
