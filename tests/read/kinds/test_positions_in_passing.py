"""Positions that are none: what is only signed, listed, said of facts, or told in passing beside the main clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.scored import find_scored_positions

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]

_SIGNED = "Kenya and Chad signed an accord in Oslo on Monday. "
_TALKS = "Delegations of Kenya and Chad met in Oslo for talks on a ceasefire between Kenya and Chad.\n\n"


def test_a_bare_signing_gives_way_to_what_was_accepted(opened: Opened, positions: Positions) -> None:
    """Where the report tells what a party accepted, that it signed is only the ceremony."""
    found = positions(opened(_SIGNED + "Kenya agreed to free all prisoners."))
    assert ("Kenya", "detainees", "accepts") in found
    assert ("Kenya", "process", "accepts") not in found
    assert ("Chad", "process", "accepts") in found


def test_names_under_a_paper_are_a_bare_signing_too(opened: Opened, positions: Positions) -> None:
    """ "Put their names to the text" says no more than that they signed."""
    text = "Kenya and Chad agreed to free all prisoners. On Monday Kenya put its name to the agreement in Oslo."
    assert {(issue, stance) for _, issue, stance in positions(opened(text))} == {("detainees", "accepts")}


def test_what_both_are_to_do_about_the_talks_is_their_course(opened: Opened, positions: Positions) -> None:
    """Who is to hold another round has undertaken nothing."""
    text = (
        _SIGNED + "Kenya agreed to free all prisoners. Kenya and Chad are to hold a further round in Cairo next week."
    )
    assert ("Chad", "detainees", "accepts") not in positions(opened(text))
    assert not [found for found in positions(opened(text)) if found[:2] == ("Kenya", "process")]


@pytest.mark.parametrize("silence", ["has not commented on the ceasefire", "said nothing on the ceasefire"])
def test_who_wants_something_is_of_no_open_mind(opened: Opened, positions: Positions, silence: str) -> None:
    """Silence is a stance only of those of whom nothing else is told."""
    assert ("Kenya", "ceasefire", "ambiguous") in positions(opened(f"Kenya {silence}."))
    told = positions(opened(f"Kenya demanded the release of all prisoners. Kenya {silence}."))
    assert ("Kenya", "detainees", "demands") in told
    assert "ambiguous" not in {stance for _, _, stance in told}


def test_two_at_odds_are_not_of_an_open_mind(opened: Opened, positions: Positions) -> None:
    """That two remain divided is how the talks stand."""
    assert positions(opened(_TALKS + "Kenya and Chad remain divided over the ceasefire.")) == set()


def test_a_thing_that_a_text_has_is_accepted_by_nobody(opened: Opened, positions: Positions) -> None:
    """What the parties do is a term; a thing listed with its article is a part of the text."""
    lead = _SIGNED + "\n\nKey elements of the accord include:\n\n"
    found = positions(opened(lead + "- Release of all prisoners by May\n- A joint committee on refugees\n"))
    assert ("Kenya", "detainees", "accepts") in found
    assert ("Kenya", "displacement", "accepts") not in found
    agreed = (
        _TALKS
        + "The two sides agreed on the following, including:\n\n- A general amnesty\n- An exchange of prisoners\n"
    )
    assert ("Kenya", "detainees", "accepts") in positions(opened(agreed))


def test_a_table_of_statuses_is_nobodys_yes(opened: Opened, positions: Positions) -> None:
    """Where no column is a side's, "agreed" tells how the talks stand."""
    table = "| File | Status |\n| --- | --- |\n| Prisoners | Agreed |\n| Refugees | Open |"
    sides = "| File | Status | Kenya | Chad |\n| --- | --- | --- | --- |\n| Prisoners | Agreed | a list | names |"
    assert positions(opened(_TALKS + table), find_scored_positions) == set()
    assert ("Kenya", "detainees", "accepts") in positions(opened(_TALKS + sides), find_scored_positions)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nobody knew how Chad came to accept the ceasefire.", ("Chad", "ceasefire", "accepts")),
        ("France called for Chad to free its prisoners and accept a ceasefire.", ("Chad", "ceasefire", "accepts")),
        ("Kenya defends a ceasefire that until recently it would not hear of.", ("Kenya", "ceasefire", "conditional")),
        (
            "Oman has proposed a pact under which Kenya would free prisoners while Chad would agree to a ceasefire.",
            ("Chad", "ceasefire", "accepts"),
        ),
        ("The coming days will show whether Chad is prepared to free the prisoners.", ("Chad", "detainees", "offers")),
        ("Chad complained that few refugees return.", ("Chad", "displacement", "rejects")),
        ("France accuses Chad of aiding the rebels, a charge that it rejects.", ("France", "ceasefire", "rejects")),
        ("Chad saw no offer on the prisoners, a description that Oman rejected.", ("Oman", "detainees", "rejects")),
        ("Chad described the ceasefire as “a vital first step”.", ("Chad", "ceasefire", "demands")),
        ("Chad declined to go into detail on the prisoners.", ("Chad", "detainees", "rejects")),
        ("Chad will not hesitate to impose sanctions.", ("Chad", "sanctions", "ambiguous")),
        ("Chad said that its offer on weapons is not a surrender.", ("Chad", "military-limits", "offers")),
        ("Chad adopted a low profile on the ceasefire.", ("Chad", "ceasefire", "accepts")),
    ],
)
def test_what_is_told_in_passing_is_no_stance(
    opened: Opened, positions: Positions, text: str, wrong: tuple[str, str, str]
) -> None:
    """What others would have a party do, facts, hypotheses and turns of speech hold no position of its own."""
    assert wrong not in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Chad agreed to accept a ceasefire.", ("Chad", "ceasefire", "accepts")),
        ("Kenya welcomed the truce, which Chad had accepted.", ("Kenya", "ceasefire", "accepts")),
        ("Chad is prepared to free the prisoners.", ("Chad", "detainees", "offers")),
        ("Chad complained that the refugees would have to wait.", ("Chad", "displacement", "rejects")),
        ("Chad rejected the ceasefire.", ("Chad", "ceasefire", "rejects")),
        ("Chad described the ceasefire as vital.", ("Chad", "ceasefire", "demands")),
        ("Chad called “for a ceasefire without delay”.", ("Chad", "ceasefire", "demands")),
        ("Chad declined to free the prisoners.", ("Chad", "detainees", "rejects")),
        ("Chad has wavered over the sanctions.", ("Chad", "sanctions", "ambiguous")),
    ],
)
def test_what_is_told_outright_is_one(
    opened: Opened, positions: Positions, text: str, right: tuple[str, str, str]
) -> None:
    """The same words in a clause of their own show the stance."""
    assert right in positions(opened(text))
