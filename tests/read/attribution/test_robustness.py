"""Text that no reporter wrote: unbalanced marks, control characters, one word a million times."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.attribution import attributions
from goodoffices.read.attribution.paragraphs import paragraphs
from goodoffices.read.attribution.quotations import quotations

PIECES = [
    "he said",
    "“",
    "”",
    '"',
    "''",
    "'",
    ",",
    ".",
    ":",
    "\n",
    "\n\n",
    " ",
    "The envoy",
    "that it ended",
    "\x00",
    "\u202e",
]


@pytest.fixture(autouse=True, scope="module")
def loaded() -> None:
    """Load the model before any clock runs."""
    attributions("The envoy said so.")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_jumble_gives_spans_inside_the_text(text: str) -> None:
    """Whatever the marks do, spans are in order, hold characters and stay in the text."""
    for one in attributions(text):
        assert one.content
        for spans in (one.source, one.cue, one.content):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert list(spans) == sorted(spans)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="\"'“”‘’ab ,.\n(", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    """Quotations come in order, one behind the other."""
    found = quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize("word", ["word ", "said ", '"', "' ", "“ ", "word", "x, \n"])
def test_a_million_times_the_same_is_quick(word: str) -> None:
    """No step is quadratic: a megabyte of one word is put aside, or read, within seconds."""
    started = time.process_time()
    list(paragraphs(word * (1_000_000 // len(word))))
    quotations(word * (1_000_000 // len(word)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text", ["", " \n\t\n ", "\x00\x01\x02", "“", "”", ":", "said", "“”", "'' ''", "—", "according to"]
)
def test_scraps_raise_nothing(text: str) -> None:
    """Scraps are read like any text."""
    assert isinstance(attributions(text), list)


def test_one_repeated_word_is_no_language() -> None:
    """A line of one word a million times is not handed to the parser."""
    assert sum(end - start for start, end in paragraphs("peace " * 200_000)) < 1_000


def test_a_line_over_and_over_is_parsed_once() -> None:
    """A text of one short line over and over is read within seconds, each line with its own offsets."""
    started = time.process_time()
    found = attributions("x, y\n" * 20_000 + "The envoy said that the talks had failed.\n" * 3)
    assert [one.start for one in found] == [100_000, 100_042, 100_084]
    assert time.process_time() - started < 10


def test_a_long_line_is_cut_at_spaces() -> None:
    """A line that is longer than any paragraph is read in pieces that leave nothing out."""
    text = " ".join(f"word{number}" for number in range(9000))
    spans = list(paragraphs(text))
    assert len(spans) > 1
    assert "".join(text[start:end] for start, end in spans) == text
