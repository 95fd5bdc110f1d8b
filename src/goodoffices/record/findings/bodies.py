"""States, organisations and groups joined over reports, by their names and by names that one of them alone bears."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence

from . import lexicon
from .joining import Joiner
from .names import body_key
from .units import Key, Unit
from .wording import matter, shared

__all__ = ["join_bodies"]

_SHORTEST_ALIAS = 2
_MUCH = 0.5


def join_bodies(bodies: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join the units that are one state or body.

    Equal names join where the sides do not differ. A name that another bears as an alias joins the two where nobody
    else bears it, and where no report has both. Names that many are called by ("the government") join nobody.

    Args:
        bodies: The units of any kind but person, in one order whatever the order of the reports.
        joiner: What is joined already; joined further here.
    """
    named: dict[str, list[Unit]] = defaultdict(list)
    aliased: dict[str, list[Unit]] = defaultdict(list)
    for unit in bodies:
        named[body_key(unit.name)].append(unit)
        for alias in sorted({body_key(alias) for alias in unit.aliases} - {body_key(unit.name)}):
            aliased[alias].append(unit)
    for key, units in sorted(named.items()):
        _join_named(units, joiner, generic=_generic(key))
    _join_aliased(named, aliased, joiner)


@functools.cache
def _passing() -> frozenset[str]:
    return frozenset(body_key(name) for name in lexicon.names().generic)


def _generic(key: str) -> bool:
    """Is it a name that many are called by?"""
    return len(key) < _SHORTEST_ALIAS or key in _passing()


def _join_named(units: Sequence[Unit], joiner: Joiner[Key], *, generic: bool) -> None:
    """Join units of one name: all where at most one side is known, else those of each side."""
    sides = sorted({unit.side for unit in units if unit.side})
    if not generic and len(sides) < 2:  # noqa: PLR2004  no two sides that differ
        joiner.join_all(unit.key for unit in units)
        return
    for side in sides if generic else ["", *sides]:
        joiner.join_all(unit.key for unit in units if unit.side == side)
    for local in sorted({unit.key[1] for unit in units}) if generic else ():
        joiner.join_all(unit.key for unit in units if unit.key[1] == local and not unit.side)


def _join_aliased(named: dict[str, list[Unit]], aliased: dict[str, list[Unit]], joiner: Joiner[Key]) -> None:
    reports: dict[Key, set[str]] = defaultdict(set)
    for units in named.values():
        for unit in units:
            reports[joiner.root(unit.key)].add(unit.key[0])
    for key in sorted(aliased):
        if _generic(key):
            continue
        bearers = {joiner.root(unit.key): unit for unit in reversed(aliased[key])}
        owners = {joiner.root(unit.key): unit for unit in reversed(named.get(key, []))}
        pair = sorted({**bearers, **owners}.items())
        if len(pair) != 2 or reports[pair[0][0]] & reports[pair[1][0]]:  # noqa: PLR2004  two, and no report tells them apart
            continue
        if owners or _one_name(pair[0][1], pair[1][1]):
            together = reports[pair[0][0]] | reports[pair[1][0]]
            if joiner.join(pair[0][0], pair[1][0]):
                reports[joiner.root(pair[0][0])] = together


def _one_name(one: Unit, other: Unit) -> bool:
    """Do two bodies with an alias in common share much of their names too (two bodies can be an "SDF")?"""
    return shared(matter(one.name), matter(other.name)) >= _MUCH
