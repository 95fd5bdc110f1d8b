"""The map as one HTML file that reaches no network: ground, marks, numbers and script inside."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from goodoffices.brief.build.phrases import clip, counted, day_words, join_names
from goodoffices.brief.page_parts import package_text, page_templates
from goodoffices.brief.policy import content_policy, page_furniture

from ..build.incidents import kind_label
from .data_block import data_block
from .drawing import RINGS, map_drawing, size_legend, week_bars, zone_pattern
from .marks import SHAPES
from .model import MapPage

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["map_to_html"]

_BRIEF = "goodoffices.brief"
_WEIGHING = "goodoffices.brief.weighing"
_HERE = "goodoffices.brief.watching.map"
_STYLES = (
    (_BRIEF, "tokens.css"),
    (_BRIEF, "page.css"),
    (_WEIGHING, "parts.css"),
    (_WEIGHING, "phone.css"),
    (_WEIGHING, "paper.css"),
    (_HERE, "ground.css"),
    (_HERE, "map.css"),
    (_HERE, "small.css"),
)
_SCRIPTS = ("start.js", "marks.js", "move.js", "filter.js", "panel.js")


def map_to_html(page: MapPage) -> str:
    """Write the map as a page.

    Args:
        page: The view models.

    Returns:
        A whole HTML document. It needs no other file, no tiles and no network; with no script the map stands there, and
        every mark leads to its list.
    """
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    style = "\n".join(package_text(room, f"style/{name}") for room, name in _STYLES)
    style += page_furniture(page.marking.label if page.marking else "")
    script = "\n".join(package_text(_HERE, f"script/{name}") for name in _SCRIPTS)
    return (
        _templates()
        .get_template("map.html.j2")
        .render(
            page=page,
            style=Markup(style),  # noqa: S704  our own files
            script=Markup(script),  # noqa: S704  the same
            policy=content_policy(style, script),
            contents=_contents(page),
            drawing=map_drawing(page),
            bars=week_bars(page),
            sizes=size_legend(page),
            data=data_block(page),
            labels={name: kind_label(name) for name in page.tally.kinds},
        )
    )


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
