"""Zones: where something holds, and which incidents lie there.

`read_zones` reads a GeoJSON file, `locate` finds the zones of each incident, `widen` makes buffers on the ellipsoid.
"""

from __future__ import annotations

from .located import Located, Standing
from .locating import locate
from .reading import read_zones
from .widening import widen
from .zone import Zone, ZoneRejection, ZoneSet, zone_kinds

__all__ = [
    "Located",
    "Standing",
    "Zone",
    "ZoneRejection",
    "ZoneSet",
    "locate",
    "read_zones",
    "widen",
    "zone_kinds",
]
