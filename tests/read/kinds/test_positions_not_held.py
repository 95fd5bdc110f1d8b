"""Words of stance that nobody holds: of a length of time, of a court, of a name, of what is turned down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]

_TALKS = "Kenya and Chad opened talks in Oslo on Monday. "


@pytest.mark.parametrize(
    "said",
    [
        "For nearly two decades Kenya was one of the larger contributors to the force.",
        "For the Kenyan president, it is a chance to present himself as a man of peace before the elections.",
        "One of the former ministers of Kenya is sought by the International Criminal Court.",
        "Kenya closed the session without offering a date for elections.",
        "The African Union Mission to Support the Ceasefire will observe the vote.",
    ],
)
def test_nobody_holds_it(opened: Opened, positions: Positions, said: str) -> None:
    """How long, for whom, whom a court seeks, what was left out, and a word in a name show no stance."""
    assert positions(opened(_TALKS + said)) == set()


def test_the_same_words_elsewhere_are_held(opened: Opened, positions: Positions) -> None:
    """What one is for, what one seeks and what one offers are stances as before."""
    found = positions(opened(_TALKS + "Kenya is for a ceasefire. Chad seeks the release of all prisoners."))
    assert {("Kenya", "ceasefire", "accepts"), ("Chad", "detainees", "demands")} <= found


def test_support_that_must_end_is_no_yes(opened: Opened, positions: Positions) -> None:
    """ "Must end its support": what the one demands, and nothing of the other."""
    found = positions(opened(_TALKS + "Kenya said that Chad must end its support for the rebels."))
    assert {(party, stance) for party, _, stance in found} == {("Kenya", "demands")}


@pytest.mark.parametrize("notion", ["the notion that", "the suggestion that", "the argument that"])
def test_what_is_turned_down_is_not_wanted(opened: Opened, positions: Positions, notion: str) -> None:
    """ "Dismissed the notion that ... should": the clause is what the party is against."""
    found = positions(opened(_TALKS + f"Kenya dismissed {notion} elections should be postponed."))
    assert {(party, stance) for party, _, stance in found} == {("Kenya", "rejects")}


@pytest.mark.parametrize("against", ["vote against", "campaign against", "lobby against"])
def test_what_one_promises_to_act_against_one_rejects(opened: Opened, positions: Positions, against: str) -> None:
    """ "Promised to vote against an amnesty" offers nothing; "to vote for it" does."""
    found = positions(opened(_TALKS + f"Kenya promised to {against} any amnesty."))
    assert {(party, stance) for party, _, stance in found} == {("Kenya", "rejects")}


@pytest.mark.parametrize("record", ["footage", "photographs", "recordings"])
def test_a_record_can_be_false_and_is_no_proposal(opened: Opened, positions: Positions, record: str) -> None:
    """Who rejects a record says that it is not true."""
    assert positions(opened(_TALKS + f"Kenya rejected the {record} from the border.")) == set()
