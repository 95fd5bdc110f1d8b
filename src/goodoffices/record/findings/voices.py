"""A sentence that speaks for itself in a clash, where no statement was made of it."""

from __future__ import annotations

from goodoffices.record.finding import Side

from .clash import Voice
from .sentences import Sentence
from .shelf import Shelf
from .topics import Topics

__all__ = ["voice_of_sentence"]


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
