"""Clashes over who did it: one denies that its men were there, and elsewhere it is told as theirs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_responsibility"]

_MEN = r"(?:fighters?|men|troops|forces|soldiers|units?|militia\w*|people|guns|aircraft|planes|drones)"
_DENIED = re.compile(
    rf"\bden(?:y|ies|ied) (?:that )?(?:any of )?(?:his|its|their|our|the \w+'s) (?:own )?{_MEN} (?:(?:were|was|"
    rf"had been|have been|had ever been) (?:at|in|near|behind|on|involved|present|anywhere)|had (?:fired|"
    rf"attacked|carried|shelled|shot|killed|laid|planted|taken))\b"
    r"|\bden(?:y|ies|ied) (?:\w+ly )?(?:any |all |having (?:had )?any )?(?:involvement|responsibility|part|role|hand)\b"
    rf"|\b(?:none|not one) of (?:his|its|their|our) {_MEN} (?:was|were|had been)\b"
    rf"|\b(?:had|has|have) no (?:\w+ )?{_MEN} (?:there|at|in|near|on)\b"
    r"|\bhad nothing to do with (?:the|it|that)\b",
    re.IGNORECASE,
)
"""Says that somebody did not do it."""
_OWNED = re.compile(
    rf"\b(?:admit(?:s|ted)?|acknowledg(?:es?|ed)|conced(?:es|ed)|confirm(?:s|ed)|claim(?:s|ed) responsibility|"
    rf"took responsibility|avow(?:s|ed)|own(?:s|ed) (?:up|to))\b[^.;]{{0,90}}?\b(?:{_MEN}|responsib\w+|had|it|"
    rf"attack\w*|ambush\w*)\b",
    re.IGNORECASE,
)
"""Says that it did."""
_DONE = re.compile(
    r"\b(?:ambush\w*|attack\w*|raid\w*|shell\w*|bomb\w*|shot|shooting|kill\w*|massacre\w*|strike|struck|mines?|"
    r"explosion|kidnap\w*|abduct\w*|assassinat\w*|murder\w*|fire[d]?|burn\w*|torch\w*)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z\u00c0-\u017d][\w'’-]{3,}")
_POINTING = re.compile(r"\W*(?:it|they|he|she)\b", re.IGNORECASE)
_DAYS = 14


class _Blow(msgspec.Struct, frozen=True):
    """A sentence on who did it: the names in it that are no actors', and the sides that it names."""

    sentence: Sentence
    places: frozenset[str]
    sides: frozenset[str]


def clashes_of_responsibility(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one denies to have done, and is told elsewhere to have owned to."""
    denied, owned = [], []
    for report in shelf.originals:
        before = ""
        for sentence in sentences_of(report):
            said = sentence.said
            if not sentence.asks and (cue := _DENIED.search(said)):
                denied.append(_blow(sentence, said[: cue.start()] or before, cast))
            elif not sentence.asks and (cue := _OWNED.search(said)) and _DONE.search(said):
                owned.append(_blow(sentence, before if _POINTING.match(said) else said[: cue.start()], cast))
            before = said
    pairs = [(one, other) for one in denied for other in owned if _one_blow(one, other, shelf)]
    topics = Topics(claims) if pairs else None
    for one, other in pairs:
        if topics is not None:
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (other, one))
            place = min(one.places & other.places)
            yield Clash(about=f"Who did it: {place}", issue="ceasefire", voices=voices)


def _blow(sentence: Sentence, told: str, cast: Cast) -> _Blow:
    """A sentence of which `told` names who speaks."""
    actors = cast.actors_in(told)
    named = {form for actor in cast.actors_in(sentence.said) for form in cast.forms(actor)}
    words = {word for form in named for word in form.split()}
    places = {name for name in _NAME.findall(sentence.said[1:]) if name.casefold() not in words}
    return _Blow(sentence, frozenset(places), frozenset(cast.side(actor) for actor in actors))


def _one_blow(one: _Blow, other: _Blow, shelf: Shelf) -> bool:
    """Do two sentences name one place, and one side, if each names any?"""
    if one.sentence.report == other.sentence.report or not one.places & other.places:
        return False
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > dt.timedelta(days=_DAYS):
        return False
    return not one.sides or not other.sides or bool(one.sides & other.sides)
