"""Is there a deal? The zone of possible agreement, what clashes, who blocks, the least concessions."""

from __future__ import annotations

from .demands import Demand
from .zone import Concession, Lowered, Zone, find_zone

__all__ = ["Concession", "Demand", "Lowered", "Zone", "find_zone"]
