"""Clashes of a number and its correction: "three sites, not four" against "questions on four sites" elsewhere."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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
from .wording import stem

__all__ = ["clashes_of_correction"]

_MOST = 200
"""Corrections that are looked after, at most."""
_WORDS = 1
"""Words beside what is counted that the two sentences must have in common."""


class _Correction(msgspec.Struct, frozen=True):
    """A sentence that gives a number of something and says that it is not another one."""

    sentence: Sentence
    noun: str
    right: int
    wrong: int


def clashes_of_correction(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find the sentences that say a number which a sentence of another report corrects."""
    found = [each for report in shelf.originals for s in sentences_of(report) for each in _corrections(s)][:_MOST]
    if not found:
        return
    topics = Topics(claims)
    accounts = _accounts(found, shelf)
    for number, correction in enumerate(found):
        if (account := accounts.get(number)) is not None:
            sides = (account, correction.sentence)
            about = f"{correction.noun.capitalize()}: {correction.right} or {correction.wrong}"
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in sides)
            issue = "process" if stem(correction.noun) in _of_texts() else topics.issue_of(*sides)
            yield Clash(about=about, issue=issue, voices=voices)


def _accounts(corrections: Sequence[_Correction], shelf: Shelf) -> dict[int, Sentence]:
    """For each correction, by its place, the first sentence of another source that gives what it corrects.

    One pass over the sentences, whatever the number of corrections: a sentence meets those that correct the number and
    the noun that it has.
    """
    waiting: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, correction in enumerate(corrections):
        waiting[correction.wrong, stem(correction.noun)].append(number)
    found: dict[int, Sentence] = {}
    for sentence in (s for report in shelf.originals for s in sentences_of(report) if not s.asks):
        for counted in _counted(sentence.text) & waiting.keys():
            met = [n for n in waiting[counted] if _is_of_one(sentence, corrections[n], shelf)]
            found.update((number, sentence) for number in met)
            waiting[counted] = [number for number in waiting[counted] if number not in found]
    return found


@functools.cache
def _pattern() -> re.Pattern[str]:
    number = number_pattern()
    return re.compile(
        rf"{number} (?:[a-z]+ ){{0,2}}?(?P<noun>[a-z]+s)\b,? (?:and )?not (?:the |just |only )?{number}"
        r"(?=[\s.,;)\"”]|$)",
        re.IGNORECASE,
    )


def _corrections(sentence: Sentence) -> Iterator[_Correction]:
    for match in _pattern().finditer(sentence.text):
        right, wrong = number_in(match[1]), number_in(match[3])
        if right is not None and wrong is not None and right != wrong:
            yield _Correction(sentence, match["noun"].casefold(), right, wrong)


def _counted(text: str) -> set[tuple[int, str]]:
    """The numbers of a sentence, each with the stem of what it counts."""
    matches = _number_and_noun().finditer(text)
    counted = ((number_in(match[1]), stem(match[2].casefold())) for match in matches)
    return {(number, noun) for number, noun in counted if number is not None}


@functools.cache
def _number_and_noun() -> re.Pattern[str]:
    return re.compile(rf"{number_pattern()} (?:\w+ ){{0,2}}?(\w+)", re.IGNORECASE)


@functools.cache
def _of_texts() -> frozenset[str]:
    """Stems of the parts of a text."""
    return frozenset(stem(word) for word in lexicon.words().parts)


def _is_of_one(sentence: Sentence, correction: _Correction, shelf: Shelf) -> bool:
    """Is a sentence that gives a corrected number of another source, and on the same matter?"""
    if shelf.source(sentence.report) == shelf.source(correction.sentence.report):
        return False
    noun = stem(correction.noun)
    if noun in _of_texts() and noun in sentence.words:
        return True  # there is one text under discussion
    common = (sentence.words & correction.sentence.words) - {noun}
    return noun in sentence.words and len(common) >= _WORDS
