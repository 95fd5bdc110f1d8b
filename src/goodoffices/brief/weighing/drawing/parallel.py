"""The deal space of three parties and more: an axis a party, a line a package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.weighing.model import Space, Spot

from .letters import spread_out
from .measure import Measure

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["parallel_chart"]

_STEP = 104.0  # between two axes at least
_WIDTH = 820
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 60, 56, 22
_HEIGHT = 440
_FONT = 14
_LINES = 150  # of the front
_GHOSTS = 40
_COLOURS = ("#17457a", "#1b6534", "#7a4c00", "#64398a", "#0b6160", "#a3161c")
_TITLE = "What packages are worth to each party; the same as a table below"


def parallel_chart(space: Space, ghosts: tuple[Spot, ...] = ()) -> Markup | None:
    """Draw the packages as lines over one axis a party.

    Args:
        space: The deal space.
        ghosts: The front of another state of the model, to see what moved; dashed.

    Returns:
        An SVG 820 units wide or wider, or None where there is one party alone or nothing to draw.
    """
    if len(space.parties) < 2 or not (space.front or space.leads):  # noqa: PLR2004  a line has two ends
        return None
    count = len(space.parties)
    step = max(_STEP, (_WIDTH - _LEFT - _RIGHT) / (count - 1))
    width = _LEFT + _RIGHT + step * (count - 1)
    spots = (*space.front, *space.leads, *ghosts)
    least = [value for each in space.walk_away if each for value in each]
    y = Measure.over([*(v for s in spots for v in s.utilities), *least], _HEIGHT - _BOTTOM, _TOP)
    at = [_LEFT + step * n for n in range(count)]
    every = -(-len(space.front) // _LINES)
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        _axes(space, at, y, step),
        join(_path(spot, at, y, kind="front", colour="#b5b0a8", width=1.0) for spot in space.front[:: max(1, every)]),
        join(_path(s, at, y, kind="ghost", colour="#7a4c00", width=1.0, dashes="3 4") for s in ghosts[:_GHOSTS]),
        _least(space, at, y),
        *_leads(space, at, y),
        viewBox=f"0 0 {width:.0f} {_HEIGHT}",
        role="group",
        aria_label=_TITLE,
        class_="chart parallel",
        font_size=_FONT,
    )


def _axes(space: Space, at: list[float], y: Measure, step: float) -> Markup:
    parts = []
    for value, label in y.ticks():
        h = y.at(value)
        parts.append(element("line", x1=at[0], x2=at[-1], y1=h, y2=h, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=at[0] - 14, y=h + 5, class_="tick", text_anchor="end", fill="#5c5850"))
    for n, (x, name) in enumerate(zip(at, space.parties, strict=True)):
        parts.append(element("line", x1=x, x2=x, y1=y.end, y2=y.start, class_="axis", stroke="#1d1c1a"))
        anchor = "start" if n == 0 else "end" if n == len(at) - 1 else "middle"
        shift = -50 if n == 0 else 50 if n == len(at) - 1 else 0
        for row, line in enumerate(_folded(name, max(8, int(step / 7.4)))):
            parts.append(text(line, x=x + shift, y=20 + row * 17, class_="lane", text_anchor=anchor, fill="#1d1c1a"))
    return join(parts)


def _folded(name: str, characters: int) -> list[str]:
    """A name on two lines at most."""
    words, first = name.split(), ""
    while words and len(f"{first} {words[0]}".strip()) <= characters:
        first = f"{first} {words.pop(0)}".strip()
    return [each for each in (first, clip(" ".join(words), characters)) if each]


def _path(
    spot: Spot, at: list[float], y: Measure, *, kind: str, colour: str, width: float, dashes: str | None = None
) -> Markup:
    points = " ".join(f"{x:.1f},{y.at(value):.1f}" for x, value in zip(at, spot.utilities, strict=True))
    line: dict[str, str | float | None] = {"fill": "none", "stroke": colour, "stroke_width": width}
    return element("polyline", points=points, class_=kind, stroke_dasharray=dashes, **line)


def _least(space: Space, at: list[float], y: Measure) -> Markup:
    """What no deal is worth: a bar across the axis, as tall as that is unsure."""
    parts = []
    for x, known in zip(at, space.walk_away, strict=True):
        if known:
            top, bottom = y.at(known[2]), y.at(known[0])
            height = max(bottom - top, 4)
            box = {"x": x - 13, "y": (top + bottom - height) / 2, "width": 26, "height": height}
            parts.append(element("rect", class_="least", fill="#a3161c", **box))
        else:
            parts.append(text("?", x=x, y=y.start + 17, class_="tick", text_anchor="middle", fill="#5c5850"))
    return join(parts)


def _leads(space: Space, at: list[float], y: Measure) -> list[Markup]:
    ends = [y.at(spot.utilities[-1]) for spot in space.leads]
    places = spread_out(ends, 20, y.end + 8, y.start - 8)
    drawn = []
    for n in reversed(range(len(space.leads))):
        spot, colour = space.leads[n], _COLOURS[n % len(_COLOURS)]
        says = f"Package {spot.package}: " + ", ".join(
            f"{value:.3g} to {name}" for name, value in zip(space.parties, spot.utilities, strict=True)
        )
        drawn.append(
            element(
                "a",
                element("title", text_of(says)),
                _path(spot, at, y, kind="way", colour=colour, width=3.2 if n == 0 else 2.0),
                join(
                    element("circle", cx=x, cy=y.at(value), r=4 if n == 0 else 3, class_="knot", fill=colour)
                    for x, value in zip(at, spot.utilities, strict=True)
                ),
                element("line", x1=at[-1], y1=ends[n], x2=at[-1] + 24, y2=places[n], class_="way", stroke=colour),
                element("circle", cx=at[-1] + 34, cy=places[n], r=9.5, class_="plate", fill="#fffefb", stroke=colour),
                text(spot.package, x=at[-1] + 34, y=places[n] + 5, text_anchor="middle", class_="initial", fill=colour),
                href=f"#package-{spot.package}",
                class_=f"lead c{n % len(_COLOURS)}",
                aria_label=says,
            )
        )
    return drawn
