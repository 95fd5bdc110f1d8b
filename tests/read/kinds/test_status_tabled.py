"""Issue status of tables: a column of statuses whatever it is called, and rows to which all say yes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]

_SCORES = """
| Topic | North | South | {head} |
| --- | --- | --- | --- |
| Prisoners | free them now | later | deadlock |
| Sanctions | lift them | keep them | some movement |
| Ceasefire | ninety days | ninety days | agreed in May |
"""


@pytest.mark.parametrize("head", ["Where it is", "Where matters stand", "Situation", "At the close", "Bottom line"])
def test_a_column_of_statuses_is_known_by_its_cells(stands: Stands, head: str) -> None:
    """Its head may be called anything; its cells tell how far each matter has come."""
    assert stands(_SCORES.format(head=head)) >= {
        ("detainees", "blocked"),
        ("sanctions", "progress"),
        ("ceasefire", "agreed"),
    }


def test_a_row_to_which_all_say_yes_is_agreed(stands: Stands) -> None:
    """One lays a thing down and the others accept it; a row with a condition or a no is not settled."""
    table = """
| Question | Kenya | Uganda | Sudan |
| --- | --- | --- | --- |
| Amnesty | for acts on both sides | accepts | accepts |
| Prisoners | accepts | accepts, but not now | accepts |
| Sanctions | accepts | rejects | accepts |
"""
    found = stands(table)
    assert ("justice", "agreed") in found
    assert not {("detainees", "agreed"), ("sanctions", "agreed")} & found


def test_a_column_of_one_word_among_others_is_none(stands: Stands) -> None:
    """One cell that begins like a status makes no column of statuses."""
    table = """
| Town | Garrison | Market |
| --- | --- | --- |
| Bor | two ceasefire posts | open on Mondays |
| Wau | one ceasefire post | near the river bank |
| Yei | no ceasefire post | in the old school |
"""
    assert stands(table) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What was agreed? All militias will be disbanded. Prisoners go free once the Red Cross has a list.",
            {("military-limits", "agreed"), ("detainees", "agreed")},
        ),
        ("What does the text say? Prisoners will be freed within ten days.", {("detainees", "agreed")}),
        ("What do the rebels want? Prisoners will be freed within ten days.", set()),
        ("What was agreed? Nobody knows. The weather will be fine.", set()),
    ],
)
def test_what_a_report_asks_itself_it_answers_by_terms(
    stands: Stands, text: str, expected: set[tuple[str, str]]
) -> None:
    """A question of what was agreed leads in the terms; a question of wishes does not."""
    assert stands(text) == expected
