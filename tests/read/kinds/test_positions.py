"""Positions: the holder, the stance, the issue, the condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.matrix import find_matrix_positions
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent, Statement

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]
Proved = Callable[[Context, list[Statement]], None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia demanded the release of all prisoners of war.", ("Armenia", "detainees", "demands")),
        ("Iran rejected any inspection of its sites.", ("Iran", "monitoring", "rejects")),
        ("Sudan's refusal to accept foreign peacekeepers angered donors.", ("Sudan", "foreign-forces", "rejects")),
        ("Pakistan voiced its support for a ceasefire.", ("Pakistan", "ceasefire", "accepts")),
        ("Ethiopia is ready to discuss a truce.", ("Ethiopia", "ceasefire", "offers")),
        ("Hamas insisted on a full withdrawal of Israeli troops.", ("Hamas", "foreign-forces", "demands")),
        ("Serbia does not accept the independence of Kosovo.", ("Serbia", "political-status", "rejects")),
        ("Qatar offered to host a prisoner exchange.", ("Qatar", "detainees", "offers")),
        ("Kenya ruled out an amnesty for war crimes.", ("Kenya", "justice", "rejects")),
        ("A lifting of sanctions was demanded by Iran.", ("Iran", "sanctions", "demands")),
        ("Mali no longer objects to elections.", ("Mali", "government", "accepts")),
    ],
)
def test_one_stance(opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]) -> None:
    """Verbs, nouns and adjectives show a stance; a negation turns it round."""
    assert expected in positions(opened(text))


def test_a_plan_demands_what_its_author_wants(opened: Opened, positions: Positions) -> None:
    """The holder is the plan's author, not the one who would have to give."""
    found = positions(
        opened(
            "Egyptian President Adel Imam published a plan. Adel Imam's plan drew fire. "
            "Key demands in the plan include Sudan ceding territory."
        )
    )
    assert ("Egypt", "territory", "demands") in found
    assert not any(party == "Sudan" for party, _, _ in found)


def test_items_of_a_plan_are_positions_one_by_one(opened: Opened) -> None:
    """ "Demands set out in the plan include X and Y": two, of the plan's author."""
    context = opened(
        "At the centre is Egypt's peace plan. Key demands outlined in the plan include "
        "Sudan ceding the territory of Halaib and abandoning its bid to join NATO."
    )
    texts = {s.content.text for s in find_positions(context) if isinstance(s.content, PositionContent)}
    assert texts == {"Sudan ceding the territory of Halaib", "abandoning its bid to join NATO"}


def test_an_exclusion_is_a_rejection(opened: Opened, positions: Positions) -> None:
    """What a mandate leaves out its giver rejects."""
    found = positions(
        opened("Moldova gave its envoys a mandate to discuss trade, excluding any change of borders or territory.")
    )
    assert ("Moldova", "territory", "rejects") in found


def test_a_condition_makes_it_conditional(opened: Opened) -> None:
    """Yes, if: with the words of the condition."""
    context = opened("Chad would accept a buffer force only if Libya withdrew its troops.")
    statement = next(s for s in find_positions(context) if isinstance(s.content, PositionContent))
    assert isinstance(statement.content, PositionContent)
    assert statement.content.stance == "conditional"
    assert statement.content.condition == "only if Libya withdrew its troops"


def test_what_would_be_done_under_a_condition(opened: Opened, positions: Positions) -> None:
    """A clause with "would ... unless" needs no verb of stance."""
    assert ("Houthis", "detainees", "conditional") in positions(
        opened("The Houthis said they would release no prisoners unless flights resumed.")
    ) or ("Houthis", "detainees", "conditional") in positions(
        opened("The Houthis would release the prisoners only after flights resumed.")
    )


def test_what_a_speaker_says_must_be_is_a_demand(opened: Opened, positions: Positions) -> None:
    """ "X said that Y must" is X's demand, not Y's."""
    found = positions(opened("Azerbaijani President Ilham Aliyev said that Armenia must amend its constitution."))
    assert ("Azerbaijan", "government", "demands") in found
    assert not any(party == "Armenia" for party, _, _ in found)


def test_an_unclear_position_is_ambiguous(opened: Opened, positions: Positions) -> None:
    """Ambiguous is neither silent nor opposed."""
    assert ("Iran", "nuclear", "ambiguous") in positions(opened("Iran's position on enrichment remained unclear."))


def test_joint_positions_are_each_party_s(opened: Opened, positions: Positions) -> None:
    """ "Both sides agreed" gives one position a side."""
    found = positions(opened("Talks between Armenia and Azerbaijan closed. Both sides agreed to exchange prisoners."))
    assert {("Armenia", "detainees", "accepts"), ("Azerbaijan", "detainees", "accepts")} <= found


