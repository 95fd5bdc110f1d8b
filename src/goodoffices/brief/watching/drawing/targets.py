"""How far a number has come towards its target, and how far all provisions have come over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.watching.build.moments import short_day
from goodoffices.brief.watching.model import IndicatorView, ScorePage

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["target_chart", "total_chart"]

_WIDTH, _HEIGHT = 480, 34
_LINE_WIDTH, _LINE_HEIGHT = 640, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 44, 24, 30
_FONT = 12
_LABELS = 8  # days named under the line at most


def target_chart(indicator: IndicatorView) -> Markup | None:
    """Draw a number between where it started and where it is to go.

    Returns:
        An SVG 480 units wide, or None where there is no target or no reading.
    """
    target, value = indicator.target, indicator.value
    if target is None or value is None:
        return None
    start = indicator.baseline or 0.0
    if target == start:
        return None
    share = min(1.0, max(0.0, (value - start) / (target - start)))
    done = (_WIDTH - 4) * share
    title = f"{indicator.words}: {share:.0%} of the way"
    return element(
        "svg",
        element("title", text_of(title)),
        element("rect", x=2, y=4, width=_WIDTH - 4, height=12, class_="whole", fill="#f5f2ec", stroke="#57534b"),
        element("rect", x=2, y=4, width=done, height=12, class_="done", fill="#17457a"),
        text(f"{start:g}", x=2, y=31, class_="tick", fill="#57534b"),
        text(f"{target:g}", x=_WIDTH - 2, y=31, text_anchor="end", class_="tick", fill="#57534b"),
        *([] if share in {0.0, 1.0} else [_reached(value, 2 + done)]),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
        class_="chart target",
        font_size=_FONT,
    )


def _reached(value: float, x: float) -> Markup:
    return text(f"{value:g}", x=min(max(x, 44), _WIDTH - 44), y=31, text_anchor="middle", class_="lane", fill="#1d1c1a")


def total_chart(page: ScorePage) -> Markup | None:
    """Draw the share of all points that was reached on each day.

    Returns:
        An SVG 640 units wide, or None for fewer than two days.
    """
    if len(page.days) < 2:  # noqa: PLR2004  a line needs two ends
        return None
    span = (page.days[-1] - page.days[0]).days
    room, ground = _LINE_WIDTH - _LEFT - _RIGHT, _LINE_HEIGHT - _BOTTOM
    points = [
        (_LEFT + room * (day - page.days[0]).days / span, ground - (ground - _TOP) * share, share, day)
        for day, share in zip(page.days, page.totals, strict=True)
        if share is not None
    ]
    every = -(-len(points) // _LABELS)
    title = "How much of what was asked for had been carried out on each day; the same as a table below"
    return element(
        "svg",
        element("title", text_of(title)),
        element("line", x1=_LEFT, x2=_LINE_WIDTH - _RIGHT, y1=ground, y2=ground, class_="axis", stroke="#57534b"),
        element("line", x1=_LEFT, x2=_LINE_WIDTH - _RIGHT, y1=_TOP, y2=_TOP, class_="grid", stroke="#e4e0d8"),
        text("100%", x=_LEFT - 8, y=_TOP + 4, text_anchor="end", class_="tick", fill="#57534b"),
        text("0%", x=_LEFT - 8, y=ground + 4, text_anchor="end", class_="tick", fill="#57534b"),
        element(
            "polyline",
            points=" ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points),
            class_="along",
            fill="none",
            stroke="#17457a",
            stroke_width=2,
        ),
        join(_knot(*point, named=(len(points) - 1 - place) % every == 0) for place, point in enumerate(points)),
        viewBox=f"0 0 {_LINE_WIDTH} {_LINE_HEIGHT}",
        role="img",
        aria_label=title,
        class_="chart totals",
        font_size=_FONT,
    )


def _knot(x: float, y: float, share: float, day: dt.date, *, named: bool) -> Markup:
    dot = element("circle", cx=x, cy=y, r=4, class_="knot", fill="#17457a")
    if not named:
        return dot
    value = text(f"{share:.0%}", x=x, y=y - 9, text_anchor="middle", class_="lane", fill="#1d1c1a")
    label = text(short_day(day), x=x, y=_LINE_HEIGHT - 8, text_anchor="middle", class_="tick", fill="#57534b")
    return join([dot, value, label])
