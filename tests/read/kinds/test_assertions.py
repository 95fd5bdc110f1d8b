"""Assertions: what a voice says to be so or not so; and the disagreements that come of them."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.assertions import find_assertions
from goodoffices.read.reading import read_report
from goodoffices.record import AssertionContent, Disagreement, make_report
from goodoffices.record.findings import build


def assertions(text: str) -> list[AssertionContent]:
    """What a text asserts, with all its actors known."""
    context = open_context(make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10)))
    found = [statement.content for statement in find_assertions(context, set(context.roster.actors))]
    return [content for content in found if isinstance(content, AssertionContent)]


def disputes(*texts: str, days_apart: int = 1) -> tuple[Disagreement, ...]:
    """The disagreements of reports some days apart."""
    first = dt.date(2024, 7, 10)
    reports = [
        make_report(text, path=f"{n}.txt", title="", published=first + dt.timedelta(days=n * days_apart))
        for n, text in enumerate(texts)
    ]
    return build(reports, [s for report in reports for s in read_report(report).statements]).disagreements


@pytest.mark.parametrize(
    ("text", "act", "holds"),
    [
        ("The rebels attended the ceremony in Goma.", "attend", True),
        ("The rebels did not attend the ceremony in Goma.", "attend", False),
        ("The rebels stayed away from the ceremony in Goma.", "attend", False),
        ("The minister denied that the rebels had attended the ceremony.", "attend", False),
        ("The rebels failed to attend the ceremony in Goma.", "attend", False),
        ("The ministry has received no draft from the rebels.", "receive", False),
        ("Nobody received the draft of the rebels.", "receive", False),
        ("The government had given no undertaking to free the prisoners.", "accept", False),
        ("It is not true that the army withdrew from Goma.", "withdraw", False),
        ("The talks brought no progress.", "progress", False),
        ("The truce is temporary, the minister said.", "lasting", False),
    ],
)
def test_polarity_is_read_from_the_clause_and_what_governs_it(text: str, act: str, holds: bool) -> None:  # noqa: FBT001
    """A negation, a word like "no draft" or "stayed away", or a verb of denial makes it not so."""
    assert [content.holds for content in assertions(text) if content.act == act] == [holds]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels want to attend the ceremony in Goma.",
        "The rebels may attend the ceremony in Goma.",
        "If the rebels attend the ceremony in Goma, the talks can go ahead.",
        "Did the rebels attend the ceremony in Goma?",
        "The mediator urged the rebels to attend the ceremony in Goma.",
    ],
)
def test_what_is_wished_possible_supposed_or_asked_is_not_asserted(text: str) -> None:
    """Nobody says that it is so."""
    assert not [content for content in assertions(text) if content.act == "attend"]


def test_a_promise_is_told_as_to_come() -> None:
    """What will be is set against what will not be, and not against what is."""
    assert [each.tense for each in assertions("The army will withdraw from Goma.")] == ["ahead"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rebel leaders attended the ceremony in Goma, the presidency said.",
            "The rebel leaders did not attend the ceremony in Goma, their spokesman said.",
        ),
        (
            "The militias withdrew from the town of Sake on Friday, the mission said.",
            "The militias have not withdrawn from the town of Sake, a commander said.",
        ),
        (
            "The mediator had offered full rights to the gas field, a minister said.",
            "The mediator never offered full rights to the gas field, an official said.",
        ),
        (
            "The two delegations will meet again in Goma on Friday.",
            "Friday's meeting in Goma will not take place, the mediator said.",
        ),
        ("We had a productive exchange, the minister said.", "The talks brought no progress at all, the rebels said."),
    ],
)
def test_two_accounts_that_cannot_both_hold_are_set_side_by_side(one: str, other: str) -> None:
    """One says so, the other not so, of one thing: a disagreement with both reports on its sides."""
    (found,) = disputes(one, other)
    assert len({side.evidence[0].report for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # other places, other people, other rounds
        (
            "The militias withdrew from the town of Sake on Friday.",
            "The militias have not withdrawn from the town of Kibumba.",
        ),
        ("The rebels disarmed in the north of the island.", "The rebels in the south of the island have not disarmed."),
        ("Kenya attended the ceremony in Goma.", "Uganda did not attend the ceremony in Goma."),
        ("The first round of the talks was held in Goma.", "The second round of the talks was not held in Goma."),
        # a wish is no fact, and the two say the same
        (
            "The mediator wants the militias to withdraw from the town of Sake.",
            "The militias have not withdrawn from the town of Sake.",
        ),
        ("The militias remain in the town of Sake.", "The militias have not withdrawn from the town of Sake."),
        # a fact of today and a promise
        ("The militias will withdraw from the town of Sake.", "The militias have not withdrawn from the town of Sake."),
    ],
)
def test_what_can_both_hold_is_no_disagreement(one: str, other: str) -> None:
    """Other places, people and rounds, wishes and promises contradict nothing."""
    assert disputes(one, other) == ()


def test_what_was_not_so_and_comes_to_be_so_later_is_a_change() -> None:
    """The same two sentences clash in one order of days and not in the other."""
    yes = "The militias withdrew from the town of Sake, the mission said."
    no = "The militias have not withdrawn from the town of Sake, a commander said."
    assert len(disputes(yes, no, days_apart=4)) == 1
    assert disputes(no, yes, days_apart=4) == ()


def test_one_voice_alone_clashes_with_nobody() -> None:
    """In one report the two must be said by two."""
    text = "The envoy received the draft of the treaty. The envoy had not received the draft of the treaty."
    assert disputes(text) == ()


def test_a_denial_of_what_was_said_before_denies_its_assertions() -> None:
    """ "That is not correct" in an interview is set against what another report tells."""
    talk = "Q: The minister says you agreed to lock up your weapons first.\n\nOKOTH: That is not correct.\n"
    report = "The minister said the rebels had agreed to lock up their weapons before the vote."
    found = disputes(report, talk)
    assert any(len({side.evidence[0].report for side in each.sides}) == 2 for each in found)


def test_sides_carry_the_statements_that_can_be_rejected() -> None:
    """A side that no finding bears names its statement, so that an analyst can take it back."""
    one = "Rebel leaders attended the ceremony in Goma, the presidency said."
    other = "The rebel leaders did not attend the ceremony in Goma, their spokesman said."
    (found,) = disputes(one, other)
    assert all(side.statements or side.finding for side in found.sides)


def test_a_sentence_of_a_thousand_cues_is_read_in_no_time() -> None:
    """A list of one word without end is no clause, and does not hold reading up."""
    text = "The army " + "attacked and withdrew and " * 600 + "left."
    context = open_context(make_report(text, path="report.txt", title="", published=None))
    begun = time.process_time()
    list(find_assertions(context, set()))
    assert time.process_time() - begun < 2


def test_actors_that_nothing_else_names_stay_in_the_words_of_the_report(read_with: Callable[..., Any]) -> None:
    """An unknown actor is no id: the voice keeps the report's words."""
    found = read_with(lambda context: find_assertions(context, set()), "Kenya said that Uganda had attended the talks.")
    assert [(s.content.actors, s.said_by, s.content.voice) for s, _ in found] == [((), None, "Kenya")]
