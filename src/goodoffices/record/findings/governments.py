"""Governments without a name: "the Government" of a report that does not say of which state, told by other reports."""

from __future__ import annotations

from collections.abc import Sequence

from .joining import Joiner
from .names import body_key
from .units import Key, Unit

__all__ = ["join_governments"]

_GOVERNMENT = "government"


def join_governments(bodies: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join "the Government" of some reports with the one state whose government the other reports speak of.

    Where they speak of the governments of several states, or of none, nobody is guessed.

    Args:
        bodies: The units of any kind but person, joined by their names already.
        joiner: What is joined already; joined further here.
    """
    unnamed = [unit for unit in bodies if body_key(unit.name) == _GOVERNMENT]
    governed = {joiner.root(unit.key) for unit in bodies if unit.kind == "state" and _is_governed(unit)}
    if len(governed) != 1:
        return
    state = governed.pop()
    here = {unit.key[0] for unit in bodies if joiner.root(unit.key) == state and _is_governed(unit)}
    for unit in unnamed:
        if unit.key[0] not in here:
            joiner.join(state, unit.key)


def _is_governed(unit: Unit) -> bool:
    """Does a report speak of the state's government ("the Colombian government")?"""
    return any(body_key(alias).split()[-1:] == [_GOVERNMENT] for alias in unit.aliases)
