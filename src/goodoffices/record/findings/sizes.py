"""Clashes of sizes: an exchange of 2,000 or of 2,900, so many of a side's men.

A clause gives a number of a class of things (`data/sizes.toml`). Two reports that give two numbers of one class
disagree where nothing that qualifies them tells them apart: no other side or kind, no report that gives both.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

import msgspec

from goodoffices.record.content import Content

from . import lexicon
from .cast import Cast
from .claims import Claim
from .clash import Clash
from .measured import clause_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter, stem

__all__ = ["clashes_of_size"]

_ROUGH = 0.1
"""Numbers that differ by no more than this share of the larger are one, where either is told roughly."""
_BEYOND = 1.5
""" "More than 1,600" is no more than this many times that."""
_HUNDRED = 100
_LEAD = 40
_POSTING = 30
_LEAST = re.compile(
    r"\b(?:more than|at least|over|upwards of|in excess of|no (?:fewer|less) than|above) (?:the )?$", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:first|next|another|other|last|further|additional|extra|same|these|those|only|remaining|initial|more|new|"
    r"of (?:the|those|these|its|their)) (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before a number of some of them only."""
_NOT_BETWEEN = (
    "and or to in on at for with from by who which that were was are is had have has will would be as after before "
    "than between per days months years weeks hours million billion"
)
"""Words that do not stand between a number and what it counts."""


class _Class(msgspec.Struct, frozen=True, kw_only=True):
    """A class of things that are counted (`data/sizes.toml` says what each mark means)."""

    label: str
    issue: str
    nouns: tuple[str, ...]
    told: tuple[str, ...]
    not_told: tuple[str, ...] = ()
    within_days: int = 31
    times: float = 3.0
    common: int = 0
    sided: bool = False


class _Size(msgspec.Struct, frozen=True):
    """A number that a clause gives of a class of things, with what qualifies it."""

    sentence: Sentence
    number: float
    text: str
    least: bool
    rough: bool
    of: frozenset[str]
    sides: frozenset[str]
    words: frozenset[str]

    def fits(self, other: _Size) -> bool:
        """Can both hold?"""
        low, high = sorted((self, other), key=lambda each: each.number)
        if low.least and not high.least:
            return high.number <= _BEYOND * low.number
        if high.least and not low.least:
            return False
        if self.rough or other.rough or self.least:
            return high.number - low.number <= _ROUGH * high.number
        return low.number == high.number


def clashes_of_size(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find where two reports give two numbers of one thing."""
    index: dict[str, list[_Size]] = defaultdict(list)
    for report in shelf.originals:
        for sentence in sentences_of(report):
            for name, size in _sizes(sentence, cast):
                if len(index[name]) < _POSTING:
                    index[name].append(size)
    found = [(name, *pair) for name, told in sorted(index.items()) for pair in _pairs(told, _classes()[name], shelf)]
    topics = Topics(claims) if found else None
    for name, one, other in found:
        if topics is not None:
            low, high = sorted((one, other), key=lambda each: each.number)
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            about = f"{_classes()[name].label}: {low.text} or {high.text}"
            yield Clash(about=about, issue=_classes()[name].issue, voices=voices)


def _pairs(told: Sequence[_Size], of: _Class, shelf: Shelf) -> Iterator[tuple[_Size, _Size]]:
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            apart = shelf.source(one.sentence.report) != shelf.source(other.sentence.report)
            alike = apart and not one.fits(other) and _one_thing(one, other, of)
            if alike and _in_time(one, other, of, shelf) and not _told_both_ways(one, other, told, of):
                yield one, other


def _one_thing(one: _Size, other: _Size, of: _Class) -> bool:
    """Does nothing that qualifies the two tell them apart?"""
    if max(one.number, other.number) > of.times * min(one.number, other.number):
        return False
    if of.sided and not one.sides & other.sides:
        return False
    if one.sides and other.sides and not one.sides & other.sides:
        return False
    if one.of and other.of and not one.of & other.of:
        return False
    return len(one.words & other.words) >= of.common


def _told_both_ways(one: _Size, other: _Size, told: Sequence[_Size], of: _Class) -> bool:
    """Does one of the two reports give both? They are of two things then, or it tells of the change."""
    return any(
        each is not mine
        and each.sentence.report == mine.sentence.report
        and each.fits(theirs)
        and _one_thing(each, theirs, of)
        for mine, theirs in ((one, other), (other, one))
        for each in told
    )


def _in_time(one: _Size, other: _Size, of: _Class, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=of.within_days)


def _sizes(sentence: Sentence, cast: Cast) -> Iterator[tuple[str, _Size]]:
    if sentence.asks or not _any().search(sentence.text):
        return
    for name, of in _classes().items():
        matches = list(_pattern(name).finditer(sentence.said)) if _told(name).search(sentence.said) else []
        for match in matches:
            size = _size(name, of, sentence, match, cast)
            if size is not None:
                yield name, size


def _size(name: str, of: _Class, sentence: Sentence, match: re.Match[str], cast: Cast) -> _Size | None:
    text = sentence.said
    number = number_in(match["n"])
    start, end = clause_of(text, match.start())
    clause = text[start:end]
    if number is None or _PART.search(text, 0, match.start()) or not _told(name).search(clause):
        return None
    if (against := _against(name)) is not None and against.search(clause):
        return None
    lead = text[max(match.start() - _LEAD, 0) : match.start()]
    least = _LEAST.search(lead) is not None
    round_ = number >= _HUNDRED and number % _HUNDRED == 0
    rest = clause.replace(match[0], " ")
    return _Size(
        sentence=sentence,
        number=number,
        text=match["n"],
        least=least,
        rough=not least and (round_ or _roughly().search(lead) is not None),
        of=frozenset(stem(word) for word in re.findall(r"[A-Za-z]+", match["gap"].casefold())),
        sides=frozenset(
            cast.side(actor) for actor in cast.actors_in(rest) or (cast.actors_in(text) if of.sided else ())
        ),
        words=frozenset(word for word in matter(rest) if not cast.names_any(word)),
    )


@functools.cache
def _classes() -> dict[str, _Class]:
    text = resources.files(__package__).joinpath("data/sizes.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, _Class])


@functools.cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _told(name: str) -> re.Pattern[str]:
    return _any_of(_classes()[name].told)


def _against(name: str) -> re.Pattern[str] | None:
    words = _classes()[name].not_told
    return _any_of(words) if words else None


@functools.cache
def _any() -> re.Pattern[str]:
    return re.compile(number_pattern(), re.IGNORECASE)


@functools.cache
def _roughly() -> re.Pattern[str]:
    words = (
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "estimated",
        "close to",
        "up to",
        "as many as",
        "fewer than",
        "less than",
        "under",
        "at most",
        "no more than",
    )
    return re.compile(rf"\b(?:{'|'.join(words)}) (?:the )?$", re.IGNORECASE)


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    number = number_pattern().replace("(", "(?P<n>", 1)
    nouns = "|".join(_classes()[name].nouns)
    others = "|".join((*_NOT_BETWEEN.split(), *lexicon.words().numbers))
    between = rf"(?:[ -](?!(?:{others})\b)[A-Za-z'’-]+){{0,3}}?"
    return re.compile(rf"(?<![\w.,/$€£:-]){number}(?P<gap>{between})[ -](?P<noun>{nouns})\b", re.IGNORECASE)
