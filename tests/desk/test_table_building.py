"""Tables of everything: what stands in them, for whom, and what they refuse."""

from __future__ import annotations

import datetime as dt

import pytest
import table_sample as sample

from goodoffices.brief import build_brief
from goodoffices.desk.tables import (
    Ground,
    Table,
    build_table,
    empty_table,
    evidence_of,
    grid,
    hit_table,
    layouts,
    link_of,
    make_table,
)
from goodoffices.record import (
    AssertionContent,
    AssessmentNote,
    InputError,
    Marking,
    Rejection,
    Verdict,
    make_judgement,
    make_note,
    make_statement,
)
from goodoffices.record.findings import build, standing
from goodoffices.record.view import Hit

BUILT = [name for name in layouts() if name != "hits"]


@pytest.fixture(scope="module")
def ground() -> Ground:
    """The ground of the made-up process."""
    note = make_note(
        AssessmentNote(text="The river is the key.", confidence="moderate"),
        by="Ana",
        at=sample.MADE,
        why="both reports",
        rests_on=(sample.reports()[0].id,),
    )
    return Ground.of(
        sample.brief(),
        judgements=sample.judgements(),
        statements=sample.statements(),
        notes=(note,),
        note="case sample",
    )


def cells(table: Table, at: int = 0) -> dict[str, object]:
    """One row by the names of its columns."""
    return dict(zip(table.names, table.rows[at], strict=True))


@pytest.mark.parametrize("name", BUILT)
def test_every_table_has_a_cell_a_column_of_the_columns_type(name: str, ground: Ground) -> None:
    """Each row of each table fits its columns, and each cell the type that its column names."""
    types = {
        "text": str,
        "id": str,
        "number": int | float,
        "date": dt.date,
        "moment": dt.datetime,
        "list": tuple,
        "flag": bool,
    }
    table = build_table(name, ground)
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or isinstance(cell, types[column.type]), (name, column.name, cell)
            if column.choices and cell is not None:
                assert cell in column.choices, (name, column.name, cell)
            if column.type == "list":
                assert isinstance(cell, tuple)
                assert all(isinstance(each, str) for each in cell)


@pytest.mark.parametrize("name", layouts())
def test_every_layout_names_its_columns_once_and_shows_some_of_them(name: str, ground: Ground) -> None:
    """No two columns of a table have one name, and those that fit a page are among them."""
    table = empty_table(name, ground)
    assert len(set(table.names)) == len(table.names)
    assert set(table.shown) <= set(table.names)
    assert 0 < len(table.fitting.columns) <= 10


def test_a_position_has_its_party_its_stance_and_its_sentence(ground: Ground) -> None:
    """A row of positions says who stands how to what, with the words of the report and where they stand in it."""
    table = build_table("positions", ground)
    row = next(cells(table, at) for at in range(len(table)) if cells(table, at)["issue"] == "detainees")
    text = sample.reports()[1].text
    assert (row["party"], row["stance"], row["issue_label"]) == ("Vesk", "demands", "Detainees")
    assert text[row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]  # both are numbers
    assert (row["report_title"], row["published"], row["marking"]) == ("-1+1", None, "GREEN")


def test_an_unknown_day_is_empty_and_a_known_one_a_day(ground: Ground) -> None:
    """Nothing stands for a day that no report gives."""
    meeting = cells(build_table("meetings", ground))
    assert meeting["when_earliest"] == meeting["when_latest"] == dt.date(2026, 3, 2)
    assert meeting["participants"] == ("Orlia", "Vesk") or meeting["participants"] == ("Vesk", "Orlia")
    assert meeting["condition"] is None


def test_every_span_of_every_finding_is_a_row_of_evidence(ground: Ground) -> None:
    """The table of evidence has the spans of all findings, each with the report's own characters and an address."""
    texts = {report.id: report.text for report in sample.reports()}
    table = build_table("evidence", ground)
    of_findings = [cells(table, at) for at in range(len(table)) if cells(table, at)["kind"] != "disagreement"]
    assert len(of_findings) == sum(len(finding.evidence) for finding in sample.findings().findings)
    for row in of_findings:
        assert texts[str(row["report"])][row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]  # numbers
        assert row["permalink"] == f"{row['report']}#char={row['start']},{row['end']}"


def test_a_server_puts_its_own_addresses_on_evidence() -> None:
    """The address of a span is written by whoever shows the tables."""
    ground = Ground.of(sample.brief(), link=link_of("http://127.0.0.1:8000/reports/"))
    link = build_table("evidence", ground).column("permalink")[0]
    assert str(link).startswith("http://127.0.0.1:8000/reports/r-")


def test_a_disagreement_has_its_sides_in_one_row_and_a_row_each(ground: Ground) -> None:
    """Both tables of disagreements hold the same sides."""
    whole = build_table("disagreements", ground)
    assert len(whole) == len(sample.findings().disagreements) > 0
    sides = build_table("sides", ground)
    told = [text for row in whole.column("sides") if isinstance(row, tuple) for text in row]
    assert list(sides.column("text")) == told


