"""The leak test: every form's bytes are taken apart and searched for what its audience must not see."""

from __future__ import annotations

import html
import io
import re
import sys
import zipfile
import zlib
from pathlib import Path

import pypdfium2
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from secret_texts import ALWAYS_SHOWN, HIDDEN_FROM_ALL, SHOWN_FROM, TEXT

from goodoffices.draft.exports import FORMS, export
from goodoffices.draft.text import parse_text
from goodoffices.record import Marking


def told_by(data: bytes, form: str) -> str:
    """All that can be got out of a file: its parts unpacked, its words joined, its names and properties."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
            names = package.namelist()
        return "\n".join([*names, *parts, *(re.sub(r"<[^>]*>", "", part) for part in parts)])
    if form == "pdf":
        streams = [_inflated(found) for found in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)]
        with pypdfium2.PdfDocument(data) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
            properties = list(pdf.get_metadata_dict().values())
        return "\n".join([*pages, *properties, *streams, data.decode("latin-1")])
    text = data.decode("utf-8")
    return "\n".join([text, html.unescape(text), re.sub(r"<[^>]*>", "", html.unescape(text))])


def _inflated(stream: bytes) -> str:
    try:
        return zlib.decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("audience", Marking)
def test_no_form_tells_an_audience_what_it_may_not_see(form: str, audience: Marking) -> None:
    """Secrets at every marking and in every place of the grammar: those above the audience are in no byte."""
    written = export(parse_text(TEXT, name="zfilename.md"), form=form, audience=audience)
    told = told_by(written, form)
    lower = " ".join(told.split()).casefold()
    leaked = [word for word in (*HIDDEN_FROM_ALL, "zfilename") if word in lower]
    leaked += [word for word, marking in SHOWN_FROM.items() if not audience.may_see(marking) and word in lower]
    assert leaked == []
    shown = [word for word, marking in SHOWN_FROM.items() if audience.may_see(marking)]
    missing = [word for word in (*shown, *ALWAYS_SHOWN) if word.casefold() not in lower]
    assert missing == []


def test_changes_in_word_tell_nothing_of_what_was_hidden_before() -> None:
    """The earlier text of a DOCX with tracked changes is cut for the audience too."""
    earlier = TEXT.replace("shownwords", "zearliershown").replace("zamber", "zearlieramber").replace("dusk", "noon")
    written = export(
        parse_text(TEXT), form="docx", audience=Marking.GREEN, against=parse_text(earlier, name="zfilename.md")
    )
    told = told_by(written, "docx").casefold()
    assert "zearliershown" in told
    hidden = [*HIDDEN_FROM_ALL, "zearlieramber", "zfilename"]
    assert [word for word in hidden if word in told] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_mediators_own_copy_has_it_all(form: str) -> None:
    """Without an audience nothing is left out: the secrets that are words of the text are found."""
    told = told_by(export(parse_text(TEXT), form=form, audience=None), form).casefold()
    assert [word for word in SHOWN_FROM if word not in told] == []
    assert "zpartyhidden" in told
