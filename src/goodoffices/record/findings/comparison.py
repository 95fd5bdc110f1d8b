"""Assertions compared: which two are of one thing and cannot both hold.

Two are of one thing where they are of one act, their doers can be the same, and the words that tell most (the rarer,
the more) are common. That what was not so comes to be so later is the course of things.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import TypeAlias

import msgspec

from goodoffices.record.content import AssertionContent

from . import lexicon
from .cast import Cast
from .claims import Claim
from .wording import stem

__all__ = ["Comparison", "Told", "acts"]

_MUCH = 0.55
"""Share of the weight of the words of the shorter account that the other must have."""
_WORDS = 2
_OWN = 0.5
"""The share that is enough of what one party did by its own will: it gave something up, or did not."""
_NEAR = 0.34
"""The share that is enough of two sentences of one report that stand close to each other."""
_NEAR_CHARS = 400
_POSTING = 40
"""Assertions under one word that are compared, at most: the first in the order of the reports."""
_DAYS = 45
_REVERSED_DAYS = 2
_READOUT_DAYS = 4
_BLAME_DAYS = 3
_WEEK = 6
_STRIKES = 100
"""Attacks told by a speaker that are compared, at most."""

_WHATEVER = re.compile(r"\b(?:anything|nothing|any (?:paper|text|document|such thing))\b", re.IGNORECASE)

Told: TypeAlias = Claim[AssertionContent]


class Act(msgspec.Struct, frozen=True):
    """An act or a state (`data/acts.toml` says what each mark means)."""

    label: str
    issue: str
    reverses: bool = False
    given: bool = False
    readout: bool = False
    dated: bool = False
    own: bool = False


class Acts(msgspec.Struct, frozen=True):
    """The acts and states, and the patterns of words that say whose doing a blow was."""

    acts: dict[str, Act]
    blaming: tuple[str, ...]


@functools.cache
def _lists() -> Acts:
    text = resources.files(__package__).joinpath("data/acts.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Acts)


def acts() -> dict[str, Act]:
    """The acts and states, by name."""
    return _lists().acts


@functools.cache
def _blaming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_lists().blaming)})\b", re.IGNORECASE)


class Comparison:
    """The assertions, with the weights of their words."""

    def __init__(self, claims: Sequence[Told], cast: Cast) -> None:
        self._claims = claims
        self._cast = cast
        self._words = {claim.id: _words(claim) for claim in claims}
        seen = Counter(word for words in self._words.values() for word in words)
        self._weights = {word: math.log((1 + len(claims)) / times) + 0.1 for word, times in seen.items()}

    def pairs(self) -> Iterator[tuple[Told, Told]]:
        """Each pair of which the one says so and the other not so, of one thing."""
        index: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for claim in self._claims:
            for word in _marks(claim, self._words) if claim.content.holds else ():
                if len(index[claim.content.act, word]) < _POSTING:
                    index[claim.content.act, word].append(claim)
            for doer in claim.content.actors if claim.content.holds else ():
                if len(index[claim.content.act, doer]) < _POSTING:
                    index[claim.content.act, doer].append(claim)
        for claim in self._claims:
            if claim.content.holds or claim.content.act not in acts():
                continue
            marks = sorted({*_marks(claim, self._words), *(claim.content.actors if self._of_all(claim) else ())})
            met = {o.id: o for mark in marks for o in index.get((claim.content.act, mark), ())}
            for other in sorted(met.values(), key=lambda each: each.order):
                if self._clash(other, claim):
                    yield other, claim

    def blames(self) -> Iterator[tuple[Told, Told]]:
        """Pairs of which each has the other side strike, at one place and within days, and one says who began."""
        strikes = [c for c in self._claims if c.content.act == "attack" and c.content.holds and c.content.actors]
        told = [claim for claim in strikes if claim.said_by and claim.content.tense == "fact"][:_STRIKES]
        for place, one in enumerate(told):
            for other in told[place + 1 :]:
                if self._each_other(one, other) and self._in_days(one, other, _BLAME_DAYS):
                    yield one, other

    def _each_other(self, one: Told, other: Told) -> bool:
        """Does each speaker's side strike in the other's account alone, and one account say who began, at one place?"""
        sides = [{self._cast.side(actor) for actor in claim.content.actors} for claim in (one, other)]
        speakers = [self._cast.side(claim.said_by or "") for claim in (one, other)]
        if sides[0] & sides[1] or not (speakers[0] in sides[1] or speakers[1] in sides[0]):
            return False
        names = _names(one) & _names(other)
        places = [name for name in names if not self._cast.names_any(name) and name not in lexicon.words().time]
        quotes = (claim.statement.evidence[0].quote for claim in (one, other))
        return bool(places) and any(_blaming().search(quote) for quote in quotes)

    @staticmethod
    def _in_days(one: Told, other: Told, days: int) -> bool:
        return one.day is None or other.day is None or abs((one.day - other.day).days) <= days

    def _clash(self, one: Told, other: Told) -> bool:
        """Can the two not both hold? `one` says so, `other` not so."""
        if one.content.tense != other.content.tense or not _two_voices(one, other):
            return False
        if not self._in_time(one, other) or not self._same_doers(one, other):
            return False
        same_doer = bool({*one.content.actors} & {*other.content.actors})
        return (same_doer and self._of_all(other)) or self._one_thing(one, other)

    def _in_time(self, one: Told, other: Told) -> bool:
        """Do the days leave no room for a change?"""
        if one.day is None or other.day is None:
            return True
        act, gap = acts()[one.content.act], other.day - one.day
        least = dt.timedelta(days=-1)
        most = _REVERSED_DAYS if act.reverses else _READOUT_DAYS if act.readout else _DAYS
        return least <= gap <= dt.timedelta(days=most)

    def _same_doers(self, one: Told, other: Told) -> bool:
        first, second = one.content.actors, other.content.actors
        if not first or not second or acts()[one.content.act].given:
            return True
        sides = {self._cast.side(actor) for actor in first}
        return bool({*first} & {*second} or sides & {self._cast.side(actor) for actor in second})

    def _one_thing(self, one: Told, other: Told) -> bool:
        words, others = self._words[one.id], self._words[other.id]
        common = words & others
        if _apart(one, other):
            return False
        if acts()[one.content.act].readout:
            return bool(common) or not (words or others)
        share = self._weigh(common) / max(min(self._weigh(words), self._weigh(others)), 0.1)
        if one.report == other.report and abs(one.order[1] - other.order[1]) < _NEAR_CHARS:
            return bool(common) and share >= _NEAR
        if acts()[one.content.act].dated and _weekdays(one) & _weekdays(other) and self._in_days(one, other, _WEEK):
            return True
        if acts()[one.content.act].own and self._one_side(one, other) and share >= _OWN:
            return any(not self._cast.names_any(word) for word in common)
        return len(common) >= _WORDS and share >= _MUCH and not self._other_names(one, other, common)

    def _of_all(self, claim: Told) -> bool:
        """Does it say of whatever there is that it was not done ("he never signed anything")?"""
        bare = not claim.content.holds and not self._words[claim.id] and not acts()[claim.content.act].reverses
        return bare and _WHATEVER.search(claim.content.text) is not None

    def _one_side(self, one: Told, other: Told) -> bool:
        """Are the doers of both known, and of one side?"""
        sides = [{self._cast.side(actor) for actor in claim.content.actors} for claim in (one, other)]
        return bool(sides[0] & sides[1])

    def _other_names(self, one: Told, other: Told, common: frozenset[str]) -> bool:
        """Does each name something that the other does not, while they name nothing in common?"""
        names, others = _names(one), _names(other)
        return bool(names and others and not names & others) and len(common) < _WORDS + 1

    def _weigh(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights[word] for word in words)


def _marks(claim: Told, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What an assertion is found under: its words and weekdays; a readout that names no topic under none."""
    return words[claim.id] | _weekdays(claim) or frozenset({""})


