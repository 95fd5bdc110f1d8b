"""Hearing: what the sentences of a report tell of, with a little of what stands before them."""

from __future__ import annotations

from goodoffices.read.hearing import HEARD_BEFORE_CHARS, Hearing, heard_with

MET = "The two foreign ministers met in Muscat on Tuesday."
ARRANGED = "A joint committee with a hotline would watch over the truce and report violations to the guarantors."
IDLE = "Shops in the old town opened late because of the rain."


def told(text: str, sentence: str) -> dict[str, float]:
    """What a sentence of a text tells of."""
    start = text.index(sentence)
    return Hearing(text).of(start, start + len(sentence))


def test_each_sentence_tells_of_its_own() -> None:
    """One tells of a meeting, one of an arrangement, one of neither."""
    text = f"{MET} {ARRANGED} {IDLE}"
    met, arranged, idle = (told(text, sentence) for sentence in (MET, ARRANGED, IDLE))
    assert met["meeting"] > 0 > arranged["meeting"]
    assert arranged["mechanism"] > 0 > met["mechanism"]
    assert max(idle["meeting"], idle["mechanism"], idle["position"]) < 0


def test_a_sentence_is_heard_once() -> None:
    """What was heard is kept; spaces behind a sentence are not of it."""
    hearing = Hearing(f"{MET} {IDLE}")
    assert hearing.of(0, len(MET) + 1) is hearing.of(0, len(MET))


def test_what_stands_before_is_of_the_same_paragraph() -> None:
    """A little of the paragraph, and nothing of the one before."""
    text = f"{IDLE}\n{'word ' * 40}{MET}"
    start = text.index(MET)
    whole, first, behind = heard_with(text, start, start + len(MET))
    assert whole[first:behind] == MET
    assert first == HEARD_BEFORE_CHARS + 1
    assert heard_with(f"{IDLE}\n{MET}", len(IDLE) + 1, len(IDLE) + 1 + len(MET))[1] == 1
