"""Areas as a YAML model writes them."""

from __future__ import annotations

from ..areas import Area
from ..numbers import Exact
from .nodes import Node
from .numbers import SOURCED, number_of, source_of
from .page import Page, Place

__all__ = ["AREA", "areas_of"]

AREA = ("outline", "km2", "held by", "claimed by", *SOURCED)
PAIR = 2


def areas_of(page: Page, node: Node) -> tuple[Area, ...]:
    """Read areas by name."""
    page.mark(("areas",), node)
    found = []
    for key, value in page.mapping(node, "areas").pairs:
        page.mark(("areas", key.text), key)
        found.append(_area(page, key.text, value))
    return tuple(found)


def _area(page: Page, name: str, node: Node) -> Area:
    place = ("areas", name)
    fields = page.fields(node, f"the area {name!r}", AREA)
    for field, value in fields.items():
        page.mark((*place, field), value)
    return Area(
        name=name,
        outline=_outline(page, fields["outline"]) if "outline" in fields else (),
        km2=_surface(page, fields["km2"], (*place, "km2")) if "km2" in fields else None,
        held_by=page.text(fields["held by"], "held by") if "held by" in fields else None,
        claimed_by=page.texts(fields["claimed by"], "claimed by") if "claimed by" in fields else (),
        source=source_of(page, fields),
    )


def _surface(page: Page, node: Node, place: Place) -> Exact:
    number = number_of(page, node, place)
    if not isinstance(number, Exact):
        page.wrong(node, "'km2' is one exact number")
    return number


def _outline(page: Page, node: Node) -> tuple[tuple[float, float], ...]:
    """Corners as [longitude, latitude]; a last one that repeats the first closes the ring, and is left out."""
    corners = []
    for item in page.items(node, "an outline"):
        pair = page.items(item, "a corner [longitude, latitude]")
        if len(pair) != PAIR:
            page.wrong(item, f"a corner is [longitude, latitude], and here are {len(pair)} numbers")
        corners.append((page.plain_number(pair[0], "a longitude"), page.plain_number(pair[1], "a latitude")))
    return tuple(corners[:-1] if len(corners) > 1 and corners[0] == corners[-1] else corners)
