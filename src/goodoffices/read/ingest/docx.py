"""Word documents (.docx): paragraphs, headings, lists and tables in their order, as Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from goodoffices.record import UnreadableReport

from . import markdown
from .decoding import clean
from .draft import Draft
from .extra import library
from .handed import Handed

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["read_docx"]

_UNPACKED_BYTES = 100_000_000
_BODY_BYTES = 20_000_000
"""Unpacked, the text of a thousand pages takes 10 MB; a zip bomb says so in its own table of contents."""
_HEADING = re.compile(r"heading (\d)|title", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number|paragraph)(?: (\d))?", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(handed: Handed) -> Iterator[Draft]:
    """Read a Word document; what tracked changes delete is left out, what they insert is read.

    Raises:
        UnreadableReport: If it is damaged, or would unpack to more than a document can be.
    """
    docx = library("docx", reads="a Word document")
    data = handed.read()
    _require_modest(data)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(filter(None, _blocks(document)))
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        # SyntaxError is what lxml's XMLSyntaxError is
        msg = f"is a damaged Word document ({str(error)[:80]})"
        raise UnreadableReport(msg) from None
    properties = document.core_properties
    yield Draft(
        text=clean(text),
        path=handed.name,
        title=properties.title or None,
        author=properties.author if properties.author not in {"", "python-docx"} else None,
        url=handed.url,
        layout="markdown",
    )


def _require_modest(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sizes = {entry.filename: entry.file_size for entry in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        msg = f"is a damaged Word document ({error})"
        raise UnreadableReport(msg) from None
    if (
        sum(sizes.values()) > _UNPACKED_BYTES
        or max((size for name, size in sizes.items() if name.endswith(".xml")), default=0) > _BODY_BYTES
    ):
        msg = f"would unpack to {sum(sizes.values()) / 1e6:.0f} MB, more than a report can be; hand in its text"
        raise UnreadableReport(msg)


def _blocks(document: Any) -> Iterator[str]:  # noqa: ANN401  the library has no types
    items: list[str] = []
    for block in document.iter_inner_content():
        written = _table(block) if hasattr(block, "rows") else _paragraph(block)
        if written.lstrip().startswith("- "):
            items.append(written)
            continue
        yield "\n".join(items)
        items = []
        yield written
    yield "\n".join(items)


def _paragraph(paragraph: Paragraph) -> str:
    text = _text(paragraph._p)  # noqa: SLF001  the only way to text in tracked insertions
    name = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    heading = _HEADING.match(name)
    if heading:
        return markdown.heading(int(heading[1] or 1), text)
    listed = _LIST.match(name)
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None  # noqa: SLF001  the same
    if numbered or (listed and listed[1].lower() != "paragraph"):
        return markdown.item(int((listed and listed[2]) or 1), text)
    return markdown.paragraph(text)


def _table(table: Table) -> str:
    return markdown.table([[_text(cell._tc) for cell in row.cells] for row in table.rows])  # noqa: SLF001  the same


def _text(element: Any) -> str:  # noqa: ANN401  the library has no types
    """The words of an element, those of text boxes aside, which Word stores twice."""
    pieces = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        boxed = any(parent.tag == f"{_W}txbxContent" for parent in node.iterancestors())
        pieces.append("" if boxed else (node.text or "") if node.tag == f"{_W}t" else " ")
    return "".join(pieces)
