"""The graph of what waits for what, and its deadlocks.

Each provision is three moments: its start, its being done, and (for what lasts until something) its lapse. A moment
points at those that must come first. "Simultaneously" ties two starts without an order, so a knot is a deadlock only
where at least one of its edges is a wait.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .model import Cycle, Wait
from .places import Gazetteer

__all__ = ["find_cycles"]

_Node = tuple[str, str]
_Edges = dict[_Node, dict[_Node, Wait | None]]
_MOST_CYCLES = 50
_MOST_TRIED = 400


def find_cycles(waits: Sequence[Wait], places: Gazetteer) -> tuple[Cycle, ...]:
    """Find the deadlocks of a text.

    Args:
        waits: What waits for what; those for outside events make no cycle.
        places: The provisions; a part waits for what its whole waits for, a whole is done when its parts are.

    Returns:
        The shortest cycles through each wait, each once, at most 50.
    """
    edges = _edges(waits, places)
    cycles: dict[frozenset[str], Cycle] = {}
    for knot in _knots(edges):
        tried = 0
        for node in sorted(knot):  # the same order in every run
            for following, wait in edges.get(node, {}).items():
                if wait is None or not wait.holds_up or following not in knot:
                    continue
                tried += 1
                if tried > _MOST_TRIED or len(cycles) >= _MOST_CYCLES:
                    break
                _keep(cycles, edges, _around(edges, knot, node, following))
    return tuple(cycles.values())


def _edges(waits: Sequence[Wait], places: Gazetteer) -> _Edges:
    edges: _Edges = {}
    lapsing = {wait.provision for wait in waits if wait.part == "over"}
    for wait in waits:
        if wait.target and wait.part != "term":
            _add_wait(edges, wait, lapsing)
    for provision in {each for wait in waits for each in (wait.provision, wait.target) if each}:
        _add_own(edges, provision, places)
    return edges


def _add_wait(edges: _Edges, wait: Wait, lapsing: set[str]) -> None:
    moment = {"end": "done"}.get(wait.part, wait.part)
    reached = "done" if wait.reached == "over" and wait.target not in lapsing else wait.reached
    if wait.kind == "together":
        moment, reached = "start", "start"
        edges.setdefault((wait.target, "start"), {}).setdefault((wait.provision, "start"), None)
        edges.setdefault((wait.provision, "start"), {}).setdefault((wait.target, "start"), None)
        return
    edges.setdefault((wait.provision, moment), {})[wait.target, reached] = wait


def _add_own(edges: _Edges, provision: str, places: Gazetteer) -> None:
    """A provision is done and lapses after it starts; its parts start after it, and it is done after them."""
    for moment in ("done", "over"):
        edges.setdefault((provision, moment), {}).setdefault((provision, "start"), None)
    below, inner = provision, deque(places.children.get(provision, ()))
    while inner:
        part = inner.popleft()
        edges.setdefault((part, "start"), {}).setdefault((below, "start"), None)
        edges.setdefault((part, "done"), {}).setdefault((part, "start"), None)
        edges.setdefault((below, "done"), {}).setdefault((part, "done"), None)
        inner.extend(places.children.get(part, ()))


def _knots(edges: _Edges) -> Iterable[frozenset[_Node]]:
    import networkx as nx  # noqa: PLC0415  a third of a second to import, so only where a text is checked

    graph = nx.DiGraph()
    graph.add_edges_from((node, following) for node, out in edges.items() for following in out)
    return [frozenset(knot) for knot in nx.strongly_connected_components(graph) if len(knot) > 1]


def _around(edges: _Edges, knot: frozenset[_Node], node: _Node, following: _Node) -> list[_Node]:
    """The shortest way back from a wait to where it began."""
    came: dict[_Node, _Node] = {following: node}
    queue = deque([following])
    while queue and queue[0] != node:
        at = queue.popleft()
        for step in edges.get(at, {}):
            if step in knot and step not in came:
                came[step] = at
                queue.append(step)
    way = [node]
    while way[-1] != following:
        way.append(came[way[-1]])
    return [node, *reversed(way)]


def _keep(cycles: dict[frozenset[str], Cycle], edges: _Edges, way: list[_Node]) -> None:
    """Keep a way round if two provisions at least wait in it: a whole that waits for its own part is no deadlock."""
    steps = [edges[node][following] for node, following in pairwise(way)]
    waits = tuple(step for step in steps if step is not None)
    waiting = tuple(dict.fromkeys(wait.provision for wait in waits))
    if len(waiting) > 1:
        cycles.setdefault(frozenset(waiting), Cycle(waiting, waits))
