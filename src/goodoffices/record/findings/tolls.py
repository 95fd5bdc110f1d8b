"""Clashes of tolls: one attack, known by its day or its place, of which accounts count the dead differently.

Sentences are compared, and not what a reader made of them: the dead are as often told in an aside as in a clause of
their own ("an attack in which five persons were killed", "his list of the dead of the 17th has reached 28").
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.bloodshed import issue_of_dead
from goodoffices.record.content import Content
from goodoffices.record.report import Report

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .joining import Joiner
from .occasions import Occasion, occasion_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_dead", "tells_of_dead"]

_ROUGH = 0.1
"""Numbers that differ by no more than this share of the larger are one number, roughly told."""
_DAYS = 21
"""Days between two reports, at most."""
_POSTING = 30
"""Sentences under one place or day that are compared, at most: the first in the order of the reports."""
_LONG_WHILE = re.compile(
    r"\bsince (?!\w*day\b)|\b(?:this|last) (?:year|month|week)\b|\bso far\b|\bin all\b|"
    r"\ba (?:day|week|month|year)\b|\bover the\b",
    re.IGNORECASE,
)
"""Says that the dead are those of a time, and not of one attack."""
_DONE = r"(?:killed|killing|kills|shot|murdered|massacred|executed|slain|slaughtered|butchered)"
_ABOUT = r"(?:(?:at least|at most|about|some|around|up to|more than|nearly|almost|as many as|over|only|just|another) )?"

_FALLEN = (
    r"people|persons|civilians|villagers|men|women|children|soldiers|fighters|rebels|guerrillas|policemen|officers|"
    r"reservists|militants|militiamen|peacekeepers|victims|dead|members|comrades|others"
)
_NOBODY = re.compile(
    r"\b(?:killed (?:no one|nobody)|(?:no one|nobody) (?:was|had been|has been|were) killed|"
    r"no (?:deaths|fatalities|dead)|(?:no|without) loss of (?:human )?life|without (?:any )?(?:deaths|fatalities))\b",
    re.IGNORECASE,
)


class _Toll(msgspec.Struct, frozen=True):
    """The numbers of dead that a sentence gives, the occasion, and whether two voices in it differ."""

    sentence: Sentence
    numbers: tuple[int, ...]
    occasion: Occasion
    disputed: bool

    @property
    def all(self) -> tuple[int, ...]:
        """Each number, and what they come to ("eight guerrillas and two soldiers")."""
        return (*self.numbers, sum(self.numbers))


def clashes_of_dead(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find the attacks of which reports, or two voices in one sentence, count the dead differently.

    Args:
        claims: All statements, by which it is known who says a sentence.
        cast: The actors: their names are no places.
        shelf: The reports.
    """
    tolls = [toll for report in shelf.originals for toll in _tolls(report, cast)]
    groups = _groups(tolls, shelf)
    topics = Topics(claims) if groups else None
    for group in groups:
        if topics is not None:
            voices = tuple(voice_of_sentence(toll.sentence, topics, shelf) for toll in group)
            numbers = sorted({number for toll in group for number in toll.numbers})
            about = f"Dead: {numbers[0] or 'none'} or {numbers[-1]}"
            told = " ".join(toll.sentence.text for toll in group)
            issue = issue_of_dead(told, " ".join(shelf.report(toll.sentence.report).text for toll in group))
            yield Clash(about=about, issue=issue, voices=voices, paired=True)


def _groups(tolls: Sequence[_Toll], shelf: Shelf) -> list[list[_Toll]]:
    """The accounts of each attack that do not fit each other, or differ in themselves."""
    places = {toll.sentence: place for place, toll in enumerate(tolls)}
    joiner = Joiner[int](range(len(tolls)), {})
    apart = {place for place, toll in enumerate(tolls) if toll.disputed}
    for one, other in _pairs(tolls, shelf):
        pair = places[one.sentence], places[other.sentence]
        joiner.join(*pair)
        apart.update(pair)
    return [[tolls[n] for n in group] for group in joiner.groups().values() if apart.intersection(group)]


def tells_of_dead(text: str) -> bool:
    """Does a sentence say how many were killed?"""
    return bool(_any().search(text)) and any(True for _ in _numbers(text))


