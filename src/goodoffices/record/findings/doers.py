"""Clashes over whose doing it was: "It was A, not B, that asked for it", and elsewhere B did.

Who speaks so contradicts another account, said or not: it is looked for by the day and place, or by the words, and by
the doer whom it names first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .occasions import Occasion, occasion_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter, tokens

__all__ = ["clashes_of_doer"]

_CLEFT = re.compile(
    r"\b[Ii]t (?:was|is|had been) (?P<who>[^,;.:]{2,45}?)(?:,? (?:and )?not (?P<nor>[^,;.:]{2,45}?),?)?"
    r" (?:who|that|which)"
    r" (?P<did>[^;.]+)"
)
_IDEA = re.compile(
    r"\b(?:the|that) (?:idea|proposal|suggestion|initiative|request)\b(?P<of>[^;.]{0,80}?)"
    r" (?:was|had been|came from|had come from) (?P<who>[A-Z][^;,.]{2,45}?)(?:'s|’s)?(?=[,;.]|$| and )"
)
_STARTED = re.compile(
    r"\b(?:at the (?:request|suggestion|insistence|urging|initiative) of|on the (?:proposal|initiative|suggestion) of|"
    r"ask(?:s|ed)? (?:for|that|to)|request(?:s|ed)?|propos(?:es|ed)|suggest(?:s|ed)|demand(?:s|ed)|sought|"
    r"came up with|thought of|initiat(?:es|ed)|launched|idea|proposal)\b",
    re.IGNORECASE,
)
"""Tells whose initiative a thing was."""
_BACK = re.compile(
    r"\b(?:delay\w*|postpon\w+|put (?:back|off)|defer\w*|extra (?:\w+ )?(?:days?|weeks?|time)|"
    r"more time|adjourn\w*|later date)\b",
    re.IGNORECASE,
)
"""Tells that a thing was put off, in whatever words."""
_DAYS = 14
_WORDS = 2
_SIDES = 3


class _Claimed(msgspec.Struct, frozen=True):
    """A sentence that says whose doing something was, and not another's."""

    sentence: Sentence
    sides: frozenset[str]
    others: frozenset[str]
    did: str
    occasion: Occasion
    deferred: bool


def clashes_of_doer(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one account lays stress on as the doing of one, and another tells as the doing of another.

    Args:
        claims: All statements, by which it is known who says a sentence.
        cast: The actors.
        shelf: The reports.
    """
    claimed = [each for report in shelf.originals for each in _claimed(list(sentences_of(report)), cast, shelf)]
    if not claimed:
        return
    topics = Topics(claims)
    told = [sentence for report in shelf.originals for sentence in sentences_of(report) if not sentence.asks]
    for one in claimed:
        against = [sentence for sentence in told if _against(sentence, one, cast, shelf)][:_SIDES]
        if against:
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in (*against, one.sentence))
            attack = bool(one.occasion.places)
            issue = "ceasefire" if attack else "process"
            yield Clash(about=f"Whose doing: {' '.join(one.did.split()[:8])}", issue=issue, voices=voices, paired=True)


def _claimed(sentences: list[Sentence], cast: Cast, shelf: Shelf) -> Iterator[_Claimed]:
    before = ""
    for sentence in sentences:
        said = sentence.said
        match = None if sentence.asks else _CLEFT.search(said) or _IDEA.search(said)
        if match is not None:
            groups = match.groupdict()
            sides = _sides(groups["who"], cast)
            did = groups.get("did") or said[match.start() : match.end()]
            when = occasion_of(did, "", shelf.day(sentence.report), cast)
            deferred = _BACK.search(f"{before} {did}") is not None
            others = _sides(groups.get("nor") or "", cast)
            if sides or others:
                yield _Claimed(sentence, sides, others, did, when, deferred)
        before = said


def _sides(text: str, cast: Cast) -> frozenset[str]:
    """The sides that a text names, or the people of ("the Eritreans")."""
    people = (cast.named(word) for token in tokens(text) for word in (token, token.removesuffix("s")))
    found = cast.actors_in(text) or {actor for actor in people if actor is not None}
    return frozenset(cast.side(actor) for actor in found)


def _against(sentence: Sentence, one: _Claimed, cast: Cast, shelf: Shelf) -> bool:
    """Does a sentence of another source tell the same of another doer?"""
    if shelf.source(sentence.report) == shelf.source(one.sentence.report) or not _in_time(sentence, one, shelf):
        return False
    said = sentence.said
    started = _STARTED.search(said) if _STARTED.search(one.sentence.said) else None
    if started is not None:
        doers = _doers(said, started, cast)
        same = bool(one.deferred and _BACK.search(said)) or _alike(said, one, cast)
    else:
        here = occasion_of(said, "", shelf.day(sentence.report), cast)
        same = bool(here.places & one.occasion.places) and bool(
            (here.days and here.is_one_with(one.occasion)) or _weekdays(said) & _weekdays(one.did)
        )
        doers = _first(said, cast) if same else frozenset()
    if not same or not doers or doers & one.sides:
        return False
    return not one.others or bool(doers & one.others)


def _doers(said: str, started: re.Match[str], cast: Cast) -> frozenset[str]:
    """Whose initiative it is: behind "at the request of", else before the verb."""
    if started[0].casefold().endswith(" of"):
        return _sides(re.split(r",| and | with ", said[started.end() :], maxsplit=1)[0], cast)
    return _sides(re.split(r"[,;]", said[: started.start()])[-1], cast)


def _first(said: str, cast: Cast) -> frozenset[str]:
    """The side that a sentence names first."""
    words = said.split()
    for end in range(1, min(len(words), 8)):
        if sides := _sides(" ".join(words[:end]), cast):
            return sides
    return frozenset()


def _alike(said: str, one: _Claimed, cast: Cast) -> bool:
    common = {word for word in matter(said) & matter(one.sentence.said) if not _STARTED.search(word)}
    own = {word for word in common & matter(one.did) if not cast.names_any(word)}
    return bool(own) and len(common) >= _WORDS


def _weekdays(text: str) -> set[str]:
    return set(re.findall(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text))


def _in_time(sentence: Sentence, one: _Claimed, shelf: Shelf) -> bool:
    days = shelf.day(sentence.report), shelf.day(one.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)
