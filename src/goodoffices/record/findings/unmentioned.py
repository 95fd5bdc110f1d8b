"""Clashes over whether a thing came up: "Yemen did not figure", and elsewhere an annex on the Yemeni border."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content

from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_mention"]

_UP = (
    r"(?:discussed|mentioned|raised|touched(?: on| upon)?|broached|addressed|brought up|spoken of|talked about|"
    r"negotiated)"
)
_NAME = r"[A-Z][\w'-]{3,}(?: (?:[A-Z][\w'-]+|heights|question|issue|file|matter|dispute|crossing|islands?)){0,2}"
_NOT_UP = re.compile(
    rf"\b(?P<a>{_NAME}) (?:did not|didn't|never) (?:even )?(?:figure|feature|come up|arise|enter|appear)\b"
    rf"|\b(?P<b>{_NAME}) (?:was|were|is|has been|had been) (?:not|never) (?:even |once )?(?:{_UP}|"
    rf"on the (?:agenda|table)|part of|a (?:subject|topic)|among)"
    rf"|\b(?:[Nn]othing|[Nn]ot a word|[Nn]o word) (?:was|had been|were) (?:said|{_UP}) (?:of|about|"
    rf"on) (?P<c>[A-Z][\w'-]{{3,}})"
    rf"|\b(?:did|had) (?:not|never) (?:even )?(?:discuss|mention|raise|touch on|bring up|talk about|speak of|"
    rf"discussed|mentioned|raised) (?P<d>[A-Z][\w'-]{{3,}})"
)
"""Says of a thing with a name that it did not come up."""
_CAME_UP = re.compile(
    r"\b(?:came|come|comes|coming) up\b|\b(?:was|were|been|is|are) (?:\w+ly |also |often )?(?:raised|discussed|broached"
    r"|brought up|debated)\b|\b(?:figured|featured|was on the (?:table|agenda)|were on the (?:table|agenda))\b",
    re.IGNORECASE,
)
"""Says of what stands before it that it did come up."""
_EVERY_TIME = re.compile(
    r"\b(?:every|each|always|all (?:the )?(?:rounds|sessions|meetings)|repeatedly|constantly|time and again|never"
    r"|at no)\b",
    re.IGNORECASE,
)
"""Says it of more than one round, so that the two reports need not be of one."""
_TEXT = re.compile(
    r"\b(?:annex|text|agreement|accord|deal|document|paper|declaration|protocol|memorandum|communiqu\w+|talks|"
    r"meeting|session|negotiations|discussions?|round|it)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:oblig(?:es?|ing)|bind(?:s|ing)?|provid(?:es?|ing) for|requir(?:es?|ing)|includ(?:es?|ed)|cover(?:s|"
    r"ed)?|contain(?:s|ed)|commit(?:s|ted)|"
    r"discuss(?:ed)?|dealt with|deals with|took up|devoted|dominated|dwelt|touched|raised|exchanged views|"
    r"concerns?|mentions?|turned (?:on|to)|spoke (?:of|about)|"
    r"agreed (?:on|to|that)|promis(?:es|ed)|undertak(?:es|en))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|never|nothing|without|neither|nor|will|would|should|wants?|wishes|demand\w*|urg\w+|if)\b|n't\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-Z][\w'-]+")
_ROOT = 5
_DAYS = 10
_FAR_DAYS = 45
_NO_THINGS = frozenset({"this", "that", "there", "they", "what", "which", "nobody", "nothing", "those", "these"})


class _Unmentioned(msgspec.Struct, frozen=True):
    """A sentence that says so, and the root of what it is said of."""

    sentence: Sentence
    name: str
    near: str


def clashes_of_mention(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find what did not come up in one account and did in another of the same talks."""
    silent = [each for report in shelf.originals for each in _silent(list(sentences_of(report)))]
    if not silent:
        return
    topics = Topics(claims)
    told = [sentence for report in shelf.originals for sentence in sentences_of(report) if _tells(sentence)]
    for each in silent:
        held = [sentence for sentence in told if _of_it(sentence, each, shelf)]
        if held:
            voices = tuple(voice_of_sentence(one, topics, shelf) for one in (*held[:3], each.sentence))
            issue = topics.common_issue(each.sentence, held[0]) or "process"
            yield Clash(about=f"{each.name}: came up or not", issue=issue, voices=voices)


def _silent(sentences: Sequence[Sentence]) -> Iterator[_Unmentioned]:
    for sentence in sentences:
        match = None if sentence.asks else _NOT_UP.search(sentence.said)
        name = next((found for found in match.groups() if found), "") if match else ""
        if name and name.casefold() not in _NO_THINGS:
            yield _Unmentioned(sentence, name, sentence.said)


def _tells(sentence: Sentence) -> bool:
    """Does it say what a text holds, or what talks were on?"""
    text = sentence.said
    if sentence.asks:
        return False
    held = bool(_HOLDS.search(text)) and bool(_TEXT.search(text)) and not _NOT.search(text)
    return held or _came_up(text) is not None


def _came_up(text: str) -> str | None:
    """The words before the one that says that something came up; None where none says so."""
    up = _CAME_UP.search(text)
    return text[: up.start()] if up is not None and not _NOT.search(text[: up.end()]) else None


def _of_it(sentence: Sentence, silent: _Unmentioned, shelf: Shelf) -> bool:
    if shelf.source(sentence.report) == shelf.source(silent.sentence.report):
        return False
    days = shelf.day(sentence.report), shelf.day(silent.sentence.report)
    every = _EVERY_TIME.search(sentence.said) or _EVERY_TIME.search(silent.sentence.said)
    most = dt.timedelta(days=_FAR_DAYS if every else _DAYS)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > most:
        return False
    name = re.compile(rf"\b{re.escape(max(_CAPITAL.findall(silent.name), key=len)[:_ROOT])}")
    held = _HOLDS.search(sentence.said) if not _NOT.search(sentence.said) and _TEXT.search(sentence.said) else None
    behind = sentence.said[held.start() :] if held else ""
    return name.search(behind) is not None or name.search(_came_up(sentence.said) or "") is not None