def test_evidence_of_one_disagreement_has_the_spans_of_its_sides(ground: Ground) -> None:
    """One finding or disagreement by its id has its own spans alone, and an id that is nothing is refused."""
    dispute = sample.findings().disagreements[0]
    rows = evidence_of(dispute.id, ground)
    assert list(rows.column("quote")) == [span.quote for side in dispute.sides for span in side.evidence]
    finding = sample.findings().findings[0]
    assert len(evidence_of(finding.id, ground)) == len(finding.evidence)
    with pytest.raises(InputError, match="there is no finding 'f-none'"):
        evidence_of("f-none", ground)


def test_a_judgement_that_was_taken_back_does_not_stand(ground: Ground) -> None:
    """All words are listed, and each says whether it stands."""
    table = build_table("judgements", ground)
    assert table.column("verdict") == ("unsure", "retract", "confirm")
    assert table.column("stands") == (False, True, True)


def test_a_retraction_that_was_taken_back_lets_the_word_stand_again() -> None:
    """What stands is what `standing` of the findings says, and a retraction stands unless it was taken back."""
    first, back, stands = sample.judgements()
    again = make_judgement(back.id, Verdict.RETRACT, by="Ana", at=sample.MADE + dt.timedelta(hours=3), why="no")
    words = (first, back, stands, again)
    table = build_table("judgements", Ground.of(sample.brief(), judgements=words))
    assert table.column("stands") == (True, False, True, True)
    assert {each.id for each in standing(words)} == {first.id, stands.id}


def test_the_matrix_tells_silent_from_unknown_and_lays_out_as_a_grid(ground: Ground) -> None:
    """A cell is stated, silent or unknown; the grid has a column a party, and the red line in words."""
    matrix = build_table("matrix", ground)
    assert set(matrix.column("state")) <= {"stated", "silent", "unknown"}
    laid_out = grid(matrix)
    assert laid_out.names[:2] == ("issue", "issue_label")
    assert set(laid_out.names[2:]) == {"Orlia", "Vesk"}
    row = next(cells(laid_out, at) for at in range(len(laid_out)) if laid_out.rows[at][0] == "territory")
    assert (row["Orlia"], row["Vesk"]) == ("accepts (1)", "rejects (1); red line")


def test_two_parties_of_one_name_keep_apart_in_the_grid() -> None:
    """A name that comes twice, or is that of another column, carries its id."""
    columns = build_table("matrix", Ground.of(sample.brief())).columns
    rows = [
        ("territory", "Territory", name, party, "stated", ("accepts (1)",), 1, False, False, ())
        for name, party in (("Front", "a-1"), ("Front", "a-2"), ("issue", "a-3"))
    ]
    matrix = make_table("matrix", "M", columns, rows, audience=Marking.RED, marking=Marking.RED)
    assert grid(matrix).names[2:] == ("Front (a-1)", "Front (a-2)", "issue (a-3)")


def test_the_timeline_is_in_order_and_unknown_days_come_last(ground: Ground) -> None:
    """Meetings and events stand by their days."""
    days = build_table("timeline", ground).column("when_earliest")
    known = [day for day in days if isinstance(day, dt.date)]
    assert known == sorted(known)
    assert list(days[: len(known)]) == known


def test_a_statement_says_what_it_says_in_a_sentence() -> None:
    """Statements are listed with a sentence each, an assertion with its clause."""
    first = sample.reports()[0]
    clause = first.evidence(first.text.index("Orlia and"), first.text.index("2 March") + 7)
    asserted = make_statement(
        AssertionContent(act="attend", holds=True, text="Orlia and Vesk met"), (clause,), reader="hand/1"
    )
    ground = Ground.of(sample.brief(), statements=(*sample.statements(), asserted))
    says = build_table("statements", ground).column("says")
    assert "Vesk rejects: a border on the river" in says
    assert says[-1] == "Orlia and Vesk met"


def test_a_search_gives_its_passages(ground: Ground) -> None:
    """A hit has the words with what stands around them, and a title alone has none."""
    report = sample.reports()[0]
    start = report.text.index("ceasefire")
    hits = [Hit(report=report, evidence=(report.evidence(start, start + 9),)), Hit(report=report, evidence=())]
    passages = hit_table(hits, ground).column("passages")
    assert isinstance(passages[0], tuple)
    assert "called the ceasefire agreed" in passages[0][0]
    assert passages[0][0].startswith("…")
    assert passages[1] == ()


def test_what_was_not_taken_is_listed() -> None:
    """Rejections are a table with their reasons."""
    left = build(sample.reports(), sample.statements(), rejections=[Rejection("03.pdf", "it holds no text")])
    table = build_table("rejections", Ground.of(build_brief(left, audience=Marking.AMBER)))
    assert table.rows == (("03.pdf", "it holds no text"),)
