"""What a notebook shows: tables and findings as HTML that is escaped, runs nothing, and reads on light and on dark."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter

from goodoffices import Case
from goodoffices.desk.tables import make_table
from goodoffices.notebook.frame import to_frame
from goodoffices.notebook.rich import SHOWN_ROWS, table_html
from goodoffices.record import Marking

QUESTIONS = ("findings", "positions", "meetings", "timeline", "disagreements", "matrix", "statements", "reports")
TAGS = {
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "details",
    "summary",
    "div",
    "p",
    "span",
    "br",
    "blockquote",
}
ATTRIBUTES = {"style", "scope", "dir"}


class Elements(HTMLParser):
    """Collects the elements, the attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.attributes += attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Each element is closed where it was opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def shown(thing: object) -> str:
    """What IPython's own formatter gives a notebook of a thing."""
    data, _ = DisplayFormatter().format(thing)
    html: str = data["text/html"]
    assert data["text/plain"]
    return html


def things(case: Case) -> list[object]:
    """Everything that has a display."""
    lists = [getattr(case, question)() for question in QUESTIONS]
    findings = list(case.findings())
    return [
        *lists,
        *findings,
        *case.disagreements(),
        case.search("border"),
        case.evidence(findings[0].id),
        case.judgements(),
    ]


def test_every_display_is_plain_elements_without_script(case: Case) -> None:
    """Only elements of text and tables, no address, no event, no style sheet; each closed; hostile words are words."""
    hostile = 0
    for thing in things(case):
        page = Elements(shown(thing))
        assert page.tags <= TAGS
        assert {name for name, _ in page.attributes} <= ATTRIBUTES
        assert page.open == []
        hostile += "<script>alert(1)</script>" in page.text
    assert hostile > 5


def test_no_colour_is_named_but_a_pale_grey_for_lines(case: Case) -> None:
    """Text and ground are the notebook's own, light or dark."""
    for thing in things(case):
        for name, value in Elements(shown(thing)).attributes:
            if name == "style" and value:
                assert "#" not in value
                assert value.replace("color:inherit", "").replace("rgba(128,128,128,.4)", "").count("color:") == 0


def test_a_table_has_a_caption_and_heads(case: Case) -> None:
    """The caption says what, how many, the marking and for whom; columns and rows have heads."""
    html = shown(case.positions())
    assert "<caption" in html
    assert "<strong>Positions</strong> (4) · TLP:RED · made for TLP:RED · case river.goodoffices" in html
    assert html.count('scope="col"') == len(case.positions().table.fitting.columns)
    assert html.count('scope="row"') == 4


def test_a_long_list_shows_its_first_rows_and_says_so() -> None:
    """Twenty rows are shown of more, and a long sentence opens in its cell."""
    rows = [(f"r{n}", "word " * 200) for n in range(50)]
    columns: Any = [("id", "Id", "id"), ("text", "Text", "text")]
    html = table_html(make_table("x", "X", columns, rows, audience=Marking.RED, marking=Marking.RED))
    assert html.count("<tr>") == SHOWN_ROWS + 1
    assert "(50, the first 20 shown)" in html
    assert html.count("<details>") == SHOWN_ROWS


def test_a_finding_shows_its_sentences_and_their_place(case: Case) -> None:
    """A finding stands with its quotes, the report, the offsets, and what speaks against it."""
    finding = case.positions(issue="territory", stance="rejects")[0]
    page = Elements(shown(finding))
    span = finding.evidence[0]
    assert "Vesk rejects: a border on the river" in page.text
    assert f"“{finding.quotes[0]}”" in page.text
    assert f"{span.report} [{span.start}, {span.end})" in page.text
    assert "red line" in page.text
    assert "1 independent source ·" in page.text
    assert str(finding) == finding.citation


def test_a_disagreement_shows_its_sides(case: Case) -> None:
    """Each side stands with its speaker, its day and its sentence."""
    dispute = case.disagreements()[0]
    page = Elements(shown(dispute))
    for side in dispute.sides:
        assert side.text in page.text
    assert dispute.id in repr(dispute)


def test_the_matrix_is_shown_with_a_column_a_party(case: Case) -> None:
    """People see the grid; the list of cells is for machines."""
    page = Elements(shown(case.matrix()))
    assert {"Orlia", "Vesk", "rejects (1); red line"} <= {text.strip() for text in page.text.split("\n")} or (
        "Orlia" in page.text and "rejects (1); red line" in page.text
    )


def test_the_plain_form_tells_the_first_rows(case: Case) -> None:
    """Without a notebook a list says what it is and its first rows."""
    told = repr(case.findings())
    assert told.startswith("<Findings: ")
    assert "... and" in told
    assert repr(case) == f"<Case {case.name!r} as TLP:RED sees it>"


def test_a_frame_has_types_that_fit(case: Case) -> None:
    """Days are days, stances categories in the order of the vocabulary, flags boolean, counts whole numbers."""
    frame = case.positions().to_frame()
    assert isinstance(frame["stance"].dtype, pd.CategoricalDtype)
    assert list(frame["stance"].cat.categories[:2]) == ["demands", "offers"]
    assert frame["published"].dtype == "datetime64[s]"
    assert frame["firm"].dtype == "boolean"
    assert frame["sources"].dtype == "Int64"
    assert frame["text"].dtype == "string"
    assert frame["published"].isna().sum() == 1
    assert frame.attrs["marking"] == "TLP:RED"
    assert frame.groupby("stance", observed=True).size().to_dict() == {"offers": 2, "accepts": 1, "rejects": 1}
    meetings = case.meetings().to_frame()
    assert meetings.loc[0, "when_earliest"] == pd.Timestamp(2026, 3, 2)


def test_a_wide_frame_of_the_matrix_has_a_column_a_party(case: Case) -> None:
    """The grid as a frame."""
    assert set(case.matrix().to_frame(wide=True).columns) == {"issue", "issue_label", "Orlia", "Vesk"}


@pytest.mark.parametrize("rows", [0, 1])
def test_a_frame_takes_every_type_also_of_nothing(rows: int) -> None:
    """An empty table has its types; days far from now, moments in another zone and what is unknown come through."""
    kinds = ("text", "number", "date", "moment", "list", "id", "flag")
    columns: Any = [(kind, kind, kind) for kind in kinds]
    moment = dt.datetime(2026, 3, 2, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    far = ("a", 0.5, dt.date(1215, 6, 15), moment, ("a", "b"), "x-1", True)
    frame = to_frame(
        make_table("x", "X", columns, [far, (None,) * 7][: 2 * rows], audience=Marking.RED, marking=Marking.RED)
    )
    assert len(frame) == 2 * rows
    assert str(frame["moment"].dtype) == "datetime64[s, UTC]"
    assert frame["date"].dtype == "datetime64[s]"
    if rows:
        assert frame.loc[0, "moment"] == pd.Timestamp("2026-03-01T23:00:00Z")
        assert frame.loc[0, "date"].year == 1215
        assert frame.loc[0, "list"] == ("a", "b")
        assert frame.loc[1].isna().sum() == 7


def test_without_pandas_a_frame_says_what_to_install(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an extra is missing, the error names it; the rest works."""
    import sys  # noqa: PLC0415  one use

    from goodoffices.record import InputError  # noqa: PLC0415  one use

    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InputError, match=r"pip install 'goodoffices\[notebook\]'"):
        case.positions().to_frame()
    with pytest.raises(InputError, match=r"pip install 'goodoffices\[web\]'"):
        case.positions().to_xlsx("x.xlsx")
    assert case.positions().to_csv()
