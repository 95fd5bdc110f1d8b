"""Whatever is handed in: reading never crashes, every quote stands where it says, and twice gives the same."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read import read_report
from goodoffices.read.cutting import LONGEST_PIECE_CHARS, pieces
from goodoffices.read.layout import lay_out
from goodoffices.record import Report, make_report

sys.path.insert(0, str(Path(__file__).parent))
from pieces import PIECES
from read_any_report import read_any

jumbled = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
any_text = st.text(max_size=400) | jumbled


def report(text: str) -> Report:
    """A report of no known date."""
    return make_report(text, path="any", title="any", language="en")


@settings(max_examples=80, deadline=None)
@given(any_text)
def test_any_text_is_read_with_exact_quotes(text: str) -> None:
    """No text crashes a rule, and each piece of evidence is the text at its offsets."""
    for statement in read_report(report(text)).statements:
        assert statement.evidence
        for evidence in statement.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=25, deadline=None)
@given(jumbled)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    """Statements depend on the text and on nothing else."""
    assert read_report(report(text)) == read_report(report(text))


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    """Blocks come in order, none overlaps another, and what they point to comes before them."""
    end = 0
    for number, block in enumerate(lay_out(report(text))):
        assert end <= block.start <= block.end <= len(text)
        end = block.end
        for other in (block.heading, block.lead):
            assert other is None or 0 <= other < number


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30), st.integers(1, 400))
def test_pieces_hold_every_word_once(chosen: list[str], times: int) -> None:
    """Cut into pieces, a text loses nothing but the spaces at its cuts, and no piece is too long."""
    text = " ".join(chosen) * times
    spans = pieces(text, 0, len(text))
    assert all(stop - first <= LONGEST_PIECE_CHARS for first, stop in spans) or not text.strip()
    assert "".join("".join(text[first:stop].split()) for first, stop in spans) == "".join(text.split())


def test_the_fuzz_target_holds() -> None:
    """The fuzz target passes on random bytes and on bytes that are all pieces."""
    dice = random.Random(7)  # noqa: S311  the same bytes each time
    for _ in range(12):
        read_any(dice.randbytes(dice.randrange(300)))
        read_any(bytes(dice.randrange(len(PIECES)) for _ in range(60)))
