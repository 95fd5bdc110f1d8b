"""The timeline of the obligations: a lane each, a bar a state, the deadline, and the line of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.watching.build.moments import moment_words
from goodoffices.brief.watching.model import ObligationView, SpanView, StatePage

from .moments import Hours

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["state_chart"]

_WIDTH, _GUTTER, _RIGHT = 960, 262, 18
_TOP, _ROW, _BAR = 46, 30, 12
_FONT = 12
_NAME = 40  # characters of a lane's name
_LANES = 60  # at most
_DRAWN = 150  # of what arises anew, the last
_STACK = 4  # rows of one lane, where what arises anew overlaps
_LEAST = 6.0  # width of a bar, so that it can be seen
_FINAL = frozenset({"fulfilled", "expired", "discharged"})
_TITLE = "Timeline of the obligations; the same in words below"
_MARGIN = dt.timedelta(days=3)
_FILLS = {
    "conditional": "#fffefb", "pending": "#f5f2ec", "active": "#9db8d6", "suspended": "url(#held)",
    "breached": "#a3161c", "fulfilled": "#1b6534", "expired": "#57534b", "discharged": "#57534b",
}  # fmt: skip


class _Placed(msgspec.Struct, frozen=True):
    """An obligation in its lane, and the row there."""

    view: ObligationView
    row: int


def state_chart(page: StatePage, anchors: Mapping[str, str]) -> Markup | None:
    """Draw the timeline.

    Args:
        page: The page.
        anchors: Where each obligation stands on the page, by id.

    Returns:
        An SVG 960 units wide whose bars lead to the obligations, or None where there is nothing to draw.
    """
    families: dict[str, list[ObligationView]] = {}
    for each in page.obligations:
        families.setdefault(each.family, []).append(each)
    if not families:
        return None
    time = _time(page)
    parts, top = [], float(_TOP)
    for members in list(families.values())[:_LANES]:
        placed = _placed(members[-_DRAWN:], time)
        parts.append(_lane(members, placed, time, top, anchors))
        top += (max((each.row for each in placed), default=0) + 1) * (_ROW - 10) + 10
    rest = len(families) - _LANES
    if rest > 0:
        parts.append(text(f"and {rest} more, in the list below", x=0, y=top + 16, class_="tick", fill="#57534b"))
        top += 24
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        _hatch(),
        _frame(time, top, page.on),
        *parts,
        viewBox=f"0 0 {_WIDTH} {top + 6:.0f}",
        role="group",
        aria_label=_TITLE,
        class_="chart gantt",
        font_size=_FONT,
    )


def _time(page: StatePage) -> Hours:
    """From the entry into force to the day or the last deadline, whichever is later."""
    starts = [span.start for each in page.obligations for span in each.spans]
    first = min([page.in_force, page.on, *starts])
    ahead = [each.due for each in page.obligations if each.due and each.state in {"active", "pending", "suspended"}]
    last = max([page.on, first + _MARGIN, *ahead])
    return Hours(first, last + (last - first) / 40, _GUTTER, _WIDTH - _RIGHT)


def _shown(each: ObligationView) -> tuple[SpanView, ...]:
    """The stretches that are drawn: what arises anew for each ticket ends with its last change."""
    alone = each.id == each.family
    return each.spans if alone else tuple(span for span in each.spans if span.state not in _FINAL)


def _placed(members: Sequence[ObligationView], time: Hours) -> list[_Placed]:
    """Each in the first row of the lane where it touches no other; past the last row they lie on one another."""
    ends: list[float] = []
    placed = []
    for each in members:
        spans = _shown(each)
        start = time.x(spans[0].start) if spans else time.left
        end = max(start + _LEAST, time.x(spans[-1].end)) if spans else start
        row = next((number for number, busy in enumerate(ends) if busy <= start + 0.5), len(ends))
        if row == len(ends) and row < _STACK:
            ends.append(end)
        row = min(row, _STACK - 1)
        ends[row] = max(ends[row], end)
        placed.append(_Placed(each, row))
    return placed


def _lane(
    members: Sequence[ObligationView], placed: Sequence[_Placed], time: Hours, top: float, anchors: Mapping[str, str]
) -> Markup:
    rule = element("line", x1=0, x2=_WIDTH, y1=top, y2=top, class_="rule", stroke="#d9d4ca")
    many = f" ({len(members)})" if len(members) > 1 else ""
    number = f"{members[0].provision}  " if members[0].provision else ""
    name = text(
        clip(f"{number}{members[0].act}", _NAME - len(many)) + many, x=0, y=top + 19, class_="lane", fill="#1d1c1a"
    )
    return element("g", rule, name, *(_bars(each, time, top, anchors[each.view.id]) for each in placed))


def _bars(placed: _Placed, time: Hours, top: float, anchor: str) -> Markup:
    each, y = placed.view, top + 9 + placed.row * (_ROW - 10)
    bars = [_bar(span, time, y) for span in _shown(each)]
    return element(
        "a",
        element("title", text_of(f"{each.id}: {each.label}. {each.act}. {each.due_words}")),
        *bars,
        *_end(each, time, y),
        *_deadline(each, time, y),
        href=f"#{anchor}",
        aria_label=f"{each.id}, {each.label}: {each.act}",
    )


def _bar(span: SpanView, time: Hours, y: float) -> Markup:
    start, end = time.x(span.start), time.x(span.end)
    thin = span.state in _FINAL
    height = 3 if thin else _BAR
    label = element("title", text_of(f"{span.state}, {moment_words(span.start)} to {moment_words(span.end)}"))
    return element(
        "rect",
        label,
        x=start,
        y=y + (_BAR - height) / 2,
        width=max(end - start, 1.5),
        height=height,
        class_=f"span {span.state}",
        fill=_FILLS[span.state],
        stroke="none" if thin else "#57534b",
        stroke_width=None if thin else 1,
        stroke_dasharray="3 2" if span.state == "conditional" else None,
    )


def _end(each: ObligationView, time: Hours, y: float) -> list[Markup]:
    """A sign where it ended: a tick for what was done, a cross for what lapsed."""
    if each.state not in _FINAL or each.since is None:
        return []
    x, middle = time.x(each.since), y + _BAR / 2
    done = f"M{x - 4:.1f},{middle:.1f}l3,4l6,-8"
    lapsed = f"M{x - 3.5:.1f},{middle - 3.5:.1f}l7,7m-7,0l7,-7"
    return [
        element(
            "path",
            d=done if each.state == "fulfilled" else lapsed,
            class_=f"end {each.state}",
            fill="none",
            stroke="#1b6534" if each.state == "fulfilled" else "#57534b",
            stroke_width=2.2,
        )
    ]


def _deadline(each: ObligationView, time: Hours, y: float) -> list[Markup]:
    """A flag at the deadline, and a dotted line to it where it lies ahead."""
    if each.due is None or (each.id != each.family and each.state in _FINAL):
        return []
    x = time.x(each.due)
    flag = f"M{x:.1f},{y - 4:.1f}v{_BAR + 8}M{x:.1f},{y - 4:.1f}l6,3l-6,3"
    parts = [element("path", d=flag, class_="due", fill="none", stroke="#1d1c1a", stroke_width=1.6)]
    reach = time.x(each.spans[-1].end) if each.spans else x
    if reach < x and each.state not in _FINAL:
        line = {"x1": reach, "x2": x, "y1": y + _BAR / 2, "y2": y + _BAR / 2}
        parts.append(element("line", class_="ahead", stroke="#57534b", stroke_dasharray="1 3", **line))
    return parts


def _frame(time: Hours, bottom: float, on: dt.datetime) -> Markup:
    parts = []
    now = time.x(on)
    for x, label in time.ticks():
        parts.append(element("line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=x, y=_TOP - 12, text_anchor="middle", class_="tick", fill="#57534b"))
    anchor = "end" if now > _WIDTH - 130 else "middle"
    parts.append(element("line", x1=now, x2=now, y1=18, y2=bottom, class_="today", stroke="#a3161c", stroke_width=1.5))
    parts.append(
        text(moment_words(on).partition(",")[0], x=now, y=13, text_anchor=anchor, class_="today", fill="#a3161c")
    )
    return join(parts)


def _hatch() -> Markup:
    """The hatching of what is suspended."""
    return element(
        "defs",
        element(
            "pattern",
            element("rect", width=6, height=6, class_="ground", fill="#fffefb"),
            element("path", d="M0,6l6,-6M-1,1l2,-2M5,7l2,-2", class_="hatch", stroke="#7a4c00", stroke_width=1.6),
            id="held",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
        ),
    )
