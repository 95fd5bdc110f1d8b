"""What an audience sees does not depend on anything that it may not see."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "text"))
from sketches import sketches

from goodoffices.draft.exports import for_audience
from goodoffices.draft.text import Bracket, Choice, Clause, Document, Sketch, parse_text, write_sketch
from goodoffices.record import Marking

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
PARTIES = ["North", "South", "United Front"]
WORDS = st.sampled_from(["at dusk", "at dawn", "in 24 hours", "in two weeks", "never", "after the count"])


@st.composite
def wishes(draw: st.DrawFn) -> list[list[tuple[str, str]]]:
    """Some private brackets: who wants which words."""
    texts = st.lists(WORDS, min_size=1, max_size=3, unique=True)
    return [
        list(zip(draw(st.permutations(PARTIES)), texts, strict=False))
        for texts in draw(st.lists(texts, min_size=1, max_size=3))
    ]


def written(brackets: list[list[tuple[str, str]]], *, whole: bool) -> str:
    """A text with those brackets, in running text or around whole provisions."""
    pieces = ["---\nparties: North, South, United Front\n---"]
    for number, bracket in enumerate(brackets, start=1):
        if whole:
            lines = [
                f"{'|' if index else '['}{who}:\n\n{number}. It starts {words}."
                for index, (who, words) in enumerate(bracket)
            ]
            pieces.append("\n\n".join(lines).replace("|", "| ") + "\n\n]{.private}")
        else:
            inside = " | ".join(f"{who}: {words}" for who, words in bracket)
            pieces.append(f"{number}. It starts [{inside}]{{.private}}.")
    return "\n\n".join(pieces) + "\n"


@given(wishes(), st.booleans(), st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=CALM)
def test_who_wants_what_changes_nothing_that_is_shown(
    brackets: list[list[tuple[str, str]]],
    whole: bool,  # noqa: FBT001  Hypothesis passes it by place
    data: st.DataObject,
) -> None:
    """Parties change places and alternatives their order: every audience sees the same text, to the character."""
    swapped = []
    for bracket in brackets:
        names = data.draw(st.permutations(PARTIES))
        words = data.draw(st.permutations([words for _, words in bracket]))
        swapped.append(list(zip(names, words, strict=False)))
    one, other = (
        for_audience(parse_text(written(each, whole=whole)), Marking.RED).source for each in (brackets, swapped)
    )
    assert one == other
    assert not any(name in one for name in PARTIES)


@given(sketches(), st.sampled_from(list(Marking)[:-1]))
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
def test_what_is_marked_above_an_audience_changes_nothing_that_it_sees(sketch: Sketch, audience: Marking) -> None:
    """Other words in the hidden provisions, or none at all: the audience sees the same text."""
    sketch = msgspec.structs.replace(sketch, meta=())
    other = msgspec.structs.replace(sketch, clauses=tuple(replaced(each, audience) for each in sketch.clauses))
    one, two = (for_audience(parse_text(write_sketch(each)), audience) for each in (sketch, other))
    assert one.source == two.source


def replaced(piece: Clause | Choice, audience: Marking) -> Clause | Choice:
    """The same clause with other words wherever the audience may not see it."""
    if isinstance(piece, Choice):
        texts = (
            msgspec.structs.replace(text, clauses=tuple(replaced(each, audience) for each in text.clauses))
            for text in piece.texts
        )
        return msgspec.structs.replace(piece, texts=tuple(texts))
    if piece.marking is not None and not audience.may_see(piece.marking):
        return msgspec.structs.replace(
            piece, words=("The quite other words of North stand here.",), agreed_by=(), under=()
        )
    return msgspec.structs.replace(piece, under=tuple(replaced(each, audience) for each in piece.under))


@given(sketches(), st.sampled_from(Marking))
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
def test_what_is_shown_is_a_text_that_can_be_shown_again(sketch: Sketch, audience: Marking) -> None:
    """It has no fault, nothing private, nothing above the audience, and showing it once more changes nothing."""
    source = write_sketch(msgspec.structs.replace(sketch, meta=()))
    shown = for_audience(parse_text(source), audience)
    assert shown.faults == ()
    assert not any(each.private for each in brackets_in(shown))
    assert all(each.marking is None or audience.may_see(each.marking) for each in shown.provisions)
    assert shown.marking is None or audience.may_see(shown.marking)
    assert for_audience(shown, audience).source == shown.source


def brackets_in(document: Document) -> list[Bracket]:
    """The outermost brackets of all provisions, and those around whole provisions."""
    parts = [part for each in document.provisions for part in (*each.title, *each.body)]
    return [*document.brackets, *(part for part in parts if isinstance(part, Bracket))]
