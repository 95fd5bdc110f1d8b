"""The dead that a sentence tells of: how many, and how many a second voice in it counts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .stocks import number_in, number_pattern

__all__ = ["may_tell_of_dead", "numbers_of_dead", "second_count", "tells_of_dead"]

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


def tells_of_dead(text: str) -> bool:
    """Does a sentence say how many were killed?"""
    return bool(may_tell_of_dead().search(text)) and any(True for _ in numbers_of_dead(text))


def numbers_of_dead(text: str) -> Iterator[int]:
    """The numbers of dead that a sentence gives, nought where it says that nobody died.

    Args:
        text: The sentence.
    """
    for match in _pattern().finditer(text):
        if (number := number_in(next(group for group in match.groups() if group))) is not None:
            yield number
        further = _further().match(text, match.end())
        if further is not None and (number := number_in(further[1])) is not None:
            yield number
    if (second := second_count(text)) is not None:
        yield second
    if _NOBODY.search(text):
        yield 0


def second_count(text: str) -> int | None:
    """The other number, where a second voice in the sentence gives one ("..., the police at least 19")."""
    first = _pattern().search(text)
    match = _other_voice().search(text, first.end()) if first else None
    return number_in(match[1]) if match else None


@functools.cache
def may_tell_of_dead() -> re.Pattern[str]:
    """The words without which nothing is told of dead."""
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
    return re.compile(
        rf"(?:[ -][\w'’-]+){{1,3}},? and {_ABOUT}{number_pattern()}(?= [a-z])"
        r"(?! (?:\w+ ){0,2}?(?:wounded|injured|hurt|missing|arrested|detained|captured|displaced))",
        re.IGNORECASE,
    )


@functools.cache
def _other_voice() -> re.Pattern[str]:
    bound = r"(?:at least|at most|more than|only|just|as many as|up to|no more than|about|nearly)"
    return re.compile(
        rf"[,;] (?:(?:and|but|while|whereas) )?(?:the |its |a )?[^,;:.\d]{{3,60}}? {bound} {number_pattern()}"
        r"(?= *(?:[;.]|$))",
        re.IGNORECASE,
    )
