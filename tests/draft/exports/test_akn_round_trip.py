"""Akoma Ntoso and back: valid against the schema, and the same text to the character."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "text"))
from akn_schema import faults_of
from secret_texts import TEXT
from sketches import sketches

from goodoffices.draft.errors import FileError
from goodoffices.draft.exports.akn import canonical, from_akn, to_akn
from goodoffices.draft.imports import read_draft
from goodoffices.draft.text import Sketch, parse_text, sketch_of, write_sketch

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]
NAMES = {"akn": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "go": "urn:goodoffices:draft"}
PIECES = st.lists(
    st.sampled_from(
        [
            "1. ", "2. ", "(a) ", "- ", "# ", "## Article 1. ", "[", "]", " | ", "[North: ", "]{.private}", " {#x}",
            "]{marking=RED}", " {#y .agreed by=North}", " {option=o marking=AMBER}", "\n", "\n\n", "   ", "word ",
            "Done at X\n", "[a](b)", "[^1]", "*i*", "**b**", "`", "<!--", "-->", "\\", "\\1. ", "\\.", "*", "\x01", "&",
            "<b>", "\u202b", "\ud7ff",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(sketches())
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
def test_a_generated_text_comes_back_to_the_character(sketch: Sketch) -> None:
    """Provisions, nested brackets, labels, attributes, escapes: valid, and the same source."""
    source = write_sketch(sketch)
    written = to_akn(parse_text(source))
    assert faults_of(written) == []
    assert from_akn(written).source == source


@given(PIECES, st.booleans())
@example("\\1. a\n\n\\- b\n\n\\# c\n", False)  # noqa: FBT003  Hypothesis passes them by place
@example("1. a \\. [x](y) [^1] `c` *i* **b** <https://e.org> {z}\n", False)  # noqa: FBT003  the same
@settings(max_examples=100, deadline=None, suppress_health_check=CALM)
def test_whatever_signs_a_text_has_it_is_valid_and_comes_back(source: str, plain: bool) -> None:  # noqa: FBT001  the same
    """Any text, read tolerantly: valid against the schema, and back in its canonical form."""
    document = parse_text(source, tolerant=True, plain=plain)
    settled = canonical(document)
    written = to_akn(settled)
    assert faults_of(written) == []
    if not settled.source.strip():
        with pytest.raises(FileError, match="holds no text"):
            from_akn(written)
    elif canonical(settled).source == settled.source:
        assert from_akn(written).source == settled.source


def test_the_nine_texts_of_minsk_are_valid_and_come_back(shared: Path) -> None:
    """Real agreements, read as plain text, lose nothing on the way."""
    files = sorted((shared / "drafting" / "minsk").glob("*.txt"))
    assert len(files) == 9
    for file in files:
        document = read_draft(file)
        written = to_akn(document, day=dt.date(2026, 11, 22))
        assert faults_of(written) == []
        back = from_akn(written)
        assert back.source == canonical(document).source
        assert [(each.number, each.text) for each in back.provisions] == [
            (each.number, each.text) for each in document.provisions
        ]


def test_elements_say_what_a_provision_is() -> None:
    """Articles are articles, points are points, with their numbers, headings and ids."""
    source = (
        "# Accord\n\n## Article 1. Zone {#zone}\n\n1. One: {#one .agreed by=North on=2026-11-01}\n\n"
        "   (a) two; {#two}\n\n## Annex A {#annex}\n\n- three {#three}\n"
    )
    root = etree.fromstring(to_akn(parse_text(source), day=dt.date(2026, 11, 22)))
    article = root.find(".//akn:article", NAMES)
    assert (article.get("eId"), article.findtext("akn:num", None, NAMES)) == ("zone", "Article 1.")
    assert article.findtext("akn:heading", None, NAMES) == "Zone"
    paragraph = article.find("akn:paragraph", NAMES)
    assert paragraph.get(f"{{{NAMES['go']}}}status") == "agreed"
    assert paragraph.findtext("akn:intro/akn:p", None, NAMES) == "One:"
    assert paragraph.findtext("akn:point/akn:num", None, NAMES) == "(a)"
    assert root.find(".//akn:hcontainer", NAMES).get("name") == "annex"
    assert root.findtext(".//akn:hcontainer/akn:indent/akn:content/akn:p", None, NAMES) == "three"
    assert root.findtext(".//akn:docTitle", None, NAMES) == "Accord"
    assert (
        root.find(".//akn:FRBRExpression/akn:FRBRuri", NAMES).get("value").endswith("/2026-11-22/accord/und@2026-11-22")
    )


def test_a_program_that_knows_no_brackets_still_shows_them() -> None:
    """The words of the XML alone read as the text does, brackets and parties among them."""
    root = etree.fromstring(to_akn(parse_text("1. Within [North: 24 | South: [48 | 72]]{.private} hours. {#one}\n")))
    line = root.find(".//akn:content/akn:p", NAMES)
    assert "".join(line.itertext()) == "Within [North: 24 | South: [48 | 72]] hours."
    party = line.find(".//akn:party", NAMES)
    assert party.text == "North"
    named = {each.get("eId"): each.get("showAs") for each in root.iterfind(".//akn:TLCOrganization", NAMES)}
    assert named[party.get("refersTo").removeprefix("#")] == "North"


def test_an_id_of_the_text_never_meets_one_of_ours() -> None:
    """Provisions named like the references keep their names, and the document stays valid."""
    source = "1. [North: a | South: b] {#goodoffices}\n\n2. Two. {#party-north}\n"
    written = to_akn(parse_text(source))
    assert faults_of(written) == []
    assert from_akn(written).source == source


def test_all_that_the_grammar_has_comes_back() -> None:
    """A text with every kind of attribute, marking and bracket, in its canonical form."""
    document = canonical(parse_text(TEXT))
    back = from_akn(to_akn(document))
    assert back.source == document.source
    assert sketch_of(back) == sketch_of(document)


def test_a_large_text_is_written_and_read_in_time() -> None:
    """230 KB in seconds, and one paragraph of a hundred thousand signs that need care too."""
    line = "The forces of both Parties leave the [North: zone | South: town] within 30 days. "
    source = "\n\n".join(f"{number}. {line * 12} {{#p{number}}}" for number in range(1, 230)) + "\n"
    document = parse_text(" ".join(source.split(" ")))
    assert from_akn(to_akn(document)).source == canonical(document).source
    hostile = parse_text("1. " + "\\. \\[ * " * 30_000 + "x {#p}\n")
    assert from_akn(to_akn(hostile)).source == canonical(hostile).source