def test_a_question_states_nothing(opened: Opened, positions: Positions) -> None:
    """What is asked is nobody's position."""
    assert positions(opened("Does Armenia reject the corridor through its territory?")) == set()


def test_a_hypothetical_states_nothing(opened: Opened, positions: Positions) -> None:
    """ "Whether X accepts" leaves it open."""
    assert positions(opened("It is unclear whether Armenia accepts a customs post on its border.")) == set()


def test_analysts_hold_no_position(opened: Opened, positions: Positions) -> None:
    """Only actors of the talks hold positions."""
    assert positions(opened("Analysts demanded a ceasefire. Observers reject the truce.")) == set()


def test_a_matrix_gives_a_position_a_cell(opened: Opened, positions: Positions, proved: Proved) -> None:
    """Rows are issues, columns parties; an empty cell is silence, not a position."""
    context = opened(
        "| Issue | Armenia's view | Azerbaijani view |\n|---|---|---|\n"
        "| Prisoners | Must all be freed | Linked to maps of mines |\n| Sanctions | Unclear | - |\n"
    )
    statements = list(find_matrix_positions(context))
    proved(context, statements)
    assert positions(context) == {
        ("Armenia", "detainees", "demands"),
        ("Azerbaijan", "detainees", "conditional"),
        ("Armenia", "sanctions", "ambiguous"),
    }


def test_bullets_belong_to_their_lead(opened: Opened, positions: Positions) -> None:
    """Items under "X demands:" are X's demands."""
    context = opened("The Houthis put forward these demands:\n\n- payment of salaries\n- release of all prisoners\n")
    assert ("Houthis", "detainees", "demands") in positions(context)


def test_red_lines_are_firm(opened: Opened) -> None:
    """Words of no compromise make a position firm, others do not."""
    firm = opened("Cuba categorically rejected any foreign troops.")
    soft = opened("Cuba rejected the proposed monitoring.")
    assert [s.content.firm for s in find_positions(firm) if isinstance(s.content, PositionContent)] == [True]
    assert [s.content.firm for s in find_positions(soft) if isinstance(s.content, PositionContent)] == [False]


def test_every_quote_is_the_text(opened: Opened, proved: Proved) -> None:
    """Evidence is the sentence, character by character, curly quotes included."""
    context = opened("“Peace,” said Ghana’s envoy, “must wait.” Ghana’s government demanded a ceasefire – at once.")
    proved(context, list(find_positions(context)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morocco has no intention of holding a referendum.", ("Morocco", "government", "rejects")),
        ("Iran is not going to accept inspections of its sites.", ("Iran", "monitoring", "rejects")),
        ("Armenia would like observers on its border.", ("Armenia", "monitoring", "demands")),
        ("Kenya would rather keep the present venue of the talks.", ("Kenya", "process", "demands")),
        ("Russia considers a prisoner exchange premature.", ("Russia", "detainees", "rejects")),
        ("Egypt has called for all foreign fighters to leave.", ("Egypt", "foreign-forces", "demands")),
        ("Serbia's main condition is that all prisoners be freed.", ("Serbia", "detainees", "demands")),
        ("Sudan is not asking for sanctions.", ("Sudan", "sanctions", "rejects")),
        ("The airport should reopen for aid flights; Mali is opposed.", ("Mali", "humanitarian", "rejects")),
        ("Jordan voiced doubts about the truce.", ("Jordan", "ceasefire", "ambiguous")),
    ],
)
def test_stances_without_their_usual_verb(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Wishes under "would", what one has no plans for, judgements, and a stance that points back are positions."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan agreed to disagree on elections.",
        "Iran might accept inspections.",
        "Ethiopia withdrew its troops from the border town.",
        "Turkey denied that it had rejected a ceasefire.",
    ],
)
def test_no_stance(opened: Opened, positions: Positions, text: str) -> None:
    """Agreeing to differ, what might be, leaving a town and what is denied are no positions."""
    assert positions(opened(text)) == set()


def test_an_answer_takes_its_issue_from_the_question(opened: Opened, positions: Positions) -> None:
    """A bare "no" to a question put to the party is a stance on what was asked; to a question of fact it is none."""
    talk = (
        "Turkish Foreign Minister Hakan Fidan spoke to us.\n\nINTERVIEWER: {}\n\nFIDAN: No. It is late.\n\n"
        "INTERVIEWER: Thank you.\n\nFIDAN: Good night to all.\n"
    )
    asked = opened(talk.format("Would you accept foreign peacekeepers?"))
    assert [(issue, stance) for _, issue, stance in positions(asked)] == [("foreign-forces", "rejects")]
    assert positions(opened(talk.format("Is the ceasefire over?"))) == set()
