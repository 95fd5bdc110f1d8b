"""Akoma Ntoso that others wrote, and what is none."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from foreign_akn import ACT, ACT_READ

from goodoffices.draft.errors import FileError
from goodoffices.draft.exports.akn import from_akn
from goodoffices.draft.imports import read_draft
from goodoffices.draft.text import Document

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def read(inside: str) -> Document:
    """Read an Akoma Ntoso document with something in it."""
    return from_akn(f'<akomaNtoso xmlns="{NAMESPACE}">{inside}</akomaNtoso>'.encode())


def test_an_act_is_read_with_its_provisions_and_numbers(tmp_path: Path) -> None:
    """Chapters, sections, lists, insertions, tables and schedules become provisions; notes and metadata do not."""
    file = tmp_path / "act.xml"
    file.write_text(ACT, encoding="utf-8")
    document = read_draft(file)
    assert document.faults == ()
    assert document.title == "Law on the verification of a ceasefire"
    found = tuple((each.level, each.number, each.id, each.heading, each.text) for each in document.provisions)
    assert found == ACT_READ


@pytest.mark.parametrize("kind", ["act", "bill", "doc", "statement", "debateReport", "amendment"])
@pytest.mark.parametrize("body", ["body", "mainBody", "amendmentBody"])
def test_any_document_type_is_read(kind: str, body: str) -> None:
    """The kinds of documents differ in names, not in how they hold their words."""
    inside = "<p>One.</p><article><num>Article 1</num><content><p>Two.</p></content></article>"
    document = read(f"<{kind} name='x'><meta/><{body}>{inside}</{body}></{kind}>")
    assert [each.text for each in document.provisions] == ["One.", "Two."]


def test_an_older_namespace_is_read() -> None:
    """Version 2.0 has another namespace and the same words."""
    inside = '<section id="s1"><num>1.</num><content><p>One.</p></content></section>'
    data = f'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act><body>{inside}</body></act></akomaNtoso>'
    assert from_akn(data.encode())["s1"].text == "One."


def test_signs_in_foreign_words_are_mere_signs() -> None:
    """Brackets, braces and numbers in words open nothing."""
    document = read("<doc><mainBody><p>1. is [no] number {#nor .id} *or* `code`</p></mainBody></doc>")
    assert [(each.number, each.text) for each in document.provisions] == [
        ("", "1. is [no] number {#nor .id} *or* `code`")
    ]


def test_a_marking_that_nobody_knows_is_the_most_restricted() -> None:
    """Somebody restricted it; what cannot be read must not be shown."""
    own = 'xmlns:go="urn:goodoffices:draft" go:marking="COSMIC"'
    inside = f'<article {own} eId="a"><num>Article 1</num><content><p>One.</p></content></article>'
    document = read(f"<doc><mainBody>{inside}</mainBody></doc>")
    assert document["a"].marking is not None
    assert document["a"].marking.value == "RED"


def akoma(inside: str, declared: str = "") -> str:
    """A document with something in it, and something before it."""
    return f'{declared}<akomaNtoso xmlns="{NAMESPACE}">{inside}</akomaNtoso>'


LEVELS = "".join(f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in zip("abcdefgh", "bcdefghi", strict=True))
BOMB = f'<!DOCTYPE a [<!ENTITY a "x">{LEVELS}]>'
FILE = '<!DOCTYPE a [<!ENTITY i SYSTEM "file:///etc/hostname">]>'
ENTITY = "<doc><mainBody><p>&i;</p></mainBody></doc>"
DEEP = f"<doc><mainBody>{'<article>' * 5000}{'</article>' * 5000}</mainBody></doc>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<a/>", "is XML, but no Akoma Ntoso: its root is 'a'"),
        ("<akomaNtoso/>", "is XML, but no Akoma Ntoso"),
        (akoma(""), "Akoma Ntoso without a document"),
        (akoma("<act/>"), "holds no text"),
        (akoma("<act>"), "is no XML that can be read"),
        ("", "is no XML that can be read"),
        ("PK\x03\x04", "is no XML that can be read"),
        (akoma(ENTITY, BOMB), ""),  # some versions of the parser count the entities, others only see them declared
        (akoma(ENTITY, FILE), "declares a document type"),
        (akoma(DEEP), "is no XML that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: str, message: str) -> None:
    """Other XML, broken XML, entities that explode or read files, elements without end."""
    start = time.process_time()
    with pytest.raises(FileError, match=f"bad.xml.*{re.escape(message)}") as caught:
        from_akn(data.encode("latin-1"), name="bad.xml")
    assert "\n" not in str(caught.value)
    assert time.process_time() - start < 2
