"""A table as a Word document: landscape, the head repeated on every page, the marking in head and foot."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import InputError

from .plain import plain, xml_text
from .table import Cell, Table

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.oxml.table import CT_Tbl
    from docx.section import Section

__all__ = ["DOCX_ROWS", "new_document", "saved", "to_docx"]

DOCX_ROWS = 2_000
"""Rows that a document takes: about a hundred pages. It says so where there are more."""
_LONGEST_WORD, _LONGEST_TEXT = 14, 36
"""Characters up to which the words, and the texts, of a column count for its width."""
_MEASURED_ROWS = 200
_WIDTH_TWIPS = 14_400
"""Of a landscape page of A4 between its margins."""


def to_docx(table: Table) -> bytes:
    """Write a table as a Word document, with the columns that fit a page.

    Args:
        table: The table; of more than `DOCX_ROWS` rows the first ones, and the document says so.

    Raises:
        InputError: If python-docx, which makes the document, is not installed.
    """
    document = new_document(table, landscape=True)
    shown = table.fitting
    if len(table) > DOCX_ROWS:
        left_out = f"The first {DOCX_ROWS} of {len(table)} rows stand here; XLSX and CSV have all of them."
        document.add_paragraph(left_out)
    elif not table.rows:
        document.add_paragraph("There is nothing of this sort.")
    if table.rows:
        document.element.body.insert(len(document.element.body) - 1, _grid(shown, shown.rows[:DOCX_ROWS]))
    return saved(document)


def new_document(table: Table, *, landscape: bool) -> Made:
    """Begin a document with its title, what it is, and its marking on every page.

    Raises:
        InputError: If python-docx is not installed.
    """
    try:
        from docx import Document  # noqa: PLC0415  an extra
    except ImportError:
        msg = "DOCX needs python-docx, which is not installed: pip install 'goodoffices[formats]'; or take CSV"
        raise InputError(msg) from None
    document = Document()
    _set_page(document.sections[0], landscape=landscape)
    _mark(document.sections[0], table)
    properties = document.core_properties
    properties.title, properties.author = xml_text(table.title)[:255], "Good Offices"
    properties.keywords, properties.comments = table.marking.label, ""
    if table.generated:
        properties.created = properties.modified = table.generated.replace(tzinfo=None)
    document.add_heading(xml_text(table.title), 0)
    if said := _said(table):
        document.add_paragraph(said)
    return document


def _set_page(section: Section, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415  an extra
    from docx.shared import Mm  # noqa: PLC0415  an extra

    long, short = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)


def _mark(section: Section, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415  an extra

    for place in (section.header, section.footer):
        paragraph = place.paragraphs[0]
        paragraph.text = table.marking.label
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.runs[0].bold = True


def _said(table: Table) -> str:
    made = f"Made on {table.generated:%Y-%m-%d %H:%M} UTC" if table.generated else "Made"
    told = f"{made} for {table.audience.label}."
    return xml_text(f"{told} {table.note}".strip())


def saved(document: Made) -> bytes:
    """Give the bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _grid(table: Table, rows: Iterable[Sequence[Cell]]) -> CT_Tbl:
    """Write the table's own XML: making it cell by cell takes minutes for a thousand rows."""
    from docx.oxml import parse_xml  # noqa: PLC0415  an extra
    from docx.oxml.ns import nsdecls  # noqa: PLC0415  an extra

    shares = [_share(table, at) for at in range(len(table.columns))]
    widths = [round(_WIDTH_TWIPS * share / sum(shares)) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row((column.label for column in table.columns), widths, head=True)
    body = "".join(_row(map(plain, row), widths) for row in rows)
    caption = _escaped(table.title).replace('"', "&quot;")
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{_WIDTH_TWIPS}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{caption}"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _share(table: Table, at: int) -> float:
    """How wide a column should be: its words whole, and longer texts in wider columns."""
    texts = [table.columns[at].label, *(plain(row[at])[:500] for row in table.rows[:_MEASURED_ROWS])]
    word = max(len(word) for text in texts for word in text.split() or [""])
    mean = sum(map(len, texts)) / len(texts)
    return max(4.0, min(word, _LONGEST_WORD), min(mean, _LONGEST_TEXT))


def _row(texts: Iterable[str], widths: Sequence[int], *, head: bool = False) -> str:
    # A row is not torn over two pages; the head stands on each.
    cells = "".join(_cell(text, width, head=head) for text, width in zip(texts, widths, strict=True))
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, *, head: bool) -> str:
    bold = "<w:b/>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEBE6"/>' if head else ""
    lines = _escaped(text).splitlines() or [""]
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:rPr>{bold}<w:sz w:val="16"/></w:rPr>{words}</w:r></w:p>'
        "</w:tc>"
    )


def _escaped(text: str) -> str:
    return xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
