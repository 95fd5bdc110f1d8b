"""Positions of links, deeds, drafts, orders and of parties that are named together or by a common noun only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # links: what hangs on something, and on what
        ("Egypt has linked the truce to the release of all prisoners.", ("Egypt", "ceasefire", "conditional")),
        ("Egypt has linked the truce to the release of all prisoners.", ("Egypt", "detainees", "demands")),
        # deeds
        ("The FARC announced a unilateral ceasefire until 20 January.", ("FARC", "ceasefire", "offers")),
        ("Kenya is to free forty prisoners.", ("Kenya", "detainees", "accepts")),
        # drafts
        ("The Egyptian draft is short. Elections would be held in May.", ("Egypt", "government", "demands")),
        # orders in a party's own words
        ('"Lift the sieges," said Turkey\'s foreign minister.', ("Turkey", "humanitarian", "demands")),
        # several conditions of one yes
        (
            "Chad will come only if Sudan frees the prisoners and lifts its sanctions.",
            ("Chad", "sanctions", "demands"),
        ),
        # what hangs elsewhere
        ("Chad has asked the Council in a letter to lift its sanctions.", ("Chad", "sanctions", "demands")),
        ("Serbia has ruled out holding elections.", ("Serbia", "government", "rejects")),
        ("Niger conveyed the support of France for an amnesty.", ("France", "justice", "accepts")),
        ("Kenya is committed to holding elections.", ("Kenya", "government", "accepts")),
        # whom words mean
        (
            "Delegations of Chad, Niger, Mali and Togo met. All four delegations agreed on an amnesty.",
            ("Niger", "justice", "accepts"),
        ),
        ("The settlers met. Basque parties favour an amnesty.", ("Basque parties", "justice", "demands")),
        # what is asked and told in a report
        ("What does Kenya want? First, that the prisoners be freed.", ("Kenya", "detainees", "demands")),
        # giving up an accord, and anything else
        ("Mali renounced the ceasefire.", ("Mali", "ceasefire", "rejects")),
        ("Mali renounced the presidency.", ("Mali", "government", "accepts")),
        ("Mali insists that its troops will not leave Togo.", ("Mali", "foreign-forces", "rejects")),
        ("Mali has not yet accepted the amnesty.", ("Mali", "justice", "ambiguous")),
        # labels and heads of tables
        ("Rows\n\n- Rabat: no elections in May\n", ("Morocco", "government", "rejects")),
        (
            "| Topic | Sudan | Darfur rebels |\n| --- | --- | --- |\n| Oil money | Five per cent | Fair share |",
            ("Darfur rebels", "economy", "demands"),
        ),
    ],
)
def test_a_stance_is_found(opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]) -> None:
    """What is linked, announced, drafted, ordered, jointly agreed or told under a label shows how a party stands."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mali insists that its officers were invited to the elections.",  # a fact
        "Kenya rejected the accusation. It had held elections.",  # no matter of the talks
        '"Release first, then signature," said Turkey\'s foreign minister.',  # bids nobody do anything
        "Chad and Sudan will not meet again before January.",  # when the talks go on
    ],
)
def test_a_stance_is_not_read_into_what_shows_none(opened: Opened, positions: Positions, text: str) -> None:
    """Facts, charges, order of steps by itself and the dates of rounds are no demands and no refusals."""
    wanted = {(party, stance) for party, _, stance in positions(opened(text))}
    assert not {stance for party, stance in wanted if party in {"Mali", "Kenya", "Chad", "Sudan"}}
    assert ("Turkey", "rejects") not in wanted


def test_a_day_is_no_condition(opened: Opened) -> None:
    """A truce "until 20 January" lasts so long; it does not depend on anything."""
    (found,) = find_positions(opened("The FARC accepted a ceasefire until 20 January."))
    assert isinstance(found.content, PositionContent)
    assert (found.content.stance, found.content.condition) == ("accepts", None)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Negotiators for Chad and the rebel Lord's Resistance Army signed a ceasefire.", {"Chad", "LRA"}),
        ("Officials in Cairo and Khartoum want the prisoners freed.", {"Egypt", "Sudan"}),
        ("The truce was signed by a minister for Mali and by a general for Niger.", {"Mali", "Niger"}),
        ("The African Union chairperson called for a ceasefire.", {"African Union"}),
        (
            "It was an ultimatum by Chad, Niger and Togo, whose leaders had come together to demand a ceasefire.",
            {"Chad", "Niger", "Togo"},
        ),
    ],
)
def test_all_who_are_joined_hold_it(opened: Opened, positions: Positions, text: str, parties: set[str]) -> None:
    """Those whom people stand for, every "by" of a verb, and all of a list before "whose" hold a stance together."""
    named = {"Lord's Resistance Army": "LRA"}
    assert {named.get(party, party) for party, _, _ in positions(opened(text))} == parties


def test_a_former_officer_speaks_for_nobody(opened: Opened, positions: Positions) -> None:
    """The office beside a body gives the body only while it is held."""
    assert not positions(opened("A former African Union chairperson called for a ceasefire."))
