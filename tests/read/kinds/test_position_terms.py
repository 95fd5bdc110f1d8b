"""Positions that no verb of stance tells: terms, threats, reactions, undertakings, whole statements, labelled items."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.stances import cell_stance
from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a yes depends on
        ("Iran would accept inspections only if sanctions are lifted.", ("Iran", "sanctions", "demands")),
        ("Hamas rejects disarmament until Israeli troops leave Gaza.", ("Hamas", "foreign-forces", "demands")),
        # threats
        ("Serbia threatened to recall its envoy if elections are held.", ("Serbia", "government", "rejects")),
        ("Kenya threatened to leave unless the prisoners are freed.", ("Kenya", "detainees", "demands")),
        # reactions
        ('Russia called the demand for elections "an insult".', ("Russia", "government", "rejects")),
        ("Egypt condemned the plan for a referendum.", ("Egypt", "government", "rejects")),
        ("The election was dropped at the request of Kenya.", ("Kenya", "government", "demands")),
        ("Serbia has made elections a condition for its return.", ("Serbia", "government", "demands")),
        # what points back
        ("Kenya wants a seat in Doha. Sudan is strongly against this.", ("Sudan", "process", "rejects")),
        # someone else's stance inside a stance
        ("Egypt rejected Iran's demand for a lifting of sanctions.", ("Iran", "sanctions", "demands")),
        ("India welcomed the readiness of Pakistan to free all prisoners.", ("Pakistan", "detainees", "offers")),
        # what is granted
        ("Armenia concedes that weapons will have to be surrendered.", ("Armenia", "military-limits", "accepts")),
        # the thing itself counts more than what it is for
        ("Sudan demands an amnesty for its fighters.", ("Sudan", "justice", "demands")),
    ],
)
def test_a_stance_without_a_verb_of_stance(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """A condition, a threat, a name given to a demand and a request show how a party stands."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Serbia, for its part, is to recognise the passports.",
        "Kenya, which used to want a federation, has said nothing.",
        "A Sudanese official, who requested anonymity, spoke of the ceasefire.",
        "Kenya expects the ceasefire to hold.",
        "Joana Weiss, a researcher, rejects an amnesty.",
        "The agency warned that it would have to halve food aid.",
        "Sudan condemned the attack on the convoy.",
    ],
)
def test_no_stance(opened: Opened, positions: Positions, text: str) -> None:
    """Set phrases, what was once wanted, forecasts, experts and blame for violence are no positions."""
    found = {p for p in positions(opened(text)) if p[2] in {"demands", "rejects"} or p[1] == "economy"}
    assert not found


def test_a_whole_statement_is_its_authors_word(opened: Opened, positions: Positions) -> None:
    """In a communiqué "we", "must" and what is unacceptable are the author's, whom the heading alone names."""
    found = positions(
        opened(
            "COMMUNIQUÉ OF THE LIBERATION FRONT OF THE HIGHLANDS\n\nWe reject the article on disarmament. "
            "Elections under military rule are unacceptable. The constitution must change.\n\n"
            "We demand:\n\n- the release of all prisoners;\n- the return of the displaced.\n"
        )
    )
    author = "Liberation Front of the Highlands"
    assert {
        (author, "military-limits", "rejects"),
        (author, "government", "rejects"),
        (author, "government", "demands"),
        (author, "detainees", "demands"),
        (author, "displacement", "demands"),
    } <= found


def test_an_article_has_no_author_who_takes_part(opened: Opened, positions: Positions) -> None:
    """Analyses and readouts are nobody's statement: "must" in them is no party's demand."""
    assert not positions(opened("Analysis of the statement by Hamas\n\nThe hostages must be freed."))


def test_an_army_is_a_party_of_its_own(opened: Opened, positions: Positions) -> None:
    """ "The army" holds its own position where the report names no body by it."""
    assert ("army", "detainees", "rejects") in positions(opened("The army rejects any exchange of prisoners."))


def test_an_agreement_binds_those_who_signed(opened: Opened, positions: Positions) -> None:
    """What is to be done under an accord its parties have accepted, though the clause names neither."""
    found = positions(
        opened("Kenya and Sudan signed an accord on Friday. Under the accord, all prisoners are to be released.")
    )
    assert {("Kenya", "detainees", "accepts"), ("Sudan", "detainees", "accepts")} <= found


def test_an_item_that_names_its_party(opened: Opened, positions: Positions) -> None:
    """ "Kenya: opposed to ..." in a list gives each piece to the party before the colon."""
    found = positions(opened("Where they stand:\n\n* Kenya: opposed to foreign judges; open to elections in May.\n"))
    assert {("Kenya", "justice", "rejects"), ("Kenya", "government", "offers")} <= found


@pytest.mark.parametrize(
    ("cell", "stance"),
    [
        ("No position", "ambiguous"),
        ("No objection", "accepts"),
        ("Linked to action against militias", "conditional"),
        ("Must resume at once", "demands"),
        ("Elections now, no transition", "demands"),
        ("Rejected until reform", "rejects"),
        ("No", "rejects"),
    ],
)
def test_cells(cell: str, stance: str) -> None:
    """A cell is read by the phrase that it opens with; "at once" is no condition."""
    assert cell_stance(cell) == stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Scorecard\n\n* Prisoners: done.\n* Land reform: blocked since May.\n",
            {("detainees", "agreed"), ("economy", "blocked")},
        ),
        (
            (
                "Where it stands\n\n| Subject | Status |\n| --- | --- |\n| Prisoners | Agreed |\n"
                "| Elections | Under discussion |\n"
            ),
            {("detainees", "agreed"), ("government", "open")},
        ),
        ("Kenya is open to elections in May.", set()),
    ],
)
def test_scorecards(opened: Opened, text: str, expected: set[tuple[str, str]]) -> None:
    """Lists and tables that give each matter a status; "open to" is a stance and no status."""
    found = set()
    for statement in find_status(opened(text)):
        assert isinstance(statement.content, IssueStatusContent)
        found.add((statement.content.issue, statement.content.status))
    assert found == expected
