"""Edits: what is asked for changes, and no other character."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.draft.errors import EditError, TextError
from goodoffices.draft.text import Clause, Links, Status, parse_text
from goodoffices.draft.text.edits import (
    add_provision,
    remove_provision,
    renumber,
    replace_provision,
    replace_span,
    set_attributes,
    set_status,
    write_ids,
)

SOURCE = """# Framework

The Parties,

## Article 1. Withdrawal {#withdrawal}

1. The forces leave within [North: 30 | South: 60] days. {#days}
   (a) from the towns;
   (b) from the hills.

   Both keep their arms.
2. The Commission verifies.
{#verify .proposed}

## Article 2. Prisoners

Prisoners are released.

Families are told.
"""


def test_a_status_is_written_where_none_was() -> None:
    """Only the attributes of that provision are added; its id is written with them."""
    new = set_status(parse_text(SOURCE), "towns", Status.AGREED, by=["North", "United Front"], on=dt.date(2026, 11, 1))
    written = ' {#towns .agreed by=North,"United Front" on=2026-11-01}'
    assert new == SOURCE.replace("from the towns;", "from the towns;" + written)
    assert parse_text(new)["towns"].agreed_by == ("North", "United Front")


@pytest.mark.parametrize(
    ("provision", "before", "after"),
    [
        ("verify", "{#verify .proposed}", "{#verify .agreed}"),
        ("days", "{#days}", "{#days .agreed}"),
        ("withdrawal", "{#withdrawal}", "{#withdrawal .agreed}"),
        ("prisoners", "Article 2. Prisoners", "Article 2. Prisoners {#prisoners .agreed}"),
        ("keep-arms", "their arms.", "their arms. {#keep-arms .agreed}"),
    ],
)
def test_a_status_is_changed_in_its_place(provision: str, before: str, after: str) -> None:
    """The attributes are written where they stood, on a line of their own or behind the words."""
    new = set_status(parse_text(SOURCE), provision, Status.AGREED)
    assert new == SOURCE.replace(before, after)
    assert parse_text(new)[provision].status is Status.AGREED


def test_links_are_set_and_the_rest_stays() -> None:
    """Other attributes of the provision are kept."""
    new = set_attributes(parse_text(SOURCE), "verify", links=Links(issues=("monitoring",)))
    assert "{#verify .proposed issue=monitoring}" in new


def test_an_id_that_is_taken_is_refused() -> None:
    """Two provisions never get the same id."""
    with pytest.raises(EditError, match="it is taken"):
        set_attributes(parse_text(SOURCE), "verify", id="days")


def test_an_unknown_provision_is_named() -> None:
    """The error says which provisions there are."""
    with pytest.raises(EditError, match="there is no provision 'nothing'; the text has 'withdrawal', 'days'"):
        set_status(parse_text(SOURCE), "nothing", None)


def test_an_ordinary_agreement_is_marked_before_it_is_edited() -> None:
    """An edit of plain text would write marks that its reader would not keep."""
    with pytest.raises(EditError, match="to_markdown"):
        set_status(parse_text("1. One.", plain=True, tolerant=True), "one", None)


def test_words_are_replaced_and_what_stands_under_them_stays() -> None:
    """Number, attributes and children are kept; a second paragraph is set in."""
    new = replace_provision(parse_text(SOURCE), "days", "The forces stay [for now].\n\nSo be it.")
    document = parse_text(new)
    assert document["days"].text == "The forces stay [for now]. So be it."
    assert [each.parent for each in document.provisions if each.number in {"a", "b"}] == ["days", "days"]
    assert new.endswith(SOURCE[SOURCE.index("   (a)") :])


def test_words_under_a_heading_are_replaced() -> None:
    """The heading line stays as it is."""
    new = replace_provision(parse_text(SOURCE), "prisoners", "All for all.")
    assert new == SOURCE.replace("Prisoners are released.\n\nFamilies are told.", "All for all.")


def test_words_that_break_the_grammar_are_refused() -> None:
    """An edit never leaves a text that cannot be read."""
    with pytest.raises(TextError, match="does not close"):
        replace_provision(parse_text(SOURCE), "verify", "The [Commission")


@pytest.mark.parametrize(
    ("where", "parent"), [({"after": "days"}, "withdrawal"), ({"under": "days"}, "days"), ({"after": "withdrawal"}, "")]
)
def test_a_provision_is_added_where_it_belongs(where: dict[str, str], parent: str) -> None:
    """It stands behind or under the one named, and nothing else changes."""
    headed = not parent
    clause = Clause(id="new", marker="Article 7." if headed else "9.", headed=headed, words=("Something new.",))
    new = add_provision(parse_text(SOURCE), clause, **where)  # type: ignore[arg-type]
    document = parse_text(new)
    assert document["new"].parent == parent
    assert document["new"].text == "Something new."
    assert {each.id for each in document.provisions} == {each.id for each in parse_text(SOURCE).provisions} | {"new"}


def test_a_provision_is_added_to_an_empty_text() -> None:
    """The first provision makes a text of nothing."""
    assert add_provision(parse_text(""), Clause(id="one", marker="1.", words=("One.",))) == "1. One. {#one}\n"


def test_a_provision_is_taken_out_with_what_stands_under_it() -> None:
    """The rest of the text stays to the character."""
    new = remove_provision(parse_text(SOURCE), "days")
    start, end = SOURCE.index("1. The forces"), SOURCE.index("2. The Commission")
    assert new == SOURCE[:start] + SOURCE[end:]


def test_a_bracket_is_replaced_by_one_of_its_texts() -> None:
    """Any span may be replaced, and the result is read again."""
    document = parse_text(SOURCE)
    bracket = document["days"].body[1]
    new = replace_span(document, bracket.start, bracket.end, "30")
    assert parse_text(new)["days"].text == "The forces leave within 30 days."


def test_renumbering_changes_numbers_and_no_ids() -> None:
    """After one is added and one taken out the numbers follow the order, and every id stays."""
    document = parse_text(write_ids(parse_text(SOURCE)))
    added = parse_text(add_provision(document, Clause(id="new", marker="1.", words=("New.",)), after="days"))
    removed = parse_text(remove_provision(added, "towns"))
    new = parse_text(renumber(removed))
    assert [each.id for each in new.provisions] == [each.id for each in removed.provisions]
    assert [each.number for each in new.provisions] == ["Article 1", "1", "a", "", "2", "3", "Article 2"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3. a\n\n5. b\n", ["1", "2"]),
        ("4.1 a\n\n4.3 b\n", ["4.1", "4.2"]),
        ("3. x\n\n   3.2 a\n   3.3 b\n\n7. y\n   7.1 c\n", ["1", "1.1", "1.2", "2", "2.1"]),
        ("(h) a\n\n(j) b\n", ["a", "b"]),
        ("(i) a\n\n(iii) b\n\n(iv) c\n", ["i", "ii", "iii"]),
        ("## Article 2. A\n\n## Article 5. B\n", ["Article 1", "Article 2"]),
        (
            "## Chapter I\n\n### Article 1\n\n## Chapter II\n\n### Article 4\n",
            ["Chapter I", "Article 1", "Chapter II", "Article 2"],
        ),
        ("1. a\n\n[North:\n\n3. b\n\n| South:\n\n3. c\n\n4. d\n\n]\n\n9. e\n", ["1", "2", "2", "3", "4"]),
        ("- a\n- b\n", ["", ""]),
    ],
)
def test_numbers_of_every_kind_follow_the_order(before: str, after: list[str]) -> None:
    """Digits, letters, Roman numbers, dotted numbers and articles are counted, each list for itself."""
    document = parse_text(renumber(parse_text(before)))
    assert [each.number for each in document.provisions] == after
