"""Stations: items of a list of talks that begin with their place and their day ("Astana, January 2017: ...")."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval

from ...dates import interval_of, read_alone
from ..governing import Clause
from .attachment import Reach
from .calendar_words import calendar_words, is_town_name, words_of
from .draft import Draft
from .people import people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence

__all__ = ["at_station", "draft_of_station"]

_STATION = re.compile(r"([^\d,:;.]{3,60}), ?([^:;.]{3,40}): ")
_JOINED = re.compile(r"\s+(?:and|to|/|then)\s+")
_LEAST = 2
"""Items of a list that have to begin so."""
_AROUND = 12
"""Blocks before and behind in which the other items are looked for."""
_LONGEST_TITLE = 200


class _Station(msgspec.Struct, frozen=True):
    """Where and when an item is."""

    place: str
    when: Interval


def at_station(context: Context, draft: Draft) -> Draft:
    """The draft with the place and the day that its item begins with, where its words give none."""
    station = _of_list(context, draft.reach.sentence)
    if station is None:
        return draft
    return msgspec.structs.replace(draft, place=draft.place or station.place, when=draft.when or station.when)


def draft_of_station(context: Context, sentence: Sentence) -> Draft | None:
    """The meeting of an item that begins with its place and day in a list of talks, whatever else it says.

    Args:
        context: The report.
        sentence: A sentence in which nothing else tells of a meeting.
    """
    station = _of_list(context, sentence)
    if station is None:
        return None
    published, latest = context.report.published, station.when.latest
    behind = [t for t in sentence.span if t.dep_ in {"nsubj", "nsubjpass"} and t.idx > len(station.place)]
    root = sentence.span.root
    return Draft(
        reach=Reach(sentence, Clause(root, (root,), (), "", ()), frozenset(), lambda _: False),
        place=station.place,
        people=tuple(dict.fromkeys(a for t in behind if t.text not in station.place for a in people_of(context, t))),
        convenors=(),
        when=station.when,
        prospect="to_come" if published and latest and latest > published else "happened",
        topic=None,
        occurs=True,
        collective=False,
    )


def _of_list(context: Context, sentence: Sentence) -> _Station | None:
    """The station that a sentence begins with, where its list is one of talks and has others."""
    block = sentence.block
    if block.kind != "item" or sentence.start != block.start:
        return None
    station = _station(context, block.start, block.end)
    if station is None or not _is_under_talks(context, block.heading, block.lead):
        return None
    number = bisect_left(context.blocks, block.start, key=lambda b: b.start)
    near = context.blocks[max(0, number - _AROUND) : number + _AROUND]
    alike = sum(b.kind == "item" and _station(context, b.start, b.end) is not None for b in near)
    return station if alike >= _LEAST else None


def _is_under_talks(context: Context, *over: int | None) -> bool:
    titles = (context.blocks[n] for n in over if n is not None)
    said = {
        w for b in titles if b.end - b.start <= _LONGEST_TITLE for w in words_of(context.report.text[b.start : b.end])
    }
    return bool(said & (meeting_words().nouns | calendar_words().titles | calendar_words().occasions))


def _station(context: Context, start: int, end: int) -> _Station | None:
    found = _STATION.match(context.report.text[start : min(end, start + 120)])
    if found is None or not all(is_town_name(part) for part in _JOINED.split(found[1])):
        return None
    known = [i for t in read_alone(found[2], context.report.published) if (i := interval_of(t)).known]
    if not known:
        return None
    first, last = [i.earliest for i in known if i.earliest], [i.latest for i in known if i.latest]
    when = Interval(earliest=min(first, default=None), latest=max(last, default=None), text=found[2])
    return _Station(place=found[1], when=when)
