"""Where the provisions of a graph of waits stand: each to the right of all that it waits for.

1. What waits for each other is one knot; knots stand in layers by the longest way to them.
2. A line that passes a layer gets a place of its own in it, so that it crosses no box (Sugiyama, Tagawa, Toda 1981).
3. Each layer is ordered by the mean place of its neighbours, a few sweeps to and fro.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

__all__ = ["Edge", "Layout", "find_layers"]

Edge = tuple[str, str]
_SWEEPS = 6


class Layout(msgspec.Struct, frozen=True):
    """A graph in layers.

    Attributes:
        layers: What waits for nothing first. A key that names no node is the place of a line that passes.
        ways: The keys that each edge goes through, its ends included.
    """

    layers: list[list[str]]
    ways: dict[Edge, list[str]]


def find_layers(nodes: Sequence[str], edges: Collection[Edge]) -> Layout:
    """Lay out a graph in layers.

    Args:
        nodes: In the order of the text.
        edges: (what comes first, what waits for it). Nodes that wait for each other stand in one layer.
    """
    depth = _depths(nodes, edges)
    layers: defaultdict[int, list[str]] = defaultdict(list)
    for node in nodes:
        layers[depth[node]].append(node)
    ways: dict[Edge, list[str]] = {}
    for number, (first, then) in enumerate(edges):
        passing = [f"{number}>{layer}" for layer in range(depth[first] + 1, depth[then])]
        for layer, key in enumerate(passing, start=depth[first] + 1):
            layers[layer].append(key)
        ways[first, then] = [first, *passing, then]
    return Layout(_untangled([layers[number] for number in sorted(layers)], ways), ways)


def _depths(nodes: Sequence[str], edges: Collection[Edge]) -> dict[str, int]:
    """The layer of each node: the longest way to its knot."""
    import networkx as nx  # noqa: PLC0415  a third of a second, only where there is something to draw

    graph = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((first, then) for first, then in edges if first != then)
    knots: Any = nx.condensation(graph)
    depth: dict[int, int] = {}
    for knot in nx.topological_sort(knots):
        depth[knot] = max((depth[before] + 1 for before in knots.predecessors(knot)), default=0)
    return {node: depth[knots.graph["mapping"][node]] for node in nodes}


def _untangled(layers: list[list[str]], ways: Mapping[Edge, Sequence[str]]) -> list[list[str]]:
    """Order each layer by the mean place of its neighbours in the layer before, then in the one behind."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    for way in ways.values():
        for first, then in pairwise(way):
            before[then].append(first)
            after[first].append(then)
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for layer in layers if forth else reversed(layers):
            place = {key: row / max(1, len(each) - 1) for each in layers for row, key in enumerate(each)}
            near = before if forth else after
            mean = {key: sum(place[each] for each in near[key]) / len(near[key]) for key in layer if near[key]}
            layer.sort(key=lambda key: mean.get(key, place[key]))
    return layers
