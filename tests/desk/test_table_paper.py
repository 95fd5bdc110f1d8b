"""Tables as documents and charts as pictures: marked, readable, and with nothing in them that runs."""

from __future__ import annotations

import io
import zipfile

import docx
import msgspec
import pytest
import table_sample as sample

from goodoffices.brief.drawing import timeline_chart
from goodoffices.desk.tables import (
    Ground,
    build_table,
    citations_docx,
    citations_text,
    matrix_chart,
    to_docx,
    to_png,
)
from goodoffices.desk.tables.docx_form import DOCX_ROWS
from goodoffices.record import InputError, Marking


@pytest.fixture(scope="module")
def ground() -> Ground:
    """The ground of the made-up process."""
    return sample.ground()


def test_a_document_is_marked_landscape_and_repeats_its_head(ground: Ground) -> None:
    """Marking in head and foot, landscape, the head of the table on every page, the sentences in the cells."""
    table = build_table("positions", ground)
    document = docx.Document(io.BytesIO(to_docx(table)))
    section = document.sections[0]
    assert section.page_width > section.page_height
    assert section.header.paragraphs[0].text == section.footer.paragraphs[0].text == "TLP:GREEN"
    shown = document.tables[0]
    assert [cell.text for cell in shown.rows[0].cells] == [column.label for column in table.fitting.columns]
    assert len(shown.rows) == len(table) + 1
    assert "w:tblHeader" in shown.rows[0]._tr.xml  # noqa: SLF001  the library has no other door to it
    assert "Made on 2026-03-17 18:30 UTC for TLP:AMBER. case sample" in [each.text for each in document.paragraphs]


@pytest.mark.parametrize("name", sample.NAMES)
def test_every_table_can_be_a_document(name: str, ground: Ground) -> None:
    """Each table makes a document that opens, also an empty one, which says so."""
    table = build_table(name, ground)
    document = docx.Document(io.BytesIO(to_docx(table)))
    assert len(document.tables) == (1 if len(table) else 0)
    if not len(table):
        assert "There is nothing of this sort." in [each.text for each in document.paragraphs]


def test_a_long_table_says_what_is_left_out() -> None:
    """A document takes so many rows, and says where the others are."""
    document = docx.Document(io.BytesIO(to_docx(sample.one_column(*map(str, range(DOCX_ROWS + 1))))))
    assert f"The first {DOCX_ROWS} of {DOCX_ROWS + 1} rows stand here; XLSX and CSV have all of them." in [
        each.text for each in document.paragraphs
    ]
    assert len(document.tables[0]._tbl.tr_lst) == DOCX_ROWS + 1  # noqa: SLF001  counting its cells takes minutes


def test_hostile_words_are_words_in_a_document() -> None:
    """Markup and control characters out of a report do not break a document."""
    document = docx.Document(io.BytesIO(to_docx(sample.one_column("<w:p/>&\x00", "]]>", "a\nb"))))
    assert [row.cells[0].text for row in document.tables[0].rows] == ["It", "<w:p/>&\ufffd", "]]>", "a\nb"]


def test_citations_have_sentences_quotes_and_sources(ground: Ground) -> None:
    """The list of findings has each with its quotes, their sources, and the reports with their numbers; no links."""
    brief = sample.brief()
    positions = [entry for entry in brief.entries if entry.kind == "position"]
    data = citations_docx((*positions, *brief.disputes), ground, title="For the note")
    texts = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    assert texts[0] == "For the note"
    assert any(text.startswith("P") and "Vesk rejects: a border on the river" in text for text in texts)
    assert any("“Vesk rejects a border on the river.”" in text and "3 March 2026" in text for text in texts)
    assert any(text.startswith("[1] ") and "javascript:alert(1)" in text for text in texts)
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert not any(b"hyperlink" in parts.read(name) for name in parts.namelist() if name.startswith("word/document"))


def test_citations_as_text_are_those_of_the_brief() -> None:
    """Each citation is a paragraph; nothing gives nothing."""
    entries = sample.brief().entries[:3]
    assert citations_text(entries).split("\n\n") == [entry.citation for entry in entries]
    assert citations_text(()) == ""


def test_charts_become_pictures_with_their_marking(ground: Ground) -> None:
    """The matrix and the timeline are drawn as pictures of the width asked for."""
    brief = sample.brief()
    for chart in (matrix_chart(brief.matrices[0]), timeline_chart(brief.timeline)):
        picture = to_png(str(chart), title=sample.MARKUP, marking=ground.marking, width_px=800)
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert abs(int.from_bytes(picture[16:20], "big") - 800) <= 1


def test_hostile_names_are_words_in_a_chart() -> None:
    """The name of a party does not become an element of the matrix."""
    brief = sample.brief()
    part = brief.matrices[0]
    named = msgspec.structs.replace(part.parties[0], name="<a>&")
    chart = str(matrix_chart(msgspec.structs.replace(part, parties=(named, *part.parties[1:]))))
    assert "&lt;a&gt;&amp;" in chart
    assert "<a>" not in chart


@pytest.mark.parametrize(
    ("svg", "width_px", "wanted"),
    [
        ("<p>no chart</p>", 100, "that is no chart"),
        ('<svg viewBox="0 0 10 10"><g></svg>', 100, "the chart cannot be drawn"),
        ('<svg viewBox="0 0 10 10"></svg>', 0, "1 to 8000 pixels"),
        ('<svg viewBox="0 0 10 10"></svg>', 1_000_000, "1 to 8000 pixels"),
    ],
)
def test_what_is_no_chart_is_refused(svg: str, width_px: int, wanted: str) -> None:
    """A picture is drawn of charts alone, and of a size that can be drawn."""
    with pytest.raises(InputError, match=wanted):
        to_png(svg, title="t", marking=Marking.CLEAR, width_px=width_px)
