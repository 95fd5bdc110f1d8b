"""To Word and back: the same text, with its ids, brackets, private marks, statuses, links, notes and front matter."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "text"))
from sketches import sketches
from test_round_trip import PIECES, SIGNS
from word_texts import AT, NEW, OLD

from goodoffices.draft.exports.word import plain_form, to_docx
from goodoffices.draft.imports import read_draft_bytes
from goodoffices.draft.imports.word import Changes, read_docx
from goodoffices.draft.text import Document, parse_text, points, write_sketch

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
EMPTY_HEADING = re.compile(r"(?m)^[^\w\n]*#{1,6}\s*$")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def back(document: Document, *, against: Document | None = None, changes: Changes = Changes.ACCEPTED) -> str:
    """The text that comes back from Word."""
    return read_docx(to_docx(document, against=against, author="Ana", at=AT), changes=changes).source


@pytest.mark.parametrize("source", [OLD, NEW])
def test_a_text_with_everything_comes_back_to_the_character(source: str) -> None:
    """Front matter, markup, notes, comments, escapes, statuses, private brackets, Arabic: nothing is lost."""
    document = parse_text(source)
    assert plain_form(document) == source
    returned = read_draft_bytes(to_docx(document, author="Ana", at=AT), form="docx")
    assert returned.source == source
    assert returned.provisions == document.provisions
    assert returned.brackets == document.brackets
    assert returned.parties == ("North", "South", "United Front")


@given(sketches())
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_a_generated_text_comes_back_to_the_character(source: object) -> None:
    """Whatever the grammar has, a text as `write_sketch` writes it is its own plain form, and comes back as it was."""
    text = write_sketch(source)
    document = parse_text(text)
    assert plain_form(document) == text
    assert back(document, changes=Changes.ALTERNATIVES) == text


@given(sketches(), sketches())
@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
def test_tracked_changes_are_both_texts(old: object, new: object) -> None:
    """With its changes accepted the document is the later text to the character, with them rejected the earlier one."""
    before, after = parse_text(write_sketch(old)), parse_text(write_sketch(new))
    assert back(after, against=before, changes=Changes.ACCEPTED) == after.source
    assert back(after, against=before, changes=Changes.REJECTED) == before.source
    read = read_docx(to_docx(after, against=before, author="Ana", at=AT))
    assert [fault for fault in read.faults if fault.kind == "duplicate-id"] == []


@given(st.one_of(SIGNS, PIECES))
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back_in_its_plain_form(source: str) -> None:
    """Whatever signs a text has, faults and all, it is written, and comes back as `plain_form` says."""
    document = parse_text(source, tolerant=True)
    assert back(document) == plain_form(document)
    if not EMPTY_HEADING.search(source):
        again = parse_text(plain_form(document), tolerant=True)
        assert [point.text for point in points(again)] == [point.text for point in points(document)]


def test_the_plain_form_joins_lines_and_keeps_words() -> None:
    """A paragraph of several lines, attributes on their own line and tight lists come back one line a block."""
    source = "1. The forces\n   leave the zone.\n{#zone .agreed}\n2. The Commission\n   \\5. verifies.  \n\n\n(a) x\n"
    assert (
        back(parse_text(source))
        == "1. The forces leave the zone. {#zone .agreed}\n\n2. The Commission 5. verifies.\n\n(a) x\n"
    )


def test_what_somebody_edits_in_word_is_read() -> None:
    """The visible words are what is read: an edit in place survives, ids and all, and so does a changed standing."""
    data = to_docx(parse_text(OLD), author="Ana", at=AT)
    edited = changed(
        data,
        ("The forces of South leave.", "The forces of South leave at once."),
        ("agreed by North, United Front on 2026-11-01", "reserved by South on 2026-12-01"),
        ("24 hours", "36 hours"),
    )
    assert read_draft_bytes(edited, form="docx").source == OLD.replace(
        "forces of South leave.", "forces of South leave at once."
    ).replace('.agreed by=North,"United Front" on=2026-11-01', ".reserved by=South on=2026-12-01").replace(
        "24 hours", "36 hours"
    )


def test_a_standing_that_cannot_be_read_stays_as_words() -> None:
    """A remark typed into the margin is no status; it is kept at the end of the provision."""
    data = to_docx(parse_text("1. One. {#one .agreed}\n"), author="Ana", at=AT)
    assert (
        read_docx(changed(data, ("— agreed", "— ask the Minister"))).source
        == "1. One. — ask the Minister {#one .agreed}\n"
    )


def test_without_its_hidden_text_the_document_still_reads() -> None:
    """Where somebody scrubs hidden text, numbers, brackets, labels and headings stay, for they are visible."""
    data = to_docx(parse_text(OLD), author="Ana", at=AT)
    document = read_draft_bytes(without_hidden(data), form="docx")
    assert [each.number for each in document.provisions] == [each.number for each in parse_text(OLD).provisions]
    assert "[North: 24 hours | South, United Front: [48 | 72] hours]" in document.source


def test_the_same_text_gives_the_same_bytes() -> None:
    """Two exports of one version are one file."""
    document = parse_text(OLD)
    assert to_docx(document, author="Ana", at=AT) == to_docx(document, author="Ana", at=AT.astimezone(dt.UTC))


def test_a_long_agreement_goes_to_word_and_back_in_time() -> None:
    """A text of 230 KB, and its changes against an earlier version, take a few seconds."""
    duty = "{0}. The {0}th patrol reports to the Commission within {0} days. {{#p{0}}}\n\n   It does so in writing, "
    duty += "in three copies, to both Parties, and keeps a record of {0} pages of what it saw, where, when, and who "
    duty += "was there.\n"
    source = "\n".join(duty.format(number) for number in range(1, 999))
    assert len(source) > 200_000
    start = time.process_time()
    before, after = parse_text(source), parse_text(source.replace("three copies", "four copies"))
    assert back(after, against=before) == after.source
    assert time.process_time() - start < 20


@pytest.mark.parametrize("source", ["", "\n\n", "1. A\x00b\x0b \ud800 c.\n", "# T\n", "---\ntitle: x\n---\n"])
def test_odd_texts_are_written(source: str) -> None:
    """Nothing, signs that XML cannot hold, a title alone: a document all the same."""
    data = to_docx(parse_text(source, tolerant=True), author="A & <B>", at=AT)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))
    read_docx(data)


def changed(data: bytes, *changes: tuple[str, str]) -> bytes:
    """A document with some of its XML replaced, as by an editor."""
    return rewritten(data, lambda xml: replaced(xml, changes))


def replaced(xml: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Replace each, which must be there."""
    for old, new in changes:
        assert old in xml
        xml = xml.replace(old, new)
    return xml


def without_hidden(data: bytes) -> bytes:
    """A document whose hidden runs were taken out."""

    def scrub(xml: str) -> str:
        root = etree.fromstring(xml.encode())
        for vanish in list(root.iter(f"{W}vanish")):
            run = vanish.getparent().getparent()
            if run.tag == f"{W}r":
                run.getparent().remove(run)
        return etree.tostring(root, encoding="unicode")

    return rewritten(data, scrub)


def rewritten(data: bytes, change: object) -> bytes:
    """A package with its document part rewritten."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(saved, "w") as copy:
        for name in package.namelist():
            text = package.read(name).decode()
            copy.writestr(name, change(text) if name == "word/document.xml" else text)
    return saved.getvalue()
