"""Obligations that wait for each other in a circle: guarantees for a ceasefire that waits for guarantees."""

from __future__ import annotations

from typing import Any

from ..agreement import Agreement, Obligation
from ..conditions import Is, Was, atoms
from ..course import Course

__all__ = ["loops"]


def loops(agreement: Agreement, course: Course) -> tuple[tuple[str, ...], ...]:
    """Circles of obligations none of which has been triggered and each of which waits for the next.

    Args:
        agreement: What was agreed.
        course: How it went until the day.

    Returns:
        Each circle as the ids of its obligations, from the first in the file on.
    """
    import networkx as nx  # noqa: PLC0415  0.2 s to load, and only the state needs it

    waiting = {each.id: each for each in agreement.obligations if course.states.get(each.id) == "conditional"}
    graph = nx.DiGraph()
    for own, obligation in waiting.items():
        graph.add_edges_from((own, other) for other in _awaited(obligation) if other in waiting)
    circles = (part for part in nx.strongly_connected_components(graph) if len(part) > 1)
    order = {own: place for place, own in enumerate(waiting)}
    return tuple(sorted((_along(graph.subgraph(part), order) for part in circles), key=lambda ids: order[ids[0]]))


def _awaited(obligation: Obligation) -> set[str]:
    """The obligations whose state its trigger asks for, other than that they be conditional still."""
    if obligation.trigger is None:
        return set()
    found = (atom for atom in atoms(obligation.trigger) if isinstance(atom, Is | Was))
    return {atom.subject.split("/")[0] for atom in found if atom.state != "conditional"}


def _along(part: Any, order: dict[str, int]) -> tuple[str, ...]:  # noqa: ANN401  networkx is untyped
    """A circle in the order in which it waits; several that are tangled, in the order of the file."""
    import networkx as nx  # noqa: PLC0415  as above

    start = min(part, key=order.__getitem__)
    ids = [edge[0] for edge in nx.find_cycle(part, start)]
    if len(ids) < len(part):
        return tuple(sorted(part, key=order.__getitem__))
    turn = ids.index(start)
    return tuple(ids[turn:] + ids[:turn])
