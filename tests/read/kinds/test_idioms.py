"""Set phrases, answers and heads of tables that show a stance though no verb of stance does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.disputes import find_disputes
from goodoffices.read.kinds.matrix import find_matrix_positions
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import AssertionContent

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia has stayed away from the talks.", ("Serbia", "process", "rejects")),
        ("Turkey is in no hurry to sign the ceasefire.", ("Turkey", "ceasefire", "ambiguous")),
        ("Australia takes no side on independence.", ("Australia", "political-status", "ambiguous")),
        ("Kenya has set its heart on the release of the prisoners.", ("Kenya", "detainees", "demands")),
        ("Britain said that an election now would achieve nothing.", ("United Kingdom", "government", "rejects")),
        ("Egypt raised no objection to the prisoner exchange.", ("Egypt", "detainees", "accepts")),
        ("Greece regards the withdrawal of all troops as a precondition.", ("Greece", "foreign-forces", "demands")),
        (
            "Morocco sees no reason to meet. For Rabat the priority is autonomy under its sovereignty.",
            ("Morocco", "political-status", "demands"),
        ),
        ("Morocco would prefer Geneva.", ("Morocco", "process", "demands")),
    ],
)
def test_a_set_phrase_shows_a_stance(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """Whoever the phrase is said of, or who says it, holds the stance that it shows."""
    context = opened(text)
    assert expected in positions(context)


@pytest.mark.parametrize(
    "text",
    [
        "If Serbia stays away from the talks, the talks are over.",
        "Will Serbia stay away from the talks?",
        "Asked whether he would attend the talks, President Aleksandar Vucic of Serbia smiled.",
    ],
)
def test_what_is_supposed_or_asked_is_no_stance(opened: Open, text: str) -> None:
    """A phrase in a condition or a question is nobody's stance."""
    assert list(find_positions(opened(text))) == []


def test_what_must_come_before_is_a_demand(opened: Open, positions: Positions) -> None:
    """ "Will not ... before the prisoners are freed" refuses the one thing and demands the other."""
    context = opened("Serbia says it will not sign the ceasefire before Kosovo has freed the prisoners.")
    assert ("Serbia", "detainees", "demands") in positions(context)


def test_an_answer_names_what_is_wanted(opened: Open, positions: Positions) -> None:
    """An answer that begins with "That" to a question of what is wanted is a demand; "Not before." a refusal."""
    context = opened(
        "Radio Kayes talks to Bilal Ag Acherif, the spokesman of the CMA.\n\n"
        "RADIO: What do you expect of the neighbours?\n\n"
        "ACHERIF: That they stop sending weapons.\n\n"
        "RADIO: Would you accept federalism?\n\n"
        "ACHERIF: If the army leaves Kidal, yes. Not before.\n"
    )
    told = {(issue, stance) for _, issue, stance in positions(context)}
    assert {
        ("military-limits", "demands"),
        ("political-status", "conditional"),
        ("political-status", "rejects"),
    } <= told


def test_a_head_names_a_party_that_nothing_else_names(opened: Open, positions: Positions) -> None:
    """A column whose head names a body beside other parties holds that body's positions."""
    context = opened(
        "| Issue | Serbia | Northern alliance |\n| --- | --- | --- |\n| Ceasefire | Rejects it | Accepts it |\n"
    )
    told = positions(context, find_matrix_positions)
    assert told == {("Serbia", "ceasefire", "rejects"), ("Northern alliance", "ceasefire", "accepts")}


def test_told_and_learned_from_the_press_are_two_accounts(opened: Open) -> None:
    """One says that the other was informed, the other that it learned of it from the press: both cannot be."""
    context = opened(
        "Lebanon says it had informed Hezbollah of the draft; Hezbollah says it learned of it from the press."
    )
    acts = [s.content.act for s in find_disputes(context, set()) if isinstance(s.content, AssertionContent)]
    assert acts == ["disputed", "disputed"]
