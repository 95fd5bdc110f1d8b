"""Clashes of counts of sittings: five rounds here and four there, or a third one where there were two."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .places import places_in, same_place
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_sittings"]

_NOUNS = {
    "round": "rounds?(?! of (?:voting|shelling|sanctions|fighting|elections))",
    "meeting": "meetings?|sessions?|sittings?|encounters?",
}
_VERBS = {"round": "sat|negotiated|came together", "meeting": "met|closeted|sat|conferred|received"}
_OPEN = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?|next|further|more|another|due|scheduled|set for|did not|not|never|cancel\w*|"
    r"postpon\w*|called off|agreed (?:to|on)|propos\w*|want\w*|should|if|before the|ahead of)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just|no more than|not more than|merely|barely)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:this|last|past|that|next|first|earlier|more|another|previous|other) (?:\w+ )?(?:rounds?|sessions?|"
    r"meetings?|days?|week|weekend|month|year)\b"
    r"|\b(?:today|yesterday|so far this)\b",
    re.IGNORECASE,
)
"""Counts no more than a part of them."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|dialogue|mediat\w+|host\w*|met|sat|spies|delegations?|envoys?)\b", re.IGNORECASE
)
_POINTING = re.compile(r"\W*(?:it|this|that|they|these|those|he|she)\b", re.IGNORECASE)
_DAYS = 10
"""Days between two reports, at most: within more, some more are held."""
_LATER = 3
"""Days within which a higher count in the later report is no further sitting."""
_NAMES = 2


class _Count(msgspec.Struct, frozen=True):
    """How many sittings a sentence counts: `least` where it numbers the last one of them."""

    sentence: Sentence
    kinds: frozenset[str]
    number: int
    least: bool
    only: bool
    place: str | None
    years: frozenset[str]
    around: str


def clashes_of_sittings(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find where reports of nearly one day count the sittings of one table differently."""
    counts = [count for report in shelf.originals for count in _counts(list(sentences_of(report)))]
    pairs = [(a, b) for n, a in enumerate(counts) for b in counts[n + 1 :] if _clash(a, b, cast, shelf)]
    topics = Topics(claims) if pairs else None
    for one, other in pairs:
        if topics is not None:
            numbers = sorted({one.number, other.number})
            noun = min(one.kinds & other.kinds)
            place = one.place or other.place
            where = f" in {place.title()}" if place else ""
            about = f"{noun.capitalize()}s{where}: {numbers[0]} or {numbers[-1]}"
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            yield Clash(about=about, issue="process", voices=voices)


def _counts(sentences: Sequence[Sentence]) -> Iterator[_Count]:
    for place, sentence in enumerate(sentences):
        text = sentence.text
        if sentence.asks or not _any().search(text):
            continue
        before = sentences[place - 1] if place else None
        near = before.said if before is not None and before.line == sentence.line and _POINTING.match(text) else ""
        for kinds, number, least, match in _found(text):
            clause = text[max(text.rfind(",", 0, match.start()), text.rfind(";", 0, match.start())) + 1 : match.end()]
            if _OPEN.search(clause) or _PART.search(text[match.start() : match.end() + 40]):
                continue
            yield _Count(
                sentence=sentence,
                kinds=kinds,
                number=number,
                least=least,
                only=_ONLY.search(clause) is not None,
                place=_place(text, match),
                years=frozenset(_YEAR.findall(text)),
                around=f"{near} {text}",
            )


def _found(text: str) -> Iterator[tuple[frozenset[str], int, bool, re.Match[str]]]:
    for kind, noun in _NOUNS.items():
        for match in _counted(noun).finditer(text):
            if (number := number_in(match["n"])) is not None and number > 1:
                yield frozenset({kind}), number, False, match
        for match in _numbered(noun).finditer(text):
            yield frozenset({kind}), _ordinal(match["n"]), True, match
    for match in _times().finditer(text):
        number = 2 if match["twice"] else number_in(match["n"] or "")
        kinds = {kind for kind, verbs in _VERBS.items() if re.search(rf"\b(?:{verbs})\b", match[0], re.IGNORECASE)}
        if number is not None:
            yield frozenset(kinds), number, False, match


def _clash(one: _Count, other: _Count, cast: Cast, shelf: Shelf) -> bool:
    if one.sentence.report == other.sentence.report or not one.kinds & other.kinds or (one.least and other.least):
        return False
    if one.least or other.least:
        numbered, counted = (one, other) if one.least else (other, one)
        return (
            counted.only
            and counted.number < numbered.number
            and _one_table(one, other, cast)
            and _near(one, other, shelf)
        )
    if one.number == other.number or (one.years and other.years and not one.years & other.years):
        return False
    return _one_table(one, other, cast) and _near(one, other, shelf)


def _one_table(one: _Count, other: _Count, cast: Cast) -> bool:
    """Are the places one, or else the same people at the table?"""
    same = same_place(one.place, other.place)
    if same is False:
        return False
    if same and "round" in one.kinds & other.kinds:
        return all(_TALKS.search(each.around) for each in (one, other))
    return len(cast.actors_in(one.around) & cast.actors_in(other.around)) >= _NAMES


def _near(one: _Count, other: _Count, shelf: Shelf) -> bool:
    """Are the reports of about one day, and is it not the later one that counts more?"""
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    if days[0] is None or days[1] is None:
        return True
    gap = (days[1] - days[0]) * (1 if other.number > one.number else -1)
    return abs(gap) <= dt.timedelta(days=_DAYS) and gap <= dt.timedelta(days=_LATER)


def _place(text: str, match: re.Match[str]) -> str | None:
    """Where they sat: the place named right behind the count, else the last one before it."""
    behind = re.match(
        r"(?: of (?:\w+ ){0,2}?(?:talks|negotiations))? (?:in|at) (?:the )?((?:[A-Z][\w'-]+ ?){1,3})",
        text[match.end() :],
    )
    if behind is not None and (found := places_in(behind[1])):
        return found[-1]
    found = places_in(text[: match.start()])
    return found[-1] if found else None


def _ordinal(word: str) -> int:
    return _ORDINALS.index(word.casefold()) + 1


_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]


@functools.cache
def _any() -> re.Pattern[str]:
    nouns = "|".join(_NOUNS.values())
    return re.compile(rf"\b(?:{nouns}|times|twice)\b", re.IGNORECASE)


def _number() -> str:
    return number_pattern().replace("(", "(?P<n>", 1)


@functools.cache
def _counted(noun: str) -> re.Pattern[str]:
    return re.compile(rf"{_number()}(?: (?:\w+)){{0,2}} (?:{noun})\b", re.IGNORECASE)


@functools.cache
def _numbered(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:was|were|is|held) [^.,;]{{0,40}}?\b(?P<n>{'|'.join(_ORDINALS[1:])})(?: \w+){{0,2}} (?:{noun})\b",
        re.IGNORECASE,
    )


@functools.cache
def _times() -> re.Pattern[str]:
    verbs = "|".join(_VERBS.values())
    return re.compile(rf"\b(?:{verbs})\b(?: \w+){{0,4}}? (?:(?P<twice>twice)|{_number()} times)\b", re.IGNORECASE)
