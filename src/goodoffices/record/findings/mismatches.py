"""Clashes over numbers and dates: an event with two tolls, a version with two counts, a meeting on two days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import EventContent, MeetingContent, PlanContent
from goodoffices.record.dates import Interval

from . import lexicon
from .cast import Cast
from .choice import clause
from .claims import Claim
from .clash import Clash, Voice, voice_of
from .events import may_be_one_event
from .pairing import Index, Pair, clash_of, connected, near
from .places import place_marks, same_place
from .shelf import Shelf
from .states import meeting_text
from .verdicts import Rulings
from .wording import agree, alike, figures, matter
from .woven import Woven, bind, independent

__all__ = ["clashes_of_date", "clashes_of_points", "clashes_of_toll"]

_MANY = 2
_EVENT_WORDS = 5
_EVENT_GAP_DAYS = 3
_EVENT_LIKENESS = 0.7
_HELD_GAP_DAYS = 3
_PLANNED_GAP_DAYS = 14
_REPORT_GAP_DAYS = 7
_SHARP_DAYS = 7
"""An interval longer than this names no day that another could contradict."""


def clashes_of_toll(events: Sequence[Woven[EventContent]], cast: Cast) -> Iterator[Clash]:
    """Find one event that reports give numbers of which cannot both hold."""
    pairs = [(a, b) for a, b in near(_by_word(events)) if _two_tolls(a, b, cast)]
    for group in connected(pairs):
        place = min((woven.content.place for pair in group for woven in pair if woven.content.place), default=None)
        about = f"Figures of an event ({place})" if place else "Figures of an event"
        yield clash_of(about, None, group, _sharpest)


def _by_word(events: Iterable[Woven[EventContent]]) -> Index[EventContent]:
    index: Index[EventContent] = defaultdict(list)
    for woven in events:
        for word in matter(woven.content.text):
            index[woven.content.kind, woven.content.place is None, word].append(woven)
    return index


def _two_tolls(one: Woven[EventContent], other: Woven[EventContent], cast: Cast) -> bool:
    if agree(_sharpest(one), _sharpest(other)) or not independent(one.claims, other.claims):
        return False
    return may_be_one_event(one.claims[0], other.claims[0], cast)


def _sharpest(woven: Woven[EventContent]) -> str:
    """The clause that gives its numbers most exactly ("12", before "at least ten"), in the words of most reports."""
    texts = [claim.content.text for claim in woven.claims]
    exact = [text for text in texts if figures(text) and all(figure.low == figure.high for figure in figures(text))]
    return clause(exact or [woven.content.text])


def clashes_of_points(plans: Iterable[Woven[PlanContent]], shelf: Shelf, rulings: Rulings) -> Iterator[Clash]:
    """Find one version of a plan that reports give different numbers of points."""
    for woven in plans:
        told: dict[str, dict[int, list[Claim[PlanContent]]]] = defaultdict(lambda: defaultdict(list))
        for claim in woven.claims:
            for version in claim.content.versions:
                if version.points and (label := _single(version.label, version.when)):
                    told[label][version.points].append(claim)
        for label, counts in sorted(told.items()):
            sides = sorted(counts.items())
            if len(sides) > 1 and independent(sides[0][1], sides[-1][1]):
                voices = tuple(_count(woven, points, claims, shelf, rulings) for points, claims in sides)
                yield Clash(
                    about=f"{woven.content.name}: points of the version {label!r}", issue="process", voices=voices
                )


def _single(label: str, when: str | None) -> str | None:
    """What names a version that there is one of only: a label like "initial", else a day; None where nothing does."""
    if label.casefold() in lexicon.words().single_versions:
        return label.casefold()
    return f"{label} of {when}".strip() if when and ".." not in when and "/" not in when else None


def _count(
    woven: Woven[PlanContent], points: int, claims: Sequence[Claim[PlanContent]], shelf: Shelf, rulings: Rulings
) -> Voice:
    statements = [claim.statement for claim in {claim.id: claim for claim in claims}.values()]
    only = bind(woven.content, statements, shelf, rulings)
    speakers = {claim.said_by for claim in claims}
    only = msgspec.structs.replace(only, said_by=speakers.pop() if len(speakers) == 1 else None)
    return voice_of(woven.finding, f"{woven.content.name}: {points} points", only=only)


def clashes_of_date(
    meetings: Sequence[Woven[MeetingContent]], events: Sequence[Woven[EventContent]], cast: Cast
) -> Iterator[Clash]:
    """Find one meeting, or one event, that reports put on days that do not overlap."""
    for group in connected([(a, b) for a, b in near(_by_table(meetings, cast)) if _two_days(a, b, cast)]):
        yield clash_of(f"Day of a meeting ({_place(group)})", "process", group, lambda woven: meeting_text(woven, cast))
    for pairs in connected([(a, b) for a, b in near(_by_word(events)) if _two_event_days(a, b)]):
        place = min(woven.content.place or "" for pair in pairs for woven in pair)
        yield clash_of(f"Day of an event ({place})", None, pairs, _event_text)


def _place(group: Iterable[Pair[MeetingContent]]) -> str:
    return min(woven.content.place or "" for pair in group for woven in pair)


def _event_text(woven: Woven[EventContent]) -> str:
    when = woven.finding.when
    return f"{woven.content.text} ({when.iso()})" if when is not None else woven.content.text


def _by_table(meetings: Iterable[Woven[MeetingContent]], cast: Cast) -> Index[MeetingContent]:
    index: Index[MeetingContent] = defaultdict(list)
    for woven in meetings:
        sides = tuple(sorted(_sides(woven, cast)))
        for mark in place_marks(woven.content.place) if woven.content.place and len(sides) >= _MANY else ():
            index[sides, mark, woven.content.status].append(woven)
    return index


def _sides(woven: Woven[MeetingContent], cast: Cast) -> set[str]:
    return {cast.side(actor) for actor in woven.content.participants}


def _two_days(one: Woven[MeetingContent], other: Woven[MeetingContent], cast: Cast) -> bool:
    """Is it one meeting on two days: planned by both within a fortnight, or held on one topic within days?

    Talks go on for days and come back to a place, so a report that tells of both speaks against it.
    """
    first, second = one.content, other.content
    gap = _gap_days(one.finding.when, other.finding.when)
    if gap is None or not _other_reports(one, other) or same_place(first.place, second.place) is not True:
        return False
    if _sides(one, cast) != _sides(other, cast) or first.status != second.status:
        return False
    if first.status == "planned":
        return gap <= _PLANNED_GAP_DAYS
    topics = first.topic and second.topic and alike(matter(first.topic), matter(second.topic))
    return bool(topics) and gap <= _HELD_GAP_DAYS


def _two_event_days(one: Woven[EventContent], other: Woven[EventContent]) -> bool:
    """Is it one event on two days: one place, nearly the same words and numbers?"""
    gap = _gap_days(one.finding.when, other.finding.when)
    if gap is None or gap > _EVENT_GAP_DAYS or not _other_reports(one, other):
        return False
    words, others = matter(one.content.text), matter(other.content.text)
    like = len(words & others) >= max(_EVENT_WORDS, _EVENT_LIKENESS * len(words | others))
    place = same_place(one.content.place, other.content.place)
    return like and bool(place) and agree(one.content.text, other.content.text)


def _gap_days(one: Interval | None, other: Interval | None) -> int | None:
    """Days between two sharp intervals that do not overlap; None where either is not sharp, or they do."""
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return None
    if one.latest is None or other.latest is None or max(one.days or 0, other.days or 0) > _SHARP_DAYS:
        return None
    gap = max((other.earliest - one.latest).days, (one.earliest - other.latest).days)
    return gap if gap > 0 else None


def _other_reports(
    one: Woven[MeetingContent] | Woven[EventContent], other: Woven[MeetingContent] | Woven[EventContent]
) -> bool:
    """Do different reports tell of the two, at about the same time?"""
    if set(one.finding.reports) & set(other.finding.reports):
        return False
    days: list[dt.date | None] = [one.finding.first_reported, other.finding.first_reported]
    if days[0] is None or days[1] is None:
        return True
    return abs((days[0] - days[1]).days) <= _REPORT_GAP_DAYS
