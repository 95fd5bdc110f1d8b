"""Clashes over a meeting that one report has on a day, or at a place, and another voice says is not fixed at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content, MeetingContent

from .claims import Claim
from .clash import Clash, Voice, voice_of
from .lexicon import words
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .verdicts import Rulings
from .voices import voice_of_sentence
from .wording import matter, stem, tokens
from .woven import Woven, bind

__all__ = ["clashes_of_no_day"]

_UNSET = re.compile(
    r"\b(?:no|not a|not any|neither a|without a) (?:such |firm |new |further |\w+ing )?"
    r"(?P<what>dates?|day|meeting|talks|round|session|visit|summit|venue|encounter)\b[^.;:]{0,70}?"
    r"\b(?:fixed|set|agreed|scheduled|planned|arranged|exists?|foreseen|decided|settled|announced)\b"
    r"|\bthere (?:is|was) no (?:firm |new )?date\b|\b(?:ha[sd]|have|know of|knows of) no date\b"
    r"|\bnothing (?:has been|had been|was|is) (?:scheduled|fixed|arranged)\b",
    re.IGNORECASE,
)
"""Says that no day, or no meeting, is fixed."""
_SAYING = re.compile(r"\b(?:say|says|said|insist(?:s|ed)?|according to)\b", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:propos(?:es?|ed|ing)|suggest(?:s|ed)?|offer(?:s|ed)?|wants?|would like|invit(?:es?|ed))\b", re.IGNORECASE
)
_TABLE = re.compile(
    r"\b(?:meet|meets|meeting|talks|round|session|summit|visit|conference|encounter|delegations?)\b", re.IGNORECASE
)
_GENERAL = frozenset({"meet", "meeting", "date", "day", "fix", "set", "schedul", "agreed", "plan", "said", "next"})
_DAYS = 30
"""Days between the reports, at most."""
_SOON_DAYS = 10
"""Days after a report that no day is fixed within which another that has one is set against it."""
_BEFORE = 2
"""Sentences before one that names no table of its own which tell what it is of."""
_SIDES = 4
_MOST = 300
"""Sentences that fix nothing, and plans to meet, that are compared at most: the first in the order of the reports."""
_COMMON = 2


class _Unset(msgspec.Struct, frozen=True):
    """A sentence that says so, and the words that tell of which meeting."""

    sentence: Sentence
    words: frozenset[str]
    near: tuple[Sentence, ...]


def clashes_of_no_day(
    meetings: Iterable[Woven[MeetingContent]], claims: Iterable[Claim[Content]], shelf: Shelf, rulings: Rulings
) -> Iterator[Clash]:
    """Find the meetings that are planned in one account and not fixed in another."""
    unset = [each for report in shelf.originals for each in _unset(list(sentences_of(report)))]
    if not unset:
        return
    planned = [(woven, claim) for woven in meetings for claim in woven.claims if claim.content.status == "planned"]
    topics = Topics(claims)
    for each in unset[:_MOST]:
        on = [pair for pair in planned[:_MOST] if _one(each, pair[1], shelf)][:_SIDES]
        if on:
            voices = [_voice(woven, claim, shelf, rulings) for woven, claim in on]
            voices.append(voice_of_sentence(each.sentence, topics, shelf))
            place = next((claim.content.place for _, claim in on if claim.content.place), None)
            about = f"Meeting in {place}: fixed or not" if place else "A meeting: fixed or not"
            yield Clash(about=about, issue="process", voices=tuple(voices))


def _voice(woven: Woven[MeetingContent], claim: Claim[MeetingContent], shelf: Shelf, rulings: Rulings) -> Voice:
    only = bind(woven.content, [claim.statement], shelf, rulings)
    return voice_of(woven.finding, claim.statement.evidence[0].quote, only=only)


def _unset(sentences: Sequence[Sentence]) -> Iterator[_Unset]:
    for place, sentence in enumerate(sentences):
        found = None if sentence.asks else _UNSET.search(sentence.said)
        if found is None:
            continue
        own = _marks(sentence.said)
        near = tuple(sentences[max(0, place - _BEFORE) : place]) if len(own) < _COMMON else ()
        yield _Unset(sentence, own | {mark for each in near for mark in _marks(each.said)}, near)


def _marks(text: str) -> frozenset[str]:
    """The words of a sentence that tell of which meeting it is: names, places, months, what it is about."""
    told = {stem(word) if word not in words().time else word for word in tokens(text)}
    return frozenset(told & {*matter(text), *words().time}) - _GENERAL


def _one(unset: _Unset, plan: Claim[MeetingContent], shelf: Shelf) -> bool:
    """Can the plan be of the meeting that is not fixed, and is it another's account?"""
    quote = plan.statement.evidence[0]
    if (quote.report == unset.sentence.report and quote.start == unset.sentence.start) or _WISHED.search(quote.quote):
        return False  # who proposes a day does not have it fixed
    days = shelf.day(unset.sentence.report), plan.day
    if days[0] is not None and days[1] is not None:
        later_days = (days[1] - days[0]).days
        if not -_DAYS <= later_days <= _SOON_DAYS:
            return False  # that a day is fixed afterwards is the course of talks
    if quote.report == unset.sentence.report:
        beside = any(each.start <= quote.start < each.end for each in unset.near)
        return beside and (plan.said_by is not None or _SAYING.search(unset.sentence.said) is not None)
    place = plan.content.place
    here = bool(place) and bool(matter(place or "")) and matter(place or "") <= unset.words
    return here or (len(_marks(quote.quote) & unset.words) >= _COMMON + 1 and _TABLE.search(quote.quote) is not None)
