"""Clashes of a number and its correction: "three sites, not four" against "questions on four sites" elsewhere."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content

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
    for correction in found:
        sentences = (s for report in shelf.originals for s in sentences_of(report))
        account = next((sentence for sentence in sentences if _is_corrected(sentence, correction, shelf)), None)
        if account is not None:
            sides = (account, correction.sentence)
            about = f"{correction.noun.capitalize()}: {correction.right} or {correction.wrong}"
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in sides)
            yield Clash(about=about, issue=topics.issue_of(*sides), voices=voices)


@functools.cache
def _pattern() -> re.Pattern[str]:
    number = number_pattern()
    return re.compile(
        rf"{number} (?:[a-z]+ ){{0,2}}?(?P<noun>[a-z]+s)\b,? (?:and )?not {number}(?=[\s.,;)\"”]|$)", re.IGNORECASE
    )


def _corrections(sentence: Sentence) -> Iterator[_Correction]:
    for match in _pattern().finditer(sentence.text):
        right, wrong = number_in(match[1]), number_in(match[3])
        if right is not None and wrong is not None and right != wrong:
            yield _Correction(sentence, match["noun"].casefold(), right, wrong)


def _is_corrected(sentence: Sentence, correction: _Correction, shelf: Shelf) -> bool:
    """Does a sentence of another source give the number that is corrected, of the same thing?"""
    if sentence.asks or shelf.source(sentence.report) == shelf.source(correction.sentence.report):
        return False
    noun = stem(correction.noun)
    common = (sentence.words & correction.sentence.words) - {noun}
    if noun not in sentence.words or len(common) < _WORDS:
        return False
    counted = re.finditer(rf"{number_pattern()} (?:\w+ ){{0,2}}?(\w+)", sentence.text, re.IGNORECASE)
    return any(number_in(match[1]) == correction.wrong and stem(match[2].casefold()) == noun for match in counted)
