"""Who met whom, as a graph: sides on a circle, one line a pair, ordered so that few lines cross."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip, counted
from goodoffices.brief.model import Contact, Delegation, Table

from .svg import element, text
from .timeline import text_of

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["contact_graph", "crossings", "drawn_sides"]

_NODES = 12  # sides that a circle holds legibly; the rest stands in the list
_WIDTH = 560
_RADIUS = 125
_REACH = 130  # half the width of the ellipse; the rest is for names
_FONT = 15
_MIDDLE = 20  # a node so near the middle has its name above or below


def drawn_sides(table: Table) -> tuple[Delegation, ...]:
    """The sides that the graph draws: those with most meetings."""
    return tuple(d for d in table.delegations if d.held or d.ahead)[:_NODES]


def contact_graph(table: Table) -> Markup | None:
    """Draw who met whom.

    Args:
        table: Delegations and contacts.

    Returns:
        An SVG 640 units wide; the same table gives the same drawing. None where no two sides met.
    """
    shown = {delegation.side.id: delegation for delegation in drawn_sides(table)}
    edges = [c for c in table.contacts if c.first.id in shown and c.second.id in shown]
    if not edges:
        return None
    order = _order(list(shown), edges)
    radius = min(_RADIUS, 30 * len(order))
    height = 2 * radius + 70
    place = {side: _point(n, len(order), radius, height) for n, side in enumerate(order)}
    title = "Who met whom; the same as a list beside it"
    return element(
        "svg",
        element("title", text_of(title)),
        *(_edge(edge, place) for edge in edges),
        *(_node(shown[side], place[side], height) for side in order),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_label=title,
        class_="chart graph",
        font_size=_FONT,
    )


def _point(number: int, count: int, radius: float, height: float) -> tuple[float, float]:
    """On an ellipse, the first at the left so that two sides face each other across the page."""
    angle = math.pi + 2 * math.pi * number / count
    return _WIDTH / 2 + _REACH * math.cos(angle), height / 2 + radius * math.sin(angle)


def _order(sides: list[str], edges: Sequence[Contact]) -> list[str]:
    """Swap pairs of sides as long as that takes a crossing away; sides start in their given order."""
    pairs = [(edge.first.id, edge.second.id) for edge in edges]
    order, best = sides, crossings(sides, pairs)
    better = best > 0
    while better:
        better = False
        for first, second in itertools.combinations(range(len(order)), 2):
            tried = order.copy()
            tried[first], tried[second] = tried[second], tried[first]
            count = crossings(tried, pairs)
            if count < best:
                order, best, better = tried, count, True
    return order


def crossings(order: Sequence[str], pairs: Sequence[tuple[str, str]]) -> int:
    """Count the pairs of lines that cross when the sides stand on a circle in this order."""
    at = {side: n for n, side in enumerate(order)}
    chords = [tuple(sorted((at[a], at[b]))) for a, b in pairs]
    return sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in itertools.combinations(chords, 2))


def _edge(edge: Contact, place: dict[str, tuple[float, float]]) -> Markup:
    (x1, y1), (x2, y2) = place[edge.first.id], place[edge.second.id]
    held, ahead = len(edge.held), len(edge.ahead)
    says = f"{edge.first.name} and {edge.second.name}: {counted(held, 'meeting')} held, {ahead} planned"
    line = element(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        class_="met" if held else "to-meet",
        stroke="#17457a",
        stroke_width=min(1.5 + held, 8) if held else 1.5,
        stroke_dasharray=None if held else "4 4",
    )
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    count = f"{held}" if not ahead else f"{held} + {ahead}" if held else f"0 + {ahead}"
    plate = element("rect", x=x - 16, y=y - 10, width=32, height=19, rx=3, class_="plate", fill="#fffefb")
    first = (*edge.held, *edge.ahead)[0]
    number = text(count, x=x, y=y + 4, text_anchor="middle", class_="count", fill="#1d1c1a")
    return element("a", element("title", text_of(says)), line, plate, number, href=f"#{first.id}", aria_label=says)


def _node(delegation: Delegation, point: tuple[float, float], height: float) -> Markup:
    x, y = point
    name = clip(delegation.side.name, 22)
    left, middle = x < _WIDTH / 2 - _MIDDLE, abs(x - _WIDTH / 2) <= _MIDDLE
    anchor = "middle" if middle else "end" if left else "start"
    shift = 0 if middle else -16 if left else 16
    below = y > height / 2
    label_y = y + (28 if below else -18) if middle else y + 4
    shape = (
        element("circle", cx=x, cy=y, r=9, class_="node", fill="#17457a")
        if delegation.kind in {"state", ""}
        else element("rect", x=x - 8, y=y - 8, width=16, height=16, class_="node", fill="#17457a")
    )
    label = text(name, x=x + shift, y=label_y, text_anchor=anchor, class_="label", fill="#1d1c1a")
    return element("a", element("title", text_of(delegation.side.name)), shape, label, href=f"#d-{delegation.side.id}")
