"""Clashes of tolls: one attack, known by its day or its place, of which accounts count the dead differently.

Sentences are compared, and not what a reader made of them: the dead are as often told in an aside as in a clause of
their own ("an attack in which five persons were killed", "his list of the dead of the 17th has reached 28").
"""

from __future__ import annotations

import calendar
import datetime as dt
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
from .dead import may_tell_of_dead, numbers_of_dead, second_count
from .joining import Joiner
from .occasions import Occasion, occasion_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_dead"]

_ROUGH = 0.1
"""Numbers that differ by no more than this share of the larger are one number, roughly told."""
_DAYS = 21
"""Days between two reports, at most."""
_POSTING = 30
"""Sentences under one place or day that are compared, at most: the first in the order of the reports."""
_SELDOM = frozenset({"a clash", "a unrest", "a massacre"})
"""Kinds of blows that are told as one for days on end; of raids and shellings a war has many."""
_PAIR = 2
_HUNDRED = 100
_TIMES = 4
"""One toll is at most so many times another of the same blow."""
_MONTHS = calendar.month_name[1:]
_LONG_WHILE = re.compile(
    r"\bsince (?!\w*day\b|\w+,? when\b)|(?<=[\w,] )\b(?:this|last) (?:year|month|week)\b|\bso far\b|\bin all\b|"
    r"\ba (?:day|week|month|year)\b|\bover the\b",
    re.IGNORECASE,
)
"""Says that the dead are those of a time, and not of one attack."""


class _Toll(msgspec.Struct, frozen=True):
    """The numbers of dead that a sentence gives, the occasion, and whether two voices in it differ."""

    sentence: Sentence
    numbers: tuple[int, ...]
    occasion: Occasion
    disputed: bool
    month: int = 0

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
    yield from _told_again(tolls, shelf)


def _told_again(tolls: Sequence[_Toll], shelf: Shelf) -> Iterator[tuple[_Toll, _Toll]]:
    """ "The clashes left eight dead", "the fighting of May, in which 23 died": one kind of blow, once a report."""
    index: dict[str, dict[str, list[_Toll]]] = defaultdict(lambda: defaultdict(list))
    for toll in tolls:
        for blow in sorted(toll.occasion.blows & _SELDOM):
            index[blow][toll.sentence.report].append(toll)
    for _, by_report in sorted(index.items()):
        sole = [told[0] for told in by_report.values() if len(told) == 1 and len(told[0].numbers) == 1][:_POSTING]
        for one, other in itertools.combinations(sole, _PAIR):
            if shelf.source(one.sentence.report) != shelf.source(other.sentence.report) and _is_again(
                one, other, shelf
            ):
                yield one, other


def _is_again(one: _Toll, other: _Toll, shelf: Shelf) -> bool:
    """Can two tolls of one kind of blow be of one, told in one month or near each other, and differ?"""
    low, high = sorted((one.numbers[0], other.numbers[0]))
    if low == high or high > _TIMES * low or (low >= _HUNDRED and high - low <= _ROUGH * high):
        return False
    days = one.occasion.days, other.occasion.days
    if all(days) and not one.occasion.is_one_with(other.occasion):
        return False
    if one.month and other.month:
        return one.month == other.month
    near = _in_time(one, other, shelf)
    return near and bool(one.occasion.words & other.occasion.words - one.occasion.blows)


def _differ(one: _Toll, other: _Toll) -> bool:
    """Does no number of the one fit a number of the other?"""
    return not any(abs(a - b) <= _ROUGH * max(a, b) for a in one.all for b in other.all) or (
        one.disputed or other.disputed
    )


def _in_time(one: _Toll, other: _Toll, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)


def _tolls(report: Report, cast: Cast) -> Iterator[_Toll]:
    if not may_tell_of_dead().search(report.text):
        return
    before: Sentence | None = None
    for sentence in sentences_of(report):
        text = sentence.said
        if not sentence.asks and may_tell_of_dead().search(text) and not _LONG_WHILE.search(text):
            numbers = tuple(sorted(set(numbers_of_dead(text))))
            ahead = before.said if before is not None and before.line == sentence.line else ""
            occasion = occasion_of(text, ahead, report.published, cast)
            if numbers and (occasion.marks or occasion.blows):
                yield _Toll(sentence, numbers, occasion, second_count(text) is not None, _month(text, ahead, report))
        before = sentence


def _month(text: str, before: str, report: Report) -> int:
    """The month of which a sentence tells: the one that it names, else that of its report; 0 where none is known."""
    told = f"{before} {text}" if re.search(r"\bthat month\b", text, re.IGNORECASE) else text
    named = [month for month, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", told)]
    return named[0] if len(named) == 1 else report.published.month if not named and report.published else 0
