"""Brackets over the versions: how many are open, opened and closed, and how far apart the wordings are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drafting.model import VersionView
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["bracket_chart", "distance_chart"]

_WIDTH, _HEIGHT = 480, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 20, 20, 26, 38
_FONT = 14
_WIDEST = 56


def bracket_chart(versions: Sequence[VersionView]) -> Markup:
    """Draw how many brackets each version has: kept and opened above the line, closed below it.

    Args:
        versions: The earliest first; two or more.

    Returns:
        An SVG 480 units wide.
    """
    up = max(1, *(each.open for each in versions))
    down = max(each.closed for each in versions)
    unit = (_HEIGHT - _TOP - _BOTTOM - 20) / (up + down)
    ground = _TOP + up * unit
    title = "Brackets open, opened and closed in each version; the same as a table below"
    return element(
        "svg",
        element("title", text_of(title)),
        join(_column(each, place, len(versions), ground, unit) for place, each in enumerate(versions)),
        element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=ground, y2=ground, class_="axis", stroke="#57534b"),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
        class_="chart brackets",
        font_size=_FONT,
    )


def _middle(place: int, count: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (place + 0.5) / count


def _column(version: VersionView, place: int, count: int, ground: float, unit: float) -> Markup:
    x = _middle(place, count)
    width = min(_WIDEST, (_WIDTH - _LEFT - _RIGHT) / count * 0.6)
    kept = version.open - version.opened
    box = {"x": x - width / 2, "width": width}
    parts = [
        element("rect", y=ground - kept * unit, height=kept * unit, class_="kept", fill="#17457a", **box),
        element(
            "rect",
            y=ground - version.open * unit,
            height=version.opened * unit,
            class_="opened",
            fill="#faf0db",
            stroke="#7a4c00",
            **box,
        ),
        element(
            "rect", y=ground, height=version.closed * unit, class_="closed", fill="#e4f2e7", stroke="#1b6534", **box
        ),
        text(
            f"{version.open} open",
            x=x,
            y=ground - version.open * unit - 7,
            text_anchor="middle",
            class_="lane",
            fill="#1d1c1a",
        ),
        text(
            clip(version.name, max(6, 52 // count)),
            x=x,
            y=_HEIGHT - 8,
            text_anchor="middle",
            class_="tick",
            fill="#57534b",
        ),
    ]
    if version.opened * unit > _FONT:
        y = ground - (kept + version.opened / 2) * unit + 5
        parts.append(text(f"+{version.opened}", x=x, y=y, text_anchor="middle", class_="in", fill="#1d1c1a"))
    if version.closed * unit > _FONT:
        y = ground + version.closed / 2 * unit + 5
        parts.append(text(f"−{version.closed}", x=x, y=y, text_anchor="middle", class_="in", fill="#1d1c1a"))
    return join(parts)


def distance_chart(versions: Sequence[VersionView]) -> Markup:
    """Draw the summed distance of the parties' wordings in each version.

    Args:
        versions: The earliest first; two or more.

    Returns:
        An SVG 480 units wide.
    """
    most = max(1.0, *(each.distance for each in versions))
    ground, reach = _HEIGHT - _BOTTOM, _HEIGHT - _BOTTOM - _TOP - 14
    points = [
        (_middle(place, len(versions)), ground - each.distance / most * reach) for place, each in enumerate(versions)
    ]
    title = "How far apart the parties' wordings are in each version; the same as a table below"
    return element(
        "svg",
        element("title", text_of(title)),
        element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=ground, y2=ground, class_="axis", stroke="#57534b"),
        element(
            "polyline",
            points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
            class_="along",
            fill="none",
            stroke="#17457a",
            stroke_width=2,
        ),
        join(_knot(each, x, y, len(versions)) for each, (x, y) in zip(versions, points, strict=True)),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
        class_="chart distance",
        font_size=_FONT,
    )


def _knot(version: VersionView, x: float, y: float, count: int) -> Markup:
    return join(
        [
            element("circle", cx=x, cy=y, r=5, class_="knot", fill="#17457a"),
            text(f"{version.distance:.2f}", x=x, y=y - 11, text_anchor="middle", class_="lane", fill="#1d1c1a"),
            text(
                clip(version.name, max(6, 52 // count)),
                x=x,
                y=_HEIGHT - 14,
                text_anchor="middle",
                class_="tick",
                fill="#57534b",
            ),
        ]
    )
