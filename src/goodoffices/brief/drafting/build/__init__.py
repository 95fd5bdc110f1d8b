"""From texts of the draft room to the view models of its pages."""

from __future__ import annotations

from .assessed import Assessed, build_assessed
from .comparing import build_comparison
from .progress import Kept, build_progress
from .record import HeldAgainst
from .rolling import build_rolling

__all__ = ["Assessed", "HeldAgainst", "Kept", "build_assessed", "build_comparison", "build_progress", "build_rolling"]
