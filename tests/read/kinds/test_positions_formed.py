"""Tests of positions that the form of a report tells: cells, labels, chapeaus of lists, and the stance of a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.context import Context
from goodoffices.read.kinds.cells import asked_of_others, cell_stance, is_fact, stance_told
from goodoffices.read.kinds.matrix import find_matrix_positions

Opened = Callable[[str], Context]
Stand = tuple[str, str, str]
Positions = Callable[..., set[Stand]]


@pytest.mark.parametrize(
    ("cell", "stance"),
    [
        ("Off limits", "rejects"),
        ("Flatly opposed", "rejects"),
        ("Not up for discussion", "rejects"),
        ("Premature", "rejects"),
        ("Refuses to pay before progress", "rejects"),
        ("No more than 500 men", "demands"),
        ("Must go", "demands"),
        ("Neutral country", "demands"),
        ("Reserved seats for women", "demands"),
        ("Non-negotiable: one single table", "demands"),
        ("Sceptical", "ambiguous"),
        ("Follows consensus", "ambiguous"),
        ("To be settled by the dialogue", "ambiguous"),
        ("Says it is not a party", "ambiguous"),
        ("Up to parliament", "ambiguous"),
        ("Open to it", "accepts"),
        ("Cautiously supports", "accepts"),
        ("No longer opposes it", "accepts"),
        ("Can live with it", "accepts"),
        ("Ready to share the cost", "offers"),
        ("Will open two crossings", "offers"),
        ("Pays for the first shipment", "offers"),
        ("Yes, if the border is closed", "conditional"),
        ("Yes, but only in stages", "conditional"),
        ("Case by case, as a gesture", "conditional"),
        ("Individuals only", "conditional"),
        ("Only after a deal", "conditional"),
        ("Leave when the truce holds", "conditional"),
    ],
)
def test_a_cell_is_read_by_its_opening(cell: str, stance: str) -> None:
    """The short answers of tables have words of their own; what only names a thing asks for it."""
    assert cell_stance(cell) == stance


def test_what_is_ones_own_good_is_not_negotiable() -> None:
    """ "Not negotiable" refuses a concession, and demands what the label names as the party's own good."""
    assert cell_stance("Not negotiable", "Size of the army") == "rejects"
    assert cell_stance("Not negotiable", "Territorial integrity") == "demands"


def test_a_thing_tells_no_stance_of_its_own() -> None:
    """A few words that open with a stance tell it; a mere thing tells none."""
    assert stance_told("opposed to foreign judges") == "rejects"
    assert stance_told("foreign judges") is None


def test_labels_of_facts() -> None:
    """A row of leaders or seats holds no positions; a row about leadership councils may."""
    assert is_fact("Leader")
    assert is_fact("Chief negotiator")
    assert not is_fact("Leadership council")


def test_where_a_yes_is_bound() -> None:
    """What a yes depends on stands behind "if"; an answer without one has none."""
    cell = "Yes, if the borders are closed"
    start = asked_of_others(cell)
    assert start is not None
    assert cell[start:].strip() == "the borders are closed"
    assert asked_of_others("Supports") is None


@given(st.text(max_size=400))
def test_any_cell_is_read(cell: str) -> None:
    """Every text of a cell has one of the stances, and reads the same twice."""
    assert cell_stance(cell) in {"demands", "offers", "accepts", "rejects", "conditional", "ambiguous"}
    assert cell_stance(cell) == cell_stance(cell)


def test_a_long_cell_is_read_at_once() -> None:
    """A cell of a million words costs no more than its beginning."""
    assert cell_stance("publicly " * 300_000) == cell_stance("publicly " * 300_000)


_BY_ISSUE = (
    "Where they stand\n\n| Question | Sudan | Chad |\n| --- | --- | --- |\n"
    "| Ceasefire | Yes, if the border is closed to fighters | Sceptical |\n"
    "| Prisoners | Off limits | Release first |\n| Leader | Burhan | Deby |\n"
)
_BY_PARTY = (
    "Where they stand\n\n| Party | Ceasefire | Other points |\n| --- | --- | --- |\n"
    "| Sudan | Off limits | Wants sanctions lifted |\n| Chad | Supports | Friendly |\n"
)


def test_a_table_by_issue(opened: Opened, positions: Positions) -> None:
    """A cell takes its issue from its row; what its yes depends on is asked; a row of names tells nothing."""
    found = positions(opened(_BY_ISSUE), find_matrix_positions)
    assert {
        ("Sudan", "ceasefire", "conditional"),
        ("Chad", "ceasefire", "ambiguous"),
        ("Sudan", "detainees", "rejects"),
        ("Chad", "detainees", "demands"),
    } <= found
    assert any(party == "Sudan" and stance == "demands" for party, _, stance in found)
    assert len(found) == 5


def test_a_table_by_party(opened: Opened, positions: Positions) -> None:
    """A turned table is read too; under a head that names no issue only a cell that tells a stance counts."""
    assert positions(opened(_BY_PARTY), find_matrix_positions) == {
        ("Sudan", "ceasefire", "rejects"),
        ("Chad", "ceasefire", "accepts"),
        ("Sudan", "sanctions", "demands"),
    }


