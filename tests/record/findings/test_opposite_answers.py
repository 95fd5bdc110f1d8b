"""Opposite answers of one side, or on one issue, in two reports: side by side, and said to be no more than that."""

from __future__ import annotations

import pytest
from newsroom import Newsroom

from goodoffices.record import Disagreement


def answers(room: Newsroom) -> tuple[Disagreement, ...]:
    """The disagreements that rest on opposite answers alone."""
    return tuple(one for one in room.build().disagreements if one.by_answers)


def stands(room: Newsroom, *told: tuple[str, str, str], days: tuple[str | None, ...] = (None, None, None)) -> None:
    """Give (party, stance, text) on detainees in a report each."""
    for place, (party, stance, text) in enumerate(told):
        draft = room.report(f"r{place}", days[place])
        draft.position(draft.actor(party), "detainees", stance, text)


def test_a_yes_and_a_no_of_one_side_are_laid_side_by_side(room: Newsroom) -> None:
    """The words need not meet; the heading says no more than that the answers are opposite."""
    stands(room, ("Chad", "accepts", "a swap of the sick"), ("Chad", "rejects", "opening its northern prison"))
    (found,) = answers(room)
    assert (found.about, found.issue) == ("Detainees: Chad for it in one report, against it in another", "detainees")
    assert [side.text.partition(": ")[2] for side in found.sides] == [
        "a swap of the sick",
        "opening its northern prison",
    ]


@pytest.mark.parametrize("yes", ["offers", "conditional"])
@pytest.mark.parametrize(("text", "count"), [("visits to one prison in the north", 1), ("a swap of the sick", 0)])
def test_an_offer_and_a_yes_on_a_condition_need_a_word_in_common(
    room: Newsroom, yes: str, text: str, count: int
) -> None:
    """What is offered goes with a no to another thing."""
    stands(room, ("Chad", yes, text), ("Chad", "rejects", "a search of each prison by foreign judges"))
    assert len(answers(room)) == count


def test_who_speaks_for_a_side_answers_for_it(room: Newsroom) -> None:
    """A minister accepts, the state refuses: one side, two answers."""
    first, second = room.report("a"), room.report("b")
    first.position(first.person("Idriss Abba", side=first.actor("Chad")), "detainees", "accepts", "a swap of the sick")
    second.position(second.actor("Chad"), "detainees", "rejects", "opening its northern prison")
    assert len(answers(room)) == 1


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((("Chad", "accepts", "a swap"), ("Libya", "rejects", "any visits")), "two sides are negotiating"),
        ((("Chad", "demands", "a swap"), ("Chad", "rejects", "any visits")), "a demand is no answer"),
        ((("Chad", "accepts", "a swap"), ("Chad", "offers", "lists of names")), "both are a yes"),
    ],
)
def test_what_is_no_pair_of_opposite_answers(room: Newsroom, told: tuple[tuple[str, str, str], ...], why: str) -> None:
    """Two sides, a demand, two answers of one kind."""
    stands(room, *told)
    assert answers(room) == (), why


def test_a_no_on_a_condition_is_no_opposite(room: Newsroom) -> None:
    """ "No visits before the lists are there" goes with a yes to a swap."""
    first, second = room.report("a"), room.report("b")
    first.position(first.actor("Chad"), "detainees", "accepts", "a swap of the sick")
    second.position(second.actor("Chad"), "detainees", "rejects", "any visits", condition="before the lists are there")
    assert answers(room) == ()


def test_one_report_is_one_account(room: Newsroom) -> None:
    """A side that says yes to one thing and no to another in one report is told in one way."""
    draft = room.report("a")
    chad = draft.actor("Chad")
    draft.position(chad, "detainees", "accepts", "a swap of the sick")
    draft.position(chad, "detainees", "rejects", "opening its northern prison")
    assert answers(room) == ()


@pytest.mark.parametrize(
    ("agreed", "stuck", "status", "count"),
    [
        pytest.param("2026-01-05", "2026-01-06", "open", 1, id="agreed, then open"),
        pytest.param("2026-01-05", "2026-03-06", "blocked", 1, id="come apart months later"),
        pytest.param(None, "2026-01-06", "open", 1, id="a day unknown"),
        pytest.param("2026-01-09", "2026-01-05", "open", 0, id="open, then agreed: the course of talks"),
        pytest.param("2026-01-05", "2026-01-06", "progress", 0, id="moving is neither"),
    ],
)
def test_an_issue_agreed_here_and_open_there(
    room: Newsroom, agreed: str | None, stuck: str, status: str, count: int
) -> None:
    """Statuses answer, too, whoever reports them."""
    room.report("a", agreed).status("detainees", "agreed", "a swap of the sick was settled")
    room.report("b", stuck).status("detainees", status, "visits to the northern prison")
    assert len(answers(room)) == count


def test_plain_contradictions_stand_first_and_are_not_said_to_be_less(room: Newsroom) -> None:
    """Like words contradict each other; opposite answers follow, though their issue comes earlier."""
    first, second = room.report("a"), room.report("b")
    for draft, stance, texts in (
        (first, "accepts", ("a swap of the sick", "the border commission of experts")),
        (second, "rejects", ("opening its northern prison", "a border commission of experts")),
    ):
        chad = draft.actor("Chad")
        draft.position(chad, "detainees", stance, texts[0])
        draft.position(chad, "rights", stance, texts[1])
    found = room.build().disagreements
    assert [(one.issue, one.by_answers) for one in found] == [("rights", False), ("detainees", True)]


def test_what_opposite_answers_stand_for_is_not_held_against_a_finding(room: Newsroom) -> None:
    """Only what cannot both hold lowers neither finding's standing: two answers may be to two questions."""
    stands(room, ("Chad", "accepts", "a swap of the sick"), ("Chad", "rejects", "opening its northern prison"))
    assert all(finding.against == () for finding in room.build().findings)


def test_of_each_report_and_answer_one_account_is_shown(room: Newsroom) -> None:
    """The one that has most in common with the opposite answer."""
    first = room.report("a")
    chad = first.actor("Chad")
    first.position(chad, "detainees", "accepts", "lists of names")
    first.position(chad, "detainees", "accepts", "visits to one prison in the north")
    second = room.report("b")
    second.position(second.actor("Chad"), "detainees", "rejects", "a search of each prison by foreign judges")
    (found,) = answers(room)
    assert [side.text.partition(": ")[2] for side in found.sides] == [
        "visits to one prison in the north",
        "a search of each prison by foreign judges",
    ]


def test_however_many_say_yes_the_no_is_shown(room: Newsroom) -> None:
    """Four of each answer at most, and never one answer alone."""
    told = [("accepts", f"a swap of group {place}") for place in range(8)] + [("rejects", "a search of its jails")]
    for place, (stance, text) in enumerate(told):
        draft = room.report(f"r{place}")
        draft.position(draft.actor("Chad"), "detainees", stance, text)
    (found,) = answers(room)
    assert [side.text.startswith("Chad rejects") for side in found.sides].count(True) == 1
    assert len(found.sides) == 5
