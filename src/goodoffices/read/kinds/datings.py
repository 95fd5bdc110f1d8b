"""When things are set for, and that they have moved: "to be signed on 16 November", "has slipped to 21 November".

A date that is set is an assertion of the act `set`; one that no longer holds is one that denies it, with the old date
as its time where it is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from goodoffices.record import AssertionContent, Interval, Statement

from ..dates import TimeExpression
from ..document import Sentence
from ..pipeline import straighten
from .clauses import clause_words
from .dispute_words import pattern
from .saying import told_by

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_datings"]

_SHARP_DAYS = 100
"""A longer time names no day that could be moved."""
_LONGEST = 600
_NO_YEAR = re.compile(r"XXXX-(?:\d\d|S[PU]|SU|FA|WI)")
_YEAR = re.compile(r"\d{4}|day\b|week\b|month\b|year\b", re.IGNORECASE)
_MATTER = frozenset({"NOUN", "PROPN", "VERB"})
_MANY_WORDS = 24
_FEW_TIMES = 6
_HEADING_WORDS = 4
_BEFORE = 45
"""Characters before a time that tell whether it is the old one or the new one."""


def find_datings(context: Context, known: AbstractSet[str]) -> Iterator[Statement]:
    """State what is set for a day, and what was and is no longer.

    Args:
        context: The report.
        known: Ids of the actors that the report's other statements name.
    """
    starts = [time.span[0] for time in context.times]
    for sentence in context.sentences:
        if len(sentence.text) > _LONGEST or sentence.text.rstrip("\"'”’) ").endswith("?"):
            continue
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        times = [time for time in context.times[low:high] if _is_sharp(time)][:_FEW_TIMES]
        moved = pattern("moving").search(straighten(sentence.text))
        if moved is not None:
            yield from _moved(context, known, sentence, times, moved)
        for time in times:
            if _is_ahead(context, sentence, time) and (moved is None or not _is_old(sentence, time, moved)):
                yield from _set(context, known, sentence, time)


def _is_sharp(time: TimeExpression) -> bool:
    if time.type != "DATE":
        return False
    if time.earliest is None or time.latest is None:
        return _NO_YEAR.match(time.value) is not None
    return (time.latest - time.earliest).days <= _SHARP_DAYS


def _is_ahead(context: Context, sentence: Sentence, time: TimeExpression) -> bool:
    day = context.report.published
    if time.latest is None:
        return pattern("planning").search(straighten(sentence.text)) is not None
    return (day is not None and time.latest > day) or _of_another_year(sentence, time)


def _of_another_year(sentence: Sentence, time: TimeExpression) -> bool:
    """Is a day without a year, understood as past, told as one to come?"""
    return not _YEAR.search(time.text) and pattern("planning_surely").search(straighten(sentence.text)) is not None


def _is_old(sentence: Sentence, time: TimeExpression, moved: re.Match[str]) -> bool:
    """Is a time the one that no longer holds?"""
    at = time.span[0] - sentence.start
    text = straighten(sentence.text)
    ahead = text[max(0, at - _BEFORE) : at]
    if pattern("dating_new").search(ahead):
        return False
    return bool(pattern("dating_old").search(ahead)) or at < moved.start()


def _moved(
    context: Context, known: AbstractSet[str], sentence: Sentence, times: Sequence[TimeExpression], cue: re.Match[str]
) -> Iterator[Statement]:
    old = next((time for time in times if _is_old(sentence, time, cue)), None)
    head = sentence.span.root
    words = _words(context, sentence, list(sentence.span), head)
    when = None if old is None else Interval(earliest=old.earliest, latest=old.latest, text=old.text)
    if words and (times or pattern("moving_plainly").search(straighten(sentence.text))):
        yield _stated(context, known, sentence, sentence.span.root, words, when=when, holds=False)


def _set(context: Context, known: AbstractSet[str], sentence: Sentence, time: TimeExpression) -> Iterator[Statement]:
    tokens = context.tokens_in(*time.span)
    if not tokens:
        return
    head = next((each for each in tokens[0].ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if head is None:
        head = sentence.span.root
    day = context.report.published
    past = day is not None and time.latest is not None and time.latest <= day
    when = Interval(earliest=None if past else time.earliest, latest=None if past else time.latest, text=time.text)
    words = _words(context, sentence, clause_words(head), head)
    if words:
        yield _stated(context, known, sentence, head, words, when=when, holds=True)


def _stated(
    context: Context,
    known: AbstractSet[str],
    sentence: Sentence,
    head: Token,
    words: tuple[str, ...],
    *,
    when: Interval | None,
    holds: bool,
) -> Statement:
    start = sentence.start
    speaker = told_by(context, start, start + 1)
    content = AssertionContent(
        act="set", holds=holds, text=" ".join(sentence.text.split()), words=words, tense="ahead", issue="process"
    )
    said_by = speaker if speaker in known else None
    return context.state(content, sentence.evidence(), said_by=said_by, when=when, basis=f"date of {head.lemma_!r}")


def _words(context: Context, sentence: Sentence, inside: Sequence[Token], head: Token) -> tuple[str, ...]:
    """What it is that has a date; with what stands before where the clause only points back to it."""
    kept = [token for token in inside if token.pos_ in _MATTER and not token.is_stop and token.ent_type_ != "DATE"]
    subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    before = context.sentences[sentence.number - 1] if sentence.number else None
    if before is not None and before.text.endswith("?") and not kept:
        kept = [t for t in before.span if t.pos_ in _MATTER and not t.is_stop]
    if before is not None and before.block is sentence.block:
        short = len(before.span) <= _HEADING_WORDS
        if short or (subject is not None and subject.pos_ in {"PRON", "DET"}):
            kept += [t for t in before.span if t.pos_ in _MATTER and not t.is_stop and t.ent_type_ != "DATE"]
    found = {token.text if token.pos_ == "PROPN" else token.lemma_.lower() for token in kept}
    return tuple(sorted(found)[:_MANY_WORDS])
