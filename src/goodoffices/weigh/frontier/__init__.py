"""The front: every package that no other beats."""

from __future__ import annotations

from .front import BUDGET, Frontier, frontier

__all__ = ["BUDGET", "Frontier", "frontier"]
