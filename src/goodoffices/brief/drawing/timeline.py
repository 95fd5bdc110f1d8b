"""The timeline as a chart: one lane a track, one for events; held, under way, planned and cancelled drawn apart.

A thing whose date is unknown stands in a column of its own at the right, never at a guessed place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.model import Timeline

from .axis import Axis
from .lanes import FONT, LABELLED, WIDTH, Lane, Mark, Placed, lanes_of, place
from .svg import element, join, text

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["timeline_chart"]

_GUTTER = 210  # for the names of the lanes
_UNKNOWN_WIDTH = 130  # the column of unknown dates
_MARGIN = 26
_ROW = 24
_TOP = 34
_NAME = 28  # characters of a lane's name on one line


def timeline_chart(timeline: Timeline) -> Markup | None:
    """Draw the timeline.

    Args:
        timeline: Meetings on their tracks, and events.

    Returns:
        An SVG 960 units wide whose marks lead to the findings, or None where there is nothing to draw.
    """
    lanes = lanes_of(timeline)
    marks = [mark for lane in lanes for mark in lane.marks]
    if not marks:
        return None
    unknown = any(not mark.known for mark in marks)
    right = WIDTH - _MARGIN - (_UNKNOWN_WIDTH if unknown else 0)
    axis = Axis.over((day for m in marks for day in (m.earliest, m.latest) if day), _GUTTER + _MARGIN, right - 110)
    rows, height = _rows(lanes, axis, right)
    return element(
        "svg",
        element("title", text_of("Timeline of meetings and events; the same as a list below")),
        _frame(axis, right, height, unknown=unknown),
        *rows,
        viewBox=f"0 0 {WIDTH} {height}",
        role="group",
        aria_label="Timeline of meetings and events; the same as a list below",
        class_="chart timeline",
        font_size=FONT,
    )


def text_of(words: str) -> Markup:
    """Escape words for an element."""
    from markupsafe import escape  # noqa: PLC0415  comes with jinja2, which only HTML needs

    return escape(words)


def _rows(lanes: Sequence[Lane], axis: Axis | None, right: float) -> tuple[list[Markup], float]:
    drawn, top = [], float(_TOP)
    for lane in lanes:
        placed, levels = place(lane, axis, right)
        height = max(levels, 1.5 if len(lane.name) > _NAME else 1) * _ROW + 14
        drawn.append(_lane(lane, placed, top))
        top += height
    return drawn, top + 8


def _lane(lane: Lane, placed: Sequence[Placed], top: float) -> Markup:
    crowded = len(lane.marks) > LABELLED
    rule = element("line", x1=0, x2=WIDTH, y1=top, y2=top, class_="rule", stroke="#b5b0a8")
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


def _drawn(mark: Mark, start: float, end: float, y: float, *, labelled: bool) -> Markup:
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


def _half_known(mark: Mark, start: float, end: float, y: float) -> list[Markup]:
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
                width=WIDTH - right,
                height=height - _TOP - 8,
                class_="unknown",
                fill="#f1eee8",
            )
        )
        parts.append(text("Date unknown", x=right + 12, y=20, class_="tick", fill="#5c5850"))
    return join(parts)
