"""Incidents beside the talks, by date and place: what lies near is not therefore because of it."""

from __future__ import annotations

from .occasions import Beside, Nearness, Occasion, incidents_beside, occasions_of

__all__ = ["Beside", "Nearness", "Occasion", "incidents_beside", "occasions_of"]
