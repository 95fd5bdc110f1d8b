"""Points on their way through versions."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.drafting.model import Flow, FlowLink, FlowPoint, FlowStage
from goodoffices.draft.lineage import Comparison, PointLike, link_in_words

__all__ = ["flow_of"]


def flow_of(comparisons: Sequence[Comparison], names: Sequence[str]) -> Flow:
    """Show the way of every point.

    Args:
        comparisons: Of each version with the next.
        names: Of the versions; one more than comparisons.
    """
    sides = [comparisons[0].a, *(each.b for each in comparisons)]
    stages = tuple(FlowStage(name, _points(points)) for name, points in zip(names, sides, strict=True))
    links = tuple(
        FlowLink(
            stage=stage,
            a=link.a,
            b=link.b,
            change=link.change,
            moved=link.moved,
            says=link_in_words(comparison, link),
        )
        for stage, comparison in enumerate(comparisons)
        for link in comparison.links
    )
    return Flow(stages, links)


def _points(points: Sequence[PointLike]) -> tuple[FlowPoint, ...]:
    return tuple(FlowPoint(each.id, each.number, " ".join(each.text.split())) for each in points)
