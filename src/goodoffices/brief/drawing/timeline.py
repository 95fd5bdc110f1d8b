"""The timeline as a chart: one lane a track, one for events; held, under way, planned and cancelled drawn apart.

A thing whose date is unknown stands in a column of its own at the right, never at a guessed place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.build.phrases import clip, counted
from goodoffices.brief.model import Entry, MeetingView, Timeline

from .axis import Axis
from .svg import element, join, text, text_width

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["timeline_chart"]

_WIDTH = 960
_GUTTER = 210  # for the names of the lanes
_UNKNOWN_WIDTH = 130  # the column of unknown dates
_MARGIN = 26
_ROW = 24
_TOP = 34
_LANES = 8  # tracks with a lane of their own
_LABELLED = 24  # marks in a lane beyond which only dots are drawn
_FONT = 12
_NAME = 28  # characters of a lane's name on one line


class _Mark(msgspec.Struct, frozen=True):
    """One thing on a lane: where it leads, how it is drawn, its label, its days."""

    entry: Entry
    style: str
    label: str
    earliest: dt.date | None
    latest: dt.date | None

    @property
    def known(self) -> bool:
        return self.earliest is not None or self.latest is not None


class _Placed(msgspec.Struct, frozen=True):
    """A mark with its two ends in x, in pixels, and its level on the lane."""

    mark: _Mark
    start: float
    end: float
    level: int


class _Lane(msgspec.Struct, frozen=True):
    """A row of the chart: its name and its marks."""

    name: str
    marks: tuple[_Mark, ...]


def timeline_chart(timeline: Timeline) -> Markup | None:
    """Draw the timeline.

    Args:
        timeline: Meetings on their tracks, and events.

    Returns:
        An SVG 960 units wide whose marks lead to the findings, or None where there is nothing to draw.
    """
    lanes = _lanes(timeline)
    marks = [mark for lane in lanes for mark in lane.marks]
    if not marks:
        return None
    unknown = any(not mark.known for mark in marks)
    right = _WIDTH - _MARGIN - (_UNKNOWN_WIDTH if unknown else 0)
    axis = Axis.over((day for m in marks for day in (m.earliest, m.latest) if day), _GUTTER + _MARGIN, right - 110)
    rows, height = _rows(lanes, axis, right)
    return element(
        "svg",
        element("title", text_of("Timeline of meetings and events; the same as a list below")),
        _frame(axis, right, height, unknown=unknown),
        *rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_label="Timeline of meetings and events; the same as a list below",
        class_="chart timeline",
        font_size=_FONT,
    )


def text_of(words: str) -> Markup:
    """Escape words for an element."""
    from markupsafe import escape  # noqa: PLC0415  comes with jinja2, which only HTML needs

    return escape(words)


def _lanes(timeline: Timeline) -> list[_Lane]:
    own = {track.id for track in timeline.tracks[:_LANES]}
    lanes = [
        _Lane(track.label, tuple(_meeting(m) for m in timeline.meetings if m.track.id == track.id))
        for track in timeline.tracks[:_LANES]
    ]
    rest = tuple(_meeting(m) for m in timeline.meetings if m.track.id not in own)
    if rest:
        lanes.append(_Lane(counted(len(timeline.tracks) - _LANES, "other track"), rest))
    if timeline.events:
        lanes.append(_Lane("Outside the talks", tuple(_event(entry) for entry in timeline.events)))
    return lanes


def _meeting(view: MeetingView) -> _Mark:
    label = f"{view.entry.label} {clip(view.place, 16)}".strip()
    return _mark(view.entry, view.status, label)


def _event(entry: Entry) -> _Mark:
    return _mark(entry, "event", entry.label)


def _mark(entry: Entry, style: str, label: str) -> _Mark:
    when = entry.when
    return _Mark(entry, style, label, when.earliest if when else None, when.latest if when else None)


def _rows(lanes: Sequence[_Lane], axis: Axis | None, right: float) -> tuple[list[Markup], float]:
    drawn, top = [], float(_TOP)
    for lane in lanes:
        placed, levels = _place(lane, axis, right)
        height = max(levels, 1.5 if len(lane.name) > _NAME else 1) * _ROW + 14
        drawn.append(_lane(lane, placed, top))
        top += height
    return drawn, top + 8


def _place(lane: _Lane, axis: Axis | None, right: float) -> tuple[list[_Placed], int]:
    """Give each mark its two ends in x and a level on which it touches no other."""
    crowded = len(lane.marks) > _LABELLED
    dated = [mark for mark in lane.marks if mark.known and axis]
    placed: list[_Placed] = []
    ends: list[float] = []
    for mark in dated:
        start, end = _ends(mark, axis) if axis else (right, right)
        level = 0 if crowded else next((n for n, taken in enumerate(ends) if taken < start - 8), len(ends))
        ends[level : level + 1] = [end + _reach(mark, crowded=crowded)]
        placed.append(_Placed(mark, start, end, level))
    undated, rows = _place_undated([mark for mark in lane.marks if mark not in dated], right, crowded=crowded)
    return placed + undated, max(len(ends), rows, 1)


def _reach(mark: _Mark, *, crowded: bool) -> float:
    return 10 if crowded else 14 + text_width(mark.label, _FONT)


def _ends(mark: _Mark, axis: Axis) -> tuple[float, float]:
    return axis.x(mark.earliest or mark.latest or axis.first), axis.x(mark.latest or mark.earliest or axis.last)


def _place_undated(marks: Sequence[_Mark], right: float, *, crowded: bool) -> tuple[list[_Placed], int]:
    """Set the marks without a date one behind the other in their column, in as many rows as they need."""
    placed, x, level = [], right + 20, 0
    for mark in marks:
        width = _reach(mark, crowded=crowded)
        if x + width > _WIDTH and x > right + 20:
            x, level = right + 20, level + 1
        placed.append(_Placed(mark, x, x, level))
        x += width + 12
    return placed, level + 1


def _lane(lane: _Lane, placed: Sequence[_Placed], top: float) -> Markup:
    crowded = len(lane.marks) > _LABELLED
    rule = element("line", x1=0, x2=_WIDTH, y1=top, y2=top, class_="rule", stroke="#b5b0a8")
    marks = [_drawn(one.mark, one.start, one.end, top + 18 + one.level * _ROW, labelled=not crowded) for one in placed]
    return element("g", rule, *_name(lane.name, top), *marks)


def _name(name: str, top: float) -> list[Markup]:
    words, lines = name.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > _NAME and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [*lines[:1], clip(" ".join(lines[1:]), 30)] if len(lines) > 1 else lines
    return [text(line, x=0, y=top + 22 + n * 16, class_="lane", fill="#1d1c1a") for n, line in enumerate(shown)]


def _drawn(mark: _Mark, start: float, end: float, y: float, *, labelled: bool) -> Markup:
    label = text(mark.label, x=end + 10, y=y + 4, class_="label", fill="#1d1c1a") if labelled else None
    return element(
        "a",
        element("title", text_of(f"{mark.label}: {mark.entry.says}")),
        *_half_known(mark, start, end, y),
        _shape(mark.style, start, end, y),
        *([label] if label is not None else []),
        href=f"#{mark.entry.id}",
        class_=f"mark {mark.style}",
        data_f=mark.entry.id,
        aria_label=f"{mark.label}: {mark.entry.says}",
    )


def _half_known(mark: _Mark, start: float, end: float, y: float) -> list[Markup]:
    """A dotted whisker into the direction in which the date is open."""
    if not mark.known or (mark.earliest and mark.latest):
        return []
    far = start - 24 if mark.earliest is None else end + 24
    return [
        element(
            "line",
            x1=start,
            x2=far,
            y1=y,
            y2=y,
            class_="open",
            stroke="#1d1c1a",
            stroke_dasharray="2 3",
            stroke_width=2,
        )
    ]


def _shape(style: str, start: float, end: float, y: float) -> Markup:
    """Filled: held; half filled: under way; hollow and dashed: planned; crossed: cancelled; a diamond: an event."""
    width = max(end - start, 0)
    box = {"x": start - 6, "y": y - 6, "width": width + 12, "height": 12, "rx": 6}
    if style == "event":
        points = f"{start},{y - 6} {end + 6},{y} {start},{y + 6} {start - 6},{y}"
        return element("polygon", points=points, class_="shape", fill="#8a5a00")
    if style == "held":
        return element("rect", class_="shape", fill="#17457a", **box)
    ring = element(
        "rect",
        class_="shape",
        fill="none",
        stroke="#17457a",
        stroke_width=1.6,
        stroke_dasharray="3 2" if style == "planned" else None,
        **box,
    )
    if style == "under_way":
        return element("g", ring, element("circle", cx=start, cy=y, r=3, class_="core", fill="#17457a"))
    if style == "cancelled":
        cross = f"M{start - 4},{y - 4}L{start + 4},{y + 4}M{start - 4},{y + 4}L{start + 4},{y - 4}"
        return element(
            "g", ring, element("path", d=cross, class_="cross", stroke="#17457a", fill="none", stroke_width=1.6)
        )
    return ring


def _frame(axis: Axis | None, right: float, height: float, *, unknown: bool) -> Markup:
    parts = []
    for day, label in axis.ticks() if axis else ():
        x = axis.x(day) if axis else 0
        parts.append(element("line", x1=x, x2=x, y1=_TOP, y2=height - 8, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=x, y=20, class_="tick", text_anchor="middle", fill="#5c5850"))
    if unknown:
        parts.append(
            element(
                "rect",
                x=right,
                y=_TOP,
                width=_WIDTH - right,
                height=height - _TOP - 8,
                class_="unknown",
                fill="#f1eee8",
            )
        )
        parts.append(text("Date unknown", x=right + 12, y=20, class_="tick", fill="#5c5850"))
    return join(parts)
