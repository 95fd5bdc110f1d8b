"""Zones from a GeoJSON file, one feature at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.record import Marking, content_id, parse_marking
from goodoffices.record.circle import circle_names
from goodoffices.record.errors import InputError

from .shaping import ShapeFault, shape_of
from .widening import widen
from .zone import Zone, ZoneRejection, ZoneSet, zone_words

__all__ = ["read_zones"]

_WGS84 = ("crs84", "epsg:4326", "epsg::4326", "epsg:0:4326", "wgs84", "wgs 84")
_POINTS = frozenset({"Point", "MultiPoint"})
_LINES = frozenset({"LineString", "MultiLineString"})


class _Feature(msgspec.Struct):
    geometry: msgspec.Raw = msgspec.Raw(b"null")
    properties: dict[str, Any] | None = None
    id: Any = None
    type: str = ""


class _File(msgspec.Struct):
    features: list[_Feature] | None = None
    marking: str = ""
    crs: Any = None
    type: str = ""


def read_zones(path: str | Path, *, mend: bool = False) -> ZoneSet:
    """Read the zones of a GeoJSON file.

    Args:
        path: FeatureCollection, feature or bare geometry; polygons, lines and points in degrees of WGS84. Properties
            give name, kind, ``valid_from``, ``valid_until``, ``buffer_km``, ``marking``, ``circle``, ``known`` and
            ``known_until`` (see docs/reference/watch-incidents.md).
        mend: Take the nearest whole shape of an outline that crosses itself, instead of listing it as rejected.

    Returns:
        The zones in the order of the file, with what was not loaded under ``rejections``.

    Raises:
        InputError: If the file cannot be read, is not GeoJSON, or is in another reference system.
    """
    path = Path(path)
    whole = _whole(path)
    _check_reference(whole.crs, path)
    zones: list[Zone] = []
    rejections: list[ZoneRejection] = []
    features = whole.features or []
    names = _numbers(features, whole.marking)
    for row, feature in enumerate(features, start=1):
        try:
            zones.append(_zone(feature, row, names[row - 1], whole.marking, mend=mend))
        except (ShapeFault, InputError) as fault:
            suggestion, place = getattr(fault, "suggestion", ""), getattr(fault, "place", None) or (None, None)
            rejections.append(ZoneRejection(row, _named(feature, str(row)), str(fault), suggestion, *place))
    return ZoneSet(tuple(zones), tuple(rejections))


def _whole(path: Path) -> _File:
    try:
        raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        whole = msgspec.json.decode(raw, type=_File)
        if whole.type == "Feature":
            whole.features = [msgspec.json.decode(raw, type=_Feature)]
        elif whole.features is None and whole.type != "FeatureCollection":
            whole.features = [_Feature(msgspec.Raw(raw), {})]
    except OSError as error:
        msg = f"{str(path)!r} cannot be opened ({error.strerror}); give a GeoJSON file"
        raise InputError(msg) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        msg = f"{str(path)!r} is not GeoJSON ({error}); give a FeatureCollection of polygons, lines and points"
        raise InputError(msg) from error
    return whole


def _check_reference(crs: Any, path: Path) -> None:  # noqa: ANN401  any JSON
    """Refuse a file that says it is in another system than WGS84: its numbers would be other places."""
    if crs is None:
        return
    words = str(crs).casefold()
    if not any(known in words for known in _WGS84):
        properties = crs.get("properties") if isinstance(crs, Mapping) else None
        name = properties.get("name", crs) if isinstance(properties, Mapping) else crs
        msg = f"{str(path)!r} is in {str(name)[:80]!r}, not in WGS84; convert it (ogr2ogr -t_srs EPSG:4326 OUT IN)"
        raise InputError(msg)


def _numbers(features: list[_Feature], default: str) -> list[str]:
    """Number features that have no id, the least restricted first: of what is hidden no gap tells."""
    ranks = []
    for feature in features:
        try:
            ranks.append((_circles(_said(feature)), _marking(_said(feature), default).rank))
        except ShapeFault:
            ranks.append(((), Marking.RED.rank))
    order = sorted(range(len(features)), key=ranks.__getitem__)
    counts: dict[tuple[str, ...], int] = {}
    places = {}
    for row in order:  # each circle is counted apart: what others have confined leaves no gap
        circles = ranks[row][0]
        counts[circles] = counts.get(circles, 0) + 1
        places[row] = f"{content_id('c', circles)[2:6]}-{counts[circles]}" if circles else str(counts[circles])
    return [places[row] for row in range(len(features))]


def _zone(feature: _Feature, row: int, number: str, default: str, *, mend: bool) -> Zone:
    try:
        geometry = msgspec.json.decode(feature.geometry)
    except (msgspec.DecodeError, RecursionError) as error:
        msg = f"the geometry cannot be read ({error})"
        raise ShapeFault(msg, "give a GeoJSON geometry") from error
    shape = shape_of(geometry, mend=mend)
    said = _said(feature)
    valid_from, valid_until = _day(said, "valid_from"), _day(said, "valid_until")
    if valid_from and valid_until and valid_until < valid_from:
        msg = f"holds until {valid_until}, before it starts on {valid_from}"
        raise ShapeFault(msg, "swap the two days, or mend one")
    buffer_km = _km(said)
    return Zone(
        id=str(feature.id if feature.id is not None else said.get("id", f"zone-{number}")),
        name=_named(feature, number),
        kind=_kind(str(said.get("kind", "")), shape.geom_type),
        shape=widen(shape, buffer_km),
        valid_from=valid_from,
        valid_until=valid_until,
        buffer_km=buffer_km,
        party=str(said.get("party", "")),
        marking=_marking(said, default),
        circles=_circles(said),
        known=_moment(said, "known"),
        known_until=_moment(said, "known_until"),
        row=row,
        properties=feature.properties or {},
    )


def _said(feature: _Feature) -> dict[str, Any]:
    """Take our fields out of the properties, whatever the file calls them."""
    plain = {_plain(name): value for name, value in (feature.properties or {}).items() if value not in (None, "")}
    fields = zone_words()["properties"].items()
    found = {ours: next((plain[name] for name in names if name in plain), None) for ours, names in fields}
    return {ours: value for ours, value in found.items() if value is not None}


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _named(feature: _Feature, number: str) -> str:
    said = _said(feature)
    return str(said.get("name") or said.get("id") or feature.id or f"zone-{number}")


def _kind(given: str, geometry: str) -> str:
    if given:
        plain = _plain(given)
        known = (entry["name"] for entry in zone_words()["kind"] if plain in (*entry["names"], _plain(entry["name"])))
        return str(next(known, given.strip().casefold().replace(" ", "_")))
    return "line" if geometry in _LINES else "site" if geometry in _POINTS else "area"


def _day(said: Mapping[str, Any], name: str) -> dt.date | None:
    if name not in said:
        return None
    try:
        return dt.datetime.fromisoformat(str(said[name]).strip()).date()
    except ValueError:
        msg = f"{name} {str(said[name])[:40]!r} is not a day"
        raise ShapeFault(msg, "write it as YYYY-MM-DD") from None


def _moment(said: Mapping[str, Any], name: str) -> dt.datetime | None:
    """Read when something became known; a day from its start, in UTC."""
    if name not in said:
        return None
    try:
        at = dt.datetime.fromisoformat(str(said[name]).strip())
        return at.replace(tzinfo=at.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        msg = f"{name} {str(said[name])[:40]!r} is not a day or time"
        raise ShapeFault(msg, "write it as YYYY-MM-DD") from None


def _circles(said: Mapping[str, Any]) -> tuple[str, ...]:
    """Read the circles to which a zone is confined: a name, or a list of them."""
    given = said.get("circles", ())
    names = given.split(";") if isinstance(given, str) else given
    if not isinstance(names, list | tuple) or not all(isinstance(each, str) and each.strip() for each in names):
        msg = f"circle {str(given)[:40]!r} names no circle"
        raise ShapeFault(msg, "write the name of one, or a list of names")
    return circle_names(names)


def _marking(said: Mapping[str, Any], default: str) -> Marking:
    """Read who may be shown a zone; what the file says of all of them where it says nothing of itself."""
    given = str(said.get("marking", "") or default)
    try:
        return parse_marking(given) if given.strip() else Marking.CLEAR
    except InputError:
        msg = f"{given[:40]!r} is no release marking"
        known = ", ".join(marking.value for marking in Marking)
        raise ShapeFault(msg, f"write one of {known}") from None


def _km(said: Mapping[str, Any]) -> float:
    try:
        return float(said.get("buffer_km", 0))
    except (TypeError, ValueError):
        msg = f"buffer_km {str(said['buffer_km'])[:40]!r} is not a number of km"
        raise ShapeFault(msg, "write km, as 15") from None
