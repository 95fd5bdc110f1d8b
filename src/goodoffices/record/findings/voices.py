"""Who speaks in a clash: an assertion, or a sentence that no statement was made of."""

from __future__ import annotations

from goodoffices.record.finding import Side

from .clash import Voice
from .comparison import Told
from .sentences import Sentence
from .shelf import Shelf
from .topics import Topics

__all__ = ["about_claim", "voice_of_claim", "voice_of_sentence"]

_ABOUT = 90
"""Characters of a clause that a line about it shows."""


def voice_of_sentence(sentence: Sentence, topics: Topics, shelf: Shelf) -> Voice:
    """Let a sentence speak for itself.

    Args:
        sentence: It, or a piece of it.
        topics: Knows who says it.
        shelf: The reports.
    """
    side = Side(
        text=" ".join(sentence.said.split()),
        evidence=(shelf.report(sentence.report).evidence(sentence.start, sentence.end),),
        said_by=topics.speaker_of(sentence),
        as_of=shelf.day(sentence.report),
    )
    return Voice(side=side, marking=shelf.marking(sentence.report))


def voice_of_claim(claim: Told, shelf: Shelf) -> Voice:
    """Let an assertion speak for itself."""
    side = Side(
        text=claim.content.text,
        evidence=claim.statement.evidence,
        said_by=claim.said_by,
        as_of=claim.day,
        statements=(claim.id,),
    )
    return Voice(side=side, marking=max(shelf.marking(claim.report), claim.statement.marking, key=lambda m: m.rank))


def about_claim(label: str, claim: Told) -> str:
    """Say in one short line what a clash is about: what kind of thing, and the clause."""
    text = claim.content.text
    cut = text if len(text) <= _ABOUT else text[:_ABOUT].rsplit(" ", 1)[0] + " …"
    return f"{label}: {cut}"
