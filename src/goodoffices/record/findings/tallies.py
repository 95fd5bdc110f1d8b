"""Clashes of tallies: how many fled, escaped, signed, were let go; told in whatever words, of one occasion.

What `tallied` reads is compared under its act. Two numbers that cannot both hold are of one occasion where enough ties
them: a place, a day, a side, words that few sentences have, and that neither report counts anything else of that act.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content
from goodoffices.record.report import Report

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .due import due, due_in
from .lasting import extents, extents_in
from .occasions import Occasion, occasion_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .tallied import Act, Number, acts, counts_in
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter

__all__ = ["clashes_of_tally"]

_POSTING = 30
"""Numbers of one act that are compared, at most: the first in the order of the reports."""
_LOCATED = re.compile(
    r"\b(?:in|at|from|around|near|outside|to|into|across) (?:the )?(?:[a-z]+ (?:of )?){0,2}(?!January|February|March|"
    r"April|May|June|July|August|September|October|November|December|\w+day\b)[A-Z\u00c0-\u00de][a-z]"
)
"""Says where."""
_ROUGH = 0.1
"""Numbers that differ by no more than this share of the larger are one, but where one more is another number."""
_RARE = 4
"""Sentences that have a rare word, at most, of all reports."""


_ANY = Act(label="How many", issue="", told=("(?!)",), within_days=10, ties=4, times=10, local=True)
"""For what is counted of which no act is known."""


class _Tally(msgspec.Struct, frozen=True):
    """A number with what it is tied to."""

    number: Number
    occasion: Occasion
    located: bool
    sides: frozenset[str]
    words: frozenset[str]

    @property
    def report(self) -> str:
        """Id of its report."""
        return self.number.sentence.report


def clashes_of_tally(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find where reports count differently how many did one thing.

    Args:
        claims: All statements, by which it is known who says a sentence.
        cast: The actors.
        shelf: The reports.
    """
    index: dict[str, list[_Tally]] = defaultdict(list)
    for report in shelf.originals:
        for tally in _tallies(report, cast):
            if len(index[tally.number.act]) < _POSTING:
                index[tally.number.act].append(tally)
    index = {act: told for act, told in index.items() if len({tally.report for tally in told}) > 1}
    rarity = _rarity(shelf) if index else Counter[str]()
    found = [pair for act, told in sorted(index.items()) for pair in _pairs(told, _act(act), rarity, shelf)]
    topics = Topics(claims) if found else None
    for one, other in _told_best(found):
        if topics is not None:
            act = _act(one.number.act)
            low, high = sorted((one.number, other.number), key=lambda each: each.low)
            voices = tuple(voice_of_sentence(each.number.sentence, topics, shelf) for each in (one, other))
            issue = act.issue or topics.common_issue(one.number.sentence, other.number.sentence)
            about = f"{act.label}: {_lower(low.text)} or {_lower(high.text)}"
            yield Clash(about=about, issue=issue, voices=voices, paired=True)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _told_best(found: Iterable[tuple[int, _Tally, _Tally]]) -> Iterator[tuple[_Tally, _Tally]]:
    """Of two sentences, the numbers whose act is known, and of these the ones that most ties to one occasion."""
    seen: set[tuple[Sentence, Sentence]] = set()
    for _, one, other in sorted(found, key=lambda each: (_act(each[1].number.act) is _ANY, -each[0])):
        pair = one.number.sentence, other.number.sentence
        if pair not in seen:
            seen.add(pair)
            yield one, other


@functools.cache
def _acts() -> dict[str, Act]:
    """All that is counted or measured."""
    return acts() | extents() | due()


def _act(key: str) -> Act:
    return _acts().get(key, _ANY)


@functools.cache
def _told(act: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_act(act).told)})\b", re.IGNORECASE)


def _rarity(shelf: Shelf) -> Counter[str]:
    """In how many sentences of all reports a word stands."""
    return Counter(word for report in shelf.originals for each in sentences_of(report) for word in each.words)


def _tallies(report: Report, cast: Cast) -> Iterator[_Tally]:
    before: Sentence | None = None
    for sentence in sentences_of(report):
        for number in (
            *counts_in(sentence),
            *extents_in(sentence, report.published),
            *due_in(sentence, report.published),
        ):
            ahead = before.said if before is not None and before.line == sentence.line else ""
            occasion = occasion_of(sentence.said, ahead, report.published, cast)
            sides = frozenset(cast.side(actor) for actor in cast.actors_in(number.clause))
            told = _told(number.act).sub(" ", number.clause)
            words = frozenset(word for word in matter(told) if not cast.names_any(word))
            yield _Tally(number, occasion, _LOCATED.search(sentence.said) is not None, sides, words)
        before = sentence


def _pairs(
    told: Sequence[_Tally], act: Act, rarity: Counter[str], shelf: Shelf
) -> Iterator[tuple[int, _Tally, _Tally]]:
    of_report = Counter(tally.report for tally in told)
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            if (
                shelf.source(one.report) == shelf.source(other.report)
                or _fits(one, other, act)
                or one.number.open != other.number.open
            ):
                continue
            if not _in_time(one, other, act, shelf) or not _in_measure(one.number, other.number, act):
                continue
            sole = of_report[one.report] == of_report[other.report] == 1
            ties = _ties(one, other, act, rarity) + sole
            if ties >= act.ties and not _told_both_ways(one, other, told, act):
                yield ties, one, other


def _fits(one: _Tally, other: _Tally, act: Act) -> bool:
    """Can both numbers hold, or are they told of two acts?"""
    near = one.number.near, other.number.near
    if near[0] and near[1] and not near[0] & near[1]:
        return True
    return one.number.fits(other.number, 0 if act.exact else _ROUGH)


def _in_measure(one: Number, other: Number, act: Act) -> bool:
    return min(one.high, other.high) == 0 or max(one.low, other.low) <= act.times * min(one.high, other.high)


def _ties(one: _Tally, other: _Tally, act: Act, rarity: Counter[str]) -> int:
    """What ties two numbers to one occasion, less what speaks against it."""
    places = [each.occasion.places for each in (one, other)]
    ties = 2 if places[0] & places[1] else 0
    if not ties and act.local and one.located and other.located:
        ties -= 2
    if one.occasion.days and other.occasion.days:
        ties += 2 if one.occasion.days & other.occasion.days else -3
    if one.sides and other.sides:
        ties += 1 if one.sides & other.sides else -2
    ties += min(sum(rarity[word] <= _RARE for word in one.words & other.words), 2)
    return ties + (one.number.noun != "" and one.number.noun == other.number.noun)


def _told_both_ways(one: _Tally, other: _Tally, told: Sequence[_Tally], act: Act) -> bool:
    """Does one of the two reports give both? They are of two things then, or it tells of the change."""
    return any(
        each.report == mine.report and each is not mine and _fits(each, theirs, act)
        for mine, theirs in ((one, other), (other, one))
        for each in told
    )


def _in_time(one: _Tally, other: _Tally, act: Act, shelf: Shelf) -> bool:
    days = shelf.day(one.report), shelf.day(other.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=act.within_days)
