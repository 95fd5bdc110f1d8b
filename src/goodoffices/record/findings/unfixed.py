"""Clashes over a number that one report gives and another says is not fixed: "no figure has been set"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content

from . import lexicon
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import Count, counts_of
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_no_number"]

_OF = r"(?:figure|number|size|strength|total|headcount|ceiling|composition)s?"
_FIXED = r"(?:fixed|set|agreed|decided|settled|determined|named|established)"
_UNFIXED = re.compile(
    rf"\b(?:no|not a|neither a|nor) (?:\w+ )?{_OF} (?:\w+ ){{0,4}}?(?:has|have|had|was|were|is|are)\b(?: yet|"
    rf" so far)? (?:been )?(?:\w+ly )?{_FIXED}\b"
    rf"|\b{_OF} (?:\w+ ){{0,5}}?(?:is|are|was|has|have|had|remains?) (?:(?:still|yet) )?(?:open|undecided|(?:not|"
    rf"never) (?:yet )?(?:been )?{_FIXED}|(?:still )?to be {_FIXED})\b",
    re.IGNORECASE,
)
_BACK = 2
_DAYS = 21
_SOON_DAYS = 2


class _Unfixed(msgspec.Struct, frozen=True):
    """A sentence that says so, and it with those before it: they tell of what."""

    sentence: Sentence
    around: str


def clashes_of_no_number(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find the numbers that are given in one account and not fixed in another of about the same time."""
    open_ = [each for report in shelf.originals for each in _unfixed(list(sentences_of(report)))]
    if not open_:
        return
    counts = [pair for report in shelf.originals for pair in counts_of(report)]
    topics = Topics(claims)
    for each in open_:
        for key, count in counts:
            stock = lexicon.stocks()[key]
            of_it = stock.unset and re.search(rf"\b(?:{'|'.join(stock.unset)})\b", each.around, re.IGNORECASE)
            if of_it and _in_time(each, count, shelf):
                voices = tuple(voice_of_sentence(one, topics, shelf) for one in (count.sentence, each.sentence))
                yield Clash(
                    about=f"{stock.label.capitalize()}: {count.number}, or not fixed", issue=stock.issue, voices=voices
                )


def _unfixed(sentences: Sequence[Sentence]) -> Iterator[_Unfixed]:
    for place, sentence in enumerate(sentences):
        if not sentence.asks and _UNFIXED.search(sentence.said):
            near = [each for each in sentences[max(place - _BACK, 0) : place] if each.line == sentence.line]
            yield _Unfixed(sentence, " ".join(each.said for each in (*near, sentence)))


def _in_time(unfixed: _Unfixed, count: Count, shelf: Shelf) -> bool:
    """Is the number given no later than it is said not to be fixed, or nearly so? It can be fixed afterwards."""
    if shelf.source(unfixed.sentence.report) == shelf.source(count.sentence.report):
        return False
    days = shelf.day(unfixed.sentence.report), shelf.day(count.sentence.report)
    return days[0] is None or days[1] is None or -_SOON_DAYS <= (days[0] - days[1]).days <= _DAYS