def _weekdays(claim: Told) -> frozenset[str]:
    return frozenset(word.casefold() for word in claim.content.words if word.casefold().endswith("day"))


def _two_voices(one: Told, other: Told) -> bool:
    if one.source != other.source:
        return True
    voices = (one.said_by or one.content.voice, other.said_by or other.content.voice)
    return one.report == other.report and all(voices) and voices[0] != voices[1]


def _words(claim: Told) -> frozenset[str]:
    """What a clause is about, as words are compared; months and weekdays are no matter of it."""
    return frozenset(
        stem(word.casefold()) for word in claim.content.words if word.casefold() not in lexicon.words().time
    )


def _names(claim: Told) -> frozenset[str]:
    return frozenset(word.casefold() for word in claim.content.words if word[:1].isupper())


@functools.cache
def _groups() -> Mapping[str, int]:
    """Words of which two of one group name two things -> the number of the group."""
    return {word: number for number, group in enumerate(lexicon.words().apart) for word in group}


def _apart(one: Told, other: Told) -> bool:
    """Does each have a word of one group that the other has not ("in the north", "in the south")?"""
    first, second = _grouped(one), _grouped(other)
    return any(not first[group] & second[group] for group in first.keys() & second.keys())


def _grouped(claim: Told) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for word in claim.content.words:
        if (group := _groups().get(word.casefold())) is not None:
            found[group].add(word.casefold())
    return found
