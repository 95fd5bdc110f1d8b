"""Quotes and turns: who says what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.quotes import find_quotes
from goodoffices.record import QuoteContent, Statement

Opened = Callable[[str], Context]
Proved = Callable[[Context, list[Statement]], None]


def quotes(context: Context) -> set[tuple[str, str, bool]]:
    """The quotes of a context as (speaker, text, direct)."""
    contents = [s.content for s in find_quotes(context)]
    return {(context.roster.actors[c.speaker].name, c.text, c.direct) for c in contents if isinstance(c, QuoteContent)}


def test_a_direct_quote_has_its_speaker(opened: Opened, proved: Proved) -> None:
    """The words in quotation marks, without the marks."""
    context = opened("“We are not in a hurry,” said Kenyan President William Ruto on Monday.")
    assert quotes(context) == {("William Ruto", "We are not in a hurry,", True)}
    proved(context, list(find_quotes(context)))


def test_words_quoted_inside_a_sentence(opened: Opened) -> None:
    """A part in quotation marks is the quote, not the sentence around it."""
    context = opened("Norwegian envoy Dag Nylander called the draft “a fair basis” for talks.")
    assert ("Dag Nylander", "a fair basis", True) in quotes(context)


def test_a_quote_of_nobody_is_left_out(opened: Opened) -> None:
    """Scare quotes and quotes of no actor are no quotes of the talks."""
    assert quotes(opened("The so-called “road map” was lost. “No comment,” said a passer-by.")) == set()


def test_turns_of_a_transcript_are_quotes(opened: Opened) -> None:
    """A turn is what its speaker says; who asks is no speaker of the talks."""
    context = opened(
        "With us is Amina Diallo, the chief negotiator of Mali.\n\nHOST: Will you sign?\n\n"
        "DIALLO: We will sign when the guns are silent.\n"
    )
    assert ("Amina Diallo", "We will sign when the guns are silent.", False) in quotes(context)
    assert len(quotes(context)) == 1


def test_a_quotation_cut_in_two_is_no_speaker_itself(opened: Opened) -> None:
    """Words of the quotation before the verb are not taken for who says it."""
    context = opened('"Peace, yes," said Kenyan President William Ruto, "but not with an eraser."')
    assert {(name, text) for name, text, _ in quotes(context)} == {
        ("William Ruto", "Peace, yes,"),
        ("William Ruto", "but not with an eraser."),
    }


def test_a_paper_speaks_for_who_issued_it(opened: Opened) -> None:
    """A note from a ministry is what the ministry says."""
    context = opened('Kenya takes part. A short note from Kenya said that "all counties will be consulted".')
    assert [(name, text) for name, text, _ in quotes(context)] == [("Kenya", "all counties will be consulted")]


def test_reporters_of_the_house_are_no_voices_of_the_talks(opened: Opened) -> None:
    """The turns of a programme's own correspondent are left out."""
    text = (
        "HOST: Our correspondent Daniel Ferro is in Nairobi. What happened?\n\nFERRO: Five men walked out.\n\n"
        "HOST: William Ruto, the Kenyan president, is on the line.\n\nRUTO: We did what we had promised.\n"
    )
    assert {name for name, _, _ in quotes(opened(text))} == {"William Ruto"}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Kenya had dismissed any session without its neighbour as “a walk in the dark” and asked for another.",
            "Kenya",
            "a walk in the dark",
        ),
        (
            "Kenyan President William Ruto called the Ugandan readiness to take part “a long step”.",
            "William Ruto",
            "a long step",
        ),
        (
            "A statement released by the Kenyan foreign ministry rejected the paper as “a letter to nobody”.",
            "Kenya",
            "a letter to nobody",
        ),
        (
            "The talks were described as “hard but useful” by Kenyan President William Ruto.",
            "William Ruto",
            "hard but useful",
        ),
    ],
)
def test_words_lifted_into_a_sentence_are_of_the_subject(opened: Opened, text: str, speaker: str, words: str) -> None:
    """Whoever calls, dismisses or describes something so has said the words in quotation marks."""
    context = opened(text)
    assert (speaker, words, True) in quotes(context)
    proved = [s for s in find_quotes(context) if isinstance(s.content, QuoteContent)]
    assert len(proved) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The pact known as “the Big One” was never read out in Kenya.",
        "Kenya did not call the paper “a fair basis”.",
    ],
)
def test_names_and_what_was_not_said_are_no_quotes(opened: Opened, text: str) -> None:
    """The name of a thing, and what somebody did not say, are nobody's words."""
    assert quotes(opened(text)) == set()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya's president, William Ruto, met the rebels. The Kenyan leader called it “a start”.", "William Ruto"),
        ("Prime Minister Tran Van of Laos met Chile's envoy. The premier called it “a start”.", "Tran Van"),
        ("Ana Ruiz, an adviser to Peru's president, was there. The Peruvian leader called it “a start”.", "Peru"),
    ],
)
def test_the_leader_of_a_state_is_its_president(opened: Opened, text: str, speaker: str) -> None:
    """The leader is the one named who holds the first office of the state, and no adviser of his."""
    assert quotes(opened(text)) == {(speaker, "a start", True)}
