"""Clashes of dates: one report has a thing set for a day, another says that it has moved, or names another day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from goodoffices.record.dates import Interval

from . import lexicon
from .cast import Cast
from .clash import Clash
from .comparison import Told
from .shelf import Shelf
from .voices import voice_of_claim
from .wording import stem

__all__ = ["clashes_of_day_set"]

_POSTING = 40
"""Dates under one word that are compared, at most: the first in the order of the reports."""
_WORDS = 2
_BACK_DAYS = 3
"""Days by which the report that tells of a move may be older than the one that has the old date."""
_SHARP_DAYS = 7
_SAME_WORDS = 4
_SAME_SHARE = 0.7
_APART_DAYS = 60


def clashes_of_day_set(claims: Sequence[Told], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one report has set for a day, and another says to have moved from it."""
    dated = [claim for claim in claims if claim.content.act == "set" and shelf.source(claim.report) == claim.report]
    words = {claim.id: _words(claim, cast) for claim in dated}
    index: dict[str, list[Told]] = defaultdict(list)
    for claim in dated:
        for word in words[claim.id] if claim.content.holds else ():
            if len(index[word]) < _POSTING:
                index[word].append(claim)
    seen: set[tuple[int, int, int, int]] = set()
    for claim in dated:
        met = {o.id: o for word in sorted(words[claim.id]) for o in index.get(word, ()) if o.report != claim.report}
        for other in sorted(met.values(), key=lambda each: each.order):
            common = words[claim.id] & words[other.id]
            least = min(len(words[claim.id]), len(words[other.id]))
            place = (*min(claim.order[:2], other.order[:2]), *max(claim.order[:2], other.order[:2]))
            if place in seen or not _clash(claim, other, len(common), least, dated):
                continue
            seen.add(place)
            voices = (voice_of_claim(other, shelf), voice_of_claim(claim, shelf))
            day = other.when.text if other.when is not None else ""
            yield Clash(about=f"Set for {day}, or not", issue="process", voices=voices)
            break


def _clash(claim: Told, other: Told, common: int, least: int, dated: Sequence[Told]) -> bool:
    """Does `claim` say that what `other` has set for a day is not then?"""
    if other.when is None or not _in_time(claim, other):
        return False
    if claim.content.holds:
        return (
            common >= _SAME_WORDS
            and common >= _SAME_SHARE * least
            and _sharp(claim.when)
            and _sharp(other.when)
            and _gap(claim.when, other.when)
        )
    if claim.when is not None:
        return common >= 1 and _one_day(claim.when, other.when) and not (_long(claim.when) or _long(other.when))
    new = [each.when for each in dated if each.content.holds and each.statement.evidence == claim.statement.evidence]
    return (
        common >= _WORDS
        and _share_matter(claim, other)
        and not any(when is not None and _one_day(when, other.when) for when in new)
    )


def _share_matter(claim: Told, other: Told) -> bool:
    """Have they a word in common that is no name? A name alone tells nothing of what was to be."""
    plain = [{stem(w) for w in each.content.words if w.islower()} for each in (claim, other)]
    return bool(plain[0] & plain[1])


def _in_time(claim: Told, other: Told) -> bool:
    if claim.day is None or other.day is None:
        return True
    return claim.content.holds or claim.day >= other.day - dt.timedelta(days=_BACK_DAYS)


def _one_day(one: Interval, other: Interval) -> bool:
    """Can two times be one? Days whose year no report tells are compared as they are written."""
    if one.known and other.known:
        return one.overlaps(other)
    texts = sorted((one.text.casefold(), other.text.casefold()), key=len)
    return texts[0] in texts[1]


def _sharp(when: Interval | None) -> bool:
    return when is not None and when.days is not None and when.days <= _SHARP_DAYS


def _long(when: Interval) -> bool:
    """Is it a time in which a day is only one of many ("since the beginning of the month")?"""
    return when.days is not None and when.days > _SHARP_DAYS


def _gap(one: Interval | None, other: Interval | None) -> bool:
    """Are two times apart, but near enough to be two times of one thing?"""
    if one is None or other is None or one.overlaps(other):
        return False
    starts = one.earliest, other.earliest
    return starts[0] is not None and starts[1] is not None and abs((starts[0] - starts[1]).days) <= _APART_DAYS


def _words(claim: Told, cast: Cast) -> frozenset[str]:
    """What it is that has a date, without names of actors, times and words of every plan."""
    aside = lexicon.words().time | lexicon.words().stop
    kept = {word for word in claim.content.words if word.casefold() not in aside}
    stems = {stem(word.casefold()) for word in kept if not cast.names_any(word.casefold())}
    return frozenset(stems - {stem(word) for word in lexicon.words().dating})
