"""Steps that wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from .carrying import StatedStep

__all__ = ["circle_of"]


def circle_of(steps: Sequence[StatedStep]) -> tuple[str, ...]:
    """Find steps of one package that wait for each other in a circle; empty where there are none.

    Steps that belong to options that no package takes together make no circle.
    """
    places = {step.name: step for step in steps}
    waits = {
        step.name: [name for name in step.after if name in places and _together((step, places[name]))] for step in steps
    }
    while ready := [name for name, before in waits.items() if not any(each in waits for each in before)]:
        for name in ready:
            del waits[name]
    if not waits:
        return ()
    way = [next(iter(waits))]
    while way[-1] not in way[:-1]:
        way.append(next(each for each in waits[way[-1]] if each in waits))
    circle = tuple(reversed(way[way.index(way[-1]) : -1]))
    first = circle.index(min(circle, key=list(places).index))
    circle = circle[first:] + circle[:first]
    return circle if _together([places[name] for name in circle]) else ()


def _together(steps: Sequence[StatedStep]) -> bool:
    """True where one package can take them all, constraints aside."""
    for issue in {issue for step in steps for issue in step.of}:
        if not set.intersection(*(set(step.of[issue]) for step in steps if issue in step.of)):
            return False
    return True
