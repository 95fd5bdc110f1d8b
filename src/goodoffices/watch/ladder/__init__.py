"""The enforcement ladder: what may be done about a breach, step by step."""

from __future__ import annotations

from .rungs import Ladder, Rung, climb

__all__ = ["Ladder", "Rung", "climb"]
