"""What waits for what: what comes first stands at the left, and an arrow leads to what waits for it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drafting.model import WaitView
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of

from .layers import find_layers

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["wait_chart"]

_BOX, _GAP, _LINE = 220, 74, 17
_ROW = 16  # between boxes
_FONT = 13
_WRAP = 31  # characters a line
_MOST = 40  # boxes; more cannot be followed by eye
_TOP, _SIDE = 12, 40
_TITLE = "What waits for what; the same as a list below"


class _Box(msgspec.Struct, frozen=True):
    """A provision or an outside event, and where it is drawn."""

    key: str
    number: str
    lines: tuple[str, ...]
    outside: bool
    x: float = 0
    y: float = 0

    @property
    def height(self) -> float:
        return 10 + _LINE * len(self.lines)

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def wait_chart(waits: Sequence[WaitView], topics: Mapping[str, str]) -> Markup | None:
    """Draw what waits for what.

    Args:
        waits: Of a text.
        topics: The first words of each provision, by id.

    Returns:
        An SVG, or None where nothing waits or more waits than can be followed by eye.
    """
    edges = {(each.target or f"“{each.event}”", each.provision): each for each in waits}
    boxes = {each.key: each for each in _boxes(waits, topics)}
    if not edges or len(boxes) > _MOST:
        return None
    layout = find_layers(list(boxes), edges)
    placed, width, height = _placed(layout.layers, boxes)
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        _arrowheads(),
        join(_arrow([placed[key] for key in layout.ways[edge]], wait) for edge, wait in edges.items()),
        join(_drawn(placed[key]) for key in boxes),
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=width,
        height=height,
        role="group",
        aria_label=_TITLE,
        class_="chart waits",
        font_size=_FONT,
    )


def _boxes(waits: Sequence[WaitView], topics: Mapping[str, str]) -> Iterator[_Box]:
    for each in waits:
        if not each.target:
            yield _Box(f"“{each.event}”", "", tuple(_wrapped(each.event, "")), outside=True)
        else:
            yield _Box(
                each.target,
                each.target_number,
                tuple(_wrapped(topics.get(each.target, ""), each.target_number)),
                outside=False,
            )
        yield _Box(
            each.provision, each.number, tuple(_wrapped(topics.get(each.provision, ""), each.number)), outside=False
        )


def _wrapped(words: str, number: str) -> list[str]:
    whole = f"{number}  {words}" if number and not number.startswith("“") else words
    return textwrap.wrap(clip(whole, 3 * _WRAP - 9), _WRAP)[:3] or [number]


def _placed(layers: Sequence[Sequence[str]], boxes: Mapping[str, _Box]) -> tuple[dict[str, _Box], float, float]:
    """Lay the layers side by side, each in the middle; a line that passes takes up as much room as it needs."""
    sized = {key: boxes.get(key, _Box(key, "", (), outside=True)) for layer in layers for key in layer}
    tall = max(sum(sized[key].height + _ROW for key in layer) for layer in layers)
    placed = {}
    for column, layer in enumerate(layers):
        y = _TOP + (tall - sum(sized[key].height + _ROW for key in layer)) / 2
        for key in layer:
            placed[key] = msgspec.structs.replace(sized[key], x=_SIDE + column * (_BOX + _GAP), y=y)
            y += placed[key].height + _ROW
    return placed, 2 * _SIDE + len(layers) * (_BOX + _GAP) - _GAP + 34, tall + 2 * _TOP


def _arrowheads() -> Markup:
    heads = [
        element(
            "marker",
            element("path", d="M0,0L9,4.5L0,9z", fill=colour, class_=f"head {name}"),
            id=f"head-{name}",
            viewBox="0 0 9 9",
            refX=8,
            refY=4.5,
            markerWidth=8,
            markerHeight=8,
            orient="auto-start-reverse",
            markerUnits="userSpaceOnUse",
        )
        for name, colour in (("free", "#17457a"), ("stuck", "#a3161c"))
    ]
    return element("defs", *heads)


def _arrow(way: Sequence[_Box], wait: WaitView) -> Markup:
    kind = "stuck" if wait.stuck else "free"
    d = _around(way[0], way[-1]) if way[0].x == way[-1].x else _through(way)
    path = element(
        "path",
        d=d,
        fill="none",
        stroke="#a3161c" if wait.stuck else "#17457a",
        stroke_width=2.4 if wait.stuck else 1.6,
        stroke_dasharray="7 3" if wait.bracketed else None,
        marker_end=f"url(#head-{kind})",
    )
    return element("g", element("title", text_of(wait.in_words)), path, class_=f"arrow {kind}")


def _through(way: Sequence[_Box]) -> str:
    """Lead an arrow from layer to layer, straight through those that it passes."""
    drawn = [f"M{way[0].x + _BOX:.1f},{way[0].middle:.1f}"]
    for first, then in pairwise(way):
        x, p = first.x + _BOX, then.x - (2 if then is way[-1] else 0)
        bend = _GAP * 0.6
        drawn.append(f"C{x + bend:.1f},{first.middle:.1f} {p - bend:.1f},{then.middle:.1f} {p:.1f},{then.middle:.1f}")
        if then is not way[-1]:
            drawn.append(f"h{_BOX}")
    return "".join(drawn)


def _around(first: _Box, then: _Box) -> str:
    """Lead an arrow within a layer round the right or the left side, so that two that face each other part."""
    down = then.y > first.y
    x, bend = (first.x + _BOX, 30) if down else (first.x, -30)
    shift = 7 if down else -7
    start, stop, end = first.middle + shift, then.middle - shift, x + (2 if down else -2)
    return f"M{x:.1f},{start:.1f}C{x + bend:.1f},{start:.1f} {x + bend:.1f},{stop:.1f} {end:.1f},{stop:.1f}"


def _drawn(box: _Box) -> Markup:
    plate = element(
        "rect",
        x=box.x,
        y=box.y,
        width=_BOX,
        height=box.height,
        rx=box.height / 2 if box.outside else 3,
        class_="plate outside" if box.outside else "plate",
        fill="#f5f2ec" if box.outside else "#fffefb",
        stroke="#57534b",
    )
    lines = [
        text(
            line,
            x=box.x + (_BOX / 2 if box.outside else 10),
            y=box.y + 18 + number * _LINE,
            class_="tick" if box.outside else "",
            text_anchor="middle" if box.outside else None,
            fill="#1d1c1a",
        )
        for number, line in enumerate(box.lines)
    ]
    if box.outside:
        return element("g", plate, *lines)
    return element("a", plate, *lines, href=f"#p-{box.key}", tabindex="-1")
