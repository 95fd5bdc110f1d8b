"""A page of the room as a Word document: headings, paragraphs, lists and tables, the marking on every page."""

from __future__ import annotations

from collections.abc import Iterable

from goodoffices.brief.watching.sheets.blocks import Block, Heading, Item, Say, Table
from goodoffices.desk.tables import make_table
from goodoffices.desk.tables.docx_form import new_document, saved
from goodoffices.desk.tables.plain import xml_text
from goodoffices.record import Marking

__all__ = ["word_of"]

_ROWS = 400
_LEVELS = 3


def word_of(title: str, blocks: Iterable[Block], *, audience: Marking, marking: Marking) -> bytes:
    """Write blocks as a Word document.

    Args:
        title: Of the document.
        blocks: What stands in it.
        audience: For whom it is made.
        marking: The most restricted marking of what it is made from.

    Raises:
        InputError: python-docx, which makes it, is not installed.
    """
    document = new_document(make_table("report", title, (), (), audience=audience, marking=marking), landscape=False)
    for block in blocks:
        match block:
            case Heading():
                if block.level > 1:
                    document.add_heading(xml_text(block.words), min(block.level, _LEVELS))
            case Say():
                document.add_paragraph(xml_text(block.words))
            case Item():
                document.add_paragraph(
                    xml_text(block.words), style="List Bullet" if not block.depth else "List Bullet 2"
                )
            case Table():
                _add_table(document, block)
    return saved(document)


def _add_table(document: object, block: Table) -> None:
    made = document.add_table(rows=1, cols=len(block.head))  # type: ignore[attr-defined]  # python-docx's own
    made.style = "Table Grid"
    for cell, words in zip(made.rows[0].cells, block.head, strict=True):
        cell.text = xml_text(words)
    for row in block.rows[:_ROWS]:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = xml_text(words)
