"""Clashes over what is there: a mechanism is agreed in one account, and another says that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content, MechanismContent
from goodoffices.record.vocabulary import mechanisms as kinds

from .claims import Claim
from .clash import Clash, voice_of
from .mechanisms import mechanism_words
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter
from .woven import Woven

__all__ = ["clashes_of_absence"]

_BODY = (
    r"(?:mechanisms?|commissions?|committees?|bodies|body|missions?|hotlines?|channels?|lines?|zones?|centres?|"
    r"centers?|cells?|councils?|guarantees?|monitors?|observers?|registers?|buffer|corridors?|exchange|monitoring|"
    r"verification|observation|supervision)"
)
_NAME = rf"((?:[\w-]+ ){{0,5}}?{_BODY}(?: (?:of|for|on|between) (?:the )?[\w-]+)?)"
_STANDS = r"(?:in place|agreed|in existence|foreseen|at work|on the ground|in force|set up|established|created)"
_NONE = re.compile(
    rf"(?:^|[.;,] )without (?:an? |any )?{_NAME}\b"
    rf"|\bthere (?:is|was|were|are|has been) (?:still |as yet )?(?:no|not any|neither an?) {_NAME}\b"
    rf"|\b(?:no|neither an?|not a single) {_NAME} (?:(?:is|was|are|were|has been|have been|had been)"
    rf" (?:yet |still |ever )?(?:been )?{_STANDS}|exists?|existed)\b"
    rf"|\b(?:absence|lack) of (?:an? |any )?{_NAME}\b"
    rf"|\b(?:the|an?|its|that) {_NAME} (?:does|do|did) not exist\b"
    rf"|\b(?:the|an?|its|that) {_NAME} (?:was|were) never {_STANDS}\b",
    re.IGNORECASE,
)
"""Says that there is no such thing, with its name in one of the groups."""
_SUPPOSED = re.compile(
    r"\b(?:if|unless|would|could|cannot|should|must|want\w*|demand\w*|will not|won't)\b", re.IGNORECASE
)
_WORDS = 2


class _Absent(msgspec.Struct, frozen=True):
    """A sentence that says so, and the words of what is not there."""

    sentence: Sentence
    words: frozenset[str]


def clashes_of_absence(
    mechanisms: Iterable[Woven[MechanismContent]], claims: Iterable[Claim[Content]], shelf: Shelf
) -> Iterator[Clash]:
    """Find the mechanisms that are agreed or at work, and of which a later report says that there is none."""
    absent = [each for report in shelf.originals for s in sentences_of(report) for each in _absent(s)]
    if not absent:
        return
    topics = Topics(claims)
    for woven in mechanisms:
        settled = [claim for claim in woven.claims if claim.content.status in {"agreed", "in_force"}]
        words = mechanism_words(woven.content) | matter(woven.content.name)
        for each in absent:
            if len(each.words & words) < _WORDS or not any(_is_earlier(claim, each, shelf) for claim in settled):
                continue
            term = kinds().get(woven.content.kind)
            stands = f"{woven.content.name} is {woven.content.status.replace('_', ' ')}"
            voices = (voice_of(woven.finding, stands), voice_of_sentence(each.sentence, topics, shelf))
            yield Clash(about=f"{woven.content.name}: there or not", issue=term.issue if term else None, voices=voices)


def _absent(sentence: Sentence) -> Iterator[_Absent]:
    if sentence.asks or _SUPPOSED.search(sentence.said.split(",")[0]):
        return
    for match in _NONE.finditer(sentence.said):
        name = next((found for found in match.groups() if found), "")
        if words := matter(name):
            yield _Absent(sentence, words)


def _is_earlier(claim: Claim[MechanismContent], absent: _Absent, shelf: Shelf) -> bool:
    """Is it told by another report, no later? What is not there yet can be agreed afterwards."""
    if shelf.source(claim.report) == shelf.source(absent.sentence.report):
        return False
    days = claim.day, shelf.day(absent.sentence.report)
    return days[0] is None or days[1] is None or days[0] <= days[1]
