"""Clashes of the parts of a text: seven points in one account, nine in another."""

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
from .looking_back import looks_back
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter

__all__ = ["clashes_of_parts"]

_PARTS = "points|articles|paragraphs|chapters|clauses|annexes|protocols|pages|sections"
_TEXTS = re.compile(
    r"\b(?:texts?|documents?|drafts?|papers?|agreements?|accords?|protocols?|declarations?|memorand\w+|"
    r"communiqu\w+|plans?|treat(?:y|ies)|"
    r"pacts?|frameworks?|statements?|roadmaps?|deals?|proposals?|annex|charter|it)\b",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"\b(?:the|this|that|its|their) (?:text|document|draft|paper|accord|agreement|plan)\b(?! (?:on|of|for|"
    r"about))|^\W*it\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:agreed on|of the|of its|of them|out of|first|last|remaining|other|more|another|disputed|open|all|new|"
    r"further|earlier|previous|old|"
    r"propos\w+|wants?|demand\w*)\b[^,;]{0,12}$",
    re.IGNORECASE,
)
"""Leads in a part of the parts, or another draft."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BACK = 5
"""Sentences before one that tell which text "the text" is."""
_WORDS = 2
_DAYS = 7
"""Days between two reports, at most: a draft grows."""


class _Told(msgspec.Struct, frozen=True):
    """How many parts a sentence gives a text."""

    sentence: Sentence
    part: str
    number: int
    words: frozenset[str]
    years: frozenset[str]


def clashes_of_parts(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find one text to which reports of about one day give different numbers of parts."""
    told = [each for report in shelf.originals for each in _told(list(sentences_of(report)), cast)]
    pairs = [
        (one, other) for place, one in enumerate(told) for other in told[place + 1 :] if _clash(one, other, told, shelf)
    ]
    topics = Topics(claims) if pairs else None
    for one, other in pairs:
        if topics is not None:
            low, high = sorted((one.number, other.number))
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            yield Clash(about=f"{one.part.capitalize()} of a text: {low} or {high}", issue="process", voices=voices)


def _told(sentences: Sequence[Sentence], cast: Cast) -> Iterator[_Told]:
    for place, sentence in enumerate(sentences):
        text = sentence.said
        for match in () if sentence.asks else _counted().finditer(text):
            number = number_in(match["n"] or match["m"])
            if number is None or _OPEN.search(text[: match.start()]) or not _TEXTS.search(text):
                continue
            near = ""
            if _ANAPHOR.search(text):
                near = " ".join(each.said for each in sentences[max(place - _BACK, 0) : place])
            words = {word for word in matter(f"{text} {near}", "plan", "status") if not cast.names_any(word)}
            part = (match["part"] or match["one"] + "s").casefold()
            yield _Told(sentence, part, number, frozenset(words), frozenset(_YEAR.findall(text)))


def _clash(one: _Told, other: _Told, told: Sequence[_Told], shelf: Shelf) -> bool:
    if one.sentence.report == other.sentence.report or one.part != other.part or one.number == other.number:
        return False
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    far = days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > dt.timedelta(days=_DAYS)
    back = looks_back(one.sentence, other.sentence, shelf)
    if far and not back:
        return False
    if one.years and other.years and not one.years & other.years:
        return False
    # Who gives both numbers tells of two texts.
    if any(
        o.sentence.report == mine.sentence.report and o.number == theirs.number and o.part == mine.part
        for mine, theirs in ((one, other), (other, one))
        for o in told
    ):
        return False
    return len(one.words & other.words) >= (1 if back else _WORDS)


@functools.cache
def _counted() -> re.Pattern[str]:
    first, second = (number_pattern().replace("(", f"(?P<{name}>", 1) for name in "nm")
    singles = "|".join(
        part.removesuffix("es") if part == "annexes" else part.removesuffix("s") for part in _PARTS.split("|")
    )
    return re.compile(
        rf"(?:\b(?:ha[sd]|have|of|in|with|contains?|comprises?|counts?|runs? to|consists? of|containing|"
        rf"comprising|numbers)|[:,(]) {first} (?:\w+ )?(?P<part>{_PARTS})\b"
        rf"|{second}-(?P<one>{singles})\b",
        re.IGNORECASE,
    )
