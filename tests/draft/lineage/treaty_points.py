"""Texts for the tests of lineage: points made of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.draft.lineage import Comparison
from goodoffices.draft.text import Point

__all__ = ["TREATY", "changes", "make_points"]

TREATY = (
    "The Parties shall withdraw all heavy artillery to a distance of thirty kilometres from the line of contact.",
    "The Parties shall release all detainees. Families shall be told the place and the day of each release.",
    "The Monitoring Mission shall have access to all villages, and shall publish what it finds every week.",
    "Local elections shall be held within nine months under a law that both communities have accepted.",
    "A fund for the repair of schools and hospitals shall be set up, and the donors shall sit on its board.",
    "Farmers may return to their orchards before the harvest. Mines shall be cleared from the roads first.",
    "The Parties shall refrain from hostile speech on state television.",
    "Customs revenue shall be shared by a formula that the two treasuries agree once a year.",
)


def make_points(texts: Sequence[str], letter: str) -> tuple[Point, ...]:
    """Number texts as the points of one version."""
    starts = [sum(len(each) + 1 for each in texts[:place]) for place in range(len(texts))]
    return tuple(
        Point(f"{letter}{place}", str(place), text, start, start + len(text))
        for place, (text, start) in enumerate(zip(texts, starts, strict=True), start=1)
    )


def changes(comparison: Comparison) -> set[tuple[str, str, str]]:
    """Write links as (ids of the first text, change, ids of the second)."""
    return {(" ".join(link.a), link.change, " ".join(link.b)) for link in comparison.links}
