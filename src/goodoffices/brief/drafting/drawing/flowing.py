"""Points through versions: one column a version, one line a point; merged, split, dropped and new are seen at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drafting.model import Flow, FlowLink, FlowPoint, FlowStage
from goodoffices.brief.drawing.svg import element, join, text, text_width
from goodoffices.brief.drawing.timeline import text_of

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["flow_chart", "is_drawn"]

_WIDTH = 1000
_MARGIN = 290  # beside the first and last column, for words
_TOP, _ROW, _FONT = 34, 25, 13
_MOST_POINTS = 60  # of a version; more cannot be followed by eye
_MOST_STAGES = 8
_STUB = 26
_STROKES = {"same": 1.2, "reworded": 2.0, "moved": 2.6, "split": 2.6, "merged": 2.6}
_STROKE = 2.0
_DASHES = {"moved": "9 4", "dropped": "2 4", "new": "2 4", "unknown": "1 5"}
_GONE, _COME, _ASKED = "M-4,-4l8,8M-4,4l8,-8", "M-5,0h10M0,-5v10", "M-3,-3c0,-4 6,-4 6,0c0,3 -3,2 -3,5M0,5v1"
_COLOURS = {
    "same": "#8a847a", "reworded": "#17457a", "moved": "#7a4c00", "split": "#64398a", "merged": "#64398a",
    "dropped": "#a3161c", "new": "#1b6534", "unknown": "#57534b",
}  # fmt: skip
_TITLE = "Where each point went; the same as a list below"

Places = Mapping[tuple[int, str], tuple[float, float]]


def is_drawn(flow: Flow) -> bool:
    """Can an eye follow so many points and versions?"""
    most = max(len(stage.points) for stage in flow.stages)
    return 0 < most <= _MOST_POINTS and len(flow.stages) <= _MOST_STAGES


def flow_chart(flow: Flow, anchors: Mapping[str, str]) -> Markup | None:
    """Draw the way of every point.

    Args:
        flow: The versions and what links them.
        anchors: Where on the page each point of the last version is told of, by its id.

    Returns:
        An SVG 1,000 units wide, or None where there are more points or versions than can be followed by eye.
    """
    if not is_drawn(flow):
        return None
    last = len(flow.stages) - 1
    step = (_WIDTH - 2 * _MARGIN) / last
    places = {
        (stage, point.id): (_MARGIN + stage * step, _TOP + row * _ROW + _ROW / 2)
        for stage, each in enumerate(flow.stages)
        for row, point in enumerate(each.points)
    }
    height = _TOP + max(len(stage.points) for stage in flow.stages) * _ROW + 10
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        *(_lines(flow, places)),
        *(_stage(stage, number, last, places, anchors) for number, stage in enumerate(flow.stages)),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_label=_TITLE,
        class_="chart flow",
        font_size=_FONT,
    )


def _lines(flow: Flow, places: Places) -> Iterator[Markup]:
    """The lines; those of what stayed the same lie under the others."""
    for link in sorted(flow.links, key=lambda each: each.change != "same"):
        yield element("g", element("title", text_of(link.says)), *_line(link, places), class_=f"way {link.change}")


def _line(link: FlowLink, places: Places) -> Iterator[Markup]:
    for one in link.a:
        x, y = places[link.stage, one]
        if not link.b:
            yield _path(f"M{x + 14:.1f},{y:.1f}h{_STUB}", link)
            yield _sign(_ASKED if link.change == "unknown" else _GONE, x + 14 + _STUB + 6, y, link)
        for other in link.b:
            p, q = places[link.stage + 1, other]
            bend = (p - x) * 0.45
            yield _path(
                f"M{x + 14:.1f},{y:.1f}C{x + bend:.1f},{y:.1f} {p - bend:.1f},{q:.1f} {p - 14:.1f},{q:.1f}", link
            )
    if not link.a:
        for other in link.b:
            p, q = places[link.stage + 1, other]
            yield _path(f"M{p - 14:.1f},{q:.1f}h-{_STUB}", link)
            yield _sign(_ASKED if link.change == "unknown" else _COME, p - 14 - _STUB - 6, q, link)


def _path(d: str, link: FlowLink) -> Markup:
    return element(
        "path",
        d=d,
        fill="none",
        stroke=_COLOURS[link.change],
        stroke_width=_STROKES.get(link.change, _STROKE),
        stroke_dasharray=_DASHES.get("moved" if link.moved else link.change),
    )


def _sign(d: str, x: float, y: float, link: FlowLink) -> Markup:
    colour = _COLOURS[link.change]
    return element("path", d=d, transform=f"translate({x:.1f} {y:.1f})", fill="none", stroke=colour, stroke_width=2)


def _stage(stage: FlowStage, number: int, last: int, places: Places, anchors: Mapping[str, str]) -> Markup:
    side = "end" if number == 0 else "start" if number == last else "middle"
    x = _MARGIN + number * (_WIDTH - 2 * _MARGIN) / last
    shift = {"end": 14, "start": -14, "middle": 0}[side]
    name = text(clip(stage.name, 30), x=x + shift, y=16, text_anchor=side, class_="lane", fill="#1d1c1a")
    points = [
        _point(point, places[number, point.id], side, anchors.get(point.id, "") if number == last else "")
        for point in stage.points
    ]
    return join([name, *points])


def _point(point: FlowPoint, place: tuple[float, float], side: str, anchor: str) -> Markup:
    x, y = place
    number = clip(point.number, 10) or "•"
    width = max(24.0, text_width(number, _FONT) + 8)
    parts = [
        element("title", text_of(clip(point.text, 300))),
        element(
            "rect",
            x=x - width / 2,
            y=y - 9,
            width=width,
            height=18,
            rx=3,
            class_="plate",
            fill="#fffefb",
            stroke="#57534b",
        ),
        text(number, x=x, y=y + 4.5, text_anchor="middle", class_="initial", fill="#1d1c1a"),
    ]
    if side != "middle":
        shift = -width / 2 - 8 if side == "end" else width / 2 + 8
        parts.append(
            text(clip(point.text, 42), x=x + shift, y=y + 4.5, text_anchor=side, class_="tick", fill="#57534b")
        )
    if anchor:
        return element("a", *parts, href=f"#{anchor}", tabindex="-1")
    return element("g", *parts)