def _pairs(tolls: Sequence[_Toll], shelf: Shelf) -> Iterator[tuple[_Toll, _Toll]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, toll in enumerate(tolls):
        for mark in sorted(toll.occasion.marks):
            if len(index[mark]) < _POSTING:
                index[mark].append(number)
    near = {pair for places in index.values() for pair in itertools.combinations(places, 2)}
    for one, other in ((tolls[a], tolls[b]) for a, b in sorted(near)):
        apart = shelf.source(one.sentence.report) != shelf.source(other.sentence.report)
        if apart and _in_time(one, other, shelf) and one.occasion.is_one_with(other.occasion) and _differ(one, other):
            yield one, other


def _differ(one: _Toll, other: _Toll) -> bool:
    """Does no number of the one fit a number of the other?"""
    return not any(abs(a - b) <= _ROUGH * max(a, b) for a in one.all for b in other.all) or (
        one.disputed or other.disputed
    )


def _in_time(one: _Toll, other: _Toll, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)


def _tolls(report: Report, cast: Cast) -> Iterator[_Toll]:
    if not _any().search(report.text):
        return
    before: Sentence | None = None
    for sentence in sentences_of(report):
        text = sentence.said
        if not sentence.asks and _any().search(text) and not _LONG_WHILE.search(text):
            numbers = tuple(sorted(set(_numbers(text))))
            ahead = before.said if before is not None and before.line == sentence.line else ""
            occasion = occasion_of(text, ahead, report.published, cast)
            if numbers and occasion.marks:
                yield _Toll(sentence, numbers, occasion, _second(text) is not None)
        before = sentence


def _numbers(text: str) -> Iterator[int]:
    for match in _pattern().finditer(text):
        if (number := number_in(next(group for group in match.groups() if group))) is not None:
            yield number
        further = _further().match(text, match.end())
        if further is not None and (number := number_in(further[1])) is not None:
            yield number
    if (second := _second(text)) is not None:
        yield second
    if _NOBODY.search(text):
        yield 0


def _second(text: str) -> int | None:
    """The other number, where a second voice in the sentence gives one ("..., the police at least 19")."""
    first = _pattern().search(text)
    match = _other_voice().search(text, first.end()) if first else None
    return number_in(match[1]) if match else None


@functools.cache
def _any() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_DONE}|dead|die[ds]?|deaths?|lives|life|bodies|corpses|fatalities|toll|victims|coffins|"
        r"bur(?:y|ied|ies|ying|ial)|funerals?|laid to rest|mourn\w*|los[et]|losing|loss)\b",
        re.IGNORECASE,
    )


@functools.cache
def _pattern() -> re.Pattern[str]:
    n = number_pattern()
    between = r"(?:[ -](?!and\b|but\b|while\b|or\b|days?\b|weeks?\b|months?\b|years?\b|hours?\b|times\b)[\w'’]+){0,5}?"
    return re.compile(
        rf"\b{_DONE} {_ABOUT}{n}(?! (?:days?|weeks?|months?|years?|hours?|times|kilomet\w+|km|miles?)\b)(?!\.\d)"
        rf"|{n}{between} (?:{_DONE}|dead|died|dies|deaths|bodies|corpses|fatalities)\b"
        rf"|{n}{between} (?:lost|lose|losing) (?:their lives|his life|her life)\b"
        rf"|{n}{between} (?:victims|coffins)\b"
        rf"|{n}{between} (?:hacked|beaten|burned|burnt|stabbed|clubbed|crushed|put) to death\b"
        rf"|\b(?:cost|costs|costing|claim|claims|claimed|claiming|took|taken|taking) (?:the )?(?:lives of {_ABOUT}{n}|"
        rf"{_ABOUT}{n}{between} lives\b)"
        rf"|\b(?:bury|buries|buried|burying|funerals? (?:of|for)|burial of|laid to rest|mourn|mourned|mourning) "
        rf"(?:the |its |their |his |all )?{_ABOUT}{n}(?= (?:\w+ )?(?:{_FALLEN})\b)"
        rf"|\b(?:lost|lose|losing|loss of) {_ABOUT}{n}(?: of its| of his| of their)? (?:\w+ )?(?:{_FALLEN})\b"
        rf"|\b(?:dead|deaths|toll|victims|bodies|killed)\b[^.;:]{{0,50}}? "
        rf"(?:reached|reaches|at|to|is|was|stood at|stands at)"
        rf" {_ABOUT}{n}(?= *(?:[,;.:)]|$|people|persons|civilians|men))",
        re.IGNORECASE,
    )


@functools.cache
def _further() -> re.Pattern[str]:
    """The second of two kinds of dead ("eight rebels and two soldiers")."""
    return re.compile(rf"(?:[ -][\w'’-]+){{1,3}},? and {_ABOUT}{number_pattern()}(?= [a-z])", re.IGNORECASE)


@functools.cache
def _other_voice() -> re.Pattern[str]:
    bound = r"(?:at least|at most|more than|only|just|as many as|up to|no more than|about|nearly)"
    return re.compile(
        rf"[,;] (?:(?:and|but|while|whereas) )?(?:the |its |a )?[^,;:.\d]{{3,60}}? {bound} {number_pattern()}"
        r"(?= *(?:[;.]|$))",
        re.IGNORECASE,
    )
