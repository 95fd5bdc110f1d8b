"""Round trips: what is read is written back to the character, and what is written is read as it was meant."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from sketches import sketches

from goodoffices.draft.text import (
    Bracket,
    Document,
    Part,
    Sketch,
    Words,
    parse_text,
    points,
    sketch_of,
    to_markdown,
    write_sketch,
)

SIGNS = st.text(alphabet="ab1. \n\r\t[]|{}#.\\`<>!-*()^:\"'North, Article§é\u202bא", max_size=200)
AGREEMENT_SIGNS = st.text(alphabet="ab1. \n\r\t[]|{}#-()^:'North, Article§é\u202bא*", max_size=200)
"""Signs of ordinary agreements; code, comments and backslashes are marks of Markdown."""
PIECES = st.lists(
    st.sampled_from(
        [
            "1. ",
            "2. ",
            "(a) ",
            "(i) ",
            "- ",
            "# ",
            "## Article 1. ",
            "[",
            "]",
            " | ",
            "[North: ",
            "]{.private}",
            " {#x}",
            " {#y .agreed}",
            "\n",
            "\n\n",
            "   ",
            "word ",
            "Done at X\n",
            "[a](b)",
            "[^1]",
            "[^1]: ",
            "`",
            "<!--",
            "-->",
            "---\n",
            "title: x\n",
            "\\",
            "\r\n",
        ]
    ),
    max_size=40,
).map("".join)


def spans(parts: tuple[Part, ...]) -> list[Words]:
    """All words in some parts, those in brackets too."""
    found: list[Words] = []
    for part in parts:
        if isinstance(part, Words):
            found.append(part)
        else:
            for alternative in part.alternatives:
                found.extend(spans(alternative.parts))
    return found


def check_spans(document: Document) -> None:
    """Every span is the text at its offsets, in order, and each provision lies within the one above it."""
    before = 0
    for each in document.provisions:
        assert before <= each.start <= each.end <= each.whole_end
        before = each.end
        if each.parent:
            parent = document[each.parent]
            assert parent.start < each.start
            assert each.whole_end <= parent.whole_end
            assert each.level == parent.level + 1
        for words in spans(each.title + each.body):
            assert document.source[words.start : words.end] == words.text
            assert each.start <= words.start < words.end <= each.end
    assert len({each.id for each in document.provisions}) == len(document.provisions)
    for point in points(document):
        assert document[point.id].start <= point.start < point.end <= document[point.id].end


@given(st.one_of(SIGNS, PIECES), st.booleans())
@example("1.", False)  # noqa: FBT003  Hypothesis passes them by place
@example("[\n1. x\n|\n2. y\n]", False)  # noqa: FBT003  the same
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_written_back_to_the_character(source: str, plain: bool) -> None:  # noqa: FBT001  the same
    """Whatever signs a text has, reading it tolerantly gives spans that fit, and loses no character."""
    document = parse_text(source, tolerant=True, plain=plain)
    assert document.source == source
    if not plain:
        assert to_markdown(document) == source
    check_spans(document)
    for fault in document.faults:
        assert 0 <= fault.start < fault.end <= len(source)


@given(sketches())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_written_is_read_as_it_was_meant(sketch: Sketch) -> None:
    """A generated text of provisions, brackets and attributes reads back as the very same model."""
    source = write_sketch(sketch)
    document = parse_text(source)
    assert sketch_of(document) == sketch
    assert to_markdown(document) == source
    check_spans(document)


@given(AGREEMENT_SIGNS)
@settings(max_examples=300, deadline=None)
def test_an_ordinary_text_keeps_its_points_when_it_gets_its_marks(source: str) -> None:
    """The Markdown made of an ordinary text is valid, and has the same provisions with the same words."""
    document = parse_text(source, tolerant=True, plain=True)
    marked = parse_text(to_markdown(document))
    assert [(each.id, each.level, each.text) for each in marked.provisions] == [
        (each.id, each.level, each.text) for each in document.provisions
    ]


def test_a_bracket_is_found_wherever_it_stands() -> None:
    """Brackets in the title of an article, in the preamble and in the signatures are found."""
    document = parse_text("# T\n\nWhereas [North: x | South: y]\n\n## Article 1. [A | B] {#one}\n\nDone at [X].\n")
    found = [
        part for part in (*document.preamble, *document["one"].title, *document.closing) if isinstance(part, Bracket)
    ]
    assert len(found) == 3
