"""The front the slow way: every package against every other."""

from __future__ import annotations

import numpy as np
from problems import every_package

from goodoffices.weigh import Problem

__all__ = ["brute_front", "rows"]


def brute_front(deal: Problem) -> np.ndarray:
    """Utilities of the packages that no other beats, to 1e-9, each row once; ``(packages, parties)``."""
    worth = np.unique(deal.utilities(every_package(deal)).round(9) + 0.0, axis=0)
    beaten = [bool(((worth >= row).all(axis=1) & (worth > row).any(axis=1)).any()) for row in worth]
    return worth[~np.array(beaten, dtype=bool)]


def rows(utilities: np.ndarray) -> list[tuple[float, ...]]:
    """Rows of utilities in order, rounded so that they compare."""
    return sorted(tuple(row) for row in (utilities.round(9) + 0.0).tolist())
