"""Meetings: who was not there, rounds of a process, lengths, and places that stand apart from the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.record import MeetingContent, Statement, make_report

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Serbia and Kosovo signed the accord on Friday at a ceremony to which neither Russia nor Iran was asked.",
            {"Serbia", "Kosovo"},
        ),
        (
            "Chad and Libya held a meeting in Doha on Monday to which Sudan was not invited.",
            {"Chad", "Libya"},
        ),
    ],
)
def test_who_was_not_invited_did_not_meet(meets: Callable[[str], list[Meeting]], text: str, who: set[str]) -> None:
    """Those who were not asked to a ceremony or a meeting are named with it, and took no part."""
    assert [names for _, _, names in meets(text)] == [who]


def test_who_boycotts_a_session_was_not_at_it(meets: Callable[[str], list[Meeting]]) -> None:
    """ "X boycotted the session": it is the session of others."""
    found = meets("Chad and Libya met in Doha on Monday. On Tuesday Sudan boycotted the session.")
    assert found
    assert all("Sudan" not in names for _, _, names in found)


@pytest.mark.parametrize(
    "text",
    [
        "The movements gathered in the Platform rejected the draft.",
        "Parties united in the National Alliance demand elections.",
        "The groups assembled in a coalition want a ceasefire.",
    ],
)
def test_who_belongs_to_an_alliance_does_not_meet(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """ "Gathered in the Platform" says what the movements belong to, not that they met."""
    assert meets(text) == []


@pytest.mark.parametrize(
    ("text", "place", "status"),
    [
        ("The third round of the Geneva process was held in Montreux in May 2014.", "Montreux", "held"),
        ("Thailand and Malaysia concluded ten days of quiet diplomacy in Penang on Sunday.", "Penang", "held"),
        ("Serbia and Kosovo ended a week of mediation in Ohrid on 18 March.", "Ohrid", "held"),
        ("Chad and Libya held talks at an undisclosed site near Oslo.", "undisclosed site near Oslo", "held"),
        ("Envoys of Chad and Libya met at a secret venue outside Bern.", "secret venue outside Bern", "held"),
        ("Officials from Armenia and Azerbaijan will get together in Tbilisi in May.", "Tbilisi", "planned"),
        ("Serbia and Kosovo initialled the treaty on Friday at a White House ceremony.", "White House", "held"),
        ("The government of Nepal had signed the accord that India had initialled in Delhi in May.", "Delhi", "held"),
    ],
)
def test_processes_are_counted_in_rounds_and_days(
    meets: Callable[[str], list[Meeting]], text: str, place: str, status: str
) -> None:
    """Rounds of a process, days of diplomacy, and what was signed or done at a place that its own words name."""
    found = [(content.place, content.status) for _, content, _ in meets(text)]
    assert found == [(place, status)]


@pytest.mark.parametrize(
    "length", ["are expected to last up to ten days", "will last for three days", "lasted six hours"]
)
def test_talks_are_one_meeting_by_their_length(meets: Callable[[str], list[Meeting]], length: str) -> None:
    """ "The talks lasted six hours": one meeting of the parties, without place and day."""
    found = meets(f"Thailand and Malaysia resumed talks in Penang on Monday. The talks {length}.")
    assert len(found) == 2
    assert found[-1][2] == {"Thailand", "Malaysia"}


def test_an_appositive_tells_who_the_mediators_are(meets: Callable[[str], list[Meeting]]) -> None:
    """ "The mediators, A and B, met C": those whom the plural stands for took part."""
    ((_, content, names),) = meets("The mediators, Qatar and Egypt, held a meeting with Hamas and Israel in Cairo.")
    assert names == {"Qatar", "Egypt", "Hamas", "Israel"}
    assert content.place == "Cairo"


@pytest.mark.parametrize(
    ("head", "town"),
    [("JAKARTA, March 3 (Reuters) - ", "Jakarta"), ("BAMAKO, 20 June (APA) – ", "Bamako"), ("", None)],
)
def test_here_is_the_town_of_the_dateline(head: str, town: str | None) -> None:
    """ "Signed the agreement here" is in the town that the dateline names; without one nothing is guessed."""
    report = make_report(f"{head}Serbia and Kosovo signed a peace agreement here on Tuesday.", path="a", title="a")
    contents = [s.content for s in find_meetings(open_context(report)) if isinstance(s.content, MeetingContent)]
    assert [content.place for content in contents] == [town]


def test_where_means_the_town_before_it(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Gave up X in Nairobi in May, where an accord was signed": signed there, whatever stands between."""
    found = meets("The movements gave up independence in Nairobi in June 2013, where an interim accord was signed.")
    assert [content.place for _, content, _ in found] == ["Nairobi"]
