"""Cells that name people with their offices: the roll reads them, and the readers of prose do not."""

from __future__ import annotations

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.layout import lay_out
from goodoffices.read.tabled import open_cells
from goodoffices.record import make_report


def _cells(cell: str) -> list[str]:
    text = f"| Date | Who |\n| --- | --- |\n| 3 March | {cell} |\n"
    report = make_report(text, path="r.txt", title="", published=None)
    return [report.text[p.block.start : p.block.end] for p in open_cells(report, lay_out(report), 0)]


@pytest.mark.parametrize(
    "cell", ["Foreign Minister Rama Thapa", "Visit of Lieutenant-General Lars Berg", "The envoy and President Ilo Mar"]
)
def test_a_cell_that_names_an_officer_is_parsed(cell: str) -> None:
    """A name behind an office or a rank is a person's."""
    assert _cells(cell) == [cell]


@pytest.mark.parametrize(
    "cell", ["the two ministers", "Agreed in principle", "Minister", "President and Prime Minister"]
)
def test_a_cell_without_a_name_is_left_alone(cell: str) -> None:
    """An office alone names nobody."""
    assert _cells(cell) == []


def test_a_person_whom_only_a_table_names_is_an_actor_with_a_role() -> None:
    """The roster has the person, the office and the cell that tells of both; the sentences are those of the prose."""
    text = "Talks went on.\n\n| Date | Who |\n| --- | --- |\n| 3 March | Foreign Minister Rama Thapa of Nepal |\n"
    context = open_context(make_report(text, path="r.txt", title="", published=None))
    roster = context.roster
    assert [(roster.actors[r.person].name, r.title) for r in roster.roles] == [("Rama Thapa", "Foreign Minister")]
    assert [sentence.text for sentence in context.sentences] == ["Talks went on."]


def test_a_table_of_names_without_end_is_not_parsed() -> None:
    """A list of hundreds is something else, and would cost more than it tells."""
    text = "| Date | Who |\n| --- | --- |\n" + "| 3 March | Minister Rama Thapa |\n" * 500
    report = make_report(text, path="r.txt", title="", published=None)
    assert open_cells(report, lay_out(report), 0) == ()
