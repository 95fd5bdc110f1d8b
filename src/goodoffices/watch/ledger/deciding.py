"""What people say of two reports outdoes what the program reckons: the same incident, or two."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec.structs import replace

from ..log import Pairing
from .ledger import Ledger

__all__ = ["decide"]


def decide(ledger: Ledger, pairings: Iterable[Pairing]) -> Ledger:
    """Join and part reports as people decided, in the order in which they did.

    "The same" joins all reports of both incidents; "two" takes the right one out of the incident of the left. A word on
    a row that is not in the ledger changes nothing.

    Args:
        ledger: The incidents; nothing is attributed yet.
        pairings: What people said.
    """
    words = sorted(pairings, key=lambda each: (each.known, each.left, each.right))
    rows = {name: np.flatnonzero(ledger.ids == name) for each in words for name in (each.left, each.right)}
    clusters = ledger.clusters.copy()
    for each in words:
        left, right = rows[each.left], rows[each.right]
        if not len(left) or not len(right):
            continue
        one, other = clusters[left[0]], clusters[right[0]]
        if each.same:
            clusters[clusters == other] = one
        elif one == other:
            clusters[right[0]] = clusters.max() + 1
    if not words:
        return ledger
    first = np.zeros(len(ledger), dtype=bool)
    first[np.unique(clusters, return_index=True)[1]] = True
    return replace(ledger, clusters=clusters, first=first)
