"""PDF: the text layer of each page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from goodoffices.read.lines import ends_sentence
from goodoffices.record import UnreadableReport

from .decoding import clean
from .draft import Draft
from .extra import library
from .handed import Handed

__all__ = ["read_pdf"]

_SECONDS = 8.0
_BROKEN_WORD = re.compile("[\x02\ufffe]\\s*")
"""What PDFium gives for the hyphen of a word that is broken at the end of a line."""


def read_pdf(handed: Handed) -> Iterator[Draft]:
    """Read the text of a PDF, its pages joined.

    Raises:
        UnreadableReport: If it is damaged, locked, a scan without text, or takes more than eight seconds.
    """
    pdfium = library("pypdfium2", reads="a PDF")
    data = handed.read()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        msg = "is locked with a password; unlock it" if "password" in str(error).lower() else "is a damaged PDF"
        raise UnreadableReport(msg) from None
    try:
        text = _joined(_pages(document))
        title = document.get_metadata_value("Title").strip()
    except pdfium.PdfiumError as error:
        msg = f"is a damaged PDF ({error})"
        raise UnreadableReport(msg) from None
    finally:
        document.close()
    if not text.strip():
        msg = "is a PDF without text, most likely a scan; run text recognition (OCR) on it first"
        raise UnreadableReport(msg)
    yield Draft(text=clean(text), path=handed.name, title=title if " " in title else None, url=handed.url)


def _pages(document: Any) -> Iterator[str]:  # noqa: ANN401  the library has no types
    deadline = time.monotonic() + _SECONDS
    for number in range(len(document)):
        if time.monotonic() > deadline:
            msg = f"is a PDF whose first {number} pages took {_SECONDS:g} s; hand in the pages that count"
            raise UnreadableReport(msg)
        page = document[number]
        text = page.get_textpage()
        yield _BROKEN_WORD.sub("", text.get_text_bounded().replace("\r\n", "\n"))
        text.close()
        page.close()


def _joined(pages: Iterator[str]) -> str:
    """Join pages: a sentence that goes on over the page's end goes on in the text."""
    pieces: list[str] = []
    for page in pages:
        if pieces:
            pieces.append("\n\n" if ends_sentence(pieces[-1]) else "\n")
        pieces.append(page.strip("\n"))
    return "".join(pieces)
