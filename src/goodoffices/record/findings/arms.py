"""Armed forces that reports hardly name: an army that is told of in passing is its state, and no actor beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .joining import Joiner
from .names import body_key
from .units import Key, Unit

__all__ = ["is_army", "join_armies"]

_ARMS = ("army", "armed forces", "military", "navy", "air force")
_OFTEN = 3
"""Sentences that tell of an army, in all reports together, from which on it is an actor of its own."""


def join_armies(bodies: Sequence[Unit], named_in: Mapping[str, int], joiner: Joiner[Key]) -> None:
    """Join the army of a state with the state itself, where the reports tell of it in few sentences.

    Args:
        bodies: The units of any kind but person, joined by their names already.
        named_in: Statements -> in how many sentences they rest.
        joiner: What is joined already; joined further here.
    """
    told: dict[Key, list[Unit]] = defaultdict(list)
    for unit in bodies:
        if unit.kind == "organisation" and unit.of is not None and is_army(unit.name):
            told[joiner.root(unit.key)].append(unit)
    states = {unit.key for unit in bodies if unit.kind == "state"}
    for units in told.values():
        if sum(named_in.get(s, 1) for unit in units for s in unit.statements) < _OFTEN:
            for unit in units:
                state = (unit.key[0], unit.of or "")
                if state in states:
                    joiner.join(state, unit.key)


def is_army(name: str) -> bool:
    """Is it an army as people of its state call it ("Lebanese army"), and no force with a name of its own?"""
    return body_key(name).endswith(_ARMS) and name.endswith(_ARMS)
