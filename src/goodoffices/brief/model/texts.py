"""The reports as a brief shows them: every span marked, every mark leading to its findings."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import Marking

from .entry import Ref

__all__ = ["LineKind", "ReportView", "Segment", "TextLine"]

LineKind: TypeAlias = Literal["heading", "item", "row", "paragraph", "blank"]


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text over which the same findings rest.

    Attributes:
        text: The characters.
        start: Offset of the first, in Unicode code points of the report.
        link: The actor whose name it is, where it is one: the text itself leads there.
        marked: True where any finding rests on it.
        anchors: Anchors of the spans that start here.
        ends: The findings whose spans end here: their labels stand behind the segment.
    """

    text: str
    start: int
    marked: bool = False
    link: Ref | None = None
    anchors: tuple[str, ...] = ()
    ends: tuple[Ref, ...] = ()


class TextLine(msgspec.Struct, frozen=True):
    """One line of the report's text, its line end included, so that all lines together are the text."""

    kind: LineKind
    segments: tuple[Segment, ...]


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One report.

    Attributes:
        id: Its id.
        number: Its number in this brief, from 1.
        anchor: Where it stands on the page.
        title: Its headline.
        source: Outlet (or title) and day, as a citation names it.
        outlet: Who published it, or None.
        author: Who signed it, or None.
        link: Its address where that is one of the web, else None: nothing else may become a link.
        url: Its address as it was given.
        path: Where it was read from.
        published: The day, or None where unknown.
        language: BCP 47 tag.
        marking: Who may be shown it.
        near_duplicate_of: Id of the report that it is a near copy of, or None.
        copy_of: The number of that report, or None.
        findings: How many findings rest on it.
        text: As offsets count it.
        lines: The text in lines and segments.
    """

    id: str
    number: int
    anchor: str
    title: str
    source: str
    outlet: str | None
    author: str | None
    link: str | None
    url: str | None
    path: str
    published: dt.date | None
    language: str
    marking: Marking
    near_duplicate_of: str | None
    copy_of: int | None
    findings: int
    text: str
    lines: tuple[TextLine, ...]
