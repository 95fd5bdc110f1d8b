"""Clashes of numbers: sentences of different reports that say nearly the same, with two numbers of one thing."""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_right
from collections import defaultdict
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
from .wording import matter, shared, stem

__all__ = ["clashes_of_number"]

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = 3
"""Words beside the number and what it counts that two sentences must have in common."""
_MUCH = 0.5
"""Share of the words of the shorter clause that the other must have."""
_ROUGH = 0.1
"""Numbers that differ by no more than this share of the larger are one number, roughly told."""
_DAYS = 31
"""Days between two reports, at most."""
_POSTING = 40
"""Clauses that count one thing that are compared, at most: the first in the order of the reports."""
_LEAST = 3
"""Numbers below it are said of too many things."""
_PART = re.compile(r"\b(?:another|further|additional|next|first|last|other|remaining) $", re.IGNORECASE)
"""Before a number of some of them only."""
_CUT = re.compile(r"; |, (?:and|but|while|whereas|which|who|where|as) ")
"""Where another clause begins."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class _Told(msgspec.Struct, frozen=True):
    """A number of something as a sentence gives it, in words too, and the other words of that clause."""

    sentence: Sentence
    of: str
    noun: str
    number: float
    text: str
    words: frozenset[str]


def clashes_of_number(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find sentences of different reports that are alike but for the number of one thing."""
    index: dict[str, list[_Told]] = defaultdict(list)
    for report in shelf.originals:
        for sentence in sentences_of(report):
            for told in _numbers(sentence):
                if len(index[told.of]) < _POSTING:
                    index[told.of].append(told)
    pairs = [pair for _, told in sorted(index.items()) for pair in _pairs(told, shelf)]
    topics = Topics(claims) if pairs else None
    for one, other in pairs:
        if topics is not None:
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            low, high = sorted((one, other), key=lambda told: told.number)
            about = f"{one.noun.capitalize()}: {low.text} or {high.text}"
            yield Clash(about=about, issue=topics.issue_of(one.sentence, other.sentence), voices=voices)


def _pairs(told: list[_Told], shelf: Shelf) -> Iterator[tuple[_Told, _Told]]:
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            if one.sentence.report != other.sentence.report and _in_time(one, other, shelf) and _clash(one, other):
                yield one, other


def _clash(one: _Told, other: _Told) -> bool:
    if abs(one.number - other.number) <= _ROUGH * max(one.number, other.number):
        return False
    common = one.words & other.words
    return len(common) >= _WORDS and shared(one.words, other.words) >= _MUCH


def _in_time(one: _Told, other: _Told, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)


@functools.cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(_SCALES)
    return re.compile(
        rf"(?<![\w.,/-]){number_pattern()}(\.\d+)?(?:[ -]({scales}))?"
        rf"(?P<noun>(?:[ -](?!(?:{_MONTHS})\b)[a-z]+){{1,3}})",
        re.IGNORECASE,
    )


def _numbers(sentence: Sentence) -> Iterator[_Told]:
    """The numbers of a sentence that stand before a noun; one that gives two of one thing gives none."""
    found: dict[str, _Told] = {}
    twice: set[str] = set()
    for match in _pattern().finditer(sentence.said):
        number = _value(match)
        noun = _noun(match["noun"])
        if noun is None or number is None or number < _LEAST or _PART.search(sentence.said, 0, match.start()):
            continue
        of = stem(noun)
        if of in _told_elsewhere():
            continue
        if of in found:
            twice.add(of)
        words = matter(_clause(sentence.said, match.start())) - {of}
        found[of] = _Told(sentence, of, noun, number, match[0][: match.start("noun") - match.start()], words)
    yield from (told for of, told in found.items() if of not in twice)


@functools.cache
def _told_elsewhere() -> frozenset[str]:
    """Stems of what other modules compare by more than words: times (`terms`) and sittings (`sittings`)."""
    words = ("hours", "days", "weeks", "fortnights", "months", "years", "rounds", "sessions", "meetings", "sittings")
    return frozenset(stem(word) for word in words)


def _clause(text: str, at: int) -> str:
    """The clause of `text` that holds the character at `at`."""
    cuts = [0, *(cut.start() for cut in _CUT.finditer(text)), len(text)]
    place = bisect_right(cuts, at)
    return text[cuts[place - 1] : cuts[place] if place < len(cuts) else len(text)]


def _value(match: re.Match[str]) -> float | None:
    whole = number_in(match[1])
    if whole is None:
        return None
    return (whole + float(match[2] or 0)) * _SCALES.get((match[3] or "").casefold(), 1)


def _noun(words: str) -> str | None:
    """The last word before the first that carries no matter: "former combatants registered" counts combatants."""
    kept: list[str] = []
    for word in re.split(r"[ -]", words.strip(" -").casefold()):
        if not matter(word) or word in lexicon.words().time:
            break
        kept.append(word)
    plural = [word for word in kept if word.endswith("s")]
    return plural[0] if plural else None
