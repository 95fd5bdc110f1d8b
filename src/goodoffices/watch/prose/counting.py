"""Counts in the prose of daily monitoring reports."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .areas import Area, areas
from .binding import bind
from .mark import Mark, Scope
from .marked import marks
from .mend import Mended, mend
from .model import Count
from .named_days import Scene
from .numbers import numbers
from .periods import Period, periods
from .phrase import Phrase
from .resolve import resolve
from .sentences import sentences
from .tokens import Token, tokens
from .vocabulary import stems

__all__ = ["counts_in_prose"]

_BREAKS = re.compile(r"[\s\x02-]+")
_NUMBER = re.compile(
    r"\d|\b(?:an?|no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|\w{3,5}ty|once|twice|thrice"
    r"|hundred|thousand|dozen)\b",
    re.IGNORECASE,
)
# A status report's own period is a day to a month and a half.
_LONGEST_PERIOD_DAYS = 46
_WEAPONS = re.compile(
    r"mine|howitzer|mortar|tank|rocket|missile|gun|artiller|mlrs|grenade|rifle|launcher|round|ordnance|explosive|vehicle|small.?arms|weapon|drone|uav|cannon|bomb"
)


def counts_in_prose(text: str, *, published: dt.date | None = None) -> list[Count]:
    """Read the counts out of a monitoring report in prose.

    Args:
        text: The report, as plain text; lines may be broken anywhere, as PDFs leave them.
        published: The day on which it was published, against which dates without a year are understood.

    Returns:
        The counts in the order of the text. An explicit zero ("no ceasefire violations") is a count of 0. What a
        number counts otherwise (distances, times, shares, names, people served, patrols) is no count.
    """
    read = [(span, mended, periods(mended.text)) for span, mended in _telling(text)]
    scene = _scene([times for _, _, times in read], published)
    found: list[Count] = []
    before: str | None = None
    for span, mended, times in read:
        counts = _in_sentence(_Sentence(text, span, mended, times, scene), before)
        before = counts[0].kind if counts else before
        found.extend(counts)
    return found


def _telling(text: str) -> Iterator[tuple[tuple[int, int], Mended]]:
    """The sentences in which a number could count something, mended."""
    for span in sentences(text):
        bare = _BREAKS.sub("", text[slice(*span)]).casefold()
        if _NUMBER.search(text, *span) and stems().search(bare):
            yield span, mend(text, *span)


def _scene(read: Sequence[Sequence[Period]], published: dt.date | None) -> Scene:
    """The report's own period: the first range of days in it that is no longer than a report's period."""
    plain = Scene(published)
    for period in (period for times in read for period in times if period.form == "range"):
        first, last = resolve(period, plain)
        if first and last and (last - first).days < _LONGEST_PERIOD_DAYS:
            return Scene(published, first, last)
    return plain


class _Sentence(NamedTuple):
    """A sentence of the report."""

    text: str
    span: tuple[int, int]
    mended: Mended
    times: list[Period]
    scene: Scene


class _Read(NamedTuple):
    """A sentence with its counts found, before places and times are given to them."""

    of: _Sentence
    words: list[Token]
    marks: list[Mark]


def _in_sentence(sentence: _Sentence, before: str | None) -> list[Count]:
    """The counts of one sentence."""
    words, times = tokens(sentence.mended.text), sentence.times
    masked = _masked(words, times)
    counting = numbers(words, masked)
    places = areas(words, masked) if counting else []
    found = marks(Scope(words, counting, places, masked, before))
    if not found:
        return []
    where = bind(words, found, [Phrase(area.opening, area.last) for area in places])
    when = bind(words, found, [_phrase(words, period) for period in times], times=True)
    read = _Read(sentence, words, found)
    return [
        _count(read, index, None if at is None else places[at], None if then is None else times[then])
        for index, (at, then) in enumerate(zip(where, when, strict=True))
    ]


def _masked(words: Sequence[Token], times: Sequence[Period]) -> list[bool]:
    """Which tokens belong to dates: their numbers count nothing."""
    masked = [False] * len(words)
    at = 0
    for index, token in enumerate(words):
        while at < len(times) and times[at].end <= token.start:
            at += 1
        masked[index] = at < len(times) and times[at].start <= token.start
    return masked


def _phrase(words: Sequence[Token], period: Period) -> Phrase:
    """A period as tokens."""
    first = bisect.bisect_left(words, period.start, key=lambda token: token.end - 1)
    last = bisect.bisect_left(words, period.end, key=lambda token: token.start) - 1
    return Phrase(first, max(last, first), period.previous)


def _count(read: _Read, index: int, area: Area | None, period: Period | None) -> Count:
    """Everything that is said of one count."""
    mark = read.marks[index]
    number = mark.number
    area_span = _tokens_span(read, area.first, area.last) if area else None
    period_span = read.of.mended.span(period.start, period.end) if period else None
    earliest, latest = resolve(period, read.of.scene) if period else (None, None)
    what = _what(read, mark)
    parent = read.marks[mark.parent].number if mark.parent is not None and mark.lead != "compared" else None
    return Count(
        count=number.value,
        most=number.most,
        kind=mark.head.kind,
        span=_tokens_span(read, number.first, number.last),
        sentence=read.of.span,
        area=read.of.text[slice(*area_span)] if area_span else None,
        area_span=area_span,
        period=read.of.text[slice(*period_span)] if period_span else None,
        period_span=period_span,
        earliest=earliest,
        latest=latest,
        what=what,
        weapon=what if what and _WEAPONS.search(what.casefold()) else None,
        compared=mark.lead == "compared" or (period is not None and period.previous),
        blur=number.blur,
        part_of=_tokens_span(read, parent.first, parent.last) if parent else None,
    )


def _tokens_span(read: _Read, first: int, last: int) -> tuple[int, int]:
    return read.of.mended.span(read.words[first].start, read.words[last].end)


def _what(read: _Read, mark: Mark) -> str | None:
    """The words that name what is counted, mended; those of the count that it goes with where it names nothing."""
    if mark.head.first is None or mark.head.last is None:
        whole = read.marks[mark.parent] if mark.parent is not None else None
        return _what(read, whole) if whole is not None and whole.head.kind == mark.head.kind else None
    return read.of.mended.text[read.words[mark.head.first].start : read.words[mark.head.last].end]
