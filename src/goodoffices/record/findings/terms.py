"""Clashes of times: a thing is to be done within so many days, or so often, and elsewhere otherwise."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .courses import courses_of
from .measures import Measure, measures_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence

__all__ = ["clashes_of_term"]

_ROUGH = 0.12
"""Times that differ by no more than this share of the longer are one, in other units (five months, 150 days)."""
_DAYS = 31
"""Days between two reports, at most."""
_POSTING = 30
"""Times of one act that are compared, at most: the first in the order of the reports."""
_COMMON = {"term": 1, "often": 2, "length": 1, "course": 1}
"""Words that two clauses must have in common beside the act."""
_AROUND = 2
"""And those that they must have where sentences around them are looked at, too."""


def clashes_of_term(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find where reports give two times of one thing."""
    index: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for report in shelf.originals:
        for measure in (*measures_of(report), *courses_of(report)):
            for act in sorted(measure.acts):
                if len(index[measure.kind, act]) < _POSTING:
                    index[measure.kind, act].append(measure)
    pairs = [pair for _, told in sorted(index.items()) for pair in _pairs(told, cast, shelf)]
    topics = Topics(claims) if pairs else None
    for one, other in dict.fromkeys(pairs):
        if topics is not None:
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            about = f"How {_LABELS[one.kind]}: {one.text} or {other.text}"
            yield Clash(about=about, issue=_issue(one, other, topics), voices=voices)


_OWN_SIDE = re.compile(
    r"\b(?:(?:demilitari[sz]ed|buffer|separation|security|weapons-free) (?:\w+ )?(?:zone|strip|belt)|"
    r"own (?:side|territory|lines?|positions?|soil)|"
    r"front ?lines?|line of (?:contact|control|separation)|barracks)\b",
    re.IGNORECASE,
)
"""Who draws back to his own side, or out of a zone between the two, is no foreign force."""
_LABELS = {"term": "soon", "often": "often", "length": "long", "course": "long"}


def _issue(one: Measure, other: Measure, topics: Topics) -> str | None:
    if one.kind == "often" and "convene" in one.acts & other.acts:
        return "process"
    issue = topics.common_issue(one.sentence, other.sentence)
    drawn_back = "withdraw" in one.acts and any(_OWN_SIDE.search(each.sentence.text) for each in (one, other))
    return "military-limits" if issue == "foreign-forces" and drawn_back else issue


def _pairs(told: Sequence[Measure], cast: Cast, shelf: Shelf) -> Iterator[tuple[Measure, Measure]]:
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            if one.sentence.report == other.sentence.report or not _in_time(one, other, shelf):
                continue
            if not _fits(one, other) and _one_thing(one, other, cast) and not _told_both_ways(one, other, told, cast):
                yield one, other


def _fits(one: Measure, other: Measure) -> bool:
    return one.fits(other, _ROUGH)


def _one_thing(one: Measure, other: Measure, cast: Cast) -> bool:
    own = {word for word in one.words & other.words if not cast.names_any(word)}
    near = {word for word in (one.words | one.around) & (other.words | other.around) if not cast.names_any(word)}
    if len(own) < _COMMON[one.kind] and not (len(near) >= _AROUND and (one.around or other.around)):
        return False
    sides = [{cast.side(actor) for actor in cast.actors_in(each.told)} for each in (one, other)]
    return not (sides[0] and sides[1] and not sides[0] & sides[1])


def _told_both_ways(one: Measure, other: Measure, told: Sequence[Measure], cast: Cast) -> bool:
    """Does one of the two reports give both times of it? They are of two steps then, or it tells of the change."""
    for mine, theirs in ((one, other), (other, one)):
        for each in told:
            beside = each.sentence.report == mine.sentence.report and each is not mine
            if beside and _fits(each, theirs) and any(_one_thing(each, its, cast) for its in (mine, theirs)):
                return True
    return False


def _in_time(one: Measure, other: Measure, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)
