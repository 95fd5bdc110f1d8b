"""For whom tables are made, what they can be made from, and what they refuse."""

from __future__ import annotations

import msgspec
import pytest
import table_sample as sample

from goodoffices.brief import build_brief
from goodoffices.desk.tables import (
    Ground,
    ReportLine,
    build_table,
    entry_table,
    make_table,
)
from goodoffices.record import (
    InputError,
    Marking,
    make_statement,
)
from goodoffices.record.findings import build


@pytest.fixture(scope="module")
def ground() -> Ground:
    """The ground of the made-up process."""
    return sample.ground()


def test_a_table_is_marked_as_restricted_as_all_that_its_view_shows(ground: Ground) -> None:
    """A table of clear rows from a view that shows a green report is green: labels and counts tell of the rest."""
    roles = build_table("quotes", ground)
    assert set(roles.column("marking")) == {"CLEAR"}
    assert (roles.marking, roles.audience) == (Marking.GREEN, Marking.AMBER)


def test_what_the_audience_may_not_see_is_refused() -> None:
    """A judgement, statement or note above the audience of the brief cannot get into its tables."""
    secret = make_statement(sample.statements()[0].content, sample.statements()[0].evidence, reader="hand/1")
    red = msgspec.structs.replace(secret, marking=Marking.RED)
    with pytest.raises(InputError, match=r"tables for TLP:AMBER cannot hold what is marked TLP:RED"):
        Ground.of(sample.brief(), statements=(red,))


def test_an_actor_that_is_not_shown_has_no_name_and_no_id_in_its_place() -> None:
    """A position of a party whom the audience is not shown does not give the party's id for its name."""
    kept = [each for each in sample.statements() if each.kind == "position"]
    ground = Ground.of(build_brief(build(sample.reports(), kept), audience=Marking.RED))
    assert set(build_table("positions", ground).column("party")) == {"an actor not shown"}


def test_reports_can_come_from_elsewhere_than_the_brief() -> None:
    """A brief that was made without its texts has tables all the same, from the reports as a list shows them."""
    brief = build_brief(sample.findings(), audience=Marking.AMBER, texts=False)
    lines = [
        ReportLine(report=report, number=n, characters=len(report.text)) for n, report in enumerate(sample.reports(), 1)
    ]
    ground = Ground.of(brief, reports=lines)
    assert build_table("reports", ground).column("title") == (sample.MARKUP, "-1+1")
    assert sample.MARKUP in build_table("positions", ground).column("report_title")


def test_findings_can_be_listed_without_a_brief(ground: Ground) -> None:
    """Some entries make a table by themselves, and an entry of another kind is refused with a word."""
    entries = [entry for entry in sample.brief().entries if entry.kind == "position"]
    bare = Ground(audience=Marking.RED, marking=Marking.RED, reports=ground.reports, names=ground.names)
    assert entry_table("positions", entries, bare).rows == build_table("positions", ground).rows
    with pytest.raises(InputError, match=r"a position is no row of the table 'meetings'"):
        entry_table("meetings", entries, bare)
    with pytest.raises(InputError, match="is made from a brief, and there is none"):
        build_table("matrix", bare)


def test_no_such_table_and_no_such_column_are_told_with_those_that_there_are(ground: Ground) -> None:
    """An error names what can be asked for."""
    with pytest.raises(InputError, match="there is no table 'position'; there are findings, positions"):
        build_table("position", ground)
    with pytest.raises(InputError, match="have no column 'colour'; they have id, label"):
        build_table("positions", ground).column("colour")
    with pytest.raises(InputError, match="a search has hits"):
        build_table("hits", ground)


def test_a_table_of_ones_own_must_fit_its_columns() -> None:
    """A row of the wrong length, a name that is none and a name that comes twice are refused."""
    columns = [("name", "Name", "text"), ("share", "Share", "number")]
    made = make_table("deal_front", "Front", columns, [("a", 0.5)], audience=Marking.RED, marking=Marking.GREEN)  # type: ignore[arg-type]
    assert (made.names, made.column("share")) == (("name", "share"), (0.5,))
    for name, rows, wanted in (
        ("deal_front", [("a",)], "row 1 of 'deal_front' has 1 cells for 2 columns"),
        ("Deal front", [], "'Deal front' cannot name a table or column"),
    ):
        with pytest.raises(InputError, match=wanted):
            make_table(name, "Front", columns, rows, audience=Marking.RED, marking=Marking.RED)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="'name' cannot name a table or column"):
        make_table("x", "X", [columns[0], columns[0]], [], audience=Marking.RED, marking=Marking.RED)  # type: ignore[list-item]
