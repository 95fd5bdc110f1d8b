"""Which points no other beats: at least as good in every column and better in one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["undominated"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


def undominated(worth: Floats) -> Indices:
    """Find the points that are not dominated; of equal ones the first.

    Two columns are sorted and swept; from three on moocore does it in C (Kung, Luccio and Preparata 1975: a sorted
    staircase for three, divide and conquer for more).

    Args:
        worth: ``(points, columns)``, more is better.

    Returns:
        Indices of the points kept. With two columns in falling order of the first, else as they stood.
    """
    columns = worth.shape[1]
    if not len(worth) or not columns:
        return np.arange(min(len(worth), 1))
    if columns == 1:
        return np.array([worth[:, 0].argmax()])
    if columns == 2:  # noqa: PLR2004 (a plane)
        return _swept(worth[:, 0], worth[:, 1])
    import moocore  # noqa: PLC0415 (heavy: only where it is used)

    return np.flatnonzero(moocore.is_nondominated(worth, maximise=True))


def _swept(first: Floats, second: Floats) -> Indices:
    """Go through points from the best in the first column down, and keep each new height in the second."""
    order = np.argsort(-first, kind="stable")
    heights = second[order]
    rises = np.empty(len(order), dtype=np.bool_)
    rises[0] = True
    np.greater(heights[1:], np.maximum.accumulate(heights)[:-1], out=rises[1:])
    kept = order[rises]
    # Of points equal in the first column the sweep keeps every rise; the last of them beats the others.
    along = first[kept]
    last = np.empty(len(kept), dtype=np.bool_)
    last[-1] = True
    np.not_equal(along[1:], along[:-1], out=last[:-1])
    return kept[last]
