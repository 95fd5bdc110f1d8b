"""Unlikely sentences: what a rule found where a report only speaks of other things is left out."""

from __future__ import annotations

import pytest

from goodoffices.read.hearing import FEW
from goodoffices.read.kinds.unlikely import KINDS, grams, log_odds, sentence_spans, without_unlikely
from goodoffices.record import (
    Evidence,
    MechanismContent,
    MeetingContent,
    PositionContent,
    Report,
    Statement,
    make_report,
)
from goodoffices.record.statement import make_statement

IDLE = "Shops in the old town opened late because of the rain."
TOLD = "The government rejected the proposal for a ceasefire and demanded that the rebels withdraw."
MET = "The two foreign ministers met in Doha on Tuesday with mediators from Qatar."
ARRANGED = "A joint monitoring mechanism would verify the withdrawal once the agreement is signed."


def note(*sentences: str, idle: int = FEW) -> Report:
    """A report of some sentences, and as many idle ones as are asked for."""
    return make_report(" ".join([*sentences, *[IDLE] * idle]), path="1.txt", title="T", language="en")


def found(report: Report, kind: str, words: str) -> Statement:
    """A statement of a kind that rests on some words of a report."""
    start = report.text.index(words)
    contents = {
        "position": PositionContent(party="a", issue="ceasefire", stance="demands", text=words),
        "meeting": MeetingContent(participants=("a",), status="held"),
        "mechanism": MechanismContent(name="monitoring", kind="monitoring", status="proposed"),
    }
    span = Evidence(report=report.id, start=start, end=start + len(words), quote=words)
    return make_statement(contents[kind], (span,), reader="test/1")


@pytest.mark.parametrize(
    ("kind", "likely", "unlikely"),
    [
        ("position", TOLD, "Bakers met their customers' wishes with longer hours on the market square."),
        ("meeting", MET, "The city's football club wanted a new coach before the season."),
        ("mechanism", ARRANGED, "Residents of the town wanted to sleep in spite of the heat."),
    ],
)
def test_the_words_around_speak_against_a_rule(kind: str, likely: str, unlikely: str) -> None:
    """In a report of some length a finding in a sentence of other things is left out, one in its own stays."""
    report = note(likely, unlikely)
    kept, dropped = found(report, kind, likely), found(report, kind, unlikely)
    assert without_unlikely(report, [dropped, kept]) == [kept]


def test_a_short_note_says_nothing_in_passing() -> None:
    """Where there is hardly any background, the rules are believed."""
    words = "Bakers met their customers' wishes with longer hours on the market square."
    report = note(words, idle=FEW - 2)
    told = [found(report, "position", words)]
    assert without_unlikely(report, told) == told


def test_one_likely_sentence_is_enough() -> None:
    """A finding that rests on two sentences stays where one of them is likely."""
    report = note(IDLE, TOLD)
    one, other = found(report, "position", IDLE), found(report, "position", TOLD)
    both = make_statement(one.content, (*one.evidence, *other.evidence), reader="test/1")
    assert without_unlikely(report, [both, one]) == [both]


def test_rows_and_other_kinds_are_not_weighed() -> None:
    """A row of a table has not the words of a sentence, and the weights know three kinds of statement only."""
    row = "rain | shops | late"
    report = note(row, "Bakers opened late.")
    assert set(KINDS) == {"position", "meeting", "mechanism"}
    told = [found(report, "position", row)]
    assert without_unlikely(report, told) == told


def test_words_and_pairs() -> None:
    """A sentence is its words and pairs in small letters, whatever its marks; what nobody has seen weighs nothing."""
    assert grams("The envoy met X.") == {"the", "envoy", "met", "the envoy", "envoy met"}
    assert log_odds("") == log_odds("Qwxz!")


def test_sentences_by_their_marks() -> None:
    """Sentences and lines, none of them empty; quotation marks belong to the sentence before."""
    text = "He said “no.” She left.\n\n- a point\n"
    assert [text[a:b].strip() for a, b in sentence_spans(text)] == ["He said “no.”", "She left.", "- a point"]
    assert list(sentence_spans("")) == []
