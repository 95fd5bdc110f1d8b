"""The full texts with every span marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import Brief
from goodoffices.brief.build.texts import segments
from goodoffices.brief.model import Ref

_TEXT = st.text(alphabet="ab \n<é😀", min_size=1, max_size=40)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, Ref, bool]]]:
    text = draw(_TEXT)
    spans = []
    for n in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        spans.append((start, end, Ref(f"f{n}", f"P{n}"), draw(st.booleans())))
    return text, spans


@given(_marked())
def test_segments_join_to_the_text_and_keep_every_span(marked: tuple[str, list[tuple[int, int, Ref, bool]]]) -> None:
    """However spans overlap: the text is whole, each span has its anchor once, and each leads to its finding."""
    text, spans = marked
    made = segments(text, spans, 1)
    assert "".join(piece.text for piece in made) == text
    anchors = [anchor for piece in made for anchor in piece.anchors]
    assert sorted(anchors) == sorted({f"t1-{start}-{end}" for start, end, *_ in spans})
    led_to = {ref for piece in made for ref in piece.ends} | {piece.link for piece in made if piece.link}
    assert led_to == {ref for _, _, ref, _ in spans}
    for piece in made:
        covered = any(start <= piece.start < end for start, end, *_ in spans)
        assert piece.marked == covered


def test_lines_hold_the_whole_text_of_each_report(brief: Brief) -> None:
    """The lines of a report join to its text, character by character."""
    for report in brief.reports:
        assert "".join(piece.text for line in report.lines for piece in line.segments) == report.text


def test_every_citation_has_its_anchor(brief: Brief) -> None:
    """Whatever cites a span finds the span's anchor in the text."""
    anchors = {a for report in brief.reports for line in report.lines for piece in line.segments for a in piece.anchors}
    cited = {c.anchor for entry in brief.entries for c in entry.evidence}
    cited |= {c.anchor for dispute in brief.disputes for side in dispute.sides for c in side.evidence}
    cited |= {c.anchor for section in brief.process for note in section.notes for c in note.evidence}
    assert cited == anchors


def test_ten_thousand_spans_over_one_stretch_are_cut_in_time() -> None:
    """Many nested spans stay linear: this ends at once or the test run stands still."""
    size = 10_000
    spans = [(n, 2 * size - n, Ref(f"f{n}", f"P{n}"), False) for n in range(size)]
    assert len(segments("x" * 2 * size, spans, 1)) == 2 * size - 1
