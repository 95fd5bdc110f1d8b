"""Two tracks that work on one text: where they parted, how far they have drifted, and what stands in one alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from ..lineage import Comparison, Trend, compare, content_of, find_trend, in_words, link_in_words, wording_distance
from ..text import Document, parse_text, points
from ..versions import History, Version

__all__ = ["Apart", "Divergence", "find_divergence"]


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """The two tracks on one day.

    Attributes:
        on: The day of the later of the two versions.
        first: Id of the version of the first track then.
        second: Id of that of the second.
        distance: Of their points, in [0, 1]: the mean over all points of both, 1 for one that the other lacks.
        same: Share of the points that are the same in both.
    """

    on: dt.date
    first: str
    second: str
    distance: float
    same: float


class Divergence(msgspec.Struct, frozen=True, kw_only=True):
    """How two tracks have drifted.

    Attributes:
        common: The latest text that both had: its id in the first history; "" where they never had one in common.
        course: Day by day, from the first day on which both had a text; versions of which nothing is known are left
            out.
        trend: Of the distance.
        summary: Of the latest texts, the first against the second.
        differences: Of the latest texts, point by point.
        comparison: Of the latest texts.
    """

    common: str
    course: tuple[Apart, ...]
    trend: Trend
    summary: str
    differences: tuple[str, ...]
    comparison: Comparison


def find_divergence(first: History, second: History) -> Divergence:
    """Set two tracks side by side.

    Args:
        first: The versions of one track, at least one.
        second: Those of the other, at least one.
    """
    texts = {each.id: parse_text(each.source, tolerant=True) for each in (*first, *second)}
    sources = {each.source for each in second}
    shared = [each.id for each in first if each.source in sources]
    known = [[each for each in track if content_of(texts[each.id]) != "unknown"] for track in (first, second)]
    course = tuple(_apart(day, one, other, texts) for day, one, other in _days(*known))
    latest = compare(texts[first.versions[-1].id], texts[second.versions[-1].id])
    return Divergence(
        common=shared[-1] if shared else "",
        course=course,
        trend=find_trend([(place, each.distance) for place, each in enumerate(course)]),
        summary=in_words(latest),
        differences=tuple(link_in_words(latest, each) for each in latest.links if each.change not in {"same", "moved"}),
        comparison=latest,
    )


def _days(first: Sequence[Version], second: Sequence[Version]) -> list[tuple[dt.date, Version, Version]]:
    """The versions that stood on each day on which one was made, once both tracks had one."""
    days = sorted({each.date for each in (*first, *second)})
    found = []
    for day in days:
        one = [each for each in first if each.date <= day]
        other = [each for each in second if each.date <= day]
        if one and other:
            found.append((day, one[-1], other[-1]))
    return found


def _apart(day: dt.date, one: Version, other: Version, texts: dict[str, Document]) -> Apart:
    comparison = compare(texts[one.id], texts[other.id])
    total = len(points(texts[one.id])) + len(points(texts[other.id]))
    distance, same = 0.0, 0
    for link in comparison.links:
        size = len(link.a) + len(link.b)
        if link.a and link.b:
            said = [
                " ".join(each.text for each in side) for side in (comparison.points_a(link), comparison.points_b(link))
            ]
            distance += size * wording_distance(*said)
        else:
            distance += size
        same += size if link.change in {"same", "moved"} else 0
    return Apart(
        on=day,
        first=one.id,
        second=other.id,
        distance=round(distance / total, 4) if total else 0.0,
        same=round(same / total, 4) if total else 1.0,
    )
