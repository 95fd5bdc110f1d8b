"""Positions that are none: turns of speech, conditions turned round, bodies that start, what is only hoped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('"I must say that the ceasefire has held," the Kenyan minister said.', ("Kenya", "ceasefire", "demands")),
        ('"I should add that the ceasefire has held," the Kenyan minister said.', ("Kenya", "ceasefire", "demands")),
        ("Kenya said it must be hoped that the ceasefire holds.", ("Kenya", "ceasefire", "demands")),
        ("Kenya threatened sanctions should Chad break the ceasefire.", ("Kenya", "ceasefire", "demands")),
        ("Kenya hoped to hear of a ceasefire before Easter.", ("Kenya", "ceasefire", "demands")),
        (
            "Kenya has lent a ship. It will begin work as soon as the ceasefire holds.",
            ("Kenya", "ceasefire", "demands"),
        ),
    ],
)
def test_how_one_speaks_is_no_demand(
    opened: Open, positions: Positions, text: str, wrong: tuple[str | None, str, str]
) -> None:
    """What one must admit, what would be the case and what one hopes are wanted of nobody."""
    assert wrong not in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We must say yes to a ceasefire, and Chad must release the prisoners," the Kenyan minister said.',
            "detainees",
        ),
        ("Kenya said that the prisoners should be released.", "detainees"),
        ("Kenya said that Chad should one day return the refugees.", "displacement"),
        ("Kenya hopes for a release of the prisoners.", "detainees"),
    ],
)
def test_what_must_be_is_still_a_demand(opened: Open, positions: Positions, text: str, expected: str) -> None:
    """A duty of others, wherever its helping verb stands, is demanded."""
    assert ("Kenya", expected, "demands") in positions(opened(text))


def test_it_will_open_something_once_is_still_conditional(opened: Open, positions: Positions) -> None:
    """A party that opens something of its own on a condition gives it."""
    context = opened("Kenya said it will open its prisons to inspection once the truce holds.")
    assert "conditional" in {stance for party, _, stance in positions(context) if party == "Kenya"}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The envoys discussed the sanctions. Kenya would prefer to lift them step by step.", "sanctions"),
        ("The envoys discussed the sanctions. Kenya wants to ease them in three stages.", "sanctions"),
        ("The envoys discussed the refugees. Kenya wants to move them stage by stage.", "displacement"),
    ],
)
def test_how_a_thing_is_done_is_not_its_issue(opened: Open, positions: Positions, text: str, issue: str) -> None:
    """What a pronoun stands for tells the issue, and not the pace at which it is to be done."""
    assert issue in {found for party, found, _ in positions(opened(text)) if party == "Kenya"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Chad signed a paper in Rome on the release of prisoners.", "detainees"),
        ("On Monday Kenya and Chad initialled an accord in Oslo on the return of refugees.", "displacement"),
        ("Kenya and Chad signed an accord in Oslo on Monday.", "process"),
    ],
)
def test_a_signed_paper_is_of_what_it_is_on(opened: Open, positions: Positions, text: str, expected: str) -> None:
    """The matter of a paper counts even behind the place of its signing; a day is no matter."""
    assert ("Kenya", expected, "accepts") in positions(opened(text))


def test_sanctions_should_another_stay_away_are_conditional(opened: Open, positions: Positions) -> None:
    """A condition may be told by "should" before a name in the middle of a sentence."""
    found = positions(opened("Kenya said it would accept a ceasefire should Chad withdraw its troops."))
    assert ("Kenya", "ceasefire", "conditional") in found
