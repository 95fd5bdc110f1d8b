"""The text of one report, page by page, with every span that a finding rests on marked."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence

import msgspec

from goodoffices.brief.build.texts import segments, text_lines
from goodoffices.brief.model import LineKind, Ref

__all__ = ["Line", "Piece", "Span", "marked_lines", "parts_of", "read_place"]

PART_CHARS = 40_000
"""Of a text on one page: about eighteen pages of print."""
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch ``[start, end)`` of a report and what rests on it.

    Attributes:
        start: Offset of the first character, in Unicode code points.
        end: Offset behind the last.
        ref: The finding, or (with an empty id) the statement that no finding was made of yet.
        name: Is it an actor's name?
    """

    start: int
    end: int
    ref: Ref
    name: bool = False


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Characters over which the same spans lie.

    Attributes:
        text: The characters.
        start: Offset of the first.
        over: The innermost finding over them, or None.
        marked: Does anything rest on them?
        ends: What ends behind them.
        pointed: Are they in the place that the address points to?
        first: Are they the first of that place?
    """

    text: str
    start: int
    over: Ref | None = None
    marked: bool = False
    ends: tuple[Ref, ...] = ()
    pointed: bool = False
    first: bool = False


class Line(msgspec.Struct, frozen=True):
    """A line of the text."""

    kind: LineKind
    pieces: tuple[Piece, ...]


def read_place(text: str, length: int) -> tuple[int, int] | None:
    """Read a place as addresses name it: ``120-164``; None where the report has no such place."""
    match = _PLACE.fullmatch(text)
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= length else None


def parts_of(text: str, size: int = PART_CHARS) -> tuple[tuple[int, int], ...]:
    """Cut a text into stretches for one page each, between lines where there are any, else between words.

    Returns:
        Stretches ``[start, end)`` that join to the text; one that is empty for an empty text.
    """
    parts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > size + size // 2:
        end = (
            text.rfind("\n", start + size // 2, start + size) + 1
            or text.rfind(" ", start + size // 2, start + size) + 1
        )
        parts.append((start, end or start + size))
        start = parts[-1][1]
    return (*parts, (start, len(text)))


def marked_lines(
    text: str, part: tuple[int, int], spans: Iterable[Span], place: tuple[int, int] | None
) -> tuple[Line, ...]:
    """Cut one stretch of a text into lines and pieces.

    Args:
        text: The whole text.
        part: The stretch.
        spans: What is marked; spans that only reach into the stretch are cut to it.
        place: What the address points to, or None.
    """
    begin, end = part
    within = _within(spans, part)
    cut = [(each.start - begin, each.end - begin, each.ref, each.name) for each in within]
    if place and place[0] < end and place[1] > begin:
        pointed = Ref("", "", "pointed")
        cut.append((max(place[0], begin) - begin, min(place[1], end) - begin, pointed, False))
    innermost = _Innermost(within)
    lines = []
    for line in text_lines(segments(text[begin:end], cut, 0)):
        pieces = tuple(
            Piece(
                text=each.text,
                start=each.start + begin,
                over=each.link or innermost.at(each.start + begin),
                marked=each.link is not None or innermost.any,
                ends=tuple(ref for ref in each.ends if ref.says != "pointed" or ref.label),
                pointed=place is not None and place[0] <= each.start + begin < place[1],
                first=place is not None and each.start + begin == max(place[0], begin),
            )
            for each in line.segments
        )
        lines.append(Line(line.kind, pieces))
    return tuple(lines)


def _within(spans: Iterable[Span], part: tuple[int, int]) -> list[Span]:
    begin, end = part
    found = (
        msgspec.structs.replace(each, start=max(each.start, begin), end=min(each.end, end))
        for each in spans
        if each.start < end and each.end > begin
    )
    return sorted(dict.fromkeys(found), key=lambda each: (each.start, each.end))


class _Innermost:
    """The shortest span over a place, for places that are asked for in their order.

    Args:
        spans: Sorted by their start.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._next = 0
        self._open: list[tuple[int, int, int]] = []
        self.any = False

    def at(self, place: int) -> Ref | None:
        """The finding of the shortest span over a place; `any` says afterwards whether there is a span at all."""
        while self._next < len(self._spans) and self._spans[self._next].start <= place:
            each = self._spans[self._next]
            heapq.heappush(self._open, (each.end - each.start, each.end, self._next))
            self._next += 1
        while self._open and self._open[0][1] <= place:
            heapq.heappop(self._open)
        self.any = bool(self._open)
        if not self._open:
            return None
        ref = self._spans[self._open[0][2]].ref
        return ref if ref.id else None
