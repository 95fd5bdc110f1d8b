"""Meetings that no rule finds, found by learnt weights; and what the verbs beside a cue add to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.context import open_context
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.read.kinds.meetings import likely as weighing
from goodoffices.read.kinds.meetings.likely import is_journey, likely_meeting, options
from goodoffices.record import MeetingContent, make_report

Found = tuple[set[str], str | None, str]
TALKS = "Talks between Uganda and the Lord's Resistance Army opened in Juba on Monday.\n\n"


@pytest.fixture
def meetings(read_with: Callable[..., Any]) -> Callable[[str], list[Found]]:
    """Read a text of 20 February 2008: who, where and in what state, for each meeting."""

    def read(text: str) -> list[Found]:
        found: list[Found] = []
        for statement, names in read_with(find_meetings, text, dt.date(2008, 2, 20)):
            assert isinstance(statement.content, MeetingContent)
            who = {names[actor] for actor in statement.content.participants}
            found.append((who, statement.content.place, statement.content.status))
        return found

    return read


def test_what_no_rule_knows_is_found_by_its_signs(
    meetings: Callable[[str], list[Found]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence in words that no rule has is a meeting where the weights say so, and is none without them."""
    text = TALKS + "Joaquim Chissano played chess in Entebbe with Joseph Kony on Saturday."

    def under(weight: float) -> list[str | None]:
        monkeypatch.setattr(weighing, "weights", lambda: {"": -3.0, "word=VERB:play": weight})
        return [place for _, place, _ in meetings(text)]

    assert under(0.0) == ["Juba"]
    assert under(9.0) == ["Juba", "Entebbe"]


@pytest.mark.parametrize(
    "text",
    [
        "Protesters met riot police in Tel Aviv on Monday.",
        "Iranian Foreign Minister Abbas Araghchi flew to Tehran on Sunday for instructions.",
        "The session of parliament in Tripoli ended on Monday.",
        "The rebels took Bangassou on Monday after heavy fighting with the army.",
    ],
)
def test_what_the_rules_refuse_stays_refused(meetings: Callable[[str], list[Found]], text: str) -> None:
    """Journeys home, parliaments and fights are no meetings, however much they look like one."""
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (
            "The UN envoy, Joaquim Chissano, landed in Juba on Tuesday and dined with both delegation leaders.",
            {"Joaquim Chissano", "Uganda", "Lord's Resistance Army"},
            "Juba",
        ),
        (
            "The accord was signed by Ruhakana Rugunda for Kampala and by David Matsanga of the rebels on Tuesday.",
            {"Ruhakana Rugunda", "David Matsanga"},
            None,
        ),
        (
            "The papers were signed at a lakeside hotel in Entebbe on Tuesday by Ruhakana Rugunda and David Matsanga.",
            {"Ruhakana Rugunda", "David Matsanga"},
            "lakeside hotel in Entebbe",
        ),
        (
            "Riek Machar met Joseph Kony in Ri-Kwangba without reaching an understanding; his party wants a truce.",
            {"Riek Machar", "Joseph Kony"},
            "Ri-Kwangba",
        ),
    ],
)
def test_joined_verbs_and_phrases_add_to_a_meeting(
    meetings: Callable[[str], list[Found]], text: str, who: set[str], place: str | None
) -> None:
    """Each "by", "both delegations", a verb before "and", the town of a hotel, a clause before a semicolon."""
    found = [(people, where) for people, where, _ in meetings(TALKS + text)][-1]
    assert (found[0] & who, found[1]) == (who, place)


def test_a_journey_never_speaks_for_a_sentence(
    meetings: Callable[[str], list[Found]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the rules refuse of a journey stays refused; another word of the sentence can still tell."""
    text = TALKS + "Joaquim Chissano flew home to Maputo and juggled with Joseph Kony on Saturday."

    def under(journey: float, juggling: float) -> int:
        weights = {"": -3.0, "word=VERB:fly": journey, "word=VERB:juggle": juggling}
        monkeypatch.setattr(weighing, "weights", lambda: weights)
        return len(meetings(text))

    assert [under(9.0, 0.0), under(9.0, 9.0)] == [1, 2]


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["envoy", "met", "Juba", "the", "rebels", "in", "signed", ",", "Kony", "."]), max_size=25)
)
def test_any_words_can_be_weighed(words: list[str]) -> None:
    """Every sentence has log odds, and its cue is one of its own words."""
    context = open_context(make_report(" ".join(words), path="any.txt", title="any"))
    for sentence in context.sentences:
        likely = likely_meeting(context, sentence)
        mine, _ = options(context, sentence)
        assert mine or likely.cue is None
        assert likely.cue is None or not is_journey(likely.cue)
        assert likely.cue is None or likely.cue in {word for word, _ in mine}
