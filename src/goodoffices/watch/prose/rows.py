"""Counts as rows for the watch report: sums that a monitor gave, kept apart from single incidents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from .model import Count

__all__ = ["CountRow", "incidents_of_counts"]


class CountRow(msgspec.Struct, frozen=True, kw_only=True):
    """One aggregate observation.

    Attributes:
        aggregate: Always True: a sum that somebody gave, never one incident, and not to be added to incidents.
        kind: As ``Count.kind``.
        count: As ``Count.count``.
        most: As ``Count.most``.
        blur: As ``Count.blur``.
        area: The area's words with spaces for line ends; None where the sentence gives none.
        period: The period's words likewise.
        first: First day, None where unknown.
        last: Last day, None where unknown.
        dated_by: "sentence" where its own words give the days, "report" where the report's period was lent to a
            sentence without one, "" where they are unknown.
        what: As ``Count.what``.
        part_of: Index of the row that this one is a part of; None for a whole. Only wholes may be added up.
        compared: As ``Count.compared``.
        source: The report's name, as the caller gives it.
        start: Where the sentence starts in the report.
        end: Where it ends.
        sentence: Its words.
    """

    aggregate: bool = True
    kind: str
    count: int
    most: int | None = None
    blur: str = "exact"
    area: str | None = None
    period: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    dated_by: str = ""
    what: str | None = None
    part_of: int | None = None
    compared: bool = False
    source: str
    start: int
    end: int
    sentence: str


def incidents_of_counts(
    counts: Iterable[Count], text: str, *, source: str = "", first: dt.date | None = None, last: dt.date | None = None
) -> list[CountRow]:
    """Turn counts into rows that a watch report can show beside incidents, and never among them.

    Args:
        counts: What ``counts_in_prose(text)`` found.
        text: The report that they were found in.
        source: Name of the report.
        first: First day of the report's own period, lent to counts whose sentence gives no time; None lends nothing.
        last: Last day of it.

    Returns:
        One row a count, in the same order.
    """
    listed = list(counts)
    places = {count.span: index for index, count in enumerate(listed)}
    return [_row(count, text, source, (first, last), places) for count in listed]


def _row(
    count: Count,
    text: str,
    source: str,
    own: tuple[dt.date | None, dt.date | None],
    places: dict[tuple[int, int], int],
) -> CountRow:
    lent = count.period is None and own != (None, None)
    days = own if lent else (count.earliest, count.latest)
    return CountRow(
        kind=count.kind,
        count=count.count,
        most=count.most,
        blur=count.blur,
        area=_plain(count.area),
        period=_plain(count.period),
        first=days[0],
        last=days[1],
        dated_by="report" if lent else ("sentence" if days != (None, None) else ""),
        what=count.what,
        part_of=places.get(count.part_of) if count.part_of else None,
        compared=count.compared,
        source=source,
        start=count.sentence[0],
        end=count.sentence[1],
        sentence=_plain(text[slice(*count.sentence)]) or "",
    )


def _plain(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split())
