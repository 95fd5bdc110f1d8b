"""Zones as they are drawn: outline, kind, dates, and how many incidents lie in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.build.phrases import day_words
from goodoffices.brief.drawing.svg import text_width
from goodoffices.watch.ledger import Ledger
from goodoffices.watch.zones import Zone, zone_kinds

from .model import ZoneView
from .names import NAME_SIZES, Name, name_of
from .paths import path_of
from .window import Window

__all__ = ["zone_names", "zone_views"]

_POINT_PIXELS = 6.0  # radius of a zone that is a point


def zone_views(
    zones: Iterable[Zone], window: Window, ledger: Ledger, rows: NDArray[np.int64]
) -> list[tuple[ZoneView, Any]]:
    """Draw zones.

    Args:
        zones: Those of the book.
        window: What may be seen.
        ledger: The incidents.
        rows: Those that are counted.

    Returns:
        Each with its shape in pixels.
    """
    inside = ledger.rows_of_zone(rows) if len(rows) else {}
    labels = zone_kinds()
    made = []
    for number, zone in enumerate(zones, 1):
        shape = _drawn(zone, window)
        view = ZoneView(
            id=f"zone-{number}",
            name=zone.name or zone.id,
            kind=zone.kind,
            label=labels.get(zone.kind, zone.kind.replace("_", " ")),
            dates=_dates(zone),
            valid_from=zone.valid_from,
            valid_until=zone.valid_until,
            party=zone.party,
            buffer_km=zone.buffer_km,
            count=len(inside.get(zone.id, ())),
            path=path_of(shape),
            line="Line" in zone.shape.geom_type,
        )
        made.append((view, shape))
    return made


def zone_names(drawn: Iterable[tuple[ZoneView, Any]]) -> list[Name]:
    """Names of zones, with their dates."""
    import shapely  # noqa: PLC0415  geometry is heavy

    named = []
    for view, shape in drawn:
        words = _words(view, shape)
        if view.line and not shape.is_empty:
            x, y = shape.interpolate(0.5, normalized=True).coords[0] if hasattr(shape, "interpolate") else (0, 0)
            named.append(Name(words=words, x=x, y=y - 8, kind="zone", size=shape.length))
        elif name := name_of(shapely.buffer(shape, 0), words, "zone"):
            named.append(name)
    return named


def _words(view: ZoneView, shape: Any) -> str:  # noqa: ANN401  a shapely shape
    """Its name, with its dates where these do not reach far beyond it."""
    name = view.name[:40]
    long = f"{name}, {view.dates}" if view.dates else name
    west, _, east, _ = (0.0, 0.0, 0.0, 0.0) if shape.is_empty else shape.bounds
    return long if text_width(long, NAME_SIZES["zone"]) < 1.3 * (east - west) else name


def _drawn(zone: Zone, window: Window) -> Any:  # noqa: ANN401  a shapely shape in pixels
    import shapely  # noqa: PLC0415  geometry is heavy

    shape = window.drawn(zone.shape)
    if "Point" in zone.shape.geom_type:
        return shapely.buffer(shape, _POINT_PIXELS, quad_segs=4)
    parts = shapely.get_parts(shape)
    if "Line" in zone.shape.geom_type:
        return shapely.line_merge(shapely.multilinestrings([part for part in parts if part.geom_type == "LineString"]))
    return shape


def _dates(zone: Zone) -> str:
    first = day_words(zone.valid_from) if zone.valid_from else ""
    last = day_words(zone.valid_until) if zone.valid_until else ""
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""
