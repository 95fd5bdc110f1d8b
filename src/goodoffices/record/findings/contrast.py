"""Clashes that one sentence sets side by side: "the army put the toll at 12, the rebels at 30"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content

from . import lexicon
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence
from .wording import tokens

__all__ = ["clashes_in_one_sentence"]

_REACH = 80
"""Characters from the word of counting to the first number, and from there to the second voice, at most."""
_YEARS = range(1900, 2101)
_SECOND = re.compile(
    r"(?:[,;] (?:and |but |while |whereas )?| while | whereas | but )(?=(?:the|those|that|its|his|her|[A-Z])\b)"
)
"""Where a second voice begins."""


class _Pair(msgspec.Struct, frozen=True):
    """Two halves of a sentence and the number that each gives."""

    halves: tuple[Sentence, Sentence]
    numbers: tuple[int, int]


def clashes_in_one_sentence(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find the sentences in which two voices give two numbers of one thing."""
    found = [pair for report in shelf.originals for each in sentences_of(report) if (pair := _pair(each)) is not None]
    if not found:
        return
    topics = Topics(claims)
    for pair in found:
        voices = tuple(voice_of_sentence(half, topics, shelf) for half in pair.halves)
        about = f"Two counts: {min(pair.numbers)} or {max(pair.numbers)}"
        of_text = any(lexicon.words().parts.intersection(tokens(half.text)) for half in pair.halves)
        yield Clash(about=about, issue="process" if of_text else topics.issue_of(*pair.halves), voices=voices)


def _pair(sentence: Sentence) -> _Pair | None:
    """The two counts of a sentence: behind a word of counting, and, without a noun, behind a second voice."""
    text = sentence.text
    cue = _counting().search(text)
    first = _number().search(text, cue.end(), cue.end() + _REACH) if cue else None
    second = _SECOND.search(text, first.end(), first.end() + _REACH) if first else None
    bare = _bare_number().search(text, second.end(), second.end() + _REACH) if second else None
    if first is None or second is None or bare is None:
        return None
    numbers = number_in(first[1]), number_in(bare[1])
    if numbers[0] is None or numbers[1] is None or numbers[0] == numbers[1] or _YEARS.count(numbers[0]):
        return None
    halves = _cut(sentence, 0, second.start()), _cut(sentence, second.end(), len(text))
    return _Pair(halves, (numbers[0], numbers[1]))


def _cut(sentence: Sentence, start: int, end: int) -> Sentence:
    at = sentence.start
    return msgspec.structs.replace(sentence, start=at + start, end=at + end, text=sentence.text[start:end])


@functools.cache
def _counting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.words().counting)})\b", re.IGNORECASE)


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(number_pattern(), re.IGNORECASE)


@functools.cache
def _bare_number() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:of|at|only|says?|said|claims?|counts?) (?:only |about |nearly )?{number_pattern()}(?=[.,;)\"”]|$)",
        re.IGNORECASE,
    )
