"""Quotes: what speakers say in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import QuoteContent, Statement, fold

if TYPE_CHECKING:
    from ..attribution import Attribution
    from ..context import Context
    from ..layout import Cell

__all__ = ["find_quotes"]

_MARKS = "\"'“”‘’„«» "


def find_quotes(context: Context) -> Iterator[Statement]:
    """State each quotation whose speaker is an actor of the report."""
    said: set[tuple[int, int]] = set()
    for attribution in sorted(context.attributions, key=_extent):
        if attribution.kind == "indirect" or attribution.negated:
            continue
        speakers = context.head_actors(attribution.source) or context.head_actors(attribution.antecedent)
        if not speakers:
            continue
        for start, end in _quoted(context.report.text, attribution):
            if (start, end) not in said:
                said.add((start, end))
                yield _quote(context, speakers, attribution, start, end)

    yield from _turns(context)


def _extent(attribution: Attribution) -> tuple[int, int]:
    """The innermost first: who says the words themselves, not who says that they were said."""
    return sum(end - start for start, end in attribution.content), attribution.start


def _turns(context: Context) -> Iterator[Statement]:
    """What the speakers of a transcript say, turn by turn; who only asks is no speaker of the talks."""
    for passage in context.passages:
        speaker = passage.block.speaker
        if speaker is None:
            continue
        persons = _speaking(context, context.persons_named(speaker.start, speaker.end), speaker)
        words = context.report.text[passage.block.start : passage.block.end].strip()
        if len(persons) == 1 and words:
            yield context.state(
                QuoteContent(speaker=persons[0], text=" ".join(words.split()), direct=False),
                context.report.evidence(passage.block.start, passage.block.end),
                said_by=persons[0],
                basis="turn of a transcript",
            )


def _speaking(context: Context, persons: tuple[str, ...], label: Cell) -> tuple[str, ...]:
    """Of several who share the surname in a label, the one whose full name it gives."""
    words = f" {fold(context.report.text[label.start : label.end])} "
    full = tuple(p for p in persons if f" {fold(context.roster.actors[p].name)} " in words)
    return full if len(persons) > 1 and len(full) == 1 else persons


def _quote(context: Context, speakers: tuple[str, ...], attribution: Attribution, start: int, end: int) -> Statement:
    sentences = [s for s in context.sentences if s.start < end and start < s.end]
    first = min((s.start for s in sentences), default=start)
    last = max((s.end for s in sentences), default=end)
    content = QuoteContent(
        speaker=speakers[0],
        text=context.report.text[start:end].strip(_MARKS),
        direct=True,
        to=tuple(sorted(context.head_actors(attribution.addressee))),
    )
    return context.state(
        content,
        context.report.evidence(first, last),
        said_by=speakers[0],
        when=context.time_in(first, start) or context.time_in(end, last),
        basis=f"cue {attribution.lemma!r}" if attribution.lemma else "quotation marks",
    )


def _quoted(text: str, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """The stretches of the content that stand in quotation marks."""
    for start, end in attribution.content:
        piece = text[start:end]
        if attribution.kind == "direct":
            if piece.strip(_MARKS):
                yield start, end
            continue
        opened: int | None = None
        for n, char in enumerate(piece):
            if char in "“„«" or (char == '"' and opened is None) or (char == "‘" and opened is None):
                opened = n
            elif opened is not None and (char in '”»"' or (char == "’" and not piece[n + 1 : n + 2].isalpha())):
                if piece[opened:n].strip(_MARKS):
                    yield start + opened, start + n + 1
                opened = None
