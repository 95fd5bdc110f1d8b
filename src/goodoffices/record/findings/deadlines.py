"""Clashes over a day that stands: one voice holds to it, another says that it can no longer be kept."""

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

__all__ = ["clashes_of_deadline"]

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{_MONTH})|(?P<n>{_MONTH}) (?P<e>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?)\b"
)
_BARE = re.compile(r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)\b")
_WHAT = r"(?:(?:the|that|this|its|their) )?(?:date|deadline|day|target|timetable|{day})"
_KEPT = (
    (
        r"{what} (?:\w+ ){0,2}?(?:stands?|stood|holds good|is firm|remains (?:firm|valid|in place|unchanged)|"
        r"will be (?:met|kept|respected|observed)|is (?:sacred|fixed|binding|unchanged|not in question))\b"
    ),
    (
        r"\b(?:h[eo]ld(?:s|ing)?|stick(?:s|ing)?|stuck|keep(?:s|ing)?|kept|bound|committed|cl[iu]ng(?:s|ing)?|"
        r"faithful) (?:\w+ )?to {what}"
    ),
    r"\bno (?:extension|postponement|delay)\b",
)
_LOST = (
    (
        r"{what} (?:\w+ ){{0,2}}?(?:is|was|has become|looks|seems) (?:\w+ )?(?:not (?:possible|realistic|"
        r"feasible|attainable|tenable)|no longer (?:possible|realistic|feasible|attainable|tenable|valid)|"
        r"impossible|unrealistic|out of reach|dead|off|lost)\b"
    ),
    r"{what} (?:can ?not|can't|could not|will not|won't) be (?:met|kept|respected|observed|held|reached)\b",
    r"{what} no longer (?:stands|holds|applies|exists)\b",
    r"\b(?:will|shall|would|can|could)(?:not| not|n't) (?:meet|keep|make|respect|observe|reach) {what}",
    r"\b(?:will|is going to|has) (?:miss|missed|slip past) {what}",
)
_FUTURE_DAYS = 31
_BACK = 2
"""Sentences before one that tell which day "the 23rd" or "the deadline" is."""


class _Held(msgspec.Struct, frozen=True):
    """A sentence that says of a day that it stands, or that it does not."""

    sentence: Sentence
    days: frozenset[tuple[int, int]]
    stands: bool


def clashes_of_deadline(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find the days that stand in one account and are lost in another."""
    held = [each for report in shelf.originals for each in _held(list(sentences_of(report)))]
    lost = [each for each in held if not each.stands]
    topics = Topics(claims) if lost else None
    for each in lost:
        kept = [o for o in held if o.stands and o.days & each.days and _apart(o, each, shelf)]
        if kept and topics is not None:
            day, month = min(each.days)[::-1]
            about = f"{day} {_MONTHS[month - 1].title()}: stands or not"
            voices = tuple(voice_of_sentence(s.sentence, topics, shelf) for s in (*kept, each))
            yield Clash(about=about, issue="process", voices=voices)


def _held(sentences: Sequence[Sentence]) -> Iterator[_Held]:
    for place, sentence in enumerate(sentences):
        text = sentence.said
        if sentence.asks:
            continue
        own = _days(text)
        lost, kept = _is(text, _LOST_FORMS), _is(text, _KEPT_FORMS)
        if not (lost or kept):
            continue
        near = " ".join(each.said for each in sentences[max(place - _BACK, 0) : place])
        days = own or _named_before(text, near)
        if days:
            yield _Held(sentence, frozenset(days), not lost)


def _days(text: str) -> set[tuple[int, int]]:
    """The days of a text, each as month and day."""
    found = ((m["m"] or m["n"], m["d"] or m["e"]) for m in _DAY.finditer(text))
    return {(_month(month), int(day)) for month, day in found}


def _named_before(text: str, near: str) -> set[tuple[int, int]]:
    """The day that "the 23rd", or "the deadline", is by the sentences before; none where they name several."""
    days = _days(near)
    bare = {int(m["d"]) for m in _BARE.finditer(text)}
    fitting = {day for day in days if not bare or day[1] in bare}
    return fitting if len(fitting) == 1 else set()


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold().strip(".")[:3]))


def _is(text: str, forms: Sequence[re.Pattern[str]]) -> bool:
    return any(form.search(text) for form in forms)


def _compiled(forms: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    day = rf"(?:{_DAY.pattern}|{_BARE.pattern})"
    what = re.sub(r"\?P<\w>", "?:", _WHAT.replace("{day}", day)).replace(r"\b(?:(?:", "(?:(?:", 1)
    return tuple(
        re.compile(form.replace("{{", "{").replace("}}", "}").replace("{what}", what), re.IGNORECASE) for form in forms
    )


_KEPT_FORMS, _LOST_FORMS = _compiled(_KEPT), _compiled(_LOST)


def _apart(one: _Held, other: _Held, shelf: Shelf) -> bool:
    """Are they of two reports of about one time, or two paragraphs of one?"""
    if one.sentence.report == other.sentence.report:
        return one.sentence.line != other.sentence.line
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_FUTURE_DAYS)
