"""Tests of positions whose holder stands over the clause: in the verb of saying, or in who speaks for the body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.rules import RulesReader
from goodoffices.record import ActorContent, PositionContent, Rejection, make_report
from goodoffices.record.findings import build

Stand = tuple[str, str, str]
Positions = Callable[[str], set[Stand]]


@pytest.fixture(name="positions")
def positions_of_text(opened: Callable[[str], Context], positions: Callable[[Context], set[Stand]]) -> Positions:
    """The positions of a text."""
    return lambda text: positions(opened(text))


def held(*texts: str) -> set[Stand]:
    """The positions of several reports taken together."""
    reports = [make_report(text, path=f"{number}.txt", title="") for number, text in enumerate(texts)]
    told = [each for report in reports for each in RulesReader().read(report)]
    findings = build(reports, [each for each in told if not isinstance(each, Rejection)])
    contents = [finding.content for finding in findings.findings]
    names = {each.actor: each.name for each in contents if isinstance(each, ActorContent)}
    stands = [each for each in contents if isinstance(each, PositionContent)]
    return {(names[each.party], each.issue, each.stance) for each in stands}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Norway stressed that winter makes roads impassable, and has called on both sides to open aid corridors.",
            ("Norway", "humanitarian", "demands"),
        ),
        (
            "The Philippines said that collisions were more frequent and urged both sides to accept observers.",
            ("Philippines", "monitoring", "demands"),
        ),
        (
            "Pakistan has counted forty deaths since the fighting began and called for an immediate ceasefire.",
            ("Pakistan", "ceasefire", "demands"),
        ),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(positions: Positions, text: str, stand: Stand) -> None:
    """What stands in between, no actor, calls for nothing."""
    assert stand in positions(text)


def test_what_a_paper_does_is_no_word_of_who_tells_of_it(positions: Positions) -> None:
    """The treaty protects and guarantees; who argues that it does offers nothing."""
    text = "Peru argued that the treaty protects fishing and guarantees the demarcation of the border."
    assert all(stance != "offers" for _, _, stance in positions(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Kenyan officials said they were determined to free the prisoners.", ("Kenya", "detainees", "demands")),
        (
            "The foreign ministers of France and Italy said that they were ready to accept a ceasefire.",
            ("Italy", "ceasefire", "accepts"),
        ),
        (
            "Sudanese opposition parties signalled that they oppose a ceasefire.",
            ("Sudanese opposition parties", "ceasefire", "rejects"),
        ),
    ],
)
def test_they_are_those_who_say_it(positions: Positions, text: str, stand: Stand) -> None:
    """ "They" in what several people say of themselves are these people."""
    assert stand in positions(text)


def test_they_are_not_the_one_who_says_it(positions: Positions) -> None:
    """One minister is not "they"."""
    assert not positions("The Kenyan minister said that they were determined to free the prisoners.")


@pytest.mark.parametrize("body", ["party", "movement", "bloc"])
def test_a_leader_calls_the_own_body_without_its_name(positions: Positions, body: str) -> None:
    """ "The movement would accept it": the one that who says so speaks for."""
    text = (
        f"The Labour Party is in opposition. Its leader, Anna Berg, announced that the {body} would accept a ceasefire."
    )
    assert ("Labour Party", "ceasefire", "accepts") in positions(text)


def test_a_paper_is_of_the_organ_that_released_it(positions: Positions) -> None:
    """A presidency speaks for its state, a newspaper does not."""
    told = "A statement released by the Kenyan {} dismissed the ceasefire as a fraud."
    assert ("Kenya", "ceasefire", "rejects") in positions(told.format("presidency"))
    assert not positions(told.format("newspaper"))


def test_what_is_asked_of_others_without_a_matter_is_about_the_talks(positions: Positions) -> None:
    """ "Urged both to seize the moment" names no matter of its own."""
    assert ("Oman", "process", "demands") in positions("Oman urged both sides to seize the moment.")
    assert ("Oman", "process", "demands") in positions("Oman urged the government to name its delegation.")
    assert not positions("Oman asked not to be named.")
    assert not positions("Oman hailed both sides for seizing the moment.")


def test_a_person_without_a_side_holds_what_another_report_tells_for_whom() -> None:
    """ "Ilves demanded ..." stands where another report says whose leader Ilves is, and alone it stands nowhere."""
    alone = "Marta Ilves demanded the release of all prisoners."
    told = "Marta Ilves, the leader of the Civic Front, arrived in Geneva. The Civic Front rejected the ceasefire."
    assert ("Civic Front", "detainees", "demands") in held(alone, told)
    assert not held(alone)
