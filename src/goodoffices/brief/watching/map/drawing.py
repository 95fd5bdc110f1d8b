"""The map as SVG: it stands on the page with no script, and on paper; the script takes it up from here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import counted
from goodoffices.brief.drawing.svg import element, text

from .marks import SHAPES, Mark, radius, sign_of
from .model import CellView, MapPage, Sheet, ZoneView
from .names import NAME_SIZES

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["RINGS", "map_drawing", "mark_shape", "size_legend", "week_bars", "zone_pattern"]

_PATTERNS = {
    "buffer_zone": "dots",
    "line_of_contact": "solid",
    "withdrawal_line": "dashes",
    "corridor": "rails",
    "crossing": "solid",
    "site": "grid",
    "district": "wide",
    "control": "slant",
    "patrol": "waves",
}
_BARS_HEIGHT = 56.0

RINGS = 40
"""Circles of imprecise points that are drawn at once; where there are more, those of a mark that is opened."""


def zone_pattern(kind: str) -> str:
    """The pattern that stands for a kind of zone."""
    return _PATTERNS.get(kind, "plain")


def map_drawing(page: MapPage) -> Markup:
    """Draw the map.

    Args:
        page: The view models.
    """
    sheet = page.sheet
    moving = element("g", *_ground(sheet), *_zones(page.zones), id="ground")
    return element(
        "svg",
        _patterns(),
        element("rect", class_="sea", width=sheet.width, height=sheet.height),
        moving,
        element("g", *_grid_words(sheet), id="degrees", aria_hidden="true"),
        element("g", *_rings(page), id="rings", aria_hidden="true"),
        element("g", *(_cell(cell) for cell in page.cells), id="marks"),
        element("g", *_names(sheet), id="names", aria_hidden="true"),
        element("g", *_furniture(sheet), id="furniture", aria_hidden="true"),
        id="map",
        class_="map",
        viewBox=f"0 0 {sheet.width:g} {sheet.height:g}",
        role="group",
        aria_label=f"Map of {counted(page.counted, 'incident')}; each mark leads to a list",
    )


def _patterns() -> Markup:
    """Patterns of zones, and the hatching of what is disputed."""
    drawn = {
        "hatch": ("M0 0V8", 8, 45),
        "dots": ("M2 2h.01M6 6h.01", 8, 0),
        "grid": ("M0 0V6M0 0H6", 6, 0),
        "slant": ("M0 0V6", 6, -45),
        "wide": ("M0 0V14", 14, -45),
        "waves": ("M0 4q2-3 4 0t4 0", 8, 0),
        "plain": ("M0 0V10M0 0H10", 10, 45),
        "rails": ("M0 0H5", 5, 0),
        "solid": ("M0 0V3", 3, 45),
        "dashes": ("M0 0V6", 6, 90),
    }
    made = []
    for name, (path, size, turn) in drawn.items():
        line = element("path", d=path, class_="hatching" if name == "hatch" else "weave", stroke_linecap="round")
        made.append(
            element(
                "pattern",
                line,
                id=f"p-{name}",
                width=size,
                height=size,
                patternUnits="userSpaceOnUse",
                patternTransform=f"rotate({turn})" if turn else None,
            )
        )
    return element("defs", *made)


def _ground(sheet: Sheet) -> Iterable[Markup]:
    ground = sheet.ground
    yield element("path", class_="land", d=ground.land)
    for name, path in ground.fills.items():
        if path:
            yield element("path", class_=f"g-{name}", d=path)
    for area in ground.hatched:
        yield element("path", class_="hatched", d=area.path, fill="url(#p-hatch)")
    for line in sheet.grid:
        points = " ".join(f"{x:g},{y:g}" for x, y in line.points)
        yield element(
            "polyline", class_="graticule", points=points, data_words=line.words, data_up=1 if line.meridian else None
        )
    for name in ("rivers", "units", "coast", "own-lines", "borders", "own-borders", "disputed"):
        if line_path := ground.lines.get(name):
            yield element("path", class_=f"g-{name}", d=line_path)


def _zones(zones: Iterable[ZoneView]) -> Iterable[Markup]:
    for zone in zones:
        if not zone.path:
            continue
        said = ", ".join(each for each in (zone.name, zone.label, zone.dates, counted(zone.count, "incident")) if each)
        outline = element(
            "path",
            element("title", _escaped(said)),
            d=zone.path,
            class_=f"zone {'line' if zone.line else 'area'} k-{zone_pattern(zone.kind)}",
            fill="none" if zone.line else f"url(#p-{zone_pattern(zone.kind)})",
        )
        yield element(
            "a",
            outline,
            href=f"#{zone.id}",
            class_="zonelink",
            tabindex="-1",
            aria_label=said,
            data_from=zone.valid_from.isoformat() if zone.valid_from else None,
            data_until=zone.valid_until.isoformat() if zone.valid_until else None,
        )


def _cell(cell: CellView) -> Markup:
    kinds = ", ".join(f"{count:,} {label}" for label, count in cell.kinds[:4])
    said = f"{cell.title}: {counted(cell.count, 'incident')}. {kinds}"
    x, y = cell.marks[0].x, cell.marks[0].y
    reach = element("circle", class_="reach", cx=x, cy=y, r=12)
    drawn = [mark_shape(mark) for mark in cell.marks]
    return element("a", element("title", _escaped(said)), reach, *drawn, href=f"#{cell.id}", aria_label=said)


def mark_shape(mark: Mark) -> Markup:
    """Draw a mark."""
    sign = sign_of(mark.kind)
    place = f"translate({mark.x:.1f} {mark.y:.1f}) scale({mark.radius:.2f})"
    return element("path", class_=f"mark {sign.colour}", d=SHAPES[sign.shape], transform=place)


def _rings(page: MapPage) -> Iterable[Markup]:
    """Circles within which imprecise incidents were; each once, and none where they would cover all."""
    rings = {(each.x, each.y, each.ring) for cell in page.cells for each in cell.incidents if each.ring}
    for x, y, ring in sorted(rings) if len(rings) <= RINGS else ():
        yield element("circle", class_="ring", cx=x, cy=y, r=ring)


def _names(sheet: Sheet) -> Iterable[Markup]:
    for placed in sheet.names:
        name = placed.name
        yield text(
            name.words,
            x=name.x,
            y=name.y + NAME_SIZES[name.kind] * 0.35,
            class_=f"n-{name.kind}",
            font_size=NAME_SIZES[name.kind],
            text_anchor="middle",
            data_x=name.x,
            data_y=name.y,
            data_s=placed.scale,
            visibility="hidden" if placed.scale > 1 else None,
        )


def _grid_words(sheet: Sheet) -> Iterable[Markup]:
    """Degrees at the lower and the left edge, where a line meets it."""
    for line in sheet.grid:
        edge = [p for p in line.points if 0 < p[0] < sheet.width and 0 < p[1] < sheet.height]
        if not edge:
            continue
        if line.meridian:
            x = min(edge, key=lambda p: sheet.height - p[1])[0]
            if 60 < x < sheet.width - 60:  # noqa: PLR2004  pixels that the corners need
                yield text(line.words, x=x + 3, y=14, class_="degree", font_size=11)
        else:
            y = min(edge, key=lambda p: p[0])[1]
            if 30 < y < sheet.height - 60:  # noqa: PLR2004  the same
                yield text(line.words, x=4, y=y - 3, class_="degree", font_size=11)


def _furniture(sheet: Sheet) -> Iterable[Markup]:
    bar, y = sheet.bar, sheet.height - 14
    yield element("rect", class_="plate", x=8, y=sheet.height - 38, width=bar.pixels + 76, height=30)
    yield element("path", id="bar", class_="bar", d=f"M16 {y - 6:.1f}v6h{bar.pixels:.1f}v-6")
    yield text(f"{bar.km:g} km", x=22 + bar.pixels, y=y, id="barkm", font_size=12)
    x = sheet.width - 24
    yield element("rect", class_="plate", x=x - 14, y=8, width=28, height=42)
    yield element("path", class_="north", d=f"M{x:g} 12l7 16-7-4-7 4z")
    yield text("N", x=x, y=45, font_size=13, text_anchor="middle", font_weight="600")


def week_bars(page: MapPage) -> Markup | None:
    """Draw how many incidents there are in each span of time, above the sliders; None where there is but one."""
    tally = page.tally
    if len(tally.starts) < 2:  # noqa: PLR2004  one bar says nothing
        return None
    counts = tally.of_span()
    wide = 1000.0 / len(counts)
    bars = [
        element(
            "rect",
            x=number * wide + wide * 0.08,
            y=_BARS_HEIGHT * (1 - count / max(counts)),
            width=max(wide * 0.84, 0.6),
            height=_BARS_HEIGHT * count / max(counts),
            data_n=number,
        )
        for number, count in enumerate(counts)
    ]
    return element(
        "svg",
        *bars,
        id="bars",
        class_="bars",
        viewBox=f"0 0 1000 {_BARS_HEIGHT:g}",
        preserveAspectRatio="none",
        role="img",
        aria_label=f"Incidents over time: at most {max(counts):,} in one span",
    )


def size_legend(page: MapPage) -> list[tuple[int, float]]:
    """Numbers and the radius of their marks."""
    most = max([mark.count for cell in page.cells for mark in cell.marks] or [0])
    steps = [10**power * step for power in range(7) for step in (1, 3)]
    fitting = [step for step in steps if step <= most * 0.6]
    kept = fitting[:: max(1, len(fitting) // 3)][-3:]
    return [(count, radius(count, page.sheet.one)) for count in [*kept, most]] if most else []


def _escaped(words: str) -> Markup:
    from markupsafe import escape  # noqa: PLC0415  comes with jinja2, which only HTML needs

    return escape(words)
