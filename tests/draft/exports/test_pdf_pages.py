"""The text as a PDF: tagged, the same bytes each time, in any script, with its marking on every page."""

from __future__ import annotations

import sys

import pypdfium2
import pytest

from goodoffices.draft.errors import FormError
from goodoffices.draft.exports.pages import to_pdf
from goodoffices.draft.text import parse_text

SOURCE = """---
title: Protocol on the lines
marking: AMBER
---

## Article 1. Withdrawal {#withdrawal .agreed by=North on=2026-11-01}

1. The forces leave [North: the zone | South: the **whole** zone], see [the map](https://example.org/map). {#leave}

   - from the towns; {#towns}

2. تنسحب القوات من المنطقة. {#ar}

3. Войска выходят, και οι δυνάμεις αποχωρούν. {#cy}

[North:

4. All leave. {#all}

]
"""


def pages(data: bytes) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_a_page_holds_the_words_the_numbers_and_the_signs() -> None:
    """Brackets, parties, status, bullets and both directions of writing are on it."""
    page = " ".join(pages(to_pdf(parse_text(SOURCE)))[0].split())
    for words in (
        "Protocol on the lines", "Article 1. Withdrawal (agreed by North on 2026-11-01)",
        "[North: the zone | South: the whole zone]",
        "• from the towns;", "Войска", "αποχωρούν", "القوات", "4. All leave.", "1 / 1",
    ):  # fmt: skip
        assert words in page
    assert page.count("TLP:AMBER") == 2


def test_it_is_tagged_and_names_its_title_and_language() -> None:
    """A screen reader finds a structure, a title and a language; nobody finds an author."""
    data = to_pdf(parse_text(SOURCE))
    assert b"/StructTreeRoot" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/Lang(en)" in data
    with pypdfium2.PdfDocument(data) as pdf:
        properties = pdf.get_metadata_dict()
    assert properties["Title"] == "Protocol on the lines"
    assert properties["Author"] == ""


def test_the_same_text_gives_the_same_bytes() -> None:
    """No clock and no chance is in it."""
    assert to_pdf(parse_text(SOURCE)) == to_pdf(parse_text(SOURCE))


def test_words_are_never_read_as_markup() -> None:
    """What would be code to the typesetter is set as it stands."""
    page = pages(to_pdf(parse_text("1. A #panic() = $x$ @ref <b> `#read(x)` \\* is set. {#one}\n")))[0]
    assert "#panic() = $x$ @ref <b> `#read(x)` * is set." in page


@pytest.mark.parametrize("source", ["", "#\n", "1.\n", "## \u200b\n\ntext\n", "word\n", "\x01\n"])
def test_a_text_of_nearly_nothing_is_set(source: str) -> None:
    """An empty heading, a number alone, no words at all."""
    assert to_pdf(parse_text(source, tolerant=True)).startswith(b"%PDF")


def test_a_missing_extra_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without typst the sentence says what to install, and what to do instead."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FormError, match=r"pip install 'goodoffices\[pdf\]'; or print the HTML"):
        to_pdf(parse_text(SOURCE))
