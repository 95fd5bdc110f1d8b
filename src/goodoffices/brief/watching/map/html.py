"""The map as one HTML file that reaches no network: ground, marks, numbers and script inside."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from goodoffices.brief.build.phrases import clip, counted, day_words, join_names
from goodoffices.brief.page_parts import SHEET, filled_page, page_templates

from ..build.incidents import kind_label
from .data_block import data_block
from .drawing import RINGS, map_drawing, size_legend, week_bars, zone_pattern
from .marks import SHAPES
from .model import MapPage

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["SCRIPTS", "STYLES", "map_sections", "map_to_html"]

_HERE = "goodoffices.brief.watching.map"
STYLES = ((_HERE, "style/ground.css"), (_HERE, "style/map.css"), (_HERE, "style/small.css"))
"""The styles of the map, behind those of the sheet."""
SCRIPTS = tuple((_HERE, f"script/{name}.js") for name in ("start", "marks", "move", "filter", "panel"))
"""The scripts of the map, in the order in which they run; they share one scope."""
_STYLES = (*(part for part in SHEET if "charts" not in part[1]), *STYLES)


def map_to_html(page: MapPage) -> str:
    """Write the map as a page.

    Args:
        page: The view models.

    Returns:
        A whole HTML document. It needs no other file, no tiles and no network; with no script the map stands there, and
        every mark leads to its list.
    """
    return filled_page(
        _templates(),
        "map.html.j2",
        styles=_STYLES,
        scripts=SCRIPTS,
        label=page.marking.label if page.marking else "",
        inside=False,
        **_shown(page),
    )


def map_sections(page: MapPage) -> tuple[Markup, Markup]:
    """Write the map for a page of another frame that has its styles and scripts.

    Args:
        page: The view models.

    Returns:
        The sections, and the numbers that the script reads out of an element ``data``.
    """
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    shown = _shown(page)
    written = _templates().get_template("map_sheet.html.j2").render(inside=True, **shown)
    return Markup(written), shown["data"]  # noqa: S704  our own template, which escapes


def _shown(page: MapPage) -> dict[str, Any]:
    return {
        "page": page,
        "contents": _contents(page),
        "drawing": map_drawing(page),
        "bars": week_bars(page),
        "sizes": size_legend(page),
        "data": data_block(page),
        "labels": {name: kind_label(name) for name in page.tally.kinds},
    }


@functools.cache
def _templates() -> Environment:
    shared: dict[str, Any] = {
        "clip": clip,
        "counted": counted,
        "day": day_words,
        "join_names": join_names,
        "pattern": zone_pattern,
        "rings": RINGS,
        "shapes": SHAPES,
    }
    return page_templates([_HERE], shared)


def _contents(page: MapPage) -> list[tuple[str, str, int | None]]:
    listed: list[tuple[str, str, int | None, bool]] = [
        ("sheet", "The map", None, True),
        ("borders", "Whose borders", len(page.areas) or None, True),
        ("zones", "Zones", len(page.zones), bool(page.zones)),
        ("places", "Incidents by place", len(page.cells), bool(page.cells)),
        ("outside", "Outside the map", page.outside_count, bool(page.outside_count or page.placeless)),
        ("method", "How this map is made", None, True),
    ]
    return [(anchor, label, count) for anchor, label, count, there in listed if there]
