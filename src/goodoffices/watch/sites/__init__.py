"""Places: regimes, crossings and lines, how much of them is watched, by whom, and what inspections found there."""

from __future__ import annotations

from .areas import Cover, Overlap, area_km2, cover_of, length_km, overlaps_of, watches
from .inspecting import Comparison, Result, compare_results
from .mechanisms import Mechanism, mechanisms_of
from .regimes import Owed, Seen, Site, sites_of

__all__ = [
    "Comparison",
    "Cover",
    "Mechanism",
    "Overlap",
    "Owed",
    "Result",
    "Seen",
    "Site",
    "area_km2",
    "compare_results",
    "cover_of",
    "length_km",
    "mechanisms_of",
    "overlaps_of",
    "sites_of",
    "watches",
]
