"""Finding the time expressions of a text, in order, each read against what stands before it."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from goodoffices.read.pipeline import parse, straighten
from goodoffices.record import parse_day

from ..pipeline import text_of
from .calendar import Period
from .expression import TimeExpression
from .length import Length
from .lexer import Lexed
from .meaning import Fixed, Meaning
from .periods import read_recurring
from .ranges import ranges
from .recognise import Found, recognise
from .recurring import Recurring
from .scene import Reading, Scene
from .tense import Clauses
from .vocabulary import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["dates", "find_dates", "read_alone"]

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s{0,99}\n)[^\n]+){0,9999}")
_LONGEST_PARSED = 20_000
"""Characters: a longer passage has no sentences to speak of and is read without a parse."""

_MOST_TOLD = 16
"""Periods told before that later words can count from."""

Passage: TypeAlias = "tuple[int, Lexed, list[Found], Doc | None]"


def dates(text: str, published: dt.date | str | None = None) -> list[TimeExpression]:
    """Find the time expressions of a text.

    Args:
        text: A text, its paragraphs set apart by blank lines or not; offsets count in it.
        published: The report's day (or ISO 8601 text), or None where unknown: then nothing relative is resolved.

    Returns:
        The expressions, in order.

    Raises:
        InputError: If `published` is a text that is no ISO 8601 day.
    """
    day = parse_day(published, where="the report's date") if isinstance(published, str) else published
    straight = straighten(text)
    passages = [(match.start(), match[0]) for match in _PARAGRAPH.finditer(straight)]
    found = list(_read_passages(_parsed(passages), day))
    if straight == text:
        return found
    return [msgspec.structs.replace(one, text=text[slice(*one.span)]) for one in found]


def find_dates(
    docs: Sequence[tuple[int, Doc]], published: dt.date | None = None, days: Sequence[dt.date | None] = ()
) -> list[TimeExpression]:
    """Find the time expressions of parsed passages.

    Args:
        docs: The passages of one text in order, each with the offset at which it starts.
        published: The report's day, or None where unknown: then nothing relative is resolved.
        days: The day that each passage was written on, where it is an entry of a log; None for the report's day.

    Returns:
        The expressions, in order, two that are the ends of one range as one; their spans count in the whole text.
    """
    passages = [(offset, *recognise(text_of(doc)), doc) for offset, doc in docs]
    found: list[TimeExpression] = []
    written = [day or published for day in days] or [published] * len(passages)
    for day, entries in itertools.groupby(zip(written, passages, strict=True), key=lambda pair: pair[0]):
        found += _read_passages((passage for _, passage in entries), day)
    return list(ranges(found, {offset: text_of(doc) for offset, doc in docs}))


def read_alone(words: str, published: dt.date | None) -> list[TimeExpression]:
    """Read a few words that are no prose: a label, the head of a table.

    Args:
        words: The words.
        published: The report's day, or None where unknown.
    """
    lexed, found = recognise(words)
    return list(ranges(_read_passages([(0, lexed, found, None)], published), {0: words}))


def _parsed(passages: list[tuple[int, str]]) -> Iterator[Passage]:
    """Parse the passages in which there is something to find; the others are left out."""
    recognised = [(offset, *recognise(passage)) for offset, passage in passages]
    spoken = [entry for entry in recognised if entry[2]]
    docs = parse(lexed.text for _, lexed, _ in spoken if len(lexed.text) <= _LONGEST_PARSED)
    for offset, lexed, found in spoken:
        yield offset, lexed, found, next(docs) if len(lexed.text) <= _LONGEST_PARSED else None


def _read_passages(passages: Iterable[Passage], published: dt.date | None) -> Iterator[TimeExpression]:
    """Read passage after passage; what one has told, the next one can count from."""
    told: tuple[Period, ...] = ()
    hour: dt.datetime | None = None
    for offset, lexed, found, doc in passages:
        clauses = Clauses(doc)
        sentence, year = -1, None
        for one in found:
            start, end = lexed.starts[one.start], lexed.ends[one.end - 1]
            if not _is_time(one, lexed, clauses):
                continue
            if clauses.sentence_start(start) != sentence:
                sentence, year = clauses.sentence_start(start), None
            tense = clauses.tense_at(start, end)
            reading = _read(one.meaning, Scene(published=published, tense=tense, told=told, hour=hour, year=year))
            if reading is None:
                continue
            if reading.period:
                told, hour = (*told[-_MOST_TOLD:], reading.period), reading.hour or hour
                year = _year_named(one.meaning) or year
            time = _expression(one, lexed, reading, offset)
            turned = time.signal in {"before", "until", "till"} and clauses.is_denied_at(start, end)
            yield msgspec.structs.replace(time, signal=f"not {time.signal}") if turned else time


def _read(meaning: Meaning, scene: Scene) -> Reading | None:
    return read_recurring(meaning, scene) if isinstance(meaning, Recurring) else meaning.read(scene)


def _year_named(meaning: Meaning) -> int | None:
    """The year that an expression names in full, for the ones behind it in the sentence."""
    named = isinstance(meaning, Fixed) and meaning.period.unit in {"day", "month"}
    return meaning.period.first.year if isinstance(meaning, Fixed) and named else None


def _is_time(found: Found, lexed: Lexed, clauses: Clauses) -> bool:
    """Does the parse agree that a lone word is a time: "May" no verb, "April" no person?"""
    if found.end - found.start > 1 or not isinstance(found.meaning, Recurring | Length):
        return True
    token = clauses.token_at(lexed.starts[found.start])
    if token is None:
        return True
    if isinstance(found.meaning, Recurring):
        return bool(token.tag_ not in {"MD", "VB", "VBD", "VBP", "VBZ"} and token.ent_type_ != "PERSON")
    return True


def _expression(found: Found, lexed: Lexed, reading: Reading, offset: int) -> TimeExpression:
    start, end = lexed.starts[found.start], lexed.ends[found.end - 1]
    earliest, latest = _part_of(reading, found.mod or reading.mod)
    possessed = lexed.word(found.end) in {"'s", "'"}
    return TimeExpression(
        span=(offset + start, offset + end),
        text=lexed.text[start:end],
        type=reading.type,
        value=reading.value,
        earliest=earliest,
        latest=latest,
        mod=found.mod or reading.mod,
        quant=reading.quant,
        freq=reading.freq,
        signal="" if possessed else _signal(lexed, found),
        anchor=_anchor(lexed, found) if reading.type == "DURATION" else "",
    )


def _signal(lexed: Lexed, found: Found) -> str:
    """The preposition before an expression; "to" is "until" behind a verb of lasting ("extended to 18 February")."""
    signals, before = table("english")["signals"], lexed.word(found.start - 1)
    if before == "to" and lexed.word(found.start - 2) in signals["lasting"]:
        return "until"
    if before == "than" and lexed.word(found.start - 2) == "later" and lexed.word(found.start - 3) in {"no", "not"}:
        return "no later than"
    if before == "after" and lexed.word(found.start - 2) == "not":
        return "not after"
    return before if before in signals["words"] else ""


def _part_of(reading: Reading, mod: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Cut a period down to its first, middle or last third."""
    first, last = reading.earliest, reading.latest
    if mod not in {"START", "MID", "END"} or first is None or last is None or first == last:
        return first, last
    third = ((last - first).days + 1) // 3
    cuts = {
        "START": (first, first + dt.timedelta(days=third)),
        "MID": (first + dt.timedelta(days=third), last - dt.timedelta(days=third)),
        "END": (last - dt.timedelta(days=third), last),
    }
    return cuts[mod]


_ANCHOR = re.compile(r"\s(?:of|after|from|following|before)\s(?:the\s)?\w{1,30}(?:\s(?:of|into)\s(?:the\s)?\w{1,30})?")


def _anchor(lexed: Lexed, found: Found) -> str:
    """The words that a duration counts from ("of signature", "after the entry into force")."""
    match = _ANCHOR.match(lexed.text, lexed.ends[found.end - 1])
    return match[0].strip() if match else ""
