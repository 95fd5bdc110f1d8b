"""A zone: a place on the map that means something for some time, and the set of those of a file."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.record import Marking

from ..viewer import Audience, viewer_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Zone", "ZoneRejection", "ZoneSet", "zone_kinds", "zone_words"]


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A polygon, line or point with what it means, and when.

    Attributes:
        id: Of the file, or ``zone-N`` by its place in it.
        name: For people; the id where the file gives none.
        kind: Of zone_kinds.toml (``buffer_zone``, ``line_of_contact``, ``crossing``, ...), or the file's own word.
        shape: Geometry in degrees of WGS84, buffered, cut at the antimeridian.
        valid_from: First day on which it holds, or None: always did.
        valid_until: Last day on which it holds, or None: still does.
        buffer_km: How far the file's shape was widened on the ellipsoid, km.
        party: Whose it is said to be.
        marking: Who may be shown it.
        circles: The circles to which it is confined; none: to nobody in particular.
        known: When it became known; None: it always was.
        known_until: When it was taken back, or another took its place; None: it still stands.
        row: Number of its feature in the file, 1 for the first.
        properties: All that the file says of it.
    """

    id: str
    name: str
    kind: str
    shape: Any
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    buffer_km: float = 0.0
    party: str = ""
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    known: dt.datetime | None = None
    known_until: dt.datetime | None = None
    row: int = 0
    properties: Mapping[str, Any] = {}

    def holds_on(self, day: dt.date) -> bool:
        """Does it hold on this day?"""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def known_at(self, instant: dt.datetime | None) -> bool:
        """Did it stand in the book at an instant? None: does it stand there now?"""
        if instant is None:
            return self.known_until is None
        return (self.known is None or self.known <= instant) and (
            self.known_until is None or instant < self.known_until
        )


class ZoneRejection(msgspec.Struct, frozen=True):
    """A feature of a zone file that was not loaded; the rest was.

    Attributes:
        row: Number of the feature, 1 for the first.
        zone: Its name or id.
        reason: What is wrong.
        suggestion: What would mend it; done only when `read_zones` is told to mend.
        longitude: Where it is wrong, degrees east, or None.
        latitude: Where it is wrong, degrees north, or None.
    """

    row: int
    zone: str
    reason: str
    suggestion: str = ""
    longitude: float | None = None
    latitude: float | None = None

    def __str__(self) -> str:
        """Say it in one line."""
        return f"zone {self.row} ({self.zone}): {self.reason}" + (f"; {self.suggestion}" if self.suggestion else "")


class ZoneSet:
    """The zones of a file: a sequence, with what was not loaded.

    Args:
        zones: In the order of the file.
        rejections: What was not loaded, and why.
    """

    __slots__ = ("rejections", "zones")

    def __init__(self, zones: tuple[Zone, ...], rejections: tuple[ZoneRejection, ...] = ()) -> None:
        self.zones = zones
        self.rejections = rejections

    def __len__(self) -> int:
        return len(self.zones)

    def __iter__(self) -> Iterator[Zone]:
        return iter(self.zones)

    def __getitem__(self, index: int) -> Zone:
        return self.zones[index]

    def __repr__(self) -> str:
        return f"<ZoneSet of {len(self.zones):,} zones, {len(self.rejections):,} rejected>"

    def of_kind(self, *kinds: str) -> ZoneSet:
        """Take the zones of some kinds."""
        return ZoneSet(tuple(zone for zone in self.zones if zone.kind in kinds), self.rejections)

    def seen(self, known: dt.datetime | None, audience: Audience) -> ZoneSet:
        """Take the zones that an audience may see, as they were known at an instant; None: as they are now.

        Nobody knows who may be told of a zone that could not be read: only those who may see all of them are.
        """
        viewer = viewer_of(audience)
        shown = tuple(
            each for each in self.zones if viewer.may_see(each.marking, each.circles) and each.known_at(known)
        )
        return ZoneSet(shown, self.rejections if viewer.keeps else ())

    @property
    def shapes(self) -> list[BaseGeometry]:
        """The geometry of each."""
        return [zone.shape for zone in self.zones]


@functools.cache
def zone_words() -> Mapping[str, Any]:
    """Give the data file: kinds with their names, and names of properties."""
    text = (importlib.resources.files(__package__) / "data" / "zone_kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def zone_kinds() -> Mapping[str, str]:
    """The kinds of zones: name -> label."""
    return {entry["name"]: entry["label"] for entry in zone_words()["kind"]}
