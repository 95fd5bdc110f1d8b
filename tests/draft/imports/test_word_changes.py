"""Tracked changes and comments of any Word document: alternatives with their authors, and nothing lost."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from word_files import paragraph, word_file

from goodoffices.draft.imports import read_draft_bytes
from goodoffices.draft.imports.word import Changes, markdown_of_docx, read_docx
from goodoffices.draft.text import Bracket, parse_text, to_markdown


def lines(body: str, **options: object) -> list[str]:
    """The lines of a document of that body, blank ones left out."""
    document = read_draft_bytes(word_file(body, **options), form="docx")
    assert document.faults == ()
    return [line for line in document.source.split("\n") if line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("within {-Ana:30}{+Ana:40} days", "within [30 | Ana: 40] days"),
        ("leave{+Ana: at once}.", "leave [Ana: at once]."),
        ("leave{-Ana: at once}.", "leave [at once | Ana:]."),
        ("the cat{+ben:s} sleep", "the [cat | Ben: cats] sleep"),
        ("now {+Ana:is {-Ben:fully }open}", "now [Ana: is [fully | Ben:] open]"),
        ("within {-Ana:30 }{+Ben:40 }days", "within [30 | Ana:] [Ben: 40] days"),
        ("both {+Ana:new and {-Ana:not }old}", "both [Ana: new and old]"),
        ("see [24 | {-Ana:48] hours}{+Ana:72] days} on", "[see [24 | 48] hours on | Ana: see [24 | 72] days on]"),
        ("a {-Ana:Chair: he}{+Ana:Chair: she} acts", "a [Chair\\: he | Ana: Chair: she] acts"),
        ("the {+Ana:(sixty)}(60) days", "the [Ana: (sixty)]\\(60) days"),
        ("one]{+Ana: two]} three", "[one\\] three | Ana: one\\] two\\] three]"),
        ("spaced{+Ana: } words", "spaced words"),
    ],
)
def test_a_change_becomes_alternatives(body: str, expected: str) -> None:
    """What stood there has no label, what somebody wants has the name; words are not cut, brackets always match."""
    assert lines(f"1. First.\n2. {body}") == ["1. First.", f"2. {expected}"]


def test_the_author_of_a_change_is_a_party_to_the_bracket() -> None:
    """The model names who wants which text."""
    document = read_draft_bytes(word_file("1. Leave within {-Ana Smith:30}{+Ana Smith:40} days."), form="docx")
    bracket = document.provisions[0].body[1]
    assert isinstance(bracket, Bracket)
    assert [each.parties for each in bracket.alternatives] == [(), ("Ana Smith",)]


def test_names_that_are_no_labels_are_made_some() -> None:
    """Addresses, marks and missing names: each becomes a label that the grammar takes."""
    body = paragraph("First.") + "".join(
        f'<w:p><w:r><w:t>Word </w:t></w:r><w:ins w:id="1"{author}><w:r><w:t>new.</w:t></w:r></w:ins></w:p>'
        for author in ("", ' w:author="a.smith@un.example"', ' w:author="[x]: | {y}"', ' w:author="--"')
    )
    document = read_draft_bytes(word_file(body), form="docx")
    labels = [
        part.alternatives[0].parties for each in document.provisions for part in each.body if isinstance(part, Bracket)
    ]
    assert labels == [("Someone",), ("A.smith",), ("X y",), ("Someone",)]


def test_whole_provisions_put_in_or_taken_out_stand_in_a_bracket_of_their_own() -> None:
    """What one author took out and put in its place are two alternatives, each with its number."""
    told = lines(
        "1. One.\n+Ana¶{+Ana:2. Two.}\n3. Three.\n-Ben¶{-Ben:4. Old four.}\n+Ben¶{+Ben:4. New four.}\n5. Five."
    )
    assert told == [
        "1. One.", "[Ana:", "2. Two.", "]", "3. Three.", "[", "4. Old four.", "| Ben:", "4. New four.", "]", "5. Five.",
    ]  # fmt: skip


def test_paragraphs_without_a_number_stand_in_a_bracket_in_the_text() -> None:
    """A paragraph put in is a bracket, one taken out a bracket with nothing behind the name."""
    told = lines("1. One.\n2. Two.\n+Ana¶{+Ana:More of it.}\n-Ben¶{-Ben:Less of it.}\n3. Three.")
    assert told == ["1. One.", "2. Two.", "[Ana: More of it.]", "[Less of it. | Ben:]", "3. Three."]


def test_a_new_paragraph_whose_end_is_the_old_ones_end_is_one_put_in() -> None:
    """Word marks the end of the paragraph before as put in where somebody types behind it; the text is the same."""
    assert lines("1. One.\n+Ana¶2. Two.\n{+Ana:3. Three.}\n4. Four.") == [
        "1. One.", "2. Two.", "[Ana:", "3. Three.", "]", "4. Four.",
    ]  # fmt: skip


def test_a_paragraph_that_was_split_or_joined_is_two_readings() -> None:
    """Both readings stand as whole provisions; nothing of either is lost."""
    split = lines("1. One.\n+Ana¶2. Both leave.\n3. Both return.\n4. Four.")
    assert split == [
        "1. One.",
        "[",
        "2. Both leave. 3. Both return.",
        "| Ana:",
        "2. Both leave.",
        "3. Both return.",
        "]",
        "4. Four.",
    ]
    joined = lines("1. One.\n-Ana¶2. Both leave\n3. and return.\n4. Four.")
    assert joined[1:-1] == ["[", "2. Both leave", "3. and return.", "| Ana:", "2. Both leave 3. and return.", "]"]


def test_a_changed_number_is_no_alternative() -> None:
    """A number that was changed is the new one: brackets are for words."""
    assert lines("1. One.\n{-Ana:2}{+Ana:3}. Two.\n{+Ana:4. }Three.") == ["1. One.", "3. Two.", "4. Three."]


def test_moves_are_changes_at_both_places() -> None:
    """A paragraph that was moved stands in a bracket at both, with who moved it."""
    mark = '<w:pPr><w:rPr><w:move{0} w:id="1" w:author="Ana"/></w:rPr></w:pPr>'
    mark += '<w:move{0} w:id="1" w:author="Ana"><w:r><w:t>1. Moved.</w:t></w:r></w:move{0}>'
    body = (
        f"<w:p>{mark.format('From')}</w:p>{paragraph('2. Stays.')}<w:p>{mark.format('To')}</w:p>{paragraph('3. Ends.')}"
    )
    assert lines(body) == ["[", "1. Moved.", "| Ana:", "]", "2. Stays.", "[Ana:", "1. Moved.", "]", "3. Ends."]


def test_rows_of_tables_are_put_in_and_taken_out_whole() -> None:
    """Each paragraph of a cell is one; those of a row that was put in or taken out are in brackets, with who did it."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{{0}}{cell.format('{1}')}{cell.format('{2}')}</w:tr>"
    gone = '<w:trPr><w:del w:id="1" w:author="Ben"/></w:trPr>'
    come = '<w:trPr><w:ins w:id="1" w:author="Ana"/></w:trPr>'
    rows = (row.format(*each) for each in (("", "North", "stays"), (gone, "South", "leaves"), (come, "East", "joins")))
    body = f"<w:tbl>{''.join(rows)}</w:tbl>"
    assert lines(body) == ["North", "stays", "[South | Ben:]", "[leaves | Ben:]", "[Ana: East]", "[Ana: joins]"]


