"""The user's own ground: a GeoJSON file of local roads, districts or places, or of borders."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.record import InputError

from .names import Name
from .paths import path_of
from .window import Window

__all__ = ["OwnGround", "read_own_ground"]


class OwnGround(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Shapes of a file, in degrees.

    Attributes:
        file: Its name; "" where there is none.
        shapes: Its geometries.
        names: What each is called; "" where the file does not say.
        left_out: Features without a geometry that can be drawn.
    """

    file: str = ""
    shapes: tuple[Any, ...] = ()
    names: tuple[str, ...] = ()
    left_out: int = 0

    def areas_on(self, window: Window) -> str:
        """Path of its areas."""
        return self._drawn(window, ("Polygon", "MultiPolygon"))

    def lines_on(self, window: Window) -> str:
        """Path of its lines."""
        return self._drawn(window, ("LineString", "MultiLineString"))

    def names_on(self, window: Window, kind: str) -> tuple[Name, ...]:
        """The names that its places and areas bear."""
        found = []
        for shape, name in zip(self.shapes, self.names, strict=True):
            if name and not shape.is_empty and "Line" not in shape.geom_type:
                point = shape.representative_point()
                x, y = window.projection.place(point.x, point.y)
                found.append(Name(words=name, x=float(x), y=float(y), kind=kind, size=shape.area))
        return tuple(found)

    def _drawn(self, window: Window, kinds: tuple[str, ...]) -> str:
        return "".join(path_of(window.drawn(shape)) for shape in self.shapes if shape.geom_type in kinds)


def read_own_ground(path: str | Path | None) -> OwnGround:
    """Read a GeoJSON file to be laid under the marks.

    Args:
        path: The file; None for none.

    Raises:
        InputError: It cannot be read, or is no GeoJSON.
    """
    if path is None:
        return OwnGround()
    path = Path(path)
    try:
        document = json.loads(path.read_bytes())
    except OSError as odd:
        msg = f"{str(path)!r} cannot be read ({odd.strerror}); give a GeoJSON file"
        raise InputError(msg) from odd
    except (ValueError, RecursionError) as odd:
        msg = f"{str(path)!r} is no JSON ({odd}); give a GeoJSON file"
        raise InputError(msg) from odd
    features = _features(document)
    if not features:
        msg = f"{str(path)!r} has no features; give a GeoJSON file with a FeatureCollection, a Feature or a geometry"
        raise InputError(msg)
    read = [(_shape(feature), _name(feature)) for feature in features]
    kept = [(shape, name) for shape, name in read if shape is not None]
    return OwnGround(
        file=path.name,
        shapes=tuple(shape for shape, _ in kept),
        names=tuple(name for _, name in kept),
        left_out=len(read) - len(kept),
    )


def _features(document: object) -> list[Mapping[str, Any]]:
    if not isinstance(document, Mapping):
        return []
    if document.get("type") == "FeatureCollection":
        listed = document.get("features")
        return [each for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    if document.get("type") == "Feature":
        return [document]
    return [{"geometry": document}] if "coordinates" in document or "geometries" in document else []


def _shape(feature: Mapping[str, Any]) -> Any:  # noqa: ANN401  a shapely shape, or None
    """Read a geometry; None where it cannot be drawn. A polygon that crosses itself is mended: it is only ground."""
    import shapely  # noqa: PLC0415  geometry is heavy
    from shapely.geometry import shape  # noqa: PLC0415  the same

    try:
        made = shapely.force_2d(shape(feature.get("geometry") or {}))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.errors.ShapelyError):
        return None
    west, south, east, north = made.bounds if not made.is_empty else (999.0,) * 4
    if not (-360 <= west <= east <= 360 and -90 <= south <= north <= 90):  # noqa: PLR2004  degrees
        return None
    return made if made.is_valid else shapely.make_valid(made)


def _name(feature: Mapping[str, Any]) -> str:
    properties = feature.get("properties")
    if not isinstance(properties, Mapping):
        return ""
    low = {str(key).casefold(): value for key, value in properties.items()}
    found = next((low[key] for key in ("name", "name_en", "title", "label") if low.get(key)), "")
    return str(found)[:80]