def test_items_whose_subject_stands_in_the_chapeau(opened: Opened, positions: Positions) -> None:
    """ "The governments of A and B: (a) agreed ...; (b) undertook ..." is said of both."""
    text = (
        "Final communique\n\nThe delegations of Kenya and of Uganda met in Nairobi on 3 May.\n\nKenya and Uganda:\n\n"
        "(a) agreed that the ceasefire shall be extended by a month;\n\n"
        "(b) undertook to release all prisoners of war.\n"
    )
    found = positions(opened(text))
    for party in ("Kenya", "Uganda"):
        assert {(party, "ceasefire", "accepts"), (party, "detainees", "accepts")} <= found


def test_items_under_a_question(opened: Opened, positions: Positions) -> None:
    """ "What does Eritrea ask of Sudan?" leads a list in like words with a colon."""
    text = (
        "Questions and answers\n\nWhat does Eritrea demand of Sudan?\n\n- The release of all prisoners of war.\n"
        "- The return of the refugees to their villages.\n"
    )
    assert {("Eritrea", "detainees", "demands"), ("Eritrea", "displacement", "demands")} <= positions(opened(text))


def test_items_under_an_undertaking(opened: Opened, positions: Positions) -> None:
    """What several undertake in a list each has accepted, and "as soon as possible" is no condition."""
    text = (
        "Statement\n\nKenya and Uganda undertook to:\n\n- open the besieged towns to humanitarian aid;\n"
        "- exchange all prisoners of war as soon as possible.\n"
    )
    found = positions(opened(text))
    assert {("Kenya", "humanitarian", "accepts"), ("Uganda", "detainees", "accepts")} <= found
    assert not any(stance == "conditional" for _, _, stance in found)


def test_a_label_tells_the_issue(opened: Opened, positions: Positions) -> None:
    """ "Sanctions relief: Serbia wants ..." is about sanctions, whatever the measures are on."""
    text = "Where it stands\n\n- Sanctions relief: Serbia wants the measures on oil and trade to end at once.\n"
    assert ("Serbia", "sanctions", "demands") in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("If the sieges are lifted, Eritrea will release the prisoners.", ("Eritrea", "detainees", "conditional")),
        (
            "Eritrea has refused to sit with Sudan until the sieges are lifted.",
            ("Eritrea", "process", "rejects"),
        ),
        (
            "Eritrea has refused to sit with Sudan until the sieges are lifted.",
            ("Eritrea", "humanitarian", "demands"),
        ),
        ("Turkey said that its troops would stay in Idlib.", ("Turkey", "foreign-forces", "demands")),
        ("Eritrea said that it would deal only with the army.", ("Eritrea", "process", "demands")),
        ("Eritrea said that it would not be bound by the agreement.", ("Eritrea", "process", "rejects")),
        ("Eritrea said that it did not feel bound by the agreement.", ("Eritrea", "process", "rejects")),
        ("Eritrea said that it regarded the war as over.", ("Eritrea", "ceasefire", "accepts")),
        ("Eritrea called the truce dead.", ("Eritrea", "ceasefire", "rejects")),
        ("Kenya reaffirmed that the fighting must cease.", ("Kenya", "ceasefire", "accepts")),
        ("Kenya said that it would comply with the ceasefire.", ("Kenya", "ceasefire", "accepts")),
        ("Kenya intends to release all prisoners of war.", ("Kenya", "detainees", "offers")),
    ],
)
def test_the_stance_of_a_clause(opened: Opened, positions: Positions, text: str, stand: Stand) -> None:
    """The main clause tells the issue; what is kept, called over or done with some only tells a stance."""
    assert stand in positions(opened(f"The talks went on in Asmara. {text}"))


@pytest.mark.parametrize(
    "text",
    [
        "Foreign minister Osman Saleh of Eritrea left Geneva and will return as soon as it is useful.",
        "Eritrea's foreign ministry will not comment on the ceasefire.",
        "Eritrea said that it would give no interviews on the ceasefire before Monday.",
        "Eritrea said that its delegation would remain available for talks on the ceasefire.",
        "Italy intends to visit both banks.",
    ],
)
def test_news_is_no_stance(opened: Opened, positions: Positions, text: str) -> None:
    """A journey, silence and a manner of being are no positions."""
    assert not {
        stand for stand in positions(opened(text)) if stand[2] in {"conditional", "rejects", "demands", "offers"}
    }


def test_an_order_of_steps_is_no_demand(opened: Opened, positions: Positions) -> None:
    """ "once ..." and "before the elections" tell when; "until the army has left" tells what is asked."""
    once = positions(
        opened("Norway promised food for the villages once the guns are silent and the prisoners are freed.")
    )
    assert not {stand for stand in once if stand[2] == "demands"}
    nominal = positions(opened("Chad refuses to disarm before the elections."))
    assert not {stand for stand in nominal if stand[2] == "demands"}
    clause = positions(opened("Chad refuses to disarm until the foreign troops have left."))
    assert ("Chad", "foreign-forces", "demands") in clause
