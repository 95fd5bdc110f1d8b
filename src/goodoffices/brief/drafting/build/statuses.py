"""How far the provisions have come."""

from __future__ import annotations

from collections import Counter

from goodoffices.brief.drafting.model import StatusCount
from goodoffices.draft.text import Document, Status, points, status_label

__all__ = ["count_statuses"]

_ORDER = (Status.AGREED, Status.AD_REFERENDUM, Status.UNDER_DISCUSSION, Status.PROPOSED, Status.RESERVED)


def count_statuses(document: Document) -> tuple[StatusCount, ...]:
    """Count the points of each status, the furthest first; empty where the text says of none."""
    found = Counter(document[each.id].status for each in points(document))
    if not any(status is not None for status in found):
        return ()
    counts = [StatusCount(each.value, status_label(each), found[each]) for each in _ORDER if found[each]]
    if found[None]:
        counts.append(StatusCount("", "without a status", found[None]))
    return tuple(counts)
