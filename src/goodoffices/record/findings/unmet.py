"""Clashes over a meeting that one report tells of and another denies: "went home without having met him"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content, MeetingContent
from goodoffices.record.report import Report

from .cast import Cast
from .claims import Claim
from .clash import Clash, Voice, voice_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .verdicts import Rulings
from .voices import voice_of_sentence
from .woven import Woven, bind

__all__ = ["clashes_of_no_meeting"]

_MEET = r"(?:met|meet|seen|see|sat down|sit down|spoken|speak|talked|talk|received|receive|shaken hands|shake hands)"
_NOT = re.compile(
    rf"\bwithout (?:ever |even )?(?:having )?(?:{_MEET}|meeting|seeing|talking)\b"
    rf"|\b(?:did|had|have|has|was|were|would|could) (?:not|never)(?: even| ever| once| actually)? {_MEET}\b"
    rf"|\b(?:didn't|hadn't|haven't|hasn't|wouldn't) (?:even |ever )?{_MEET}\b"
    r"|\bnever (?:even |once )?(?:met|saw|sat down|spoke|talked|received)\b"
    r"|\b(?:refused|declined)(?: even)? to (?:meet|see|sit down with|receive|talk to|speak to)\b"
    r"|\bno (?:such )?(?:meeting|encounter|conversation) (?:ever )?(?:took place|was held|happened|between|with)\b"
    r"|\bthere (?:was|had been) no (?:such )?(?:meeting|encounter|conversation)\b",
    re.IGNORECASE,
)
"""Says that two did not meet."""
_OTHERWISE = re.compile(
    r"\b(?:since|until|till|unless|if|yet|for (?:\w+ )?(?:years?|months?|weeks?|decades?)|face to face|alone|"
    r"in person|in public|directly|eye to eye|"
    r"only|again|will|want\w*|should|must)\b",
    re.IGNORECASE,
)
"""Says only how, how long or under what condition they did not."""
_TABLE = re.compile(
    r"\b(?:meeting|dinner|evening|lunch|breakfast|supper|conversation|encounter|hours?|coffee|tea|audience|"
    r"tête-à-tête) "
    r"(?:\w+ )?with (?=(?:the |his |its )?[A-Z])"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?|next|due|scheduled|propos\w*|want\w*|should|if|hop\w+|request\w*|"
    r"ask(?:s|ed)? for|cancel\w*|"
    r"postpon\w*|called off|no|not|never|refus\w+|declin\w+|offer\w*|tomorrow)\b",
    re.IGNORECASE,
)
_NEAR_DAYS = 10
_TWO = 2
_DAYS = 60
_MOST = 100
"""Sentences that tell of no meeting that are compared, at most."""
_POINTING = re.compile(r"\b(?:he|she|they|him|her|them|either|both)\b", re.IGNORECASE)


class _Unmet(msgspec.Struct, frozen=True):
    """A sentence that says so, and the actors that it names."""

    sentence: Sentence
    actors: frozenset[str]


def clashes_of_no_meeting(
    meetings: Iterable[Woven[MeetingContent]],
    claims: Iterable[Claim[Content]],
    cast: Cast,
    shelf: Shelf,
    rulings: Rulings,
) -> Iterator[Clash]:
    """Find the meetings that were held in one account and did not take place in another."""
    unmet = [each for report in shelf.originals for each in _unmet(list(sentences_of(report)), cast)]
    if not unmet:
        return
    held = [
        (woven, claim)
        for woven in meetings
        for claim in woven.claims
        if claim.content.status in {"held", "under_way"} and not _NOT.search(claim.statement.evidence[0].quote)
    ]
    sat = [each for report in shelf.originals for each in _sat(report, cast)]
    topics = Topics(claims)
    for each in unmet[:_MOST]:
        told = [(woven, claim) for woven, claim in held if _one(each, claim, shelf)]
        beside = [one for one in sat[:_MOST] if _beside(each, one, shelf)]
        if told or beside:
            voices: list[Voice] = [_voice(woven, claim, shelf, rulings) for woven, claim in told]
            voices += [voice_of_sentence(one.sentence, topics, shelf) for one in (*beside, each)]
            names = ", ".join(sorted(cast.name(actor) for actor in each.actors)[:3])
            yield Clash(about=f"Met or not: {names}", issue="process", voices=tuple(voices))


def _unmet(sentences: Sequence[Sentence], cast: Cast) -> Iterator[_Unmet]:
    for place, sentence in enumerate(sentences):
        found = None if sentence.asks else _NOT.search(sentence.said)
        if found is None or _OTHERWISE.search(sentence.said[max(found.start() - 25, 0) : found.end() + 60]):
            continue
        before = sentences[place - 1] if place and sentences[place - 1].line == sentence.line else None
        actors = cast.actors_in(sentence.said)
        if before is not None and len(actors) < _TWO and _POINTING.search(sentence.said):
            actors |= cast.actors_in(before.said)
        if len(actors) >= _TWO:
            yield _Unmet(sentence, frozenset(actors))


def _sat(report: Report, cast: Cast) -> Iterator[_Unmet]:
    """The sentences that tell in passing of a table at which two sat ("the evening with the minister")."""
    if _TABLE.search(report.text):
        for sentence in sentences_of(report):
            if not sentence.asks and _TABLE.search(sentence.said) and not _AHEAD.search(sentence.said):
                actors = cast.actors_in(sentence.said)
                if len(actors) >= _TWO and not _NOT.search(sentence.said):
                    yield _Unmet(sentence, frozenset(actors))


def _beside(unmet: _Unmet, sat: _Unmet, shelf: Shelf) -> bool:
    """Did those who did not meet sit there, in a report of about the same time?"""
    if shelf.source(unmet.sentence.report) == shelf.source(sat.sentence.report):
        return False
    days = shelf.day(unmet.sentence.report), shelf.day(sat.sentence.report)
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_NEAR_DAYS)
    return near and len(unmet.actors & sat.actors) >= _TWO


def _one(unmet: _Unmet, held: Claim[MeetingContent], shelf: Shelf) -> bool:
    """Did those who did not meet meet there, and can it have been before it was said?"""
    if held.source == shelf.source(unmet.sentence.report) or len(unmet.actors & {*held.content.participants}) < _TWO:
        return False
    said = shelf.day(unmet.sentence.report)
    if said is None:
        return True
    if held.when is not None and held.when.earliest is not None:
        return dt.timedelta(0) <= said - held.when.earliest <= dt.timedelta(days=_DAYS)
    return held.day is not None and held.day <= said and said - held.day <= dt.timedelta(days=_DAYS)


def _voice(woven: Woven[MeetingContent], claim: Claim[MeetingContent], shelf: Shelf, rulings: Rulings) -> Voice:
    only = bind(woven.content, [claim.statement], shelf, rulings)
    return voice_of(woven.finding, claim.statement.evidence[0].quote, only=only)
