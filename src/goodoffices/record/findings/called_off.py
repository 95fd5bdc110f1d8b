"""Clashes over a meeting that one report announces and another calls off.

Readers rarely find the same table and day in both ("a second round opens on 3 December"; "the next round has been put
off"), so that the two stay two meetings; here their sentences are compared: which round, where, when, about what.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from goodoffices.record.content import MeetingContent

from . import lexicon
from .claims import Claim
from .clash import Clash, voice_of
from .places import same_place
from .shelf import Shelf
from .verdicts import Rulings
from .wording import stem, tokens
from .woven import Woven, bind

__all__ = ["clashes_of_plans_to_meet"]

_Told: TypeAlias = tuple[Woven[MeetingContent], Claim[MeetingContent]]

_DAYS = 60
"""Days from the announcement to the report that calls the meeting off, at most."""
_POSTING = 40
"""Announcements under one word that are looked at, at most: the last ones."""
_COMMON = 3
"""Words that the two sentences must have in common where no place is known to be one; with one, two."""
_HAPPENING = re.compile(
    r"\b(?:round|meet|meets|meeting|talks|session|summit|visit|conference|encounter)\b", re.IGNORECASE
)


def clashes_of_plans_to_meet(
    meetings: Iterable[Woven[MeetingContent]], shelf: Shelf, rulings: Rulings
) -> Iterator[Clash]:
    """Find the meetings that are planned in one report and called off in a later one, or one of the same day."""
    off: list[_Told] = []
    index: dict[str, list[_Told]] = defaultdict(list)
    for woven in meetings:
        for claim in woven.claims:
            if claim.content.status == "cancelled":
                off.append((woven, claim))
            elif claim.content.status == "planned":
                for word in _marks(claim):
                    index[word].append((woven, claim))
    for woven, claim in off:
        near = {on.id: (other, on) for word in sorted(_marks(claim)) for other, on in index.get(word, ())[-_POSTING:]}
        on = _announced(claim, [pair for _, pair in sorted(near.items()) if pair[0].id != woven.id])
        if on is not None:
            yield _clash(on, (woven, claim), shelf, rulings)


def _announced(off: Claim[MeetingContent], plans: Sequence[_Told]) -> _Told | None:
    """The plan that is most in the words of what is called off; None where none is."""
    fitting = [(len(_marks(on) & _marks(off)), on.order, (woven, on)) for woven, on in plans if _one(on, off)]
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None


def _one(on: Claim[MeetingContent], off: Claim[MeetingContent]) -> bool:
    """Can the two be one meeting?"""
    if on.source == off.source or not _in_time(on, off):
        return False
    place = same_place(on.content.place, off.content.place)
    common = _marks(on) & _marks(off)
    if not _happenings(on) & _happenings(off):
        return False
    named = {word for word in common if word in _which() or word in lexicon.words().time}
    # A place that a reader took from elsewhere is no sign of another meeting where both sentences say "second round".
    if place is False and not named & _which():
        return False
    return len(common) >= (_COMMON - 1 if place or named & _which() else _COMMON) and bool(place or named)


def _in_time(on: Claim[MeetingContent], off: Claim[MeetingContent]) -> bool:
    if on.day is None or off.day is None:
        return True
    return dt.timedelta(0) <= off.day - on.day <= dt.timedelta(days=_DAYS)


def _happenings(claim: Claim[MeetingContent]) -> set[str]:
    """What a sentence calls the meeting."""
    return {stem(word.casefold()) for word in _HAPPENING.findall(claim.statement.evidence[0].quote)}


def _which() -> frozenset[str]:
    """Words that say which of several meetings it is ("second")."""
    return lexicon.words().ordinals


def _marks(claim: Claim[MeetingContent]) -> frozenset[str]:
    """What a sentence says of a meeting: its words, with months, weekdays and the number of the round."""
    quote = claim.statement.evidence[0].quote
    words = {stem(word) if word not in lexicon.words().time else word for word in tokens(quote)}
    kept = words - {stem(word) for word in lexicon.words().stop} - lexicon.words().numbers.keys()
    return frozenset(kept) if _HAPPENING.search(quote) else frozenset()


def _clash(
    on: _Told,
    off: _Told,
    shelf: Shelf,
    rulings: Rulings,
) -> Clash:
    voices = []
    for woven, claim in (on, off):
        only = bind(woven.content, [claim.statement], shelf, rulings)
        voices.append(voice_of(woven.finding, claim.statement.evidence[0].quote, only=only))
    place = on[1].content.place or off[1].content.place
    about = f"Meeting in {place}: planned or cancelled" if place else "A meeting: planned or cancelled"
    return Clash(about=about, issue="process", voices=tuple(voices), pairs=((on[0].id, off[0].id),))
