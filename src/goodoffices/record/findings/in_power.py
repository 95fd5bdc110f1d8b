"""Bodies in power: a movement or a junta that governs a state is that state in the reports of its time."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

from .joining import Joiner
from .names import body_key
from .units import Key, Unit

__all__ = ["join_bodies_in_power", "spoken_for"]


def join_bodies_in_power(bodies: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join bodies that governed a state on the day of their report with that state, where reports name it too.

    A report without a day joins nothing: the same movement may have been a party to talks with that state before.

    Args:
        bodies: The units of any kind but person, joined by their names already.
        joiner: What is joined already; joined further here.
    """
    states = {body_key(unit.name): unit.key for unit in bodies if unit.kind == "state"}
    for unit in bodies:
        state = None if unit.kind == "state" else _governed(unit)
        if state is not None and (of := states.get(body_key(state))) is not None:
            joiner.join(of, unit.key)


def spoken_for(group: Sequence[Unit]) -> Sequence[Unit]:
    """Those of a joined group whose names and kinds count: the state's, where a body in power is joined with it."""
    if not any(unit.kind != "state" and _governed(unit) for unit in group):
        return group
    return [unit for unit in group if unit.kind == "state"] or group


def _governed(unit: Unit) -> str | None:
    """The state that a body governed on the day of its report."""
    terms = _terms().get(body_key(unit.name), ())
    day = unit.day
    return next((state for state, first, last in terms if day is not None and first <= day <= last), None)


@functools.cache
def _terms() -> dict[str, tuple[tuple[str, dt.date, dt.date], ...]]:
    """Name of a body -> the states that it governed, from when until when."""
    data = tomllib.loads(resources.files(__package__).joinpath("data/in_power.toml").read_text(encoding="utf-8"))
    return {
        body_key(body): tuple((state, first, *(last or [dt.date.max])) for state, first, *last in terms)
        for body, terms in data.items()
    }
