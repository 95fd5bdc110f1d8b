"""The redline of two wordings, word by word."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from treaty_points import TREATY, make_points

from goodoffices.draft.lineage import compare, redline, redline_link


def shown(old: str, new: str) -> str:
    """Write a redline with signs."""
    marks = {"kept": "{}", "out": "[-{}-]", "in": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in redline(old, new))


def test_whole_words_are_taken_out_and_put_in() -> None:
    """A changed number, and words put in at the end, show as whole words with the marks where they were."""
    assert shown("within 14 days.", "within 21 days.") == "within [-14 -][+21 +]days."
    assert shown("They meet.", "They meet weekly, in Bern.") == "They meet [+weekly, in Bern+]."


def test_small_islands_join_the_changes_around_them() -> None:
    """A lone `of` between two changed stretches is no island to stand on."""
    assert shown("the removal of guns now", "the careful storing of cannons now") == (
        "the [-removal of guns -][+careful storing of cannons +]now"
    )


def test_a_run_of_equal_words_stands() -> None:
    """Four equal words between changes are kept."""
    assert shown("Alpha to be the first one omega", "Beta to be the first one psi") == (
        "[-Alpha -][+Beta +]to be the first one [-omega-][+psi+]"
    )


def test_the_redline_of_a_split_reads_its_parts_as_paragraphs() -> None:
    """Nothing but the seam changes where a point was cut at a sentence."""
    parts = TREATY[1].split(". ")
    comparison = compare(make_points(TREATY[:2], "a"), make_points([TREATY[0], f"{parts[0]}.", parts[1]], "b"))
    split = next(link for link in comparison.links if link.change == "split")
    assert {piece.kind for piece in redline_link(comparison, split)} == {"kept"}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab c.,\n[é", max_size=60), st.text(alphabet="ab c.,\n[é", max_size=60))
def test_both_wordings_can_be_read_back(old: str, new: str) -> None:
    """What is kept and out is the old wording, what is kept and in the new one, to the character."""
    pieces = redline(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


def test_very_long_wordings_take_little_time() -> None:
    """A hundred thousand words that differ at one end, and two long texts with nothing in place, end soon."""
    begun = time.process_time()
    redline("word " * 100_000, "word " * 99_999 + "end")
    redline("a b " * 10_000, "b c a " * 9_000)
    assert time.process_time() - begun < 10