def test_a_comment_stays_a_comment_where_it_was() -> None:
    """It has its author and day, is no word of the provision, and cannot break out of its marks."""
    body = "1. The forces§1 leave.\n2. Two."
    document = read_draft_bytes(
        word_file(body, comments=(("Ana", "2026-11-01T10:00:00Z", "Whose --> <!-- [forces?"),)), form="docx"
    )
    assert document.source.startswith("1. The forces<!-- Ana, 2026-11-01: Whose → ← [forces? --> leave.")
    assert document.provisions[0].text == "The forces leave."
    assert document.faults == ()


def test_changes_can_be_accepted_or_rejected_on_the_way_in() -> None:
    """Both readings of a document are texts without brackets."""
    data = word_file("1. Within {-Ana:30}{+Ben:40} days.\n-Ana¶{-Ana:2. Gone.}\n+Ben¶{+Ben:2. Come.}\n3. End.")
    assert markdown_of_docx(data, changes=Changes.ACCEPTED) == "1. Within 40 days.\n\n2. Come.\n\n3. End.\n"
    assert markdown_of_docx(data, changes=Changes.REJECTED) == "1. Within 30 days.\n\n2. Gone.\n\n3. End.\n"


def test_boxes_and_old_forms_are_read_once() -> None:
    """The words of a text box are not words of the paragraph that it floats on; what old programs show is left out."""
    box = (
        '<w:p><w:r><w:t>1. Outer.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Inner.</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:r><w:t>Fallback.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(box) == ["1. Outer.", "Inner."]


CHANGES = st.recursive(
    st.text(alphabet="ab 1.()[]|:", min_size=1, max_size=8),
    lambda inner: st.tuples(st.sampled_from(["+Ana", "-Ben", "+Ben", "-Ana"]), inner).map(
        lambda both: f"{{{both[0]}:{both[1]}}}"
    ),
    max_leaves=4,
)
PARAGRAPHS = st.tuples(st.sampled_from(["", "", "+Ana¶", "-Ben¶"]), st.lists(CHANGES, max_size=5).map("".join)).map(
    "".join
)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_no_letter_of_any_change_is_lost(paragraphs: list[str]) -> None:
    """Every letter that either reading has is in the alternatives, whose brackets are read without a fault."""
    body = "Word.\n" + "\n".join(paragraphs) + "\nEnd."
    data = word_file(body)
    told = markdown_of_docx(data)
    for changes in (Changes.ACCEPTED, Changes.REJECTED):
        for sign in "ab1":
            assert told.count(sign) >= markdown_of_docx(data, changes=changes).count(sign)
    document = read_docx(data)
    assert parse_text(to_markdown(document)).faults == ()


def test_a_document_of_many_changes_is_read_in_time() -> None:
    """Five thousand changes, by hundreds of authors, take a few seconds."""
    body = "\n".join(f"{n}. The zone is {{-Ana{n % 300}:closed}}{{+Ana{n % 300}:open}} now." for n in range(1, 2500))
    data = word_file(body)
    start = time.process_time()
    assert len(read_docx(data).provisions) > 900
    assert time.process_time() - start < 15
