"""The deal space of two parties as a plane: every package, the front, no deal, and the packages spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.weighing.model import PackageView, Space, Spot

from .letters import beside
from .measure import Measure

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["plane_chart"]

_WIDTH, _HEIGHT = 560, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 20, 18, 60
_FONT = 14
_TITLE = "What packages are worth to the two parties; the same as a table below"


def plane_chart(space: Space, packages: tuple[PackageView, ...], ghosts: tuple[Spot, ...] = ()) -> Markup | None:
    """Draw the plane.

    Args:
        space: The deal space of two parties.
        packages: The packages spoken of; the first is drawn with how far its worth is unsure.
        ghosts: The front of another state of the model, to see what moved; hollow.

    Returns:
        An SVG 560 units wide, or None where there are not two parties or is nothing to draw.
    """
    spots = (*space.others, *space.front, *space.leads)
    if len(space.parties) != 2 or not spots:  # noqa: PLR2004  a plane has two
        return None
    known = [each or () for each in space.walk_away]
    drawn = (*spots, *ghosts)
    x = Measure.over([*(s.utilities[0] for s in drawn), *known[0]], _LEFT, _WIDTH - _RIGHT)
    y = Measure.over([*(s.utilities[1] for s in drawn), *known[1]], _HEIGHT - _BOTTOM, _TOP)
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        _zone(space, x, y),
        _frame(space, x, y),
        join(_dot(s.utilities, x, y, "other", 2.2) for s in space.others),
        join(_ghost(s.utilities, x, y) for s in ghosts),
        _line(space, x, y),
        join(_dot(s.utilities, x, y, "front", 3.4) for s in space.front),
        _no_deal(space, x, y),
        _whiskers(packages, x, y),
        *_leads(space, x, y),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="group",
        aria_label=_TITLE,
        class_="chart plane",
        font_size=_FONT,
    )


def _zone(space: Space, x: Measure, y: Measure) -> Markup:
    """Where both have at least what no deal is worth; behind it, what is unsure of that."""
    across, up = space.walk_away
    parts = []
    if across and up:
        left, bottom = x.at(across[1]), y.at(up[1])
        box = {"x": left, "y": y.end, "width": max(x.end - left, 0), "height": max(bottom - y.end, 0)}
        parts.append(element("rect", class_="zone", fill="#e4f2e7", **box))
    if across and across[2] > across[0]:
        width = x.at(across[2]) - x.at(across[0])
        height = y.start - y.end
        box = {"x": x.at(across[0]), "y": y.end, "width": width, "height": height}
        parts.append(element("rect", class_="band", fill="#d9d4ca", fill_opacity="0.5", **box))
    if up and up[2] > up[0]:
        height = y.at(up[0]) - y.at(up[2])
        box = {"x": x.start, "y": y.at(up[2]), "width": x.end - x.start, "height": height}
        parts.append(element("rect", class_="band", fill="#d9d4ca", fill_opacity="0.5", **box))
    return join(parts)


def _frame(space: Space, x: Measure, y: Measure) -> Markup:
    parts = []
    for value, label in x.ticks():
        at = x.at(value)
        parts.append(element("line", x1=at, x2=at, y1=y.end, y2=y.start, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=at, y=y.start + 18, class_="tick", text_anchor="middle", fill="#5c5850"))
    for value, label in y.ticks():
        at = y.at(value)
        parts.append(element("line", x1=x.start, x2=x.end, y1=at, y2=at, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=x.start - 8, y=at + 5, class_="tick", text_anchor="end", fill="#5c5850"))
    first, second = (f"Worth to {clip(name, 40)}" for name in space.parties)
    middle = (y.start + y.end) / 2
    parts.append(text(f"{first} →", x=x.end, y=_HEIGHT - 14, text_anchor="end", class_="lane", fill="#1d1c1a"))
    turned = f"rotate(-90 16 {middle:.0f})"
    parts.append(
        text(f"{second} →", x=16, y=middle, text_anchor="middle", transform=turned, class_="lane", fill="#1d1c1a")
    )
    return join(parts)


def _dot(utilities: tuple[float, ...], x: Measure, y: Measure, kind: str, size: float) -> Markup:
    fill = "#b5b0a8" if kind == "other" else "#17457a"
    return element("circle", cx=x.at(utilities[0]), cy=y.at(utilities[1]), r=size, class_=kind, fill=fill)


def _ghost(utilities: tuple[float, ...], x: Measure, y: Measure) -> Markup:
    at = {"cx": x.at(utilities[0]), "cy": y.at(utilities[1])}
    return element("circle", **at, r=4.4, class_="ghost", fill="none", stroke="#7a4c00", stroke_width=1.3)


def _line(space: Space, x: Measure, y: Measure) -> Markup:
    ordered = sorted(spot.utilities for spot in space.front)
    points = " ".join(f"{x.at(a):.1f},{y.at(b):.1f}" for a, b in ordered)
    return element("polyline", points=points, class_="along", fill="none", stroke="#17457a", stroke_opacity="0.45")


def _no_deal(space: Space, x: Measure, y: Measure) -> Markup:
    across, up = space.walk_away
    parts = []
    line: dict[str, str | float | None] = {
        "class_": "least",
        "stroke": "#a3161c",
        "stroke_dasharray": "5 4",
        "stroke_width": 1.4,
    }
    if across:
        at = x.at(across[1])
        parts.append(element("line", x1=at, x2=at, y1=y.end, y2=y.start, **line))
    if up:
        at = y.at(up[1])
        parts.append(element("line", x1=x.start, x2=x.end, y1=at, y2=at, **line))
    if across and up:
        a, b = x.at(across[1]), y.at(up[1])
        cross = f"M{a - 6:.1f},{b - 6:.1f}l12,12M{a - 6:.1f},{b + 6:.1f}l12,-12"
        parts.append(element("path", d=cross, class_="cross", stroke="#a3161c", fill="none", stroke_width=2.6))
        parts.append(text("no deal", x=a + 10, y=b - 8, class_="nodeal", fill="#a3161c"))
    return join(parts)


def _whiskers(packages: tuple[PackageView, ...], x: Measure, y: Measure) -> Markup:
    """How far the worth of the first package is unsure."""
    if not packages or len(packages[0].parties) != 2:  # noqa: PLR2004  a plane has two
        return join(())
    one, other = packages[0].parties
    a, b = x.at(one.utility), y.at(other.utility)
    line: dict[str, str | float | None] = {"class_": "whisker", "stroke": "#17457a", "stroke_width": 1.6}
    parts = []
    if one.high > one.low:
        parts.append(element("line", x1=x.at(max(one.low, x.low)), x2=x.at(min(one.high, x.high)), y1=b, y2=b, **line))
    if other.high > other.low:
        ends = {"y1": y.at(max(other.low, y.low)), "y2": y.at(min(other.high, y.high))}
        parts.append(element("line", x1=a, x2=a, **ends, **line))
    return join(parts)


def _leads(space: Space, x: Measure, y: Measure) -> list[Markup]:
    points = [(x.at(s.utilities[0]), y.at(s.utilities[1])) for s in space.leads]
    box = (_LEFT + 12.0, _TOP + 10.0, _WIDTH - _RIGHT - 10.0, _HEIGHT - _BOTTOM - 10.0)
    drawn = []
    for spot, (a, b), (p, q) in zip(space.leads, points, beside(points, box), strict=True):
        kind = "lead first" if spot.package == "A" else "lead"
        says = f"Package {spot.package}: " + ", ".join(
            f"{value:.3g} to {name}" for name, value in zip(space.parties, spot.utilities, strict=True)
        )
        drawn.append(
            element(
                "a",
                element("title", text_of(says)),
                element("line", x1=a, y1=b, x2=p, y2=q, class_="leader", stroke="#17457a"),
                element("circle", cx=a, cy=b, r=5, class_="point", fill="#17457a"),
                element("circle", cx=p, cy=q, r=9.5, class_="plate", fill="#fffefb", stroke="#17457a"),
                text(spot.package, x=p, y=q + 5, text_anchor="middle", class_="initial", fill="#17457a"),
                href=f"#package-{spot.package}",
                class_=kind,
                aria_label=says,
            )
        )
    return drawn
