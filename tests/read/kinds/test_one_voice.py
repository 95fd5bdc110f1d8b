"""Who is in a report for one sentence: ministries that speak for their state, and those of whom nothing is told."""

from __future__ import annotations

import pytest

from goodoffices.read.reading import read_report
from goodoffices.record import ActorContent, PositionContent, make_report

TALKS = "Peru and Chile met in Geneva on Tuesday. "


def contents(text: str) -> list[object]:
    """What a report says."""
    report = make_report(text, path="1.txt", title="T", language="en")
    return [statement.content for statement in read_report(report).statements]


def actors(text: str) -> dict[str, ActorContent]:
    """The actors of a report by name."""
    return {c.name: c for c in contents(text) if isinstance(c, ActorContent)}


@pytest.mark.parametrize("ministry", ["interior ministry", "justice ministry", "federal finance ministry"])
def test_a_ministry_met_once_speaks_for_its_state(ministry: str) -> None:
    """What it wants, its state wants; the ministry is no actor besides."""
    text = f"{TALKS}Peru's {ministry} rejected the release of prisoners."
    found = actors(text)
    assert ministry not in found
    parties = {c.party for c in contents(text) if isinstance(c, PositionContent) and c.stance == "rejects"}
    assert parties == {found["Peru"].actor}


def test_a_ministry_that_goes_on_is_a_body() -> None:
    """Whoever is told of in two sentences is a body of the brief, on its state's side."""
    text = f"{TALKS}Peru's interior ministry counted 44 dead. The interior ministry accused the smugglers of the raid."
    found = actors(text)
    assert found["interior ministry"].side == found["Peru"].actor


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Traditional chiefs and women's associations were all represented, the hosts said.", "traditional chiefs"),
        ("Lawyers who follow the court doubt that a hearing will ever be held.", "lawyers"),
        ("The local truce committee kept the quarter quiet for most of the summer.", "local truce committee"),
        ("Oil is set to flow to Bolivia again on Saturday.", "Bolivia"),
    ],
)
def test_of_whom_nothing_is_told_takes_no_part(sentence: str, name: str) -> None:
    """A crowd in small letters that does nothing of the talks, or a state to which something goes, is no actor."""
    assert name not in actors(TALKS + sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Opposition parties demanded the release of all prisoners.", "opposition parties"),
        ("The mediators left on Friday.", "mediators"),
        ("Bolivia closed its border on Friday.", "Bolivia"),
    ],
)
def test_who_wants_something_or_is_known_to_the_reader_stays(sentence: str, name: str) -> None:
    """A crowd that holds a position, one with its article, and a state that does something take part."""
    assert name in actors(TALKS + sentence)
